"""Words as rows of numbers: each distinct word is read once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sagwan.korean.steady import product
from sagwan.korean.syntax.features import Pieces, Shape, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.syntax.weights import Floats, Weights

# Distinct words kept, about 25 MB; then the table starts afresh.
_KEPT = 50_000
_SLOPE = np.float32(0.1)


def leaky(x: Floats) -> Floats:
    """What is positive as it is, a tenth of the rest."""
    return np.asarray(np.maximum(x, x * _SLOPE), np.float32)


class Known(NamedTuple):
    """A word as the parser keeps it; `row` is its place in the table's vectors."""

    row: int
    kind: int
    verbal: bool
    auxiliary: bool
    opens: int
    marks: int


class WordTable:
    """The words met so far. What it answers depends on the word alone, never on what was asked before."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._features = {name: i + 1 for i, name in enumerate(weights.features)}
        self._numbers: dict[tuple[str, ...], list[int]] = {}
        self._morphemes = {key: i for i, key in enumerate(weights.morphemes)}
        self._known: dict[Pieces, Known] = {}
        self.vectors: Floats = np.zeros((1024, weights.word_bias.size), np.float32)

    def look_up(self, words: Iterable[Sequence[Morpheme]]) -> list[Known]:
        """The rows of `words`; `vectors` holds them all until the next call."""
        known = self._known
        if len(known) > _KEPT:
            known.clear()
            self._numbers.clear()
        new: list[Shape] = []
        found: list[Known] = []
        for word in words:
            key = tuple([(m.form, m.tag) for m in word])
            hit = known.get(key)
            if hit is None:
                read = shape(key)
                hit = Known(len(known), read.kind, read.verbal, read.auxiliary, read.opens, read.marks)
                known[key] = hit
                new.append(read)
            found.append(hit)
        if new:
            self._keep(new)
        return found

    def _keep(self, new: list[Shape]) -> None:
        size = len(self._known)
        if size > len(self.vectors):
            more = np.zeros((size * 2 - len(self.vectors), self.vectors.shape[1]), np.float32)
            self.vectors = np.concatenate((self.vectors, more))
        self.vectors[size - len(new) : size] = self._vectors(new)

    def _vectors(self, shapes: list[Shape]) -> Floats:
        w = self._weights
        ids: list[int] = []
        starts: list[int] = []
        kept, number = self._numbers, self._number
        for read in shapes:
            starts.append(len(ids))
            of_tags, of_tail, own = read.groups
            ids += kept.get(of_tags) or number(of_tags)
            if of_tail:
                ids += kept.get(of_tail) or number(of_tail)
            ids += self._rows(own)
            if len(ids) == starts[-1]:
                ids.append(0)
        last = [self._morphemes.get(read.last, -1) for read in shapes]
        first = [self._morphemes.get(read.first, -1) for read in shapes]
        summed = np.add.reduceat(w.feature_rows[ids], starts, axis=0)
        summed += product(w.morpheme_rows[last], w.from_last)
        summed += product(w.morpheme_rows[first], w.from_first)
        return np.asarray(summed + w.word_bias, np.float32)

    def _number(self, names: tuple[str, ...]) -> list[int]:
        found = self._numbers[names] = self._rows(names)
        return found

    def _rows(self, names: tuple[str, ...]) -> list[int]:
        number = self._features.get
        return [row for name in names if (row := number(name))]
