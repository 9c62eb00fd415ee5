"""The morpheme vectors inside Kiwi's CoNg model, recovered from its similarities.

`Kiwi.most_similar_morphemes` gives cosines of 256-dimensional vectors. The Gram matrix of a few hundred anchor
morphemes has rank 256, so its eigenvectors are the anchors' vectors up to a rotation, and every other morpheme
follows by least squares from its cosines with the anchors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from kiwipiepy import Kiwi
from numpy.typing import NDArray

VOCABULARY = 70_488
_RANK = 256
_ANCHORS = 340


@dataclass(frozen=True, slots=True)
class Vectors:
    """Row i is the unit vector of the morpheme `keys[i]` (form/tag); rows of unknown morphemes are zero."""

    keys: tuple[str, ...]
    rows: NDArray[np.float32]


def recover(kiwi: Kiwi) -> Vectors:
    """All morpheme vectors of the model that `kiwi` has loaded; about half a minute."""
    random = np.random.default_rng(7)
    anchors = random.choice(np.arange(1000, 60_000), size=_ANCHORS, replace=False)
    cosines = np.zeros((VOCABULARY, _ANCHORS))
    for column, anchor in enumerate(anchors):
        cosines[:, column] = _cosines(kiwi, int(anchor))
        cosines[anchor, column] = 1.0
    values, axes = np.linalg.eigh(cosines[anchors])
    kept, base = values[-_RANK:], axes[:, -_RANK:]
    rows = cosines @ (base / np.sqrt(np.maximum(kept, 1e-9)))
    keys = tuple(f"{m.form}/{m.tag}" for m in (kiwi.morpheme(i) for i in range(VOCABULARY)))
    return Vectors(keys, rows.astype(np.float32))


def _cosines(kiwi: Any, anchor: int) -> NDArray[np.float64]:
    column = np.zeros(VOCABULARY)
    for near in kiwi.most_similar_morphemes(anchor, top_n=VOCABULARY):
        if near.id < VOCABULARY:
            column[near.id] = near.score
    return column
