"""Each morpheme in its sentence: one long short-term memory from the left, one from the right (Hochreiter 1997)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.weights import Floats, Weights


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Sentences side by side, the longest first. `forward[t]` and `backward[t]` are the rows of the t-th morphemes
    from the left and from the right of every sentence that has one; `order` lists the sentences so arranged.
    """

    order: NDArray[np.int64]
    forward: list[NDArray[np.int64]]
    backward: list[NDArray[np.int64]]


def arrange(lengths: Sequence[int]) -> Steps:
    """The steps for sentences whose rows follow each other. Every length is at least 1."""
    size = np.array(lengths)
    first = np.cumsum(size) - size
    order = np.argsort(-size, kind="stable")
    first, size = first[order], size[order]
    going = [int(np.searchsorted(-size, -t)) for t in range(int(size[0]))]
    forward = [first[:k] + t for t, k in enumerate(going)]
    backward = [first[:k] + size[:k] - 1 - t for t, k in enumerate(going)]
    return Steps(order, forward, backward)


def emissions(weights: Weights, rows: Floats, steps: Steps) -> Floats:
    """A score of each label for each row, from the row's sentence as a whole."""
    hidden = weights["recurrent"].shape[1]
    seen = np.empty((len(rows), 2 * hidden), np.float32)
    _run(weights["recurrent"], rows, steps, seen)
    deep = np.maximum(seen @ weights["deep.weight"] + weights["deep.bias"], 0)
    scores: Floats = deep @ weights["label.weight"] + weights["label.bias"]
    return scores


def _run(recurrent: Floats, rows: Floats, steps: Steps, seen: Floats) -> None:
    """Both directions at once. Gates are kept at half their size, since σ(x) = ½ + ½ tanh(x/2)."""
    hidden = recurrent.shape[1]
    width = 4 * hidden
    state = np.zeros((2, len(steps.order), hidden), np.float32)
    cell = np.zeros_like(state)
    for left, right in zip(steps.forward, steps.backward, strict=True):
        count = len(left)
        gates = state[:, :count] @ recurrent
        gates[0] += rows[left, :width]
        gates[1] += rows[right, width:]
        np.tanh(gates, out=gates)
        opened = gates[:, :, hidden:] * 0.5 + 0.5
        cell = opened[:, :, :hidden] * gates[:, :, :hidden] + opened[:, :, hidden : 2 * hidden] * cell[:, :count]
        state = opened[:, :, 2 * hidden :] * np.tanh(cell)
        seen[left, :hidden] = state[0]
        seen[right, hidden:] = state[1]
