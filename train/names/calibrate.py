"""Belief → confidence: how often the model was right where it believed so much, on held-out sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sagwan.extract.names.tagger.weights import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

POINTS = 12


class Trial(NamedTuple):
    """A name that was found in a held-out sentence: its kind, the model's belief, and whether it was right."""

    kind: str
    belief: float
    right: bool


def calibrate(trials: Sequence[Trial]) -> NDArray[np.float32]:
    """For each kind `POINTS` points of a rising line (isotonic regression, thinned): beliefs, and shares right."""
    lines = [_line([t for t in trials if t.kind == kind]) for kind in KINDS]
    return np.array(lines, np.float32)


def _line(trials: Sequence[Trial]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Equal shares of the trials, each with its mean belief and its share right, made to rise.

    Two trials are added to each share, one right and one wrong, so that none is held for certain.
    """
    ordered = sorted(trials, key=lambda t: t.belief)
    groups = np.array_split(np.arange(len(ordered)), POINTS - 2)
    belief = np.array([np.mean([ordered[i].belief for i in g]) for g in groups])
    count = np.array([len(g) for g in groups], float)
    right = np.array([sum(ordered[i].right for i in g) + 1.0 for g in groups]) / (count + 2)
    rising = _rise(right, count)
    ends = np.array([0.0, *belief, 1.0])
    return ends, np.array([rising[0] * 0.5, *rising, rising[-1]])


def _rise(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The nearest row that never falls (pool adjacent violators)."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in zip(values.tolist(), weights.tolist(), strict=True):
        pool = (value, weight, 1)
        while pools and pools[-1][0] >= pool[0]:
            v, w, n = pools.pop()
            total = w + pool[1]
            pool = ((v * w + pool[0] * pool[1]) / total, total, n + pool[2])
        pools.append(pool)
    return np.concatenate([np.full(n, v) for v, _, n in pools])


def error(confidence: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error: the mean gap between confidence and share right over equal bins of confidence."""
    sure, true = np.array(confidence), np.array(right, float)
    place = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = [abs(sure[place == b].mean() - true[place == b].mean()) * (place == b).mean() for b in set(place.tolist())]
    return float(sum(gaps))
