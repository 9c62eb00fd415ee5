"""When something was said: the time among the reporter's own words that tells of the saying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.values import TimeType
from sagwan.extract.statements.place import TO_COME
from sagwan.extract.statements.quoted import Link
from sagwan.extract.statements.reporting import POSTPOSITIONAL
from sagwan.extract.statements.stream import PREDICATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.core.span import Span
    from sagwan.core.values import When
    from sagwan.extract.statements.draft import Draft
    from sagwan.extract.statements.stream import Stream

_POINTS = (TimeType.DATE, TimeType.TIME)
# 9일 청문회를 앞두고: the day is the hearing's.
_FOR_AHEAD = re.compile(r"\s[^,.“‘\"']{1,16}?[을를] (?:하루 |이틀 |사흘 )?앞두")
_FROM_TO = re.compile(
    r"(?:\s(?:자정|정오|새벽|아침|오전|오후|낮|저녁|밤|\d+[시분]))*(?:께|쯤|경)?(?:까지|부터)"
)  # 12일 자정까지
_APART = ("JKS", "JKC", "JX", "SP", "EC")
_DONE = ("열", "갖", "가지", "빌리", "인용", "마치", "앞두")  # 8일 열린 회의를 |마치고: that day it was said
_CITED = re.compile(r"[^,.“‘\"']{1,16}?에 (?:따르|의하)면")


def time_of_saying(draft: Draft, sentence: Span, contents: Sequence[Span], times: Sequence[When]) -> int | None:
    """The index of the time at which it was said, by what stands nearest to the saying: between the words and what
    reports them, behind the speaker, else the first of the sentence; None where none tells of it.
    """
    stream, unit = draft.scene.stream, draft.unit
    told: list[tuple[int, int]] = []
    for n, time in enumerate(times):
        if time.span.start >= sentence.end:
            break
        if time.type in _POINTS and sentence.covers(time.span) and not any(c.overlaps(time.span) for c in contents):
            told.append((n, stream.after(time.span.start)))
    told = [(n, at) for n, at in told if not _aside(stream, times[n].span) and not _describes(draft, at)]
    told = [(n, at) for n, at in told if not _of_deed(draft, times[n].span)]
    # 28일 경찰에 따르면 그는 27일 “…”고 진술했다: the 28th is when the police said so.
    told = [(n, at) for n, at in told if unit.link is Link.CITED or not _CITED.match(stream.chars, times[n].span.end)]
    behind = [n for n, at in told if unit.after <= at < unit.cue_at]
    beside = [n for n, at in told if at in _behind_speaker(draft)]
    before = [n for n, at in told if unit.reporting is None or at < unit.cue_at]  # not …고 했고 이튿날 떠났다
    return next(iter(behind or beside or before), None)


def _behind_speaker(draft: Draft) -> set[int]:
    """The tokens right behind the phrases that name the speaker as the one who acts."""
    source = draft.speaker.source
    named = (s for s in draft.scene.subjects if source and s.source.span == source.span)
    return {draft.speaker.end, *(s.end for s in named)}


def _aside(stream: Stream, time: Span) -> bool:
    """‘가람 일기’(1985): a year in brackets, or in marks, dates something else; so does the day of what is ahead."""
    opened = stream.chars[time.start - 1 : time.start] in ("(", "[", "~")
    ahead = (
        TO_COME.match(stream.chars, time.start)
        or _FOR_AHEAD.match(stream.chars, time.end)
        or _FROM_TO.match(stream.chars, time.end)
    )
    return stream.inside_marks(time.start) or opened or ahead is not None


def _describes(draft: Draft, at: int) -> bool:
    """10일 길을 떠난다는 한서린 대표는: the time of what only tells who the speaker is."""
    subject = next((s for s in draft.scene.subjects if s.end == draft.speaker.end), None)
    if subject is None or at >= subject.first:
        return False
    before = draft.scene.stream.tokens[at : subject.first]
    return bool(before) and before[-1].tag == "ETM"


def _of_deed(draft: Draft, time: Span) -> bool:
    """누리전자는 [지난 8월 조사한] 결과를 공개하고 …, [올해 들여오는] 제도에 …: the time of what an object went
    through, and not of the saying; 8일 열린 회의를 마치고, 8일 낸 성명을 통해 are that.
    """
    stream, at = draft.scene.stream, draft.scene.stream.after(time.end)
    limit = min(draft.unit.at, stream.after(draft.span.start)) if draft.unit.at > at else draft.unit.cue_at
    verb = next((i for i in range(at, limit) if stream.tokens[i].tag in PREDICATE), None)
    if verb is None or stream.ending(verb).tag != "ETM" or stream.tokens[verb].form in POSTPOSITIONAL:
        return False
    apart = any(t.tag in _APART or (t.tag == "JKB" and t.form == "에서") for t in stream.tokens[at:verb])
    case = next((i for i in range(stream.ending(verb).at + 1, limit) if stream.tokens[i].tag.startswith("J")), None)
    if apart or case is None or stream.tokens[case + 1].form in (*POSTPOSITIONAL, *_DONE):
        return False
    held = stream.chars[: stream.tokens[case].start].endswith(tuple(draft.scene.book.channels))
    entering = stream.tokens[case].form == "에" and stream.ending(verb).form == "는"
    return not held and (entering or stream.tokens[case].tag == "JKO")
