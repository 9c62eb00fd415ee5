"""Words in their sentence → scores of arcs and labels: gated pooling both ways and a biaffine form, in plain numpy.

Gated pooling (QRNN, Bradbury et al. 2017) knows every gate before its first step, so that all words of an article
pay one matrix product and a step of all articles together costs two sums. The biaffine form is Dozat and Manning's
(2017), with tables that say outright how words of two kinds attract each other by distance and by the predicates
between them.

A matrix product is taken unit by unit, an article each: a library chooses the order in which it adds by the number of
rows, and what stands beside an article must not change the last digit of its scores.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sagwan.korean.syntax.features import KINDS
from sagwan.korean.syntax.words import leaky

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.korean.syntax.weights import Floats, Weights

Ints: TypeAlias = NDArray[np.intp]

# Steps from a word to its head, put in nine classes.
STEPS = np.asarray([0, 0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 8])
# Not minus infinity: sums of barred arcs must still compare.
BARRED = np.float32(-1e6)


class Batch(NamedTuple):
    """Sentences one behind another. All but `lengths` and `units` have a row a word."""

    lengths: Ints  # words of each sentence
    units: Sequence[int]  # words of the sentences that belong together
    vectors: Floats  # words, d: before the non-linearity
    kinds: Ints
    depths: Ints  # 0, 1, 2: inside how many brackets and quotation marks
    verbal: Ints
    quotes: Ints  # number of the direct quotation that a word stands in, 0 for none

    @property
    def starts(self) -> Ints:
        """The row of each sentence's first word."""
        return np.asarray(np.cumsum(self.lengths) - self.lengths, np.intp)

    @property
    def order(self) -> Ints:
        """The sentences, the longest first."""
        return np.asarray(np.argsort(-self.lengths, kind="stable"), np.intp)


class Ends(NamedTuple):
    """What each word offers as dependent and as head, of an arc and of a label: a row a word. An arc pays the product
    of both, and `bias` of its head.
    """

    dependents: Floats
    heads: Floats
    label_dependents: Floats
    label_heads: Floats
    bias: Floats


def encode(w: Weights, batch: Batch) -> Ends:
    """Each word in its sentence and by itself, as the two ends of arcs and labels."""
    words = leaky(batch.vectors + w.quoted[batch.depths])
    forth, back, running = _ways(batch)
    states = np.concatenate((_shifted(words, batch.starts, 1), words, _shifted(words, batch.starts, -1)), axis=1)
    for gates in w.gates:
        states = _pool(_product(batch, states, gates), forth, back, running)
    ends = leaky(_product(batch, np.concatenate((states, words), axis=1), w.ends))
    arc, label = w.arc.shape[0], (w.label_out.shape[0] - 1) // 2
    dependents, heads, label_dependents, label_heads = np.split(ends, (arc, 2 * arc, 2 * arc + label), axis=1)
    bias = _product(batch, heads, w.head_bias[:, None])[:, 0]
    return Ends(_product(batch, dependents, w.arc), heads, label_dependents, label_heads, bias)


def _product(batch: Batch, rows: Floats, matrix: Floats) -> Floats:
    """`rows @ matrix`, unit by unit; a row more of the matrix is a bias."""
    size = rows.shape[1]
    made = np.empty((len(rows), matrix.shape[1]), np.float32)
    for first, end in pairwise(accumulate(batch.units, initial=0)):
        np.matmul(rows[first:end], matrix[:size], out=made[first:end])
    if len(matrix) > size:
        made += matrix[size]
    return made


def _shifted(words: Floats, starts: Ints, by: int) -> Floats:
    """Each word's neighbour before (1) or behind it (-1), zero where its sentence has none."""
    moved = np.roll(words, by, axis=0)
    moved[starts if by > 0 else starts - 1] = 0
    return np.asarray(moved, np.float32)


