"""The linear model: each clue of a morpheme and of its neighbours adds its weight to the scores of labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sagwan.extract.names.tagger.clues import EDGE, name_word, pair_clues, run_clues, word_clues
from sagwan.extract.names.tagger.memory import Memory
from sagwan.extract.names.tagger.view import PLACES, REACH, spaced
from sagwan.extract.names.tagger.weights import LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.view import View
    from sagwan.extract.names.tagger.weights import Floats, Weights

AROUND = 2 * REACH + 1
_LIMIT = 60_000


class Linear:
    """Adds up weights of clues; what a word and a stretch of nouns add is worked out once for each."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._words: Memory[tuple[str, str]] = Memory(self._word_scores, AROUND * LABELS, _LIMIT)
        self._runs: Memory[str] = Memory(self._run_scores, LABELS, _LIMIT)

    def scores(self, seen: View) -> Floats:
        """A score of each label for each morpheme, from its clues and those of two neighbours on each side."""
        weights = self._weights
        bits = (seen.places @ 2 ** np.arange(PLACES)).astype(np.int64)
        scores = self._runs.rows(seen.runs) + weights["linear.places"][bits] + self._pair_scores(seen)
        around = spaced(self._words.rows(seen.words), seen.at)
        for k in range(AROUND):
            scores += around[seen.at + k - REACH, k * LABELS : (k + 1) * LABELS]
        return scores

    def _pair_scores(self, seen: View) -> Floats:
        names = np.array([name_word(*word) for word in seen.words], np.uint32)
        found = pair_clues(spaced(names, seen.at, EDGE))[seen.at - REACH]
        rows = pair_rows(self._weights.pairs, found)
        scores: Floats = self._weights["linear.pairs"][rows].sum(axis=1)
        return scores

    def _word_scores(self, words: Sequence[tuple[str, str]]) -> Floats:
        weights = self._weights
        clues = [word_clues(form, tag, weights.groups_of(form, tag), weights.classes(form, tag)) for form, tag in words]
        return _summed(weights["linear.words"], weights.word_clues, clues)

    def _run_scores(self, runs: Sequence[str]) -> Floats:
        clues = [run_clues(run, self._weights.classes(run)) for run in runs]
        return _summed(self._weights["linear.runs"], self._weights.run_clues, clues)


def pair_rows(kept: NDArray[np.uint32], pairs: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The rows of these clues among those that have weights, 0 for one that has none."""
    at = np.minimum(np.searchsorted(kept, pairs), len(kept) - 1)
    return np.where(kept[at] == pairs, at + 1, 0)


def _summed(scores: Floats, rows: Mapping[int, int], clues: Sequence[Sequence[int]]) -> Floats:
    return np.stack([scores[[rows[c] for c in own if c in rows]].sum(axis=0) for own in clues])
