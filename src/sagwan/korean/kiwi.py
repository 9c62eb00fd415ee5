"""The one door to Kiwi: text in, morphemes with code-point ranges out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import kiwipiepy
import kiwipiepy_model
from kiwipiepy import Kiwi

from sagwan.korean.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MODEL = f"kiwipiepy {kiwipiepy.__version__} / model {kiwipiepy_model.__version__}"


class Morpheme(NamedTuple):
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
            folded = fold(stretch)
            tokens = self._kiwi.tokenize(folded.chars)
            at = folded.origin
            if at is None:
                yield tuple([Morpheme(t.form, t.tag, t.start + start, t.end + start) for t in tokens])
            else:
                yield tuple([Morpheme(t.form, t.tag, *_place(t.start, t.len, at, start)) for t in tokens])

    def likelihood(self, sentence: str) -> float:
        """How much the sentence is like others, by the model that Kiwi reads with: mean log likelihood a morpheme."""
        morphemes, score = self._kiwi.analyze(sentence)[0]
        return float(score) / max(1, len(morphemes))

    def join(self, morphemes: Iterable[tuple[str, str]]) -> str:
        """Write morphemes as words again, endings and particles in the form that the sounds before them ask for."""
        return str(self._kiwi.join(list(morphemes)))


def _place(first: int, length: int, origin: tuple[int, ...], start: int) -> tuple[int, int]:
    """Where a token of the folded stretch stands in the text."""
    end = origin[first + length - 1] + 1 if length else origin[first]
    return origin[first] + start, end + start


@cache
def analyser(words: tuple[tuple[str, str], ...] = ()) -> Analyser:
    """The analyser of this process for these words; built once, since loading costs 1 to 3 seconds."""
    return Analyser(words)
