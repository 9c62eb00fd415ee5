"""The speaker who is named ahead of what is said: the subject or topic whose predicate reports it, or whom it cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.core.statement import Found
from sagwan.extract.statements.carry import SWITCHING
from sagwan.extract.statements.phrase import phrase_start
from sagwan.extract.statements.reporting import POSTPOSITIONAL
from sagwan.extract.statements.scene import Speaker
from sagwan.extract.statements.source import Source, source_of
from sagwan.extract.statements.stream import PREDICATE, QUOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.scene import Scene
    from sagwan.extract.statements.stream import Stream
    from sagwan.extract.statements.subject import Subject
    from sagwan.extract.statements.unit import Unit

_MARKED = re.compile(r"([가-힣]{2,})[은는]\s$")
CITED = "…에 따르면"
_WORD = 12  # characters that a word before a quotation takes
_QUESTIONS = frozenset({"질문", "물음", "질의", "주장", "지적", "의혹", "보도", "비판", "말", "요구"})
_BOTH = 2
_DATING = ("지나", "같")  # 지난 8월, 같은 해
_CITES = ("다고", "라고", "냐고", "자고", "다며", "라며")
_MEANWHILE = ("가운데", "반면", "상황", "데", "만큼")
_CONTRASTS = ("지만", "으나", "는데", "ᆫ데")
_CLAUSE = 10  # characters from which a quotation is rather a sentence than a term


def before_quote(scene: Scene, unit: Unit, begin: int) -> Speaker | None:
    """The subject nearest to the quotation whose own predicate can be the reporting one."""
    fitting = [s for s in scene.subjects if begin <= s.first and s.end <= unit.at]
    if not fitting:
        return _word_before(scene, unit)
    nearest = fitting[-1]
    free = not predicates(scene.stream, nearest.end, unit.at)
    if sure := _told_by_outlet(scene, fitting) or _around(scene.stream, fitting):
        return Speaker(sure.source, Found.WRITTEN, f"따옴표 앞의 {'주제' if sure.topic else '주어'}", sure.end)
    whole = len(scene.stream.quoted[unit.at].quotation.inner) >= _CLAUSE
    beside = nearest.end == unit.at and (nearest.source.label or "").endswith("들")
    if free and (nearest.source.speaks or nearest.topic or beside or (whole and nearest is fitting[0])):
        return Speaker(nearest.source, Found.WRITTEN, "따옴표 앞의 주어", nearest.end)
    for subject in reversed(fitting):
        if subject.topic and subject.source.speaks:
            return Speaker(subject.source, Found.WRITTEN, "따옴표 앞의 주제", subject.end)
    for subject in fitting:
        accused = scene.discourse.last_speaker() is None and _charged(scene.stream, subject.end, unit.at)
        if subject.source.speaks and (accused or not _asked(scene.stream, subject.end, unit.at)):
            return Speaker(subject.source, Found.WRITTEN, "문장의 주어", subject.end)
    return _stranger(scene, unit, fitting[0]) if whole and not scene.connected else None


def _told_by_outlet(scene: Scene, fitting: Sequence[Subject]) -> Subject | None:
    """한빛통신은 한서린 대표가 회견에서 “…”며 “…”고 밝혔다고 전했다: an outlet's topic, and within it who speaks."""
    outlet, last = fitting[0], fitting[-1]
    entry = scene.book.source(scene.stream.chars[outlet.source.span.start : outlet.source.span.end])
    spoken = last is not outlet and not last.topic and last.source.sort == "person"
    return last if spoken and outlet.topic and entry is not None and entry.kind == "outlet" else None


def _stranger(scene: Scene, unit: Unit, first: Subject) -> Speaker | None:
    """다솜은 새 노래를 들려주며 “…”라고 말했다: the topic of the sentence, whoever it is, where a cue reports."""
    cited = unit.reporting is not None and unit.reporting.cue is not None
    named = scene.stream.tokens[first.end - 2].tag in ("NNP", "SL", "NNG", "XSN")
    dated = any(c.isdigit() for c in first.source.label or "")
    contrasted = any(t.tag == "EC" and t.form.endswith(_CONTRASTS) for t in scene.stream.tokens[first.end : unit.at])
    if not (cited and named and first.topic) or dated or first.adds or contrasted:
        return None
    return Speaker(first.source, Found.WRITTEN, "문장의 주제", first.end)


def _around(stream: Stream, fitting: Sequence[Subject]) -> Subject | None:
    """대변인은 회견에서 회사는 “…”고: the topic before the last one, where the last belongs to what is said; so does a
    thing that cannot speak (위원회는 계약은 “…”고).
    """
    told = fitting if fitting[-1].source.speaks else [s for s in fitting if s.topic]
    if len(told) < _BOTH or not all(s.topic for s in told[-_BOTH:]) or not told[-_BOTH].source.speaks:
        return None
    before, last = told[-_BOTH:]
    between = stream.tokens[before.end : last.first]
    parts = ("EC", "EF", "SP", QUOTE) if last.source.speaks else ("EC", "EF", QUOTE)
    parted = any(token.tag in parts for token in between)
    return before if (between or not last.source.speaks) and not parted and not last.adds else None


