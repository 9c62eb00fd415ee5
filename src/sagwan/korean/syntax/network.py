"""Words in their sentence → scores of arcs and labels: a two-way LSTM and a biaffine form, in plain numpy.

After Kiperwasser and Goldberg (2016) and Dozat and Manning (2017), made small: one layer, and tables that say
outright how words of two kinds attract each other by distance and by the predicates between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from sagwan.korean.syntax.features import KINDS
from sagwan.korean.syntax.words import leaky

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sagwan.korean.syntax.weights import Floats, Weights

Ints: TypeAlias = "NDArray[np.intp]"

# Steps from a word to its head, put in nine classes.
STEPS = np.asarray([0, 0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 8])
# Not minus infinity: sums of barred arcs must still compare.
BARRED = np.float32(-1e6)


class Batch(NamedTuple):
    """Sentences side by side, the longest first; every array is (sentences, words), short ones padded with 0."""

    lengths: Ints
    vectors: Floats  # sentences, words, d: before the non-linearity
    kinds: Ints
    depths: Ints  # 0, 1, 2: inside how many brackets and quotation marks
    verbal: Ints
    quotes: Ints  # number of the direct quotation that a word stands in, 0 for none


def encode(w: Weights, batch: Batch) -> Floats:
    """Each word's vector in its sentence and by itself."""
    words = leaky(batch.vectors + w.quoted[batch.depths])
    count, size, _ = words.shape
    steps = np.arange(size)
    # The way back reads each sentence from its own end, so that padding is never read first.
    mirror = np.where(steps < batch.lengths[:, None], batch.lengths[:, None] - 1 - steps, steps)
    rows = np.arange(count)[:, None]
    both = np.stack((words, words[rows, mirror]))
    states = _run(w, np.matmul(both.reshape(2, count * size, -1), w.cell_in).reshape(2, count, size, -1), batch.lengths)
    return np.concatenate((states[0], states[1][rows, mirror], words), axis=2)


def _run(w: Weights, inputs: Floats, lengths: Ints) -> Floats:
    _, count, size, wide = inputs.shape
    width = wide // 4
    inputs += w.cell_bias[:, None, None, :]
    states = np.zeros((2, count, size, width), np.float32)
    state = np.zeros((2, count, width), np.float32)
    memory = np.zeros((2, count, width), np.float32)
    running = (lengths[:, None] > np.arange(size)).sum(axis=0)
    for step in range(size):
        on = running[step]
        gates = inputs[:, :on, step] + np.matmul(state[:, :on], w.cell_back)
        np.tanh(gates, out=gates)
        # Gates i, f, o are sigmoids: their weights are halved at export, so that σ(x) = (tanh(x / 2) + 1) / 2.
        gates[..., : 3 * width] += 1
        gates[..., : 3 * width] *= 0.5
        into, keep, out, new = (gates[..., i * width : (i + 1) * width] for i in range(4))
        memory = keep * memory[:, :on] + into * new
        state = out * np.tanh(memory)
        states[:, :on, step] = state
    return states


def score_arcs(w: Weights, batch: Batch, encoded: Floats) -> Floats:
    """(sentences, words, words): what it pays to hang a word on a later one; barred arcs are `BARRED`."""
    dependents = leaky(encoded @ w.dependent[:-1] + w.dependent[-1])
    heads = leaky(encoded @ w.head[:-1] + w.head[-1])
    scores = np.matmul(dependents @ w.arc, heads.transpose(0, 2, 1))
    scores += (heads @ w.head_bias)[:, None, :]
    size = scores.shape[1]
    at = np.arange(size)
    pairs = batch.kinds[:, :, None] * len(KINDS) + batch.kinds[:, None, :]
    scores += w.by_distance[pairs, STEPS[np.clip(at - at[:, None], 0, 20)]]
    met = np.cumsum(batch.verbal, axis=1)
    before = met - batch.verbal
    scores += w.by_predicates[pairs, np.clip(before[:, None, :] - met[:, :, None], 0, 4)]
    scores += w.by_end[pairs, (at == batch.lengths[:, None] - 1).astype(np.intp)[:, None, :]]
    deeper = np.clip(batch.depths[:, None, :] - batch.depths[:, :, None], -1, 1) + 1
    scores += w.by_marks[batch.kinds[:, :, None], deeper, batch.depths[:, None, :]]
    scores[_across_quotes(batch.quotes)] += BARRED
    return np.asarray(scores, np.float32)


def _across_quotes(quotes: Ints) -> NDArray[np.bool_]:
    """Arcs into a direct quotation from outside, and out of one from any word but its last."""
    last = np.ones(quotes.shape, bool)
    last[:, :-1] = quotes[:, :-1] != quotes[:, 1:]
    apart = quotes[:, :, None] != quotes[:, None, :]
    leaves = (quotes > 0)[:, :, None] & ~last[:, :, None]
    enters = np.broadcast_to((quotes > 0)[:, None, :], apart.shape)
    return np.asarray(apart & (leaves | enters))


def best_labels(w: Weights, encoded: Floats, heads: Ints) -> Ints:
    """(sentences, words): the number of each word's label, given its head (-1 for none)."""
    dependents = leaky(encoded @ w.label_dependent[:-1] + w.label_dependent[-1])
    governors = leaky(encoded @ w.label_head[:-1] + w.label_head[-1])
    rows = np.arange(len(heads))[:, None]
    above = governors[rows, heads] * (heads >= 0)[:, :, None]
    scores = np.concatenate((dependents, above), axis=2) @ w.label_out[:-1] + w.label_out[-1]
    return np.asarray(scores.argmax(axis=2), np.intp)
