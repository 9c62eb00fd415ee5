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
    deep = np.maximum(_both_ways(weights["recurrent"], rows, steps) @ weights["deep.weight"] + weights["deep.bias"], 0)
    scores: Floats = deep @ weights["label.weight"] + weights["label.bias"]
    return scores


def _both_ways(recurrent: Floats, rows: Floats, steps: Steps) -> Floats:
    """What each row's sentence says up to it and from it on. Rows are taken step by step, so that each is a slice."""
    hidden = recurrent.shape[1]
    left, right = np.concatenate(steps.forward), np.concatenate(steps.backward)
    gates = np.stack([rows[left, : 4 * hidden], rows[right, 4 * hidden :]])
    _run(recurrent, gates, [len(step) for step in steps.forward])
    seen = np.empty((len(rows), 2 * hidden), np.float32)
    seen[left, :hidden] = gates[0, :, :hidden]
    seen[right, hidden:] = gates[1, :, :hidden]
    return seen


def _run(recurrent: Floats, gates: Floats, counts: Sequence[int]) -> None:
    """Both directions at once; the state takes the place of its first gate. Gates come with their sign turned, the
    new one at twice its size, since tanh x = 2 σ(2x) - 1 and σ(x) = 1 / (1 + exp(-x)).
    """
    hidden = recurrent.shape[1]
    state = cell = np.zeros((2, counts[0], hidden), np.float32)
    at = 0
    with np.errstate(over="ignore"):  # exp(-x) beyond all bounds closes a gate, as it should
        for count in counts:
            gate = gates[:, at : at + count]
            gate += state[:, :count] @ recurrent
            np.exp(gate, out=gate)
            gate += 1
            np.reciprocal(gate, out=gate)
            new, into, keep, out = (gate[:, :, k * hidden : (k + 1) * hidden] for k in range(4))
            new *= 2
            new -= 1
            cell = keep * cell[:, :count]
            cell += into * new
            state = np.tanh(cell, out=new)
            state *= out
            at += count
