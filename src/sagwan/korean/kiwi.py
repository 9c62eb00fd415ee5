"""The one door to Kiwi: text in, morphemes with code-point ranges out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import kiwipiepy
import kiwipiepy_model
from kiwipiepy import Kiwi
from msgspec import Struct

from sagwan.korean.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Kiwi's time grows with the square of a run without blanks: 13 s for 100,000 letters. Nothing longer than this is a
# word, and no paragraph is longer than that.
_UNBROKEN = re.compile(r"\S{500}")
_MOST = 20_000
MODEL = f"kiwipiepy {kiwipiepy.__version__} / model {kiwipiepy_model.__version__}"


class Morpheme(Struct, frozen=True, gc=False):
    """A morpheme where it stands. `tag` is Kiwi's (Sejong) tag; fused morphemes may share a range, so a
    morpheme is no address for evidence.
    """

    form: str
    tag: str
    start: int
    end: int


class Analyser:
    """Kiwi with the lexicon's words. Pickles by rebuilding: the model itself stays in its process."""

    def __init__(self, words: tuple[tuple[str, str], ...] = ()) -> None:
        self.words = words
        # The multi-word dictionary costs 2 s and 180 MB at the start and gains nothing on news.
        self._kiwi = Kiwi(num_workers=1, load_multi_dict=False)
        for form, tag in words:
            self._kiwi.add_user_word(form, tag)

    def __reduce__(self) -> tuple[object, ...]:
        return analyser, (self.words,)

    def analyse(self, stretches: Iterable[tuple[str, int]]) -> Iterator[tuple[Morpheme, ...]]:
        """The morphemes of each stretch, in order; a stretch comes with the place of its first character in its text,
        and positions are those of the text.
        """
        for stretch, start in stretches:
            if len(stretch) <= _MOST and _UNBROKEN.search(stretch) is None:
                yield self._analyse(stretch, start)
            else:
                yield tuple(m for at, to in _bounds(stretch) for m in self._analyse(stretch[at:to], start + at))

    def _analyse(self, stretch: str, start: int) -> tuple[Morpheme, ...]:
        folded = fold(stretch)
        tokens = self._kiwi.tokenize(folded.chars)
        at = folded.origin
        if at is None:
            return tuple([Morpheme(t.form, t.tag, t.start + start, t.end + start) for t in tokens])
        return tuple([Morpheme(t.form, t.tag, *_place(t.start, t.len, at, start)) for t in tokens])

    def likelihood(self, sentence: str) -> float:
        """How much the sentence is like others, by the model that Kiwi reads with: mean log likelihood a morpheme."""
        morphemes, score = self._kiwi.analyze(sentence)[0]
        return float(score) / max(1, len(morphemes))

    def join(self, morphemes: Iterable[tuple[str, str]]) -> str:
        """Write morphemes as words again, endings and particles in the form that the sounds before them ask for."""
        return str(self._kiwi.join(list(morphemes)))


def _bounds(stretch: str) -> Iterator[tuple[int, int]]:
    """Where to cut a stretch that no writer wrote: at a blank where there is one."""
    at = 0
    while at < len(stretch):
        run = _UNBROKEN.search(stretch, at, at + _MOST)
        to = min(at + _MOST, len(stretch)) if run is None else run.end() if run.start() == at else run.start()
        if run is None and to < len(stretch):
            to = stretch.rfind(" ", at, to) + 1 or to
        yield at, to
        at = to


def _place(first: int, length: int, origin: tuple[int, ...], start: int) -> tuple[int, int]:
    """Where a token of the folded stretch stands in the text."""
    end = origin[first + length - 1] + 1 if length else origin[first]
    return origin[first] + start, end + start


@cache
def analyser(words: tuple[tuple[str, str], ...] = ()) -> Analyser:
    """The analyser of this process for these words; built once, since loading costs 1 to 3 seconds."""
    return Analyser(words)