def _ways(batch: Batch) -> tuple[Ints, Ints, list[int]]:
    """The rows in the order of steps, read forth and back, and how many sentences still run at each step."""
    starts, lengths = batch.starts[batch.order], batch.lengths[batch.order]
    steps = np.arange(lengths[0])[:, None]
    inside = steps < lengths
    forth = (starts + steps)[inside]
    back = (starts + lengths - 1 - steps)[inside]
    return forth, back, inside.sum(axis=1).tolist()


def _pool(opened: Floats, forth: Ints, back: Ints, running: list[int]) -> Floats:
    """One layer. Sigmoid gates come with halved weights: σ(x) = (tanh(x / 2) + 1) / 2."""
    np.tanh(opened, out=opened)
    width = opened.shape[1] // 6
    opened[:, 2 * width :] += 1
    opened[:, 2 * width :] *= 0.5
    new, keep, out = np.split(opened, 3, axis=1)
    new *= 1 - keep
    memory = np.concatenate((new[forth, :width], new[back, width:]), axis=1)
    keep = np.concatenate((keep[forth, :width], keep[back, width:]), axis=1)
    before, at = 0, running[0]
    for on in running[1:]:
        memory[at : at + on] += keep[at : at + on] * memory[before : before + on]
        before, at = at, at + on
    states = np.empty_like(out)
    states[forth, :width] = memory[:, :width]
    states[back, width:] = memory[:, width:]
    states *= out
    return np.asarray(states, np.float32)


def score_arcs(w: Weights, batch: Batch, ends: Ends, sentences: Ints) -> Floats:
    """(sentences, words, words) for these sentences, the longest first: what it pays to hang a word on a later one.

    Arcs across quotations are barred. Scores beyond a sentence's end mean nothing.
    """
    lengths = batch.lengths[sentences, None]
    at = np.arange(lengths[0, 0])
    rows = np.minimum(batch.starts[sentences, None] + at, len(batch.kinds) - 1)
    scores = np.zeros((len(rows), len(at), len(at)), np.float32)
    for paid, start, size in zip(scores, rows[:, 0].tolist(), lengths[:, 0].tolist(), strict=True):
        words = slice(start, start + size)
        paid[:size, :size] = ends.dependents[words] @ ends.heads[words].T
    scores += ends.bias[rows][:, None, :]
    kinds, verbal = batch.kinds[rows], batch.verbal[rows]
    met = np.cumsum(verbal, axis=1)
    between = np.clip((met - verbal)[:, None, :] - met[:, :, None], 0, 4)
    places = (STEPS[np.clip(at - at[:, None], 0, 20)] * 5 + between) * 2 + (at == lengths - 1)[:, None, :]
    pairs = kinds[:, :, None] * len(KINDS) + kinds[:, None, :]
    scores += w.by_place.ravel()[pairs * w.by_place.shape[1] + places]
    depths, quotes = batch.depths[rows], batch.quotes[rows]
    if depths.any():
        deeper = np.clip(depths[:, None, :] - depths[:, :, None], -1, 1) + 1
        scores += w.by_marks[kinds[:, :, None], deeper, depths[:, None, :]]
    if quotes.any():
        scores[_across_quotes(quotes)] += BARRED
    return np.asarray(scores, np.float32)


def _across_quotes(quotes: Ints) -> NDArray[np.bool_]:
    """Arcs into a direct quotation from outside, and out of one from any word but its last."""
    last = np.ones(quotes.shape, bool)
    last[:, :-1] = quotes[:, :-1] != quotes[:, 1:]
    apart = quotes[:, :, None] != quotes[:, None, :]
    leaves = (quotes > 0)[:, :, None] & ~last[:, :, None]
    enters = np.broadcast_to((quotes > 0)[:, None, :], apart.shape)
    return np.asarray(apart & (leaves | enters))


def best_labels(w: Weights, batch: Batch, ends: Ends, heads: Ints) -> Ints:
    """The number of each word's label, given the row of its head (-1 for none)."""
    above = ends.label_heads[heads] * (heads >= 0)[:, None]
    scores = _product(batch, np.concatenate((ends.label_dependents, above), axis=1), w.label_out)
    return np.asarray(scores.argmax(axis=1), np.intp)