def _charged(stream: Stream, start: int, end: int) -> bool:
    """[한서린 대표가 돈을 받았다]는 비판에 대해 “…”: the subject is the one of whom the claim is made."""
    tokens = stream.tokens
    verb = next((i for i in range(start, end) if tokens[i].tag in PREDICATE), None)
    return verb is not None and stream.ending(verb).form.endswith(("다는", "라는"))


def _asked(stream: Stream, start: int, end: int) -> bool:
    """Whether the subject that ends before `start` belongs to what the words are about, a question, a claim or a
    plan of somebody else's: [도경우 의원이 제시한 계획]에 대해서는 “…”, [도경우 의원이 공천된 곳을 묻는] 질문에는 “…”.
    """
    tokens = stream.tokens
    verb = next((i for i in range(start, end) if tokens[i].tag in PREDICATE), None)
    if verb is None or stream.ending(verb).tag != "ETM":
        return False
    for i in range(stream.ending(verb).at + 1, end - 1):
        if tokens[i].tag in ("EC", "EF") or (tokens[i].tag in ("JKO", "JKS") and not _describes(stream, i, end)):
            return False
        if tokens[i].tag == "JKB" and tokens[i].form in ("에", "과", "와"):
            asked = tokens[i - 1].form in _QUESTIONS or tokens[i + 1].form in ("대하", "관하", "관련", "는", "ᆫ")
            if asked or not _describes(stream, i, end):
                return asked
    return False


def _describes(stream: Stream, start: int, end: int) -> bool:
    """Whether the next verb stands before a noun: 출마 여부를 |묻는 질문에."""
    verb = next((i for i in range(start, end) if stream.tokens[i].tag in PREDICATE), None)
    return verb is not None and stream.ending(verb).tag == "ETM"


def _word_before(scene: Scene, unit: Unit) -> Speaker | None:
    """김비오는 “…”: the word right before the quotation, where the analyser saw no particle in it."""
    stream = scene.stream
    at = stream.tokens[unit.at].start
    word = _MARKED.search(stream.chars[max(stream.tokens[0].start, at - _WORD) : at])
    if word is None or stream.tokens[unit.at - 1].tag not in ("ETM", "EC"):
        return None
    begin = max(stream.tokens[0].start, at - _WORD)
    span = Span(begin + word.start(1), begin + word.end(1))
    return Speaker(Source("other", span, label=word[1]), Found.WRITTEN, "따옴표 앞의 말", unit.at)


def predicates(stream: Stream, start: int, end: int) -> bool:
    """Whether a predicate stands between two tokens; one that does a particle's work (…에 대해) is none."""
    tokens = stream.tokens[start:end]
    return any(token.tag in PREDICATE and token.form not in POSTPOSITIONAL for token in tokens)


def before_clause(scene: Scene, unit: Unit, begin: int) -> Speaker | None:
    """The topic or the subject before the content, or whom the sentence cites."""
    fitting = [s for s in scene.subjects if begin <= s.first and s.end <= unit.at and s.source.speaks]
    fitting = [s for s in fitting if s.topic or s.source.sort != "pronoun" or not _within_noun(scene.stream, s.end)]
    if chosen := _topic(scene, fitting):
        told = unit.reporting is None and _is_told_of(scene, unit, chosen.source)
        return None if told else Speaker(chosen.source, Found.WRITTEN, "절 앞의 주제", chosen.end, topic=True)
    cited = according(scene, unit.at)
    return cited or (_subject_of(scene, unit, fitting) if fitting and unit.reporting else None)


def _within_noun(stream: Stream, end: int) -> bool:
    """[그들이 나온] 방송: the subject of a verb right behind it that modifies a noun is not who speaks."""
    return stream.tokens[end].tag in PREDICATE and stream.ending(end).tag == "ETM"


def _topic(scene: Scene, fitting: Sequence[Subject]) -> Subject | None:
    """The first topic that can speak, or the last one behind a clause that is over (…제시했지만 주주들은 …).

    None where a subject stands right before it: 회사가 [직원은 …]고 주장했다.
    """
    topics = [s for s in fitting if s.topic]
    if topics and any(not s.topic and _beside(scene.stream, s.end, topics[0].first) for s in fitting):
        return None
    later = [s for s in topics[1:] if _opens_clause(scene.stream, s.first) and not _within_content(scene, topics[0], s)]
    return later[-1] if later else next(iter(topics), None)


def _within_content(scene: Scene, topic: Subject, later: Subject) -> bool:
    """경찰은 [행인이 신고했지만 환자는 이미 숨져 있었다]고 했다: the clause over before `later` has a subject of its
    own, so that both belong to what is said; not 대표는 [배당이 늘었다]고 했지만 주주들은 ….
    """
    between = [s for s in scene.subjects if topic.end <= s.first and s.end <= later.first and not s.topic]
    return any(_acts(scene.stream, s.end, later.first) for s in between)


