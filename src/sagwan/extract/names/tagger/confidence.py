"""How far the model's belief in a name is to be trusted, as measured on sentences that it had not learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sagwan.extract.names.tagger.weights import KINDS

if TYPE_CHECKING:
    from sagwan.extract.names.tagger.weights import Weights


def confidence(weights: Weights, kind: str, belief: float) -> float:
    """The share of names of this kind with this belief that were right, between the measured points in a line."""
    believed, right = weights["confidence"][KINDS.index(kind)]
    return float(np.interp(belief, believed, right))
