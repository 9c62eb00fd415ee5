"""Morphemes of like meaning in groups: k-means over Kiwi's vectors by cosine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIZES = (64, 256, 1024)
_ROUNDS = 8


def group_all(vectors: NDArray[np.float32]) -> NDArray[np.uint16]:
    """For each vector its group among 64, among 256 and among 1,024; the same on every run."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.stack([_group(unit, size) for size in SIZES], axis=1).astype(np.uint16)


def _group(vectors: NDArray[np.float32], size: int) -> NDArray[np.int64]:
    centres = vectors[np.random.default_rng(size).choice(len(vectors), size, replace=False)]
    nearest = np.zeros(len(vectors), np.int64)
    for _ in range(_ROUNDS):
        parts = np.array_split(vectors, 16)
        nearest = np.concatenate([(part @ centres.T).argmax(axis=1) for part in parts])
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(length > 0, sums / np.maximum(length, 1e-9), centres)
    return nearest
