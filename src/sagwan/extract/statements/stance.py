"""What a speaker does by saying it, told by the reporting words and by the words that are said."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    from sagwan.korean.kiwi import Morpheme
    from sagwan.lexicon import Lexicon

_TIED = {Link.PLAN: Stance.PROMISE, Link.NONE: Stance.DECLINE, Link.ASK: Stance.DEMAND}
_FUTURE = re.compile(r"([가-힣]) (?:것|거)(?=$|[ .]|이[라다며란]|으로|을 |[라야예죠지])[가-힣 ]{0,18}$")
# …을 선보일 예정; what will be done to one (될 예정, 열릴 예정) is no promise. A plan or a resolve is always one's own.
_PLANNED = re.compile(
    r"(?:[을를]\s(?:[가-힣]+\s)*[가-힣]*([가-힣]) 예정|([가-힣]) (?:계획|방침|작정|각오|생각))"
    r"(?:이다|이라는|입니다)?[.]?$"
)
_WILL = re.compile(r"([가-힣])게요?[.!~]*$")  # 다녀올게요
_SURMISE = re.compile(r"([^\W있])을 (?:것|거)[가-힣. ]{0,8}$")  # …했을 것
_FINALS, _RIEUL, _SSANG_SIOT = 28, 8, 20  # Hangul syllables: 28 finals, ㄹ is the ninth, ㅆ the twenty-first
_LAST = r"[가-힣]{0,7}(?=[.?!…]|$)"
_DONE = 2  # morphemes of 조치|하|ᆯ|것 before its verb's ending
_DOING = ("VV", "VV-I", "VV-R", "XSV")
_TOPICS = {("JX", form) for form in ("은", "는", "ᆫ", "도")}
_WITHIN = ("어", "아", "게")  # endings that end no clause
_SELF = ("나", "저", "우리", "저희", "제", "내")
_NEAR = 12  # characters behind a word that may still take it back: 부당하다고 볼 수 없다
_THREAT = re.compile(r"[가-힣]면\s.*(?:것|겠다|된다)$")
_POSSIBLE = re.compile(r"(?<!볼 )수(?:도|가)? 있다$")
_OUGHT = re.compile(r"야 할 것$")  # 다시 짜야 할 것으로 보고 있다
_PAST = re.compile(r"([^\W있겠])다[.]?$")  # …했다
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
    stance = stance_of_words(said, given, scene.book.lexicon, cue.leans if cue else None)
    if is_relayed(unit) and stance not in (Stance.FORECAST, Stance.WARN):
        return Stance.ASSERT  # an outlet commits itself to nothing
    own = _own_doing(scene.book.lexicon)
    announced = stance is Stance.ASSERT and own is not None and _announces(scene.stream, unit, span, own)
    intended = stance is Stance.FORECAST and given == "assert" and own is not None and _intends(scene.stream, span, own)
    return Stance.PROMISE if announced or intended else stance


def _by_tie(stream: Stream, unit: Unit, said: str, given: str) -> Stance | None:
    """What the way in which content and cue are tied tells by itself: …할 것을 촉구했다, …것으로 내다봤다."""
    cue = unit.reporting.cue if unit.reporting else None
    if unit.link in _TIED:
        return _TIED[unit.link]
    if unit.link is Link.THING and given in ("assert", "forecast"):
        return _as_thing(stream, unit, said)
    if cue and cue.link == "responds" and _THREAT.search(said):
        return Stance.WARN
    return _judged(said, given) if cue and cue.way == "judge" else None


def _as_thing(stream: Stream, unit: Unit, said: str) -> Stance:
    """…ㄹ 것으로, …한 것으로 보고 있다."""
    if _OUGHT.search(said):
        return Stance.DEMAND
    direct = unit.speech is Speech.DIRECT
    future = _ends_in(_RIEUL, _FUTURE.search(said)) if direct else stream.tokens[unit.at - 1].form in ("ᆯ", "을")
    return Stance.FORECAST if future else Stance.ASSERT


def _judged(said: str, given: str) -> Stance | None:
    """…ㄹ 수 있다고 봤다 looks ahead; …했다고 내다봤다 does not."""
    if given == "assert" and _POSSIBLE.search(said):
        return Stance.FORECAST
    return Stance.ASSERT if given == "forecast" and _ends_in(_SSANG_SIOT, _PAST.search(said)) else None


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
    verb = said[at - 2]
    stem = said[at - 3].form + verb.form if verb.tag == "XSV" else verb.form
    if verb.tag not in _DOING or stem.endswith(own.unless):
        return False
    marked = [said[i - 1] for i in range(1, at) if said[i].tag == "JKS" or (said[i].tag, said[i].form) in _TOPICS]
    clause = max((i for i in range(at) if said[i].tag == "EC" and said[i].form not in _WITHIN), default=0)
    acts = verb.tag == "XSV" or any(m.tag == "JKO" for m in said[clause:at])
    return acts and all(m.tag == "NP" and m.form in _SELF for m in marked)


def _last_sentence(stream: Stream, span: Span) -> list[Morpheme]:
    """The morphemes of the last sentence of what is said."""
    said = [m for m in stream.morphemes if span.start <= m.start < span.end]
    over = [i for i, m in enumerate(said) if m.tag == "EF" and m.end < span.end - _NEAR]
    return said[over[-1] + 1 :] if over else said


def stance_of_words(said: str, given: str, lexicon: Lexicon, leans: str | None = None) -> Stance:
    """The stance of words whose reporting verb gives away `given`, and only suggests `leans`."""
    last = _SENTENCE_END.split(said)[-1]
    for sought in _tones(lexicon):
        tone = sought.tone
        if tone.stance == Stance.FORECAST and _ends_in(_SSANG_SIOT, _SURMISE.search(last)):
            continue  # what was, or would have been
        if given in tone.over and (sought.shows(said, last) or (leans == tone.stance and sought.hints(said))):
            return Stance(tone.stance)
    if given == "assert" and (_ends_in(_RIEUL, _PLANNED.search(last)) or _ends_in(_RIEUL, _WILL.search(last))):
        return Stance.PROMISE
    past = _ends_in(_SSANG_SIOT, _SURMISE.search(last)) or _ends_in(_SSANG_SIOT, _PAST.search(last))
    future = _ends_in(_RIEUL, _FUTURE.search(last)) and not past
    return Stance.FORECAST if given == "assert" and future else Stance(given)


def _taken_back(words: str, found: re.Match[str], unless: tuple[str, ...]) -> bool:
    """Whether what stands around the found words makes them mean something else (모르|겠다, 부당하다고 |볼 수 없다)."""
    around = (u for u in unless if u not in found[0])
    return any(u in words[max(0, found.start() - len(u)) : found.end() + _NEAR] for u in around)


def _ends_in(final: int, found: re.Match[str] | None) -> bool:
    """Whether the syllable that was found ends in this consonant; before 것 or 예정, ㄹ tells what will be."""
    return found is not None and (ord(next(filter(None, found.groups()))) - ord("가")) % _FINALS == final


@cache
def _own_doing(lexicon: Lexicon) -> Tone | None:
    return next((tone for tone in lexicon.all(Tone) if tone.own), None)


@dataclass(frozen=True, slots=True)
class _Sought:
    """A tone and what it looks for: at the end of what is said, anywhere in it, at the end of any of its sentences."""

    tone: Tone
    tails: re.Pattern[str] | None
    words: re.Pattern[str] | None
    ends: re.Pattern[str] | None
    hinting: re.Pattern[str] | None

    def shows(self, said: str, last: str) -> bool:
        """Whether the words, whose last sentence is `last`, are in this tone."""
        for pattern, where in ((self.tails, last), (self.words, said), (self.ends, said)):
            found = pattern.search(where) if pattern else None
            if found and not _taken_back(where, found, self.tone.unless):
                return True
        return False

    def hints(self, said: str) -> bool:
        """Whether the words are in this tone where the reporting words lean to it."""
        return self.hinting is not None and self.hinting.search(said) is not None


@cache
def _tones(lexicon: Lexicon) -> tuple[_Sought, ...]:
    """The tones in the order of their ids' numbers."""
    tones = sorted(lexicon.all(Tone), key=lambda tone: int(tone.id.split(".")[1]))
    word = "(?<![가-힣])"
    return tuple(
        _Sought(
            tone,
            _either(tone.tails, _REST),
            _either(tone.words, "", word),
            _either(tone.ends, _LAST, word),
            _either(tone.hints, ""),
        )
        for tone in tones
    )


def _either(words: tuple[str, ...], rest: str, before: str = "") -> re.Pattern[str] | None:
    if not words:
        return None
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(before + "(?:" + "|".join(re.escape(w) for w in longest_first) + ")" + rest)
