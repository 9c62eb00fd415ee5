"""Scores of labels → the likeliest row of labels, and how likely each of its names is (linear-chain CRF)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sagwan.extract.names.tagger.steps import arrange
from sagwan.extract.names.tagger.weights import KINDS, LABELS
from sagwan.korean.steady import product

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.steps import Steps
    from sagwan.extract.names.tagger.weights import Floats


class Segment(NamedTuple):
    """A name from row `first` to row `last`. `belief`: its probability under the model, in 0..1."""

    first: int
    last: int
    kind: str
    belief: float


# Which label may follow which (from, to): a name goes on only as it began. No sentence begins inside a name.
MAY_FOLLOW = np.array(
    [[to == 0 or to % 2 == 1 or before in (to, to - 1) for to in range(LABELS)] for before in range(LABELS)]
)
# A morpheme that no name leads by so many nats at itself and none by so many at its neighbours is in no name: of
# 110,000 morphemes of news, those had a probability of 5 in 10^7 to be in one, 0.0015 at most.
_SURE, _QUIET = 6.0, 1.0


def pieces(scores: Floats, lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The lengths of the pieces into which sentences fall behind morphemes that are surely in no name.

    Labels before and behind such a morpheme say nothing of each other, so that pieces are read as sentences are, and
    many short ones side by side take fewer steps than a few long ones.
    """
    lead = scores[:, 0] - scores[:, 1:].max(axis=1)
    ends = np.cumsum(lengths)
    quiet = lead > _QUIET
    sure = lead > _SURE
    sure[:-1] &= quiet[1:]
    # What stands before the first word of a sentence is another sentence's.
    quiet[ends - 1] = True
    sure[1:] &= quiet[:-1]
    sure[ends - 1] = True
    return np.diff(np.flatnonzero(sure) + 1, prepend=0)


def best_labels(scores: Floats, follow: Floats, start: Floats, steps: Steps) -> NDArray[np.int64]:
    """The row of labels with the greatest sum of its scores in each piece (Viterbi). `start` has a row of scores of a
    first label for each piece, in the order of `steps`.
    """
    local = scores[steps.left]
    reached = start + local[: steps.counts[0]]
    all_reached = [reached]
    onward = follow.T.copy()
    from_each = follow[:, None, :]
    for begin, end in list(steps.slices())[1:]:
        # Labels first: the greatest of 13 arrays is found in a third of the time of the greatest of each 13 numbers.
        reached = (reached[: end - begin].T[:, :, None] + from_each).max(axis=0) + local[begin:end]
        all_reached.append(reached)
    found = np.empty(len(scores), np.int64)
    current = np.empty(0, np.int64)
    for (begin, end), reached in zip(reversed(list(steps.slices())), reversed(all_reached), strict=True):
        goes_on = len(current)
        reached[:goes_on] += onward[current]
        current = reached.argmax(axis=1)
        found[begin:end] = current
    labels = np.empty_like(found)
    labels[steps.left] = found
    return labels


class Lattice(NamedTuple):
    """All rows of labels at once (forward-backward, each step scaled by `scale` to a sum of 1).

    `ahead` holds what the labels up to a morpheme weigh, `behind` what the labels after it do, `local` its own
    scores, `follow` the labels' order: products of these are probabilities.
    """

    ahead: Floats
    behind: Floats
    local: Floats
    scale: Floats
    follow: Floats


def lattice(scores: Floats, follow: Floats, start: Floats, steps: Steps) -> Lattice:
    """Weigh every label of every morpheme; `start` as for `best_labels`."""
    local = np.exp(scores - scores.max(axis=1, keepdims=True))[steps.left]
    chain = np.exp(follow)
    ahead, behind = np.empty_like(local), np.ones_like(local)
    scale = np.empty((len(local), 1), np.float32)
    weight = np.exp(start)
    for begin, end in steps.slices():
        weight = weight[: end - begin] * local[begin:end]
        np.sum(weight, axis=1, keepdims=True, out=scale[begin:end])
        weight /= scale[begin:end]
        ahead[begin:end] = weight
        weight = product(weight, chain)
    onward = chain.T.copy()
    local_scaled = local / scale
    slices = list(steps.slices())
    for (before, _), (begin, end) in reversed(list(pairwise(slices))):
        behind[before : before + end - begin] = product(behind[begin:end] * local_scaled[begin:end], onward)
    back = np.empty_like(steps.left)
    back[steps.left] = np.arange(len(back))
    return Lattice(ahead[back], behind[back], local[back], scale[back], chain)


def names(scores: Floats, follow: Floats, start: Floats, lengths: NDArray[np.int64]) -> list[Segment]:
    """The names of sentences whose rows follow each other, in order. `start` has the scores of a first label."""
    cut = pieces(scores, lengths)
    stops, ends = np.cumsum(cut), np.cumsum(lengths)
    opens = np.zeros(len(scores) + 1, bool)
    opens[ends - lengths] = True
    begins = np.where(opens[stops - cut, None], start, follow[0])
    steps = arrange(cut)
    labels = best_labels(scores, follow, begins[steps.order], steps)
    # How sure a name is asks only for the piece that it is in.
    named = np.logical_or.reduceat(labels > 0, stops - cut)
    if not named.any():
        return []
    rows = np.flatnonzero(np.repeat(named, cut))
    steps = arrange(cut[named])
    grid = lattice(scores[rows], follow, begins[named][steps.order], steps)
    closes = np.zeros(len(scores), bool)
    closes[stops - 1] = True
    found = segments(labels[rows], grid, closes[rows])
    at: list[int] = rows.tolist()
    return [Segment(at[s.first], at[s.last], s.kind, s.belief) for s in found]


def segments(labels: NDArray[np.int64], grid: Lattice, stops: NDArray[np.bool_]) -> list[Segment]:
    """The names of the rows in order; `stops` tells at which rows a piece ends."""
    first = np.flatnonzero(labels % 2 == 1)
    last, label = first.copy(), labels[first]
    belief = grid.ahead[first, label].astype(np.float64)
    before, inside = label.copy(), label + 1
    going = np.flatnonzero(_goes_on(labels, last, inside))
    while len(going):
        last[going] += 1
        row, into = last[going], inside[going]
        belief[going] *= grid.follow[before[going], into] * grid.local[row, into] / grid.scale[row, 0]
        before[going] = into
        going = going[_goes_on(labels, row, into)]
    open_ = np.flatnonzero(~stops[last])
    behind = last[open_] + 1
    onward = grid.follow[before[open_]] * grid.local[behind] * grid.behind[behind] / grid.scale[behind]
    belief[open_] *= onward.sum(axis=1) - onward[np.arange(len(open_)), inside[open_]]
    return [
        Segment(*name)
        for name in zip(first.tolist(), last.tolist(), [KINDS[k] for k in label // 2], belief.tolist(), strict=True)
    ]


def _goes_on(labels: NDArray[np.int64], row: NDArray[np.int64], inside: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the names that have come to these rows go on."""
    goes_on: NDArray[np.bool_] = labels[np.minimum(row + 1, len(labels) - 1)] == inside
    return goes_on & (row + 1 < len(labels))
