"""The linear model: each clue of a morpheme and of its neighbours adds its weight to the scores of labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sagwan.extract.names.tagger.clues import EDGE, pair_clues
from sagwan.extract.names.tagger.view import REACH, spaced
from sagwan.extract.names.tagger.weights import LABELS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.view import View
    from sagwan.extract.names.tagger.vocabulary import Told
    from sagwan.extract.names.tagger.weights import Floats, Weights

AROUND = 2 * REACH + 1


def weigh(weights: Weights, told: Told, seen: View) -> Floats:
    """A score of each label for each morpheme, from its clues and those of two neighbours on each side."""
    found = pair_clues(spaced(told.names, seen.at, EDGE))[seen.at - REACH]
    scores: Floats = weights["linear.pairs"][weights.pairs.rows(found)].sum(axis=1)
    scores += told.run_clues
    scores += weights["linear.places"][seen.places]
    scores += _around(told.word_clues, seen.at)
    return scores


def _around(clues: Floats, at: NDArray[np.int64]) -> Floats:
    """What the words of each neighbourhood say of its middle."""
    rows = spaced(clues, at)
    width = len(rows) - 2 * REACH
    said = rows[:width, :LABELS].copy()
    for k in range(1, AROUND):
        said += rows[k : k + width, k * LABELS : (k + 1) * LABELS]
    return said[at - REACH]
