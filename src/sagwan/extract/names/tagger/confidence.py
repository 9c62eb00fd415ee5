"""How far the model's belief in a name is to be trusted, as measured on sentences that it had not learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sagwan.extract.names.tagger.weights import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.names.tagger.weights import Weights


def confidences(weights: Weights, kinds: Sequence[str], beliefs: Sequence[float]) -> list[float]:
    """For each name the share of those of its kind with its belief that were right, between the measured points in a
    line.
    """
    number, believed = np.array([KINDS.index(kind) for kind in kinds], np.int64), np.array(beliefs)
    sure = np.empty(len(believed))
    for n, (points, right) in enumerate(weights["confidence"]):
        sure[number == n] = np.interp(believed[number == n], points, right)
    found: list[float] = sure.tolist()
    return found
