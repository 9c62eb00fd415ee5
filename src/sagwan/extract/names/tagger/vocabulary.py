"""What both models are told of each word and each stretch of nouns, worked out once and remembered."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from sagwan.extract.names.tagger.clues import name_word, run_clues, word_clues
from sagwan.extract.names.tagger.memory import Memory
from sagwan.extract.names.tagger.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.memory import Tables
    from sagwan.extract.names.tagger.view import View
    from sagwan.extract.names.tagger.weights import Floats, Weights

# A word takes 3.5 kB, a stretch of nouns 0.2: 84 MB and 12 MB at most.
_WORDS, _RUNS = 24_000, 60_000


class Told(NamedTuple):
    """What the models are told of morphemes. `words` is the row of each in `shares`, the shares of words in the
    network's input from the left and from the right; `runs` that of its stretch in `shapes`. `names` are the numbers
    that clues of neighbours are made of; `word_clues` and `run_clues` are summed weights of clues.
    """

    words: NDArray[np.int64]
    runs: NDArray[np.int64]
    shares: Floats
    shapes: Floats
    names: NDArray[np.uint32]
    word_clues: Floats
    run_clues: Floats


class Vocabulary:
    """Tells the models of words. Nothing of it depends on what was asked before."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._network = Words(weights)
        self._words: Memory[tuple[str, str]] = Memory(self._learn_words, _WORDS)
        self._runs: Memory[str] = Memory(self._learn_runs, _RUNS)

    def tell(self, seen: View) -> Told:
        """What is known of these morphemes."""
        words, runs = self._words.at(seen.words), self._runs.at(seen.runs)
        shares, clues, names = cast("tuple[Floats, Floats, NDArray[np.uint32]]", self._words.tables)
        shapes, run_clues = cast("tuple[Floats, Floats]", self._runs.tables)
        return Told(words, runs, shares, shapes, names[words], clues[words], run_clues[runs])

    def _learn_words(self, keys: Sequence[tuple[str, str]]) -> Tables:
        weights = self._weights
        known = weights.classes([form for form, _ in keys], [tag for _, tag in keys])
        clues = [
            word_clues(form, tag, weights.groups_of(form, tag), bits)
            for (form, tag), bits in zip(keys, known.tolist(), strict=True)
        ]
        names = np.array([name_word(form, tag) for form, tag in keys], np.uint32)
        return self._network.shares(keys, known), _summed(weights["linear.words"], weights.word_clues, clues), names

    def _learn_runs(self, runs: Sequence[str]) -> Tables:
        weights = self._weights
        known = weights.classes(runs)
        clues = [run_clues(run, bits) for run, bits in zip(runs, known.tolist(), strict=True)]
        return self._network.shapes(runs, known), _summed(weights["linear.runs"], weights.run_clues, clues)


def _summed(scores: Floats, rows: Mapping[int, int], clues: Sequence[Sequence[int]]) -> Floats:
    """The sum of the weights of each word's clues, added up in their order; row 0 is nought."""
    own = np.fromiter(map(rows.get, chain.from_iterable(clues), repeat(0)), np.int64)
    starts = np.cumsum([0, *map(len, clues[:-1])])
    return np.add.reduceat(scores[own], starts, axis=0)
