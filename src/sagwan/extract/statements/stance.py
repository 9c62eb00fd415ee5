"""What a speaker does by saying it, told by the reporting words and by the words that are said."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.statement import Speech, Stance
from sagwan.extract.statements.quoted import Link
from sagwan.lexicon.schema.cue import Tone

if TYPE_CHECKING:
    from sagwan.core.span import Span
    from sagwan.extract.statements.scene import Scene
    from sagwan.extract.statements.stream import Stream
    from sagwan.extract.statements.unit import Unit
    from sagwan.lexicon import Lexicon

_Sought = tuple[Tone, re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]
_TIED = {Link.PLAN: Stance.PROMISE, Link.NONE: Stance.DECLINE, Link.ASK: Stance.DEMAND}
_FUTURE = re.compile(r"([가-힣]) (?:것|거)(?=$|[ .]|이[라다며란]|으로|을 |[라야예죠지])[가-힣 ]{0,18}$")
# …을 선보일 예정, …를 보낼 방침; what will be done to one (될 예정, 열릴 예정) is no promise
_PLANNED = re.compile(r"[을를]\s(?:[가-힣]+\s)*[가-힣]*([가-힣]) (?:예정|계획|방침|작정|각오)(?:이다|이라는)?[.]?$")
_FINALS, _RIEUL = 28, 8  # Hangul syllables: 28 finals, ㄹ is the ninth
_LAST = r"[가-힣]{0,7}(?=[.?!…]|$)"
_NEAR = 12  # characters behind a word that may still take it back: 부당하다고 볼 수 없다
_THREAT = re.compile(r"[가-힣]면\s.*(?:것|겠다|된다)$")
_POSSIBLE = re.compile(r"수(?:도|가)? 있다$|것(?:이다)?$")
_SENTENCE_END = re.compile(r"[.?!…]+\s+(?=\S)")
_REST = r"(?:고|며|는|은|이|요|이라|이다|이었다|[\"'”’)\s.,!…~])*$"


def stance_of(scene: Scene, unit: Unit, span: Span) -> Stance:
    """The stance of one statement: how it is tied, else what its words say, else what the cue gives away."""
    cue = unit.reporting.cue if unit.reporting else None
    given = cue.stance if cue else "assert"
    if given == "assert" and unit.noun:
        given = unit.noun.stance
    said = scene.stream.chars[span.start : span.end]
    tied = _by_tie(scene.stream, unit, said, given)
    if tied is not None:
        return tied
    stance = stance_of_words(said, given, scene.book.lexicon)
    if is_relayed(unit) and stance not in (Stance.FORECAST, Stance.WARN):
        return Stance.ASSERT  # an outlet commits itself to nothing
    own = _own_doing(scene.book.lexicon)
    announced = stance is Stance.ASSERT and own is not None and _announces(scene.stream, unit, span, own)
    return Stance.PROMISE if announced else stance


def _by_tie(stream: Stream, unit: Unit, said: str, given: str) -> Stance | None:
    """What the way in which content and cue are tied tells by itself: …할 것을 촉구했다, …것으로 내다봤다."""
    cue = unit.reporting.cue if unit.reporting else None
    if unit.link in _TIED:
        return _TIED[unit.link]
    if unit.link is Link.THING and given in ("assert", "forecast"):
        direct = unit.speech is Speech.DIRECT
        future = _ends_in_rieul(_FUTURE.search(said)) if direct else stream.tokens[unit.at - 1].form in ("ᆯ", "을")
        return Stance.FORECAST if future else Stance.ASSERT
    if cue and cue.link == "responds" and _THREAT.search(said):
        return Stance.WARN
    if cue and cue.way == "judge" and given == "assert" and _POSSIBLE.search(said):
        return Stance.FORECAST
    return None


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


def stance_of_words(said: str, given: str, lexicon: Lexicon) -> Stance:
    """The stance of words whose reporting verb gives away `given`."""
    last = _SENTENCE_END.split(said)[-1]
    for tone, tails, words, ends in _tones(lexicon):
        if given not in tone.over:
            continue
        for words_, where in ((tails, last), (words, said), (ends, said)):
            found = words_.search(where) if words_ else None
            if found and not _taken_back(where, found, tone.unless):
                return Stance(tone.stance)
    if given == "assert" and _ends_in_rieul(_PLANNED.search(last)):
        return Stance.PROMISE
    return Stance.FORECAST if given == "assert" and _ends_in_rieul(_FUTURE.search(last)) else Stance(given)


def _taken_back(words: str, found: re.Match[str], unless: tuple[str, ...]) -> bool:
    """Whether what stands around the found words makes them mean something else (모르|겠다, 부당하다고 |볼 수 없다)."""
    around = (u for u in unless if u not in found[0])
    return any(u in words[max(0, found.start() - len(u)) : found.end() + _NEAR] for u in around)


def _ends_in_rieul(found: re.Match[str] | None) -> bool:
    """Whether the syllable before 것 or 예정 ends in ㄹ: what will be, not what is."""
    return found is not None and (ord(found[1]) - ord("가")) % _FINALS == _RIEUL


@cache
def _own_doing(lexicon: Lexicon) -> Tone | None:
    return next((tone for tone in lexicon.all(Tone) if tone.own), None)


@cache
def _tones(lexicon: Lexicon) -> tuple[_Sought, ...]:
    """The tones in the order of their ids' numbers, each with what it looks for at the end and anywhere."""
    tones = sorted(lexicon.all(Tone), key=lambda tone: int(tone.id.split(".")[1]))
    word = "(?<![가-힣])"
    return tuple(
        (tone, _either(tone.tails, _REST), _either(tone.words, "", word), _either(tone.ends, _LAST, word))
        for tone in tones
    )


def _either(words: tuple[str, ...], rest: str, before: str = "") -> re.Pattern[str] | None:
    if not words:
        return None
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(before + "(?:" + "|".join(re.escape(w) for w in longest_first) + ")" + rest)
