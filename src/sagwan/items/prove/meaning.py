"""What a sentence says, so far as two tellings of it can be compared: its words, numbers, names and polarity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.korean.kiwi import Analyser

_NUMBER = re.compile(r"\d[\d,.]*\s?(?:[십백천만억조]+\s?(?:\d[\d,.]*)?)*")
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
    """`words` without numbers and names; `negative` where an odd number of its words deny."""

    words: frozenset[str]
    numbers: tuple[str, ...]
    names: frozenset[str]
    negative: bool

    def likeness(self, other: Sense) -> float:
        """Shared words over all words, 0 to 1 (Jaccard)."""
        both = self.words | other.words
        return len(self.words & other.words) / len(both) if both else 0.0

    def agrees(self, other: Sense) -> bool:
        """Whether numbers, names and polarity are the same."""
        return (self.numbers, self.names, self.negative) == (other.numbers, other.names, other.negative)


class Senses:
    """The senses of sentences about one set of names; each sentence is analysed once."""

    def __init__(self, analyser: Analyser, names: Iterable[str]) -> None:
        self._analyser = analyser
        self._names = sorted({name for name in names if len(name) > 1}, key=len, reverse=True)
        self._known: dict[str, Sense] = {}

    def of(self, sentence: str) -> Sense:
        """What `sentence` says."""
        if sentence not in self._known:
            self._known[sentence] = self._read(sentence)
        return self._known[sentence]

    def _read(self, sentence: str) -> Sense:
        rest, names = sentence, set()
        for name in self._names:
            if name in rest:
                names.add(name)
                rest = rest.replace(name, " 무엇 ")
        numbers = tuple(sorted(re.sub(r"[\s,]", "", m[0]).rstrip(".") for m in _NUMBER.finditer(rest)))
        (morphemes,) = self._analyser.analyse([(_NUMBER.sub(" 0", rest), 0)])
        words = {m.form for m in morphemes if m.tag.startswith(_CONTENT) and m.form not in _EMPTY and m.form != "무엇"}
        denials = sum((m.form, m.tag.split("-")[0]) in _NEGATIVE for m in morphemes)
        return Sense(frozenset(words), numbers, frozenset(names), denials % 2 == 1)
