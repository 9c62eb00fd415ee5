"""Who says it: the subject of the reporting words where it is written, else whoever the text carries over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.core.statement import Found, Speech
from sagwan.extract.statements.carry import SWITCHING, carried, resolve, same_sentence, spoke_on
from sagwan.extract.statements.quoted import Link
from sagwan.extract.statements.scene import NOBODY, Speaker
from sagwan.extract.statements.source import Source, phrase_start, source_of
from sagwan.extract.statements.stream import PREDICATE, QUOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.statements.scene import Scene
    from sagwan.extract.statements.source import Subject
    from sagwan.extract.statements.stream import Stream
    from sagwan.extract.statements.unit import Unit

_MARKED = re.compile(r"([가-힣]{2,})[은는]\s$")
CITED = "…에 따르면"
_WORD = 12  # characters that a word before a quotation takes
_QUESTIONS = frozenset({"질문", "물음", "질의", "주장", "지적", "의혹", "보도", "비판", "말", "요구"})
_BRACKETS = re.compile(r"\s*\([^()]{2,20}\)")
_BOTH = 2
_CLAUSE = 10  # characters from which a quotation is rather a sentence than a term


def speakers(scene: Scene, pieces: Sequence[Unit]) -> list[Speaker]:
    """The speaker of each unit, in order; units that share their reporting words share their speaker."""
    found: list[Speaker] = []
    for n, unit in enumerate(pieces):
        before = next((m for m in range(n - 1, -1, -1) if pieces[m].cue_at == unit.cue_at), None)
        if before is not None and found[before].source is not None:
            found.append(found[before])
            continue
        last = pieces[n - 1] if n else None
        written = _written(scene, unit, pieces, n)
        if written is None and last is not None and not unit.voiced:
            written = same_sentence(scene, last, found[n - 1])
        if written is None and unit.speech is Speech.DIRECT:
            written = _in_brackets(scene, unit)
        if written is None and unit.voiced:
            found.append(NOBODY)
            continue
        alone = unit.speech is Speech.DIRECT and unit.reporting is None and unit.noun is None
        found.append(resolve(scene, written) if written else (spoke_on(scene) if alone else carried(scene)))
    return found


def _written(scene: Scene, unit: Unit, pieces: Sequence[Unit], n: int) -> Speaker | None:
    begin = _segment_start(pieces, n)
    if unit.link is Link.CITED:
        return _according(scene, unit.after)
    if unit.voiced:
        return _voice(scene, unit, begin)
    if any(other.speech is Speech.INDIRECT and other is not unit and unit.within(other) for other in pieces):
        return _inner(scene, unit, begin) or _before_clause(scene, unit, begin)
    if unit.once:
        return _used_to(scene, unit)
    embedded = unit.link is not Link.MYEO and unit.reporting is not None and unit.reporting.ending.tag == "ETM"
    return (
        _owner(scene, unit)
        or _behind(scene, unit, pieces)
        or _modified(scene, unit, begin)
        or _giver(scene, unit, begin)
        or (_inner(scene, unit, begin) if embedded and unit.speech is Speech.INDIRECT else None)
        or (_before_quote(scene, unit, begin) if unit.speech is Speech.DIRECT else _before_clause(scene, unit, begin))
    )


def _in_brackets(scene: Scene, unit: Unit) -> Speaker | None:
    """“…”(한서린): the name in brackets behind a quotation that stands alone."""
    stream = scene.stream
    behind = _BRACKETS.match(stream.chars, stream.tokens[unit.at].end)
    named = scene.who.between(behind.start(), behind.end()) if behind else []
    if not named and stream.chars[: stream.tokens[unit.at].start].rstrip().endswith((":", "：")):
        return _by_colon(scene, unit)
    if not named or unit.at + 1 >= len(stream.tokens) or stream.tokens[unit.at].start != stream.tokens[0].start:
        return None
    span, entity = named[-1]
    return Speaker(Source(entity.kind.value, span, entity.id), Found.WRITTEN, "괄호 안의 이름")


def _by_colon(scene: Scene, unit: Unit) -> Speaker | None:
    """한서린 대표: “…”: the name before the colon."""
    tokens = scene.stream.tokens
    end = next(i for i in range(unit.at - 1, -1, -1) if tokens[i].form in (":", "："))
    source = source_of(scene.stream, 0, end, scene.who, scene.book) if end else None
    return Speaker(source, Found.WRITTEN, "쌍점 앞의 이름", end) if source else None


def _owner(scene: Scene, unit: Unit) -> Speaker | None:
    """“…”라는 도경우 의원의 지적, …다는 것이 도경우 의원의 설명: whose words the noun says they are."""
    if unit.noun_at < 0 or unit.link is not Link.NEUN:
        return None
    tokens = scene.stream.tokens
    for i in range(unit.noun_at - 1, unit.after, -1):
        if tokens[i].tag == "JKG":
            source = _source_before(scene, unit.after, i)
            if source is not None and source.speaks:
                return Speaker(source, Found.WRITTEN, "…의 말", unit.at + 1, topic=True)
    return None


def _inner(scene: Scene, unit: Unit, begin: int) -> Speaker | None:
    """Speech inside reported speech: 로이터는 [한서린 대표가 …라고 말했다]고 보도했다."""
    fitting = [s for s in scene.subjects if begin <= s.first and s.end <= unit.cue_at and s.source.speaks]
    for subject in reversed(fitting):
        if not subject.topic:
            return Speaker(subject.source, Found.WRITTEN, "안긴 말의 주어", subject.end)
    return None


def _voice(scene: Scene, unit: Unit, begin: int) -> Speaker | None:
    """업계에서는 …는 목소리가 나왔다: whoever is named with 에서는, else nobody."""
    for subject in reversed([s for s in scene.subjects if begin <= s.first and s.end <= unit.at]):
        if subject.topic and subject.source.sort in ("group", "body", "person", "unnamed"):
            return Speaker(subject.source, Found.WRITTEN, "…에서 나온 말", subject.end)
    return None


def _segment_start(pieces: Sequence[Unit], n: int) -> int:
    """The token behind the reporting words of the last unit that is over before this one begins."""
    unit = pieces[n]
    over = [p.reporting.ending for p in pieces[:n] if p.reporting and p.reporting.ending.at < unit.at]
    return max((ending.at + 1 for ending in over if ending.tag in ("EC", "EF")), default=0)


def _behind(scene: Scene, unit: Unit, pieces: Sequence[Unit]) -> Speaker | None:
    """…고 진 의원은 지적했다: between the last content and the reporting words."""
    stream = scene.stream
    after = max(piece.after for piece in pieces if piece.cue_at == unit.cue_at)
    for subject in scene.subjects:
        if (
            after <= subject.first
            and subject.end <= unit.cue_at
            and (subject.source.speaks or (unit.link is Link.GO and not _predicates(stream, subject.end, unit.cue_at)))
        ):
            if unit.reporting and any(
                scene.stream.tokens[i].tag == QUOTE for i in range(subject.end, unit.reporting.at)
            ):
                continue
            return Speaker(subject.source, Found.WRITTEN, "말 뒤의 주어", subject.end)
    return None


def _modified(scene: Scene, unit: Unit, begin: int) -> Speaker | None:
    """…라고 밝힌 한서린 대표: the noun that the reporting words modify."""
    reporting = unit.reporting
    if reporting is None or reporting.ending.tag != "ETM" or not reporting.ending.form.endswith(("ᆫ", "은", "던")):
        return None
    tokens = scene.stream.tokens
    first = reporting.ending.at + 1
    end = first
    while (
        end < len(tokens) and not tokens[end].tag.startswith(("JK", "JX", "E", "V", "SF")) and tokens[end].tag != QUOTE
    ):
        end += 1
    if end == first or tokens[first].tag == "NNB" or _has_other_object(scene, unit):
        return None
    source = _source_before(scene, first, end)
    if source is None:
        return None
    blocked = any(begin <= s.first and s.end <= unit.at and s.source.speaks and not s.topic for s in scene.subjects)
    if source.speaks and source.sort != "paper" and not blocked:
        return Speaker(source, Found.WRITTEN, "꾸밈을 받는 말", end)
    return None


def _used_to(scene: Scene, unit: Unit) -> Speaker | None:
    """“…”던 한서린 대표는: the noun that the words modify."""
    subject = next((s for s in scene.subjects if s.first >= unit.after and s.source.speaks), None)
    return Speaker(subject.source, Found.WRITTEN, "…던 사람", subject.end) if subject else None


def _has_other_object(scene: Scene, unit: Unit) -> bool:
    """…라며 다른 일을 언급한 X를 비판했다: the modifier has an object of its own, so the content is not its content.

    An object that is itself a word for speech (…라고 입장을 밝힌 X) leaves the content where it was.
    """
    if unit.reporting is None:
        return False
    tokens = scene.stream.tokens
    return any(
        tokens[i].tag == "JKO" and tokens[i - 1].form not in scene.book.nouns
        for i in range(unit.after + 1, unit.reporting.first)
    )


def _source_before(scene: Scene, first: int, end: int) -> Source | None:
    """Whom the noun phrase means that ends before token `end` and begins at `first` or later; None where none does."""
    start = max(first, phrase_start(scene.stream, end, scene.who))
    return source_of(scene.stream, start, end, scene.who, scene.book) if start < end else None


def _giver(scene: Scene, unit: Unit, begin: int) -> Speaker | None:
    """한서린 대표에게서 “…”는 말을 들었다: who the words come from."""
    if unit.reporting is None or unit.reporting.way != "hear":
        return None
    tokens = scene.stream.tokens
    for i in range(unit.at, begin, -1):
        if tokens[i].tag == "JKB" and tokens[i].form in ("에게서", "한테서", "로부터", "으로부터", "에게", "한테"):
            first = phrase_start(scene.stream, i, scene.who)
            if first < i:
                source = source_of(scene.stream, first, i, scene.who, scene.book)
                return Speaker(source, Found.WRITTEN, "말의 출처", i + 1)
    return None


def _before_quote(scene: Scene, unit: Unit, begin: int) -> Speaker | None:
    """The subject nearest to the quotation whose own predicate can be the reporting one."""
    fitting = [s for s in scene.subjects if begin <= s.first and s.end <= unit.at]
    if not fitting:
        return _word_before(scene, unit)
    nearest = fitting[-1]
    free = not _predicates(scene.stream, nearest.end, unit.at)
    if outer := _around(scene.stream, fitting):
        return Speaker(outer.source, Found.WRITTEN, "따옴표 앞의 주제", outer.end)
    whole = len(scene.stream.quoted[unit.at].quotation.inner) >= _CLAUSE
    beside = nearest.end == unit.at and (nearest.source.label or "").endswith("들")
    if free and (nearest.source.speaks or nearest.topic or beside or (whole and nearest is fitting[0])):
        return Speaker(nearest.source, Found.WRITTEN, "따옴표 앞의 주어", nearest.end)
    for subject in reversed(fitting):
        if subject.topic and subject.source.speaks:
            return Speaker(subject.source, Found.WRITTEN, "따옴표 앞의 주제", subject.end)
    for subject in fitting:
        if subject.source.speaks and not _asked(scene.stream, subject.end, unit.at):
            return Speaker(subject.source, Found.WRITTEN, "문장의 주어", subject.end)
    return _stranger(scene, unit, fitting[0]) if whole and not scene.connected else None


def _stranger(scene: Scene, unit: Unit, first: Subject) -> Speaker | None:
    """다솜은 새 노래를 들려주며 “…”라고 말했다: the topic of the sentence, whoever it is, where a cue reports."""
    cited = unit.reporting is not None and unit.reporting.cue is not None
    named = scene.stream.tokens[first.end - 2].tag in ("NNP", "SL", "NNG")
    dated = any(c.isdigit() for c in first.source.label or "")
    if not (cited and named and first.topic) or dated or first.adds:
        return None
    return Speaker(first.source, Found.WRITTEN, "문장의 주제", first.end)


def _around(stream: Stream, fitting: Sequence[Subject]) -> Subject | None:
    """대변인은 회견에서 회사는 “…”고: the topic before the last one, where the last belongs to what is said."""
    if len(fitting) < _BOTH or not all(s.topic and s.source.speaks for s in fitting[-_BOTH:]):
        return None
    before, last = fitting[-_BOTH:]
    between = stream.tokens[before.end : last.first]
    parted = any(token.tag in ("EC", "EF", "SP", QUOTE) for token in between)
    return before if between and not parted and not last.adds else None


def _asked(stream: Stream, start: int, end: int) -> bool:
    """Whether the subject that ends before `start` belongs to what the words are about, a question, a claim or a
    plan of somebody else's: [도경우 의원이 제시한 계획]에 대해서는 “…”.
    """
    tokens = stream.tokens
    verb = next((i for i in range(start, end) if tokens[i].tag in PREDICATE), None)
    if verb is None or stream.ending(verb).tag != "ETM":
        return False
    for i in range(stream.ending(verb).at + 1, end - 1):
        if tokens[i].tag in ("EC", "EF", "JKO", "JKS"):
            return False
        if tokens[i].tag == "JKB" and tokens[i].form in ("에", "과", "와"):
            return tokens[i - 1].form in _QUESTIONS or tokens[i + 1].form in ("대하", "관하", "관련", "는", "ᆫ")
    return False


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


def _predicates(stream: Stream, start: int, end: int) -> bool:
    return any(stream.tokens[i].tag in PREDICATE for i in range(start, end))


def _before_clause(scene: Scene, unit: Unit, begin: int) -> Speaker | None:
    """The topic or the subject before the content, or whom the sentence cites."""
    fitting = [s for s in scene.subjects if begin <= s.first and s.end <= unit.at and s.source.speaks]
    if chosen := _topic(scene, fitting):
        told = unit.reporting is None and _is_told_of(scene, unit, chosen.source)
        return None if told else Speaker(chosen.source, Found.WRITTEN, "절 앞의 주제", chosen.end, topic=True)
    if according := _according(scene, unit.at):
        return according
    return _subject_of(scene, unit, fitting) if fitting and unit.reporting else None


def _topic(scene: Scene, fitting: Sequence[Subject]) -> Subject | None:
    """The first topic that can speak, or the last one behind a clause that is over (…제시했지만 주주들은 …)."""
    topics = [s for s in fitting if s.topic]
    later = [s for s in topics[1:] if _opens_clause(scene.stream, s.first)]
    return later[-1] if later else next(iter(topics), None)


def _subject_of(scene: Scene, unit: Unit, fitting: Sequence[Subject]) -> Speaker | None:
    """A subject with 이/가, which may be the speaker's or the content's own."""
    first = fitting[0]
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


def _according(scene: Scene, limit: int) -> Speaker | None:
    """한빛일보에 따르면 …라고 보도했다: a cited source where the reporting words have no subject."""
    tokens = scene.stream.tokens
    for i in range(limit - 1, 1, -1):
        if tokens[i].form in ("따르", "의하") and tokens[i].tag.startswith("VV") and tokens[i - 1].form == "에":
            first = phrase_start(scene.stream, i - 1, scene.who)
            if first < i - 1:
                source = source_of(scene.stream, first, i - 1, scene.who, scene.book)
                if source.entity and source.sort in ("person", "org"):
                    return Speaker(source, Found.WRITTEN, CITED, scene.stream.ending(i).at + 1)
    return None


def _opens_clause(stream: Stream, first: int) -> bool:
    """Whether a clause of its own is over right before token `first`: …했지만, …했고, …하자."""
    i = first - 1
    comma = i > 0 and stream.tokens[i].tag == "SP"
    while i > 0 and stream.tokens[i].tag in ("SP", "MAG", "MAJ", "MM"):
        i -= 1
    if i < 1 or stream.tokens[i].tag != "EC":
        return False
    if comma and stream.tokens[i].form.endswith(("고", "며", "지만", "으나", "는데", "나")):
        return True
    return stream.tokens[i].form in SWITCHING or stream.tokens[i - 1].form in ("었", "았")
