"""Who says it: the subject of the reporting words where it is written, else whoever the text carries over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sagwan.core.statement import Found, Speech
from sagwan.extract.statements.ahead import according, before_clause, before_quote, predicates
from sagwan.extract.statements.carry import carried, resolve, same_sentence, spoke_on
from sagwan.extract.statements.noun import owned_ahead
from sagwan.extract.statements.phrase import phrase_start
from sagwan.extract.statements.quoted import Link
from sagwan.extract.statements.scene import NOBODY, Speaker
from sagwan.extract.statements.source import Source, source_of
from sagwan.extract.statements.stream import AFTERWARDS, PREDICATE, QUOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.statements.scene import Scene
    from sagwan.extract.statements.stream import Stream
    from sagwan.extract.statements.subject import Subject
    from sagwan.extract.statements.unit import Unit

_BOTH = 2
_NAMES = ("NNP", "SL", "XSN")
_BRACKETS = re.compile(r"\s*\([^()]{2,20}\)")


def speakers(scene: Scene, pieces: Sequence[Unit]) -> list[Speaker]:
    """The speaker of each unit, in order; units that share their reporting words share their speaker."""
    found: list[Speaker] = []
    for n, unit in enumerate(pieces):
        before = next((m for m in range(n - 1, -1, -1) if pieces[m].cue_at == unit.cue_at), None)
        if before is not None and found[before].source is not None:
            found.append(_each(scene, pieces[before], found[before]))
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
        told = resolve(scene, written) if written else (_alone(scene, unit) if alone else _carried(scene, unit))
        found.append(told if alone or told is not NOBODY else _whoever(scene, unit) or told)
    return found


def echoes(scene: Scene, unit: Unit, speaker: Speaker, outer: Speaker) -> bool:
    """한서린 대표는 [누리전자가 클 것으로 본다]고 말했다: whether a judgement within reported words is only the outer
    speaker's own, told once; a lone subject is what it is about, and no other judge (정부가 값이 오를 것으로 본다).
    """
    if unit.reporting is None or unit.reporting.way != "judge" or unit.reporting.ending.past:
        return False
    if speaker.end < 0 or (speaker.source and outer.source and speaker.source.span == outer.source.span):
        return True
    own = any(speaker.end <= s.first and s.end <= unit.at for s in scene.subjects)
    return not speaker.topic and speaker.end > outer.end and not own


def _carried(scene: Scene, unit: Unit) -> Speaker:
    """Whom the text carries over; …다는 주장이다 goes on from words, and not from what somebody only did."""
    told = carried(scene)
    spoken = scene.before_acts or scene.connected or any(s is told.source for _, s in scene.discourse.speakers)
    return told if spoken or unit.reporting is not None or unit.noun is None or unit.noun.own else NOBODY


def _alone(scene: Scene, unit: Unit) -> Speaker:
    """Who goes on in a quotation that stands alone; nobody whom its own words name (“한서린 감독님은 …”), but whoever
    spoke before.
    """
    speaker = spoke_on(scene)
    inner = scene.stream.quoted[unit.at].quotation.inner
    named = {entity.id for _, entity in scene.who.between(inner.start, inner.end)}
    if speaker.source is None or speaker.source.sort != "person" or speaker.source.entity not in named:
        return speaker
    others = (s for _, s in reversed(scene.discourse.speakers) if s.sort == "person" and s.entity not in named)
    last = next(others, None)
    return Speaker(last, Found.INFERRED, "앞에서 말한 사람") if last else NOBODY


def _each(scene: Scene, first: Unit, speaker: Speaker) -> Speaker:
    """한서린과 도경우는 각각 “…”, “…”고 말했다: the second words are the second one's."""
    source, both = speaker.source, speaker.candidates or (speaker.source.candidates if speaker.source else ())
    ahead = scene.stream.tokens[max(speaker.end, 0) : first.at]
    if source is None or len(both) != _BOTH or not any(token.form == "각각" for token in ahead):
        return speaker
    return replace(speaker, source=replace(source, entity=both[1], candidates=()), candidates=())


def _whoever(scene: Scene, unit: Unit) -> Speaker | None:
    """가람모임은 …고 밝혔다, 새 집을 연 가람점은 …다는 계획이다: the topic that opens the sentence, known or not, where
    nobody has spoken yet.
    """
    first = next(iter(scene.subjects), None)
    cue = unit.reporting.cue if unit.reporting else None
    if cue is not None and (cue.way not in ("say", "relay") or cue.needs_subject):
        return None
    if cue is None and (unit.reporting is not None or unit.noun is None or not unit.noun.own):
        return None
    if first is None or not first.topic or first.end > unit.at:
        return None
    tokens = scene.stream.tokens
    if first.first > 0 and (tokens[first.first - 1].tag != "ETM" or tokens[first.end - 2].tag not in _NAMES):
        return None
    return Speaker(first.source, Found.WRITTEN, "문장의 주제", first.end)


