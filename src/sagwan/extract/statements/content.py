"""Where the content of a statement begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.core.statement import Speech
from sagwan.extract.statements.phrase import phrase_start
from sagwan.extract.statements.place import DAY
from sagwan.extract.statements.quoted import Link
from sagwan.extract.statements.reporting import cue_at
from sagwan.extract.statements.source import source_of
from sagwan.extract.statements.stream import AFTERWARDS, PREDICATE, QUOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.statements.place import Occasion
    from sagwan.extract.statements.scene import Scene, Speaker
    from sagwan.extract.statements.stream import Stream
    from sagwan.extract.statements.unit import Unit

_HEAD = 40  # characters that hold the words a sentence opens with
_NEAR = 12  # tokens that a name with its titles may take
_TOWARDS = ("향하", "겨냥", "두", "놓", "상대", "인용")
_ABOUT = ("대하", "관하", "관련")
_BARE = ("하", "그러", "이러")
_TAIL = 4  # tokens that the end of a clause takes: 늘/VV ᆯ/ETM 것/NNB 이/VCP
_JOINS = ("며", "면서", "고", "자", "지만", "으나", "나")


def content_of(
    scene: Scene, unit: Unit, speaker: Speaker, pieces: Sequence[Unit], places: Sequence[Occasion]
) -> Span | None:
    """The characters of the content: inside the marks, or the clause without subject, occasion and time of saying."""
    if unit.speech is Speech.DIRECT:
        inner = scene.stream.quoted[unit.at].quotation.inner
        return _bare(scene.stream.chars, inner.start, inner.end)
    if unit.link is Link.NONE and unit.reporting:
        return unit.reporting.span
    if unit.link is Link.CITED:
        return _bare(scene.stream.chars, _behind_comma(scene, unit.after), unit.end)
    start = _behind_places(_clause_start(scene, unit, speaker, pieces), unit, places, scene)
    begin = scene.stream.tokens[start].start
    return _bare(scene.stream.chars, begin, unit.end)


def _behind_places(start: int, unit: Unit, places: Sequence[Occasion], scene: Scene) -> int:
    """Where it was said is no part of what was said (…는 인터뷰에서 |…)."""
    for place in places:
        begun = _own_subject(scene, start, place.first) if start <= place.first else place.end <= start
        if place.end < unit.at and not begun and not is_to_be_done(scene.stream, unit, place):
            start = max(start, place.end)
    return start


def _own_subject(scene: Scene, start: int, end: int) -> bool:
    """Whether the content has begun before the place is named: a subject of its own stands in between."""
    tokens = scene.stream.tokens
    begun = any(tokens[i].tag in ("JKO", "JKS", "JX", "EC", "EF") for i in range(start, end))
    return begun or any(start <= subject.first and subject.end <= end for subject in scene.subjects)


def is_to_be_done(stream: Stream, unit: Unit, place: Occasion) -> bool:
    """설명회를 열고 값을 내리겠다고 밝혔다: what is done at the place belongs to what is announced."""
    indirect = unit.speech is Speech.INDIRECT and place.end < unit.at
    return place.done and indirect and (unit.link in (Link.PLAN, Link.ASK) or _to_come(stream, unit.at))


def _behind_comma(scene: Scene, i: int) -> int:
    """The first character behind the citing words and their comma."""
    return scene.stream.tokens[i + (scene.stream.tokens[i].tag == "SP")].start


def _bare(chars: str, start: int, end: int) -> Span | None:
    while start < end and chars[start].isspace():
        start += 1
    while end > start and chars[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _clause_start(scene: Scene, unit: Unit, speaker: Speaker, pieces: Sequence[Unit]) -> int:
    """The token that the content begins at: behind the subject, the pieces before, and matrix clauses before it."""
    stream = scene.stream
    start = 0
    for other in pieces:
        if other is unit:
            break
        if other.within(unit):
            continue  # what somebody else said within this content
        start = max(start, other.after)
        if other.reporting and other.reporting.ending.at < unit.at:
            start = max(start, other.reporting.ending.at + 1)
    embedded = unit.reporting is not None and unit.reporting.ending.tag == "ETM"
    if speaker.end <= unit.at:
        start = max(start, speaker.end)
    elif embedded and (first := next((s for s in scene.subjects if s.topic and s.end <= unit.at), None)):
        start = max(start, first.end)  # the topic belongs to the report around it
    asks = unit.reporting is not None and unit.reporting.cue is not None and unit.reporting.cue.stance == "demand"
    if start == speaker.end and not _dated_behind(scene, unit):
        begun = _past_day(scene, start, unit.at)
        start = _past_deed(scene, unit, begun) if begun > start else start
        start = _past_addressee(scene, start, unit.at, asks=asks)
    start = _past_matrix(scene, _past_afterwards(stream, start, unit.at), unit.at)
    start = _past_connector(scene, start, unit.at)
    while start < unit.at and stream.tokens[start].tag in ("SP", "MAJ", "SF", "SSC"):
        start += 1
    return start


def _past_afterwards(stream: Stream, start: int, end: int) -> int:
    """Behind what ties the words before to these: …라고 충고한 뒤, |…라고 전했다."""
    tokens = stream.tokens
    if not 0 < start < end - 1 or tokens[start - 1].tag != "ETM" or tokens[start].form not in AFTERWARDS:
        return start
    return start + 1 + (tokens[start + 1].tag == "SP")


def _past_connector(scene: Scene, start: int, end: int) -> int:
    """Behind 이어, 또, 아울러: they tie sentences of the report and are no part of what was said."""
    tokens = scene.stream.tokens
    count, entry = scene.book.opens(scene.stream.chars[tokens[start].start : tokens[end].start][:_HEAD].split())
    if entry is None or entry.kind == "turns":
        return start
    for _ in range(count):
        start = scene.stream.word_end(start)
    return min(start, end - 1)


def _past_addressee(scene: Scene, start: int, end: int, *, asks: bool) -> int:
    """Behind 당선인을 향해, 표결을 두고, 계약에 대해, and behind 정부에 where something is asked of it."""
    stream, tokens = scene.stream, scene.stream.tokens
    for i in range(start, min(end, start + _NEAR)):
        if tokens[i].tag in ("JKS", "JX", "EC", "EF"):
            return start
        if not tokens[i].tag.startswith("JK"):
            continue
        behind = tokens[i + 1].form if i + 2 < end and tokens[i + 2].tag in ("EC", "XSV", "SP") else ""
        if (tokens[i].tag == "JKO" and behind in _TOWARDS) or (
            tokens[i].form in ("에", "과", "와") and behind in _ABOUT
        ):
            return stream.word_end(i + 1)
        if asks and tokens[i].form in ("에", "에게", "께"):
            first = phrase_start(stream, i, scene.who)
            asked = source_of(stream, first, i, scene.who, scene.book) if first < i else None
            return i + 1 if asked and asked.speaks else start
    return start


def _past_day(scene: Scene, start: int, end: int) -> int:
    """Behind the day on which it was said, right behind the subject: 새벽건설은 8일 |…겠다고 밝혔다."""
    tokens = scene.stream.tokens
    day = DAY.match(scene.stream.chars, tokens[start].start, tokens[end].start)
    return scene.stream.after(day.end()) if day else start


def _dated_behind(scene: Scene, unit: Unit) -> bool:
    """…을 연다고 25일 |밝혔다: the day of saying stands behind the content, and one before it is no such day."""
    tokens = scene.stream.tokens
    first = unit.reporting.first if unit.reporting else 0
    return unit.after < first and bool(DAY.match(scene.stream.chars, tokens[unit.after].start, tokens[first].start))


def _past_deed(scene: Scene, unit: Unit, start: int) -> int:
    """Behind what was done on the day before it was said, where what is said is yet to come: 지난 6일 회의를 연 뒤
    |…을 고치겠다고 밝혔다.
    """
    stream, tokens = scene.stream, scene.stream.tokens
    if not (unit.link is Link.PLAN or _to_come(stream, unit.at)):
        return start
    for i in range(start, unit.at):
        if tokens[i].tag in PREDICATE:
            ending = stream.ending(i)
            if ending.at >= unit.at or any(start <= s.first and s.end <= i for s in scene.subjects):
                return start
            behind = tokens[ending.at + 1]
            if ending.tag == "EC" and ending.form.endswith(("며", "면서")):
                return ending.at + 1
            if ending.tag == "ETM" and behind.form in AFTERWARDS:
                return ending.at + 2
    return start


def _to_come(stream: Stream, at: int) -> bool:
    """Whether the clause that ends in token `at` says what will be: …겠다, …ㄹ 것이라."""
    before = stream.tokens[max(0, at - _TAIL) : at]
    return any(t.tag == "EP" and t.form == "겠" for t in before) or any(t.form in ("ᆯ", "을") for t in before)


def _past_matrix(scene: Scene, start: int, end: int) -> int:
    """Behind a clause of the speaker's own doing: 메타는 제출에 반대하며 …라고 주장했다."""
    stream = scene.stream
    for i in range(start, end):
        if stream.tokens[i].tag == QUOTE:
            continue
        if stream.tokens[i].tag in PREDICATE:
            ending = stream.ending(i)
            if any(start <= subject.first and subject.end <= i for subject in scene.subjects):
                return start
            behind = ending.at + 1 + (ending.at + 1 < end and stream.tokens[ending.at + 1].tag == "SP")
            if (
                ending.form.endswith(("며", "면서"))
                and not ending.past
                and any(s.first == behind for s in scene.subjects)
            ):
                return behind
            if ending.tag == "EC" and ending.form.endswith(_JOINS) and ending.at < end - 1:
                found = cue_at(stream, i, scene.book)
                if found and found[1].way != "judge" and found[0] not in _BARE and not ending.past:
                    return ending.at + 1
    return start
