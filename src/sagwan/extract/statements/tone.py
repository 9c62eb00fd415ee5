"""What words do by themselves: the lexicon's tones, looked for in what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.statement import Stance
from sagwan.lexicon.schema.cue import Tone, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sagwan.korean.kiwi import Morpheme
    from sagwan.lexicon import Lexicon

RIEUL, SSANG_SIOT = 8, 20  # Hangul syllables: 28 finals, ㄹ is the ninth, ㅆ the twenty-first
_FINALS = 28
FUTURE = re.compile(r"([가-힣]) (?:것|거)(?=$|[ .]|이[라다며란]|으로|을 |[라야예죠지])[가-힣 ]{0,18}$")
PAST = re.compile(r"([^\W있겠])다[.]?$")  # …했다
# …을 선보일 예정; what will be done to one (될 예정, 열릴 예정) is no promise. A plan or a resolve is always one's own.
_PLANNED = re.compile(
    r"(?:[을를]\s(?:[가-힣]+\s)*[가-힣]*([가-힣]) 예정|([가-힣]) (?:계획|방침|작정|각오|생각))"
    r"(?:이다|이라는|입니다)?[.]?$"
)
_WILL = re.compile(r"([가-힣])게요?[.!~]*$")  # 다녀올게요
_SURMISE = re.compile(r"([^\W있])을 (?:것|거|가능성)[가-힣. ]{0,8}$")  # …했을 것, …했을 가능성이 크다
_LAST = r"[가-힣]{0,7}(?=[.?!…]|$)"
_NEAR = 12  # characters behind a word that may still take it back: 부당하다고 볼 수 없다
_SENTENCE_END = re.compile(r"[.?!…]+\s+(?=\S)")
_REST = r"(?:고|며|는|은|이|요|라|이라|이다|이었다|[\"'”’)\s.,!…~])*$"
_MARKS = dict.fromkeys(map(ord, "\"'“”‘’"))
_VERBAL = ("VV", "VV-I", "VV-R", "VX", "VX-I", "VX-R", "XSV", "EP")


def stance_of_words(
    said: str, given: str, lexicon: Lexicon, leans: str | None = None, ending: str | None = None
) -> Stance:
    """The stance of words whose reporting verb gives away `given`, and only suggests `leans`; `ending` is the final
    ending that a verb takes in them.
    """
    said = said.translate(_MARKS)
    last = _SENTENCE_END.split(said)[-1]
    clause = _views(lexicon).sub("", last)
    for sought in _tones(lexicon):
        tone = sought.tone
        if given not in tone.over:
            continue
        if tone.stance == Stance.FORECAST and ends_in(SSANG_SIOT, _SURMISE.search(last)):
            continue  # what was, or would have been
        if sought.shows(said, last) or (clause != last and sought.shows(clause, clause)) or sought.closes(last, ending):
            return Stance(tone.stance)
        if leans == tone.stance and sought.hints(said):
            return Stance(tone.stance)
    if given == "assert" and (ends_in(RIEUL, _PLANNED.search(last)) or ends_in(RIEUL, _WILL.search(last))):
        return Stance.PROMISE
    past = ends_in(SSANG_SIOT, _SURMISE.search(last)) or ends_in(SSANG_SIOT, PAST.search(last))
    future = ends_in(RIEUL, FUTURE.search(last)) and not past
    return Stance.FORECAST if given == "assert" and future else Stance(given)


def final_ending(said: Sequence[Morpheme]) -> str | None:
    """The ending that closes what is said where a verb takes it: 이끌|자, 나서|라, 늦었|나."""
    last = next((i for i in range(len(said) - 1, 0, -1) if said[i].tag[0] != "S"), 0)
    taken = last and said[last].tag in ("EF", "EC") and said[last - 1].tag in _VERBAL
    return said[last].form if taken else None


def ends_in(final: int, found: re.Match[str] | None) -> bool:
    """Whether the syllable that was found ends in this consonant; before 것 or 예정, ㄹ tells what will be."""
    return found is not None and (ord(next(filter(None, found.groups()))) - ord("가")) % _FINALS == final


def _taken_back(words: str, found: re.Match[str], unless: tuple[str, ...]) -> bool:
    """Whether what stands around the found words makes them mean something else (모르|겠다, 부당하다고 |볼 수 없다)."""
    around = (u for u in unless if u not in found[0])
    return any(u in words[max(0, found.start() - len(u)) : found.end() + _NEAR] for u in around)


@cache
def own_doing(lexicon: Lexicon) -> Tone | None:
    """The tone of what one announces to do in a plain present."""
    return next((tone for tone in lexicon.all(Tone) if tone.own), None)


@cache
def _views(lexicon: Lexicon) -> re.Pattern[str]:
    """What only says that a clause is one's own view (…해야 한다|고 생각한다), at the end of a sentence."""
    words = _longest_first(word for view in lexicon.all(View) for word in view.words)
    return re.compile(rf"(?<=[다라자까가나])(?:고|는|고는)?\s(?:{words})[가-힣]{{0,2}}(?=[.?!…]|$)")


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

    def closes(self, last: str, ending: str | None) -> bool:
        """Whether their final ending is one of this tone."""
        return ending in self.tone.endings and not any(u in last[-_NEAR:] for u in self.tone.unless)

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
    return re.compile(f"{before}(?:{_longest_first(words)}){rest}") if words else None


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
