"""Each morpheme in its sentence: one long short-term memory from the left, one from the right (Hochreiter 1997)."""

from __future__ import annotations

from heapq import heapify, heapreplace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sagwan.extract.names.tagger.view import marks
from sagwan.korean.steady import product

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.vocabulary import Told
    from sagwan.extract.names.tagger.weights import Floats, Weights

# Lanes in which sentences run side by side: always as many, since the order in which a matrix product adds up hangs on
# their number, and a sentence's names must not. Of 16, OpenBLAS treats all alike, as it does not of 24 or 32.
LANES = 16


class Heard(NamedTuple):
    """What the network hears: a row of `table` from the left and one from the right for each `which`. Morphemes that
    are alike in word, stretch and place share a row; that is three of five on a news page.
    """

    table: Floats
    which: NDArray[np.int64]


class Lanes(NamedTuple):
    """Sentences one behind another in each lane. `slots[side]` is the place of each morpheme, in steps of all lanes,
    read from the left (0) or from the right (1); `begins[t]` are the lanes in which a sentence begins at step t.
    """

    slots: NDArray[np.int64]
    begins: list[list[int]]


def emissions(weights: Weights, told: Told, places: NDArray[np.uint8], lengths: NDArray[np.int64]) -> Floats:
    """A score of each label for each morpheme, from its sentence as a whole; `lengths` are those of the sentences."""
    seen = _both_ways(weights, hear(weights, told, places), lengths)
    deep = np.maximum(product(seen, weights["deep.weight"]) + weights["deep.bias"], 0)
    scores: Floats = product(deep, weights["label.weight"]) + weights["label.bias"]
    return scores


def hear(weights: Weights, told: Told, places: NDArray[np.uint8]) -> Heard:
    """What is told of morphemes at these places as input of either side."""
    standing = told.runs << 8 | places
    _, first, which = np.unique(told.words << 32 | standing, return_index=True, return_inverse=True)
    _, once, of_standing = np.unique(standing[first], return_index=True, return_inverse=True)
    stands = first[once]
    rows = np.concatenate([told.shapes[told.runs[stands]], marks(places[stands])], axis=1)
    rest = product(rows, weights["input.rest"])
    table = told.shares[told.words[first]]
    table += rest[of_standing]
    return Heard(table.reshape(2 * len(table), -1), which)


def _both_ways(weights: Weights, heard: Heard, lengths: NDArray[np.int64]) -> Floats:
    """What each morpheme's sentence says up to it and from it on."""
    lanes = side_by_side(lengths)
    rows = np.zeros((2, len(lanes.begins) * LANES), np.int64)
    for side in (0, 1):
        rows[side, lanes.slots[side]] = 2 * heard.which + side
    recurrent = np.ascontiguousarray(weights["recurrent"].transpose(0, 2, 1))
    states = _run(recurrent, heard.table, rows.reshape(2, -1, LANES), lanes.begins)
    seen = np.empty((len(heard.which), 2, states.shape[3]), np.float32)
    for side in (0, 1):
        seen[:, side] = states[side].reshape(-1, states.shape[3])[lanes.slots[side]]
    return seen.reshape(len(seen), -1)


def side_by_side(lengths: NDArray[np.int64]) -> Lanes:
    """The sentences in lanes, the longest first, each in the lane that is free first."""
    free = [(0, lane) for lane in range(LANES)]
    heapify(free)
    begin, lane = np.empty_like(lengths), np.empty_like(lengths)
    for nth in np.argsort(-lengths, kind="stable").tolist():
        begin[nth], lane[nth] = free[0]
        heapreplace(free, (free[0][0] + int(lengths[nth]), free[0][1]))
    begins: list[list[int]] = [[] for _ in range(max(free)[0])]
    for step, in_lane in zip(begin.tolist(), lane.tolist(), strict=True):
        begins[step].append(in_lane)
    first = np.cumsum(lengths) - lengths
    offset = np.arange(lengths.sum()) - np.repeat(first, lengths)
    back = np.repeat(lengths, lengths) - 1 - offset
    slots = np.stack([offset, back]) + np.repeat(begin, lengths)
    return Lanes(slots * LANES + np.repeat(lane, lengths), begins)


def _run(recurrent: Floats, table: Floats, rows: NDArray[np.int64], begins: list[list[int]]) -> Floats:
    """The states of both directions, (2, steps, lanes, hidden). Gates come with their sign turned, the new one at twice
    its size, since tanh x = 2 σ(2x) - 1 and σ(x) = 1 / (1 + exp(-x)).
    """
    hidden = recurrent.shape[2]
    states = np.empty((2, len(begins), LANES, hidden), np.float32)
    state, cell = np.zeros((2, 2, hidden, LANES), np.float32)
    heard = np.empty((2, LANES, 4 * hidden), np.float32)
    gate = np.empty((2, 4 * hidden, LANES), np.float32)
    new, into, keep, out = (gate[:, k * hidden : (k + 1) * hidden] for k in range(4))
    with np.errstate(over="ignore"):  # exp(-x) beyond all bounds closes a gate, as it should
        for step, begin in enumerate(begins):
            if begin:
                state[..., begin] = 0
                cell[..., begin] = 0
            np.matmul(recurrent, state, out=gate)
            gate += table.take(rows[:, step], axis=0, out=heard, mode="clip").transpose(0, 2, 1)
            np.exp(gate, out=gate)
            gate += 1
            np.reciprocal(gate, out=gate)
            new *= 2
            new -= 1
            new *= into
            cell *= keep
            cell += new
            np.tanh(cell, out=state)
            state *= out
            states[:, step] = state.transpose(0, 2, 1)
    return states