def _written(scene: Scene, unit: Unit, pieces: Sequence[Unit], n: int) -> Speaker | None:
    begin = _segment_start(pieces, n)
    if unit.link is Link.CITED:
        return according(scene, unit.after)
    if unit.left_open:
        return _went_on(scene, unit, begin)
    if unit.voiced:
        return _voice(scene, unit, begin)
    if any(other.speech is Speech.INDIRECT and other is not unit and unit.within(other) for other in pieces):
        return _inner(scene, unit, begin) or before_clause(scene, unit, begin)
    if unit.once:
        return _used_to(scene, unit)
    embedded = unit.link is not Link.MYEO and unit.reporting is not None and unit.reporting.ending.tag == "ETM"
    return (
        _owner(scene, unit)
        or _behind(scene, unit, pieces)
        or _modified(scene, unit, begin)
        or _giver(scene, unit, begin)
        or (_inner(scene, unit, begin) if embedded and unit.speech is Speech.INDIRECT else None)
        or (before_quote(scene, unit, begin) if unit.speech is Speech.DIRECT else before_clause(scene, unit, begin))
    )


def _went_on(scene: Scene, unit: Unit, begin: int) -> Speaker:
    """곡에 애정이 간다고. without reporting words: the person who is its topic, else whoever spoke last goes on."""
    if cited := according(scene, unit.at):
        return cited
    last = scene.discourse.last_speaker()
    if last is None:
        return NOBODY
    own = before_clause(scene, unit, begin)
    if (
        own
        and own.topic
        and own.source
        and (own.source.singular or (own.source.entity and own.source.sort == "person"))
    ):
        return own
    first = next(iter(scene.subjects), None)
    if first and first.topic and scene.stream.tokens[first.end - 2].tag == "NNP":  # a name that nobody has read
        return Speaker(first.source, Found.WRITTEN, "문장의 주제", first.end)
    return Speaker(last, Found.CARRIED, "앞에서 말한 사람")


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
            whose = source is not None and (source.speaks or _is_topic(scene.stream, unit.noun_at))
            return Speaker(source, Found.WRITTEN, "…의 말", unit.at + 1, topic=True) if whose else None
    if tokens[unit.after].form in ("것", "거", "점") and unit.after + 2 < unit.noun_at:
        source = _source_before(scene, unit.after + 2, unit.noun_at)  # …는 것이 누리전자 측 설명이다
        return Speaker(source, Found.WRITTEN, "…의 말", unit.at + 1, topic=True) if source and source.speaks else None
    if owned_ahead(scene.stream, unit.at):
        source = _source_before(scene, 0, unit.at - 1)
        return Speaker(source, Found.WRITTEN, "…의 말", unit.at) if source and source.speaks else None
    return None


def _is_topic(stream: Stream, at: int) -> bool:
    return at + 1 < len(stream.tokens) and stream.tokens[at + 1].tag == "JX"


def _inner(scene: Scene, unit: Unit, begin: int) -> Speaker | None:
    """Speech inside reported speech: 로이터는 [한서린 대표가 …라고 말했다]고 보도했다."""
    fitting = [s for s in scene.subjects if begin <= s.first and s.end <= unit.cue_at and s.source.speaks]
    topics = [s for s in fitting if s.topic]  # 로이터는 [가람 기금은 …다고 주장했다]고 보도했다
    last = topics[-1] if len(topics) > 1 else None
    own = [s for s in fitting if not s.topic and not _acts_in_noun(scene.stream, s.end, unit.at)]
    if own and (last is None or own[-1].first < last.end):
        beside = len(own) > 1 and _beside(scene.stream, own[-2], own[-1]) and _told_around(scene, unit, topics)
        subject = own[-2] if beside else own[-1]  # 애플이 법무부가 …라고 했다고 통신이 전했다
        return Speaker(subject.source, Found.WRITTEN, "안긴 말의 주어", subject.end)
    return Speaker(last.source, Found.WRITTEN, "안긴 말의 주제", last.end) if last else None


def _beside(stream: Stream, one: Subject, other: Subject) -> bool:
    """애플이 |미국 법무부가: whether nothing but a name stands between one subject and the end of the other."""
    words = stream.chars[stream.tokens[other.first].start : stream.tokens[other.end - 1].end].split()
    return one.end == other.first and len(words) <= _BOTH


def _told_around(scene: Scene, unit: Unit, topics: Sequence[Subject]) -> bool:
    """Whether whoever tells of the inner speech is named apart from its subjects: as a topic, or behind it."""
    return bool(topics) or any(s.first > unit.cue_at for s in scene.subjects)


def _acts_in_noun(stream: Stream, start: int, end: int) -> bool:
    """[도경우 의원이 값을 올리는] 것은 …다며: whether what the subject that ends before `start` does is a noun of what
    is said.
    """
    tokens = stream.tokens
    verb = next((i for i in range(start, end) if tokens[i].tag in PREDICATE), None)
    ending = stream.ending(verb).at if verb is not None else end
    behind = tokens[ending + 1 : ending + 3]
    return ending < end and tokens[ending].tag == "ETM" and [t.tag for t in behind] == ["NNB", "JX"]


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
            and (subject.source.speaks or (unit.link is Link.GO and not predicates(stream, subject.end, unit.cue_at)))
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
    if reporting is None or reporting.ending.tag != "ETM" or not reporting.ending.form.endswith(("ᆫ", "은", "던", "는")):
        return None
    tokens = scene.stream.tokens
    first = reporting.ending.at + 1
    end = first
    while (
        end < len(tokens) and not tokens[end].tag.startswith(("JK", "JX", "E", "V", "SF")) and tokens[end].tag != QUOTE
    ):
        end += 1
    if end == first or tokens[first].tag == "NNB" or tokens[first].form in AFTERWARDS or _has_other_object(scene, unit):
        return None
    source = _source_before(scene, first, end)
    if source is None:
        return None
    if source.entity is None and reporting.ending.form == "는":
        return None  # …라고 말하는 사람
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
