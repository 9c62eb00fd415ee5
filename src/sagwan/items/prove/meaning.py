"""What a sentence says, so far as two tellings of it can be compared: words, numbers, names, polarity and sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.items.morphemes import morphemes_of
from sagwan.items.wording import found, opposites

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon

_NUMBER = re.compile(r"\d[\d,.]*\s?(?:[십백천만억조]+\s?(?:\d[\d,.]*)?)*")
_REMARK = re.compile(r"\([^()]*\)")
_CONTENT = ("NN", "VV", "VA", "MAG", "XR", "SL", "MM")
_NEGATIVE = frozenset(
    {("아니", "VCN"), ("없", "VA"), ("않", "VX"), ("못하", "VX"), ("못", "MAG"), ("안", "MAG"), ("말", "VX")}
)
_EMPTY = frozenset(
    ["하", "되", "있", "없", "아니", "이", "것", "수", "않", "못하", "못", "안", "말", "밝히", "따르", "달"]
)
SAME, NEAR = 0.8, 0.55


@dataclass(frozen=True, slots=True)
class Sense:
    """`words` without numbers and names; `negative` where an odd number of its words deny; `bounded` where a number
    is the end of a range (2만명을 넘었다), so that a lower one would be true as well.

    Of a pair of opposites (늘다, 줄다) `words` holds the one that comes first, and `sides` each that is written.
    """

    words: frozenset[str]
    numbers: tuple[str, ...]
    names: frozenset[str]
    negative: bool
    sides: frozenset[str] = frozenset()
    bounded: bool = False

    def likeness(self, other: Sense) -> float:
        """Shared words over all words, 0 to 1 (Jaccard)."""
        both = self.words | other.words
        return len(self.words & other.words) / len(both) if both else 0.0

    def agrees(self, other: Sense) -> bool:
        """Whether numbers, names, polarity and sides are the same."""
        mine, theirs = (self.numbers, self.names, self.sides), (other.numbers, other.names, other.sides)
        return mine == theirs and self.negative == other.negative

    def excludes(self, other: Sense) -> bool:
        """Whether both cannot be said of the same matter: they differ, and not by 줄었다 for 늘지 않았다, 줄지
        않았다 for 늘지 않았다, or 1만명을 넘었다 for 2만명을 넘었다.
        """
        both_deny = self.sides != other.sides and (self.negative or other.negative)
        in_range = self.numbers != other.numbers and (self.bounded or other.bounded)
        return not self.agrees(other) and not both_deny and not in_range

    def differs(self, other: Sense) -> str:
        """Wherein, for a reader."""
        kinds = (
            ("수", self.numbers != other.numbers),
            ("이름", self.names != other.names),
            ("긍정·부정", self.negative != other.negative),
            ("맞선 낱말", self.sides != other.sides),
        )
        return ", ".join(kind for kind, apart in kinds if apart)


class Senses:
    """The senses of sentences about one set of names; each sentence is analysed once."""

    def __init__(self, analyser: Analyser, lexicon: Lexicon, names: Iterable[str]) -> None:
        self._analyser = analyser
        self._lexicon = lexicon
        self._opposites = opposites(lexicon)
        self._names = sorted({name for name in names if len(name) > 1}, key=len, reverse=True)
        self._known: dict[str, Sense] = {}

    def of(self, sentence: str) -> Sense:
        """What `sentence` says; a remark in round brackets is no part of it."""
        if sentence not in self._known:
            self._known[sentence] = self._read(sentence)
        return self._known[sentence]

    def _read(self, sentence: str) -> Sense:
        rest, names = _REMARK.sub("", sentence), set()
        for name in self._names:
            if name in rest:
                names.add(name)
                rest = rest.replace(name, " 무엇")
        numbers = tuple(sorted(re.sub(r"[\s,]", "", m[0]).rstrip(".") for m in _NUMBER.finditer(rest)))
        morphemes = morphemes_of(_NUMBER.sub(" 0", rest), self._analyser)
        content = [m for m in morphemes if m.tag.startswith(_CONTENT) and m.form not in _EMPTY and m.form != "무엇"]
        words = {min(m.form, self._opposites.get((m.form, m.tag[0]), m.form)) for m in content}
        sides = frozenset(m.form for m in content if (m.form, m.tag[0]) in self._opposites)
        denials = sum((m.form, m.tag.split("-")[0]) in _NEGATIVE for m in morphemes)
        bounded = bool(numbers) and found("bound", rest, self._lexicon) is not None
        return Sense(frozenset(words), numbers, frozenset(names), denials % 2 == 1, sides, bounded)