def _acts(stream: Stream, start: int, end: int) -> bool:
    """Whether the next verb goes on as a clause of its own: it modifies no noun and is not what somebody says."""
    verbs = (i for i in range(start, end) if stream.tokens[i].tag in PREDICATE and stream.tokens[i].form not in _DATING)
    ending = next((stream.ending(i) for i in verbs), None)
    return ending is not None and ending.tag != "ETM" and not ending.form.endswith(_CITES)


def _beside(stream: Stream, end: int, first: int) -> bool:
    """Whether nothing but a determiner stands between two phrases: 회사가 |새 직원은."""
    return end <= first and all(token.tag in ("MM", "XPN") for token in stream.tokens[end:first])


def _subject_of(scene: Scene, unit: Unit, fitting: Sequence[Subject]) -> Speaker | None:
    """A subject with 이/가, which may be the speaker's or the content's own; behind …는 가운데, the next one."""
    first = next((s for s in reversed(fitting) if _behind_meanwhile(scene.stream, s.first)), fitting[0])
    others = [s for s in scene.subjects if first.end <= s.first and s.end <= unit.at and not s.adds]
    cue = unit.reporting.cue if unit.reporting else None
    announced = cue is not None and cue.announces and first.first == 0
    if others or announced or not _goes_on(scene, first.source):
        return Speaker(first.source, Found.WRITTEN, "절 앞의 주어", first.end)
    return None


def _is_told_of(scene: Scene, unit: Unit, topic: Source) -> bool:
    """기업은 …다는 설명이다: a topic without a name, behind somebody's words, is what these explain further; and of
    bodies without a name a forecast is told, they do not make it (항공사들은 노선을 줄일 것이라는 전망이다).
    """
    if topic.entity is None and topic.sort == "body" and unit.noun is not None and unit.noun.stance == "forecast":
        return True
    if unit.noun is not None and unit.noun.own:
        return False
    before = scene.discourse.speakers_in(scene.number - 1)
    return topic.entity is None and topic.sort in ("body", "group") and bool(before) and before[-1].label != topic.label


def _goes_on(scene: Scene, source: Source) -> bool:
    """Whether a lone subject is rather the content's own: somebody spoke right before, and it is not new here."""
    if scene.connected:
        return True
    before = scene.discourse.speakers_in(scene.number - 1)
    if not before or any(s.entity == source.entity and s.label == source.label for s in before):
        return False
    return scene.known_before(source)


def according(scene: Scene, limit: int) -> Speaker | None:
    """한빛일보에 따르면 …라고 보도했다: a cited source where the reporting words have no subject."""
    tokens = scene.stream.tokens
    for i in range(min(limit, len(tokens) - 1) - 1, 1, -1):
        cites = tokens[i].form in ("따르", "의하") and tokens[i].tag.startswith("VV") and tokens[i - 1].form == "에"
        if cites and tokens[i + 1].form == "면":  # not 조회수에 따른 수익
            first = phrase_start(scene.stream, i - 1, scene.who)
            end = i - 1
            if end - 1 > first and tokens[end - 1].form in scene.book.nouns:  # 한서린 대표의 설명에 따르면
                end -= 1 + (tokens[end - 2].tag == "JKG")
            if first < end:
                source = source_of(scene.stream, first, end, scene.who, scene.book)
                if _has_name(source, scene.book):
                    return Speaker(source, Found.WRITTEN, CITED, scene.stream.ending(i).at + 1)
    return None


def _has_name(source: Source, book: Book) -> bool:
    """Whether it is somebody by name: 한빛일보, 현지 매체 다온; not 현지 매체."""
    if source.entity:
        return source.sort in ("person", "org")
    return source.sort == "outlet" and book.source((source.label or "").split()[-1]) is None


def _opens_clause(stream: Stream, first: int) -> bool:
    """Whether a clause of its own is over right before token `first`: …했지만, …했고, …하자, …는 가운데."""
    if _behind_meanwhile(stream, first):
        return True
    i = first - 1
    comma = i > 0 and stream.tokens[i].tag == "SP"
    while i > 0 and stream.tokens[i].tag in ("SP", "MAG", "MAJ", "MM"):
        i -= 1
    if i < 1 or stream.tokens[i].tag != "EC":
        return False
    if comma and stream.tokens[i].form.endswith(("고", "며", "지만", "으나", "는데", "나")):
        return True
    return stream.tokens[i].form in SWITCHING or stream.tokens[i - 1].form in ("었", "았")


def _behind_meanwhile(stream: Stream, first: int) -> bool:
    """…한 가운데, |누리전자가: whether a clause that only tells of the circumstances is over before token `first`."""
    i = first - 1
    if i < _BOTH or stream.tokens[i].tag != "SP":
        return False
    return stream.tokens[i - 1].form in _MEANWHILE and stream.tokens[i - 2].tag == "ETM"
