"""Each morpheme in its sentence: one long short-term memory from the left, one from the right (Hochreiter 1997)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sagwan.korean.steady import product

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.vocabulary import Told
    from sagwan.extract.names.tagger.weights import Floats, Weights

# Sentences that run side by side: always as many, since the order in which a matrix product adds up hangs on their
# number, and a sentence's names must not. Of 16, OpenBLAS treats all alike, as it does not of 24 or 32.
LANES = 16


class Lanes(NamedTuple):
    """Sentences of like length side by side. `rows[side, t, lane]` is the row that a lane reads at step t, from the
    left (0) or the right (1); `runs[t, lane]` tells whether its sentence has one.
    """

    rows: NDArray[np.int64]
    runs: NDArray[np.bool_]


def emissions(weights: Weights, told: Told, places: Floats, lengths: NDArray[np.int64]) -> Floats:
    """A score of each label for each morpheme, from its sentence as a whole; `lengths` are those of the sentences."""
    seen = _both_ways(weights, told, places, lengths)
    deep = np.maximum(product(seen, weights["deep.weight"]) + weights["deep.bias"], 0)
    scores: Floats = product(deep, weights["label.weight"]) + weights["label.bias"]
    return scores


def _both_ways(weights: Weights, told: Told, places: Floats, lengths: NDArray[np.int64]) -> Floats:
    """What each morpheme's sentence says up to it and from it on."""
    recurrent = np.ascontiguousarray(weights["recurrent"].transpose(0, 2, 1))
    width, hidden = recurrent.shape[1:]
    rest = product(np.concatenate([told.shapes, places], axis=1), weights["input.rest"])
    heard = rest.reshape(len(rest), 2, width).transpose(1, 0, 2)
    heard[0] += told.left[told.words]
    heard[1] += told.right[told.words]
    seen = np.empty((len(rest), 2, hidden), np.float32)
    for lanes in side_by_side(lengths):
        states = _run(recurrent, heard[[[[0]], [[1]]], lanes.rows])
        for side in (0, 1):
            seen[lanes.rows[side][lanes.runs], side] = states[side].transpose(0, 2, 1)[lanes.runs]
    return seen.reshape(len(rest), 2 * hidden)


def side_by_side(lengths: NDArray[np.int64]) -> Iterator[Lanes]:
    """The sentences by `LANES`, the longest first; lanes that are left over run nothing."""
    order = np.argsort(-lengths, kind="stable")
    over = np.zeros(-len(order) % LANES, np.int64)
    first = np.concatenate([(np.cumsum(lengths) - lengths)[order], over]).reshape(-1, LANES)
    size = np.concatenate([lengths[order], over]).reshape(-1, LANES)
    for start, length in zip(first, size, strict=True):
        step = np.arange(length[0])[:, None]
        at = np.minimum(step, np.maximum(length - 1, 0))
        yield Lanes(np.stack([start + at, start + np.maximum(length - 1, 0) - at]), step < length)


def _run(recurrent: Floats, heard: Floats) -> Floats:
    """The states of both directions, (2, steps, hidden, lanes). Gates come with their sign turned, the new one at twice
    its size, since tanh x = 2 σ(2x) - 1 and σ(x) = 1 / (1 + exp(-x)).
    """
    hidden = recurrent.shape[2]
    states = np.empty((2, heard.shape[1], hidden, LANES), np.float32)
    state = cell = np.zeros((2, hidden, LANES), np.float32)
    gate = np.empty((2, 4 * hidden, LANES), np.float32)
    new, into, keep, out = (gate[:, k * hidden : (k + 1) * hidden] for k in range(4))
    with np.errstate(over="ignore"):  # exp(-x) beyond all bounds closes a gate, as it should
        for step in range(heard.shape[1]):
            np.matmul(recurrent, state, out=gate)
            gate += heard[:, step].transpose(0, 2, 1)
            np.exp(gate, out=gate)
            gate += 1
            np.reciprocal(gate, out=gate)
            new *= 2
            new -= 1
            new *= into
            cell = keep * cell
            cell += new
            state = np.tanh(cell)
            state *= out
            states[:, step] = state
    return states
