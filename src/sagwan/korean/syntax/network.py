"""Words in their sentence → scores of arcs and labels: a two-way LSTM and a biaffine form, in plain numpy.

After Kiperwasser and Goldberg (2016) and Dozat and Manning (2017), made small, with tables that say outright
how words of two kinds attract each other by distance and by the predicates between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sagwan.korean.syntax.features import KINDS
from sagwan.korean.syntax.words import leaky

if TYPE_CHECKING:
    from sagwan.korean.syntax.weights import Floats, Weights

Ints: TypeAlias = NDArray[np.intp]

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

    def cut(self, first: int, last: int) -> Batch:
        """The sentences `first` up to `last`, no wider than they need."""
        part = (slice(first, last), slice(0, int(self.lengths[first])))
        return Batch(
            self.lengths[first:last],
            self.vectors[part],
            self.kinds[part],
            self.depths[part],
            self.verbal[part],
            self.quotes[part],
        )


class Ends(NamedTuple):
    """What each word offers as dependent and as head, of an arc and of a label."""

    dependents: Floats
    heads: Floats
    label_dependents: Floats
    label_heads: Floats

    def cut(self, first: int, last: int, size: int) -> Ends:
        """The sentences `first` up to `last`, `size` words wide."""
        return Ends(*[array[first:last, :size] for array in self])


def encode(w: Weights, batch: Batch) -> Ends:
    """Each word in its sentence and by itself, as the two ends of arcs and labels."""
    words = leaky(batch.vectors + w.quoted[batch.depths])
    count, size, _ = words.shape
    steps = np.arange(size)
    # The way back reads each sentence from its own end, so that padding is never read first.
    mirror = np.where(steps < batch.lengths[:, None], batch.lengths[:, None] - 1 - steps, steps)
    rows = np.arange(count)[:, None]
    running = (batch.lengths[:, None] > steps).sum(axis=0).tolist()
    states = words
    for layer in zip(w.cell_in, w.cell_back, w.cell_bias, strict=True):
        both = np.stack((states, states[rows, mirror]))
        forth, back = _run(*layer, both, running)
        states = np.concatenate((forth, back[rows, mirror]), axis=2)
    ends = leaky(np.concatenate((states, words), axis=2) @ w.ends[:-1] + w.ends[-1])
    arc, label = w.arc.shape[0], (w.label_out.shape[0] - 1) // 2
    return Ends(*np.split(ends, (arc, 2 * arc, 2 * arc + label), axis=2))


def _run(into: Floats, back: Floats, bias: Floats, words: Floats, running: list[int]) -> tuple[Floats, Floats]:
    """Both ways through one layer. Gates i, f, o are sigmoids: their weights are halved, σ(x) = (tanh(x/2) + 1) / 2."""
    _, count, size, _ = words.shape
    width = back.shape[1]
    inputs = np.matmul(words.reshape(2, count * size, -1), into).reshape(2, count, size, -1) + bias[:, None, None]
    inputs = np.ascontiguousarray(inputs.transpose(2, 0, 1, 3))
    states = np.zeros((size, 2, count, width), np.float32)
    state = np.zeros((2, count, width), np.float32)
    memory = np.zeros((2, count, width), np.float32)
    for step, on in enumerate(running):
        gates = np.matmul(state[:, :on], back)
        gates += inputs[step, :, :on]
        np.tanh(gates, out=gates)
        sigmoid = gates[..., : 3 * width]
        sigmoid += 1
        sigmoid *= 0.5
        memory = memory[:, :on]
        memory *= sigmoid[..., width : 2 * width]
        memory += sigmoid[..., :width] * gates[..., 3 * width :]
        state = np.tanh(memory)
        state *= sigmoid[..., 2 * width :]
        states[step, :, :on] = state
    forth, backward = states.transpose(1, 2, 0, 3)
    return forth, backward


def score_arcs(w: Weights, batch: Batch, ends: Ends) -> Floats:
    """(sentences, words, words): what it pays to hang a word on a later one; arcs across quotations are barred."""
    scores = np.matmul(ends.dependents @ w.arc, ends.heads.transpose(0, 2, 1))
    scores += (ends.heads @ w.head_bias)[:, None, :]
    at = np.arange(scores.shape[1])
    met = np.cumsum(batch.verbal, axis=1)
    between = np.clip((met - batch.verbal)[:, None, :] - met[:, :, None], 0, 4)
    last = at == batch.lengths[:, None] - 1
    places = (STEPS[np.clip(at - at[:, None], 0, 20)] * 5 + between) * 2 + last[:, None, :]
    pairs = batch.kinds[:, :, None] * len(KINDS) + batch.kinds[:, None, :]
    scores += w.by_place.ravel()[pairs * w.by_place.shape[1] + places]
    if batch.depths.any():
        deeper = np.clip(batch.depths[:, None, :] - batch.depths[:, :, None], -1, 1) + 1
        scores += w.by_marks[batch.kinds[:, :, None], deeper, batch.depths[:, None, :]]
    if batch.quotes.any():
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


def best_labels(w: Weights, ends: Ends, heads: Ints) -> Ints:
    """(sentences, words): the number of each word's label, given its head (-1 for none)."""
    rows = np.arange(len(heads))[:, None]
    above = ends.label_heads[rows, heads] * (heads >= 0)[:, :, None]
    half = above.shape[2]
    scores = ends.label_dependents @ w.label_out[:half] + above @ w.label_out[half:-1] + w.label_out[-1]
    return np.asarray(scores.argmax(axis=2), np.intp)
