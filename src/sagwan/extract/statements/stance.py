"""What a speaker does by saying it, told by the reporting words and by the words that are said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.statement import Speech, Stance
from sagwan.extract.statements.quoted import Link
from sagwan.extract.statements.tone import (
    FUTURE,
    PAST,
    RIEUL,
    SSANG_SIOT,
    ends_in,
    final_ending,
    own_doing,
    stance_of_words,
)

if TYPE_CHECKING:
    from sagwan.core.span import Span
    from sagwan.extract.statements.scene import Scene
    from sagwan.extract.statements.stream import Stream
    from sagwan.extract.statements.unit import Unit
    from sagwan.korean.kiwi import Morpheme
    from sagwan.lexicon.schema.cue import SpeechNoun, Tone

_TIED = {Link.PLAN: Stance.PROMISE, Link.NONE: Stance.DECLINE, Link.ASK: Stance.DEMAND}
_DONE = 2  # morphemes of 조치|하|ᆯ|것 before its verb's ending
_DOING = ("VV", "VV-I", "VV-R", "XSV")
_TOPICS = {("JX", form) for form in ("은", "는", "ᆫ", "도")}
_WITHIN = ("어", "아", "게", "지")  # endings that end no clause
_BECOMES = ("되", "나오", "나", "있", "보")  # one's own doing as well: 앞장서는 사람이 되겠다, 법정에 나오겠다
_NEAR = 4  # morphemes between what comes and that it will: 비|가 곧 내리|겠
_CONTRASTS = ("지만", "으나")  # 욕심이 있|지만 경기에 집중할 것: a subject before it is another clause's
_SELF = ("나", "저", "우리", "저희", "제", "내")
_OVER = 12  # characters from which a sentence may follow
_TAIL = 6  # morphemes that the end of a promise takes: 나오|시|ᆯ|예정|이|다
_THREAT = re.compile(r"[가-힣]면\s.*(?:것|겠다|된다)$")
_POSSIBLE = re.compile(r"(?<!볼 )수(?:도|가)? 있다$")
_OUGHT = re.compile(r"야 할 것$")  # 다시 짜야 할 것으로 보고 있다
_CLAUSES = (Link.GO, Link.MYEO, Link.NEUN)
_TIES = re.compile(r"(?:고|며|면서|는)$")


def stance_of(scene: Scene, unit: Unit, span: Span) -> Stance:
    """The stance of one statement: how it is tied, else what its words say, else what the cue gives away."""
    cue = unit.reporting.cue if unit.reporting else None
    given = cue.stance if cue and not _of_object(scene.stream, unit) else "assert"
    said = scene.stream.chars[span.start : span.end]
    noun = unit.noun or _object(scene, unit)
    if given == "assert" and noun and not (noun.stance == "forecast" and ends_in(SSANG_SIOT, PAST.search(said))):
        given = noun.stance
    tied = _by_tie(scene.stream, unit, said, given)
    if tied is not None:
        return tied
    ending = _final_ending(scene.stream, unit, span)
    stance = stance_of_words(said, given, scene.book.lexicon, cue.leans if cue else None, ending)
    own = own_doing(scene.book.lexicon)
    another = _of_another(scene.stream, span) or (own is not None and _comes(scene.stream, span, own))
    if stance is Stance.PROMISE and given == "assert" and another:
        stance = Stance.FORECAST
    if is_relayed(unit) and stance not in (Stance.FORECAST, Stance.WARN):
        return Stance.ASSERT  # an outlet commits itself to nothing
    announced = stance is Stance.ASSERT and own is not None and _announces(scene.stream, unit, span, own)
    intended = stance is Stance.FORECAST and given == "assert" and own is not None and _intends(scene.stream, span, own)
    return Stance.PROMISE if announced or intended else stance


def _of_object(stream: Stream, unit: Unit) -> bool:
    """“…”며 확인을 부탁했다, “…”며 지원을 약속했다: what is asked or promised is another thing than what is said."""
    reporting = unit.reporting
    if unit.link is not Link.MYEO or reporting is None or reporting.cue is None:
        return False
    asked = (t.tag == "JKO" for t in stream.tokens[unit.after : reporting.first])
    return reporting.cue.stance in ("demand", "promise") and any(asked)


def _object(scene: Scene, unit: Unit) -> SpeechNoun | None:
    """“…”고 신중한 전망을 내놨다: the noun of speech that the reporting words have for their object."""
    tokens = scene.stream.tokens
    at = unit.reporting.first - 2 if unit.reporting and unit.reporting.cue else -1
    if at < unit.after or tokens[at + 1].tag != "JKO" or tokens[at].tag != "NNG":
        return None
    return scene.book.nouns.get(tokens[at].form)


def _final_ending(stream: Stream, unit: Unit, span: Span) -> str | None:
    """The ending that a verb takes at the end of the content: 이끌|자, and 이끌|자고 without what ties it."""
    if unit.speech is Speech.DIRECT:
        return final_ending([m for m in stream.morphemes if span.start <= m.start < span.end])
    form = final_ending(stream.tokens[: unit.at + 1]) if unit.link in _CLAUSES else None
    return _TIES.sub("", form) if form else None


def _of_another(stream: Stream, span: Span) -> bool:
    """나오실 예정: whom one honours is somebody else."""
    return any(m.tag == "EP" and m.form in ("시", "으시") for m in _last_sentence(stream, span)[-_TAIL:])


def _comes(stream: Stream, span: Span, own: Tone) -> bool:
    """비가 내리겠다: what comes by itself, with a subject of its own, is not promised."""
    said = _last_sentence(stream, span)
    at = next((i for i in range(len(said) - 1, 0, -1) if said[i].tag == "EP" and said[i].form == "겠"), 0)
    if not at or said[at - 1].form not in own.unless or said[at - 1].form in _BECOMES:
        return False
    subject = next((i for i in range(at - 1, 0, -1) if said[i].tag == "JKS"), 0)
    return subject > 0 and said[subject - 1].tag in ("NNG", "NNB") and at - subject <= _NEAR


def _by_tie(stream: Stream, unit: Unit, said: str, given: str) -> Stance | None:
    """What the way in which content and cue are tied tells by itself: …할 것을 촉구했다, …것으로 내다봤다."""
    cue = unit.reporting.cue if unit.reporting else None
    if unit.link is Link.ASK and cue and (cue.stance == "promise" or cue.announces):
        return Stance.PROMISE  # …할 것을 약속했다
    if unit.link in _TIED:
        return _TIED[unit.link]
    if unit.link is Link.THING and given in ("assert", "forecast"):
        return _as_thing(stream, unit, said, given)
    if cue and cue.link == "responds" and _THREAT.search(said):
        return Stance.WARN
    return _judged(said, given) if cue and cue.way == "judge" else None


def _as_thing(stream: Stream, unit: Unit, said: str, given: str) -> Stance:
    """…ㄹ 것으로, …한 것으로 보고 있다."""
    if given == "assert" and _OUGHT.search(said):
        return Stance.DEMAND
    direct = unit.speech is Speech.DIRECT
    future = ends_in(RIEUL, FUTURE.search(said)) if direct else stream.tokens[unit.at - 1].form in ("ᆯ", "을")
    return Stance.FORECAST if future else Stance.ASSERT


def _judged(said: str, given: str) -> Stance | None:
    """…ㄹ 수 있다고 봤다 looks ahead; …했다고 내다봤다 does not."""
    if given == "assert" and _POSSIBLE.search(said):
        return Stance.FORECAST
    return Stance.ASSERT if given == "forecast" and ends_in(SSANG_SIOT, PAST.search(said)) else None


def is_relayed(unit: Unit) -> bool:
    """Whether an outlet passes the words on: …고 보도했다, 한빛일보에 따르면."""
    return unit.link is Link.CITED or (unit.reporting is not None and unit.reporting.way == "relay")


def _announces(stream: Stream, unit: Unit, span: Span, own: Tone) -> bool:
    """출시한다고 밝혔다, 투자한다는 입장이다: a plain present, without a subject but the speaker."""
    cue = unit.reporting.cue if unit.reporting else None
    said = cue.announces if cue else unit.noun is not None and unit.noun.holds
    ending = stream.tokens[unit.at]
    if not said or unit.speech is Speech.DIRECT or not ending.form.startswith(("ᆫ다", "는다")):
        return False
    verb = stream.tokens[unit.at - 1]
    if verb.tag not in ("VV", "VV-I", "VV-R", "XSV") or any(stream.stem(unit.at - 1).endswith(u) for u in own.unless):
        return False
    inside = (t for t in stream.tokens[: unit.at] if t.start >= span.start)
    return not any(t.tag == "JKS" or (t.tag == "JX" and t.form in ("은", "는", "ᆫ")) for t in inside)


def _intends(stream: Stream, span: Span, own: Tone) -> bool:
    """환수 조치할 것, 병상을 더 놓을 것: what will be done, without anybody named who does it but the speaker."""
    said = _last_sentence(stream, span)
    at = next((i for i in range(len(said) - 1, _DONE, -1) if said[i].tag == "NNB" and said[i].form in ("것", "거")), 0)
    if not at or said[at - 1].form not in ("ᆯ", "을") or any(m.tag[0] == "J" for m in said[at + 1 :]):
        return False
    behind = at - 4 if said[at - 2].form == "않" else at - 2  # 공천하|지|않|을|것
    verb = said[behind]
    stem = said[behind - 1].form + verb.form if verb.tag == "XSV" else verb.form
    if verb.tag not in _DOING or stem.endswith(own.unless):
        return False
    contrast = max((i for i in range(at) if said[i].tag == "EC" and said[i].form.endswith(_CONTRASTS)), default=0)
    marked = [
        said[i - 1] for i in range(contrast + 1, at) if said[i].tag == "JKS" or (said[i].tag, said[i].form) in _TOPICS
    ]
    clause = max((i for i in range(at) if said[i].tag == "EC" and said[i].form not in _WITHIN), default=0)
    acts = verb.tag == "XSV" or any(m.tag == "JKO" for m in said[clause:at])
    mine = [m.tag == "NP" and m.form in _SELF for m in marked]
    return acts and (all(mine) or mine[0])


def _last_sentence(stream: Stream, span: Span) -> list[Morpheme]:
    """The morphemes of the last sentence of what is said."""
    said = [m for m in stream.morphemes if span.start <= m.start < span.end]
    over = [i for i, m in enumerate(said) if m.tag == "EF" and m.end < span.end - _OVER]
    return said[over[-1] + 1 :] if over else said
