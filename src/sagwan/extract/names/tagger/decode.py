"""Scores of labels → the likeliest row of labels, and how likely each of its names is (linear-chain CRF)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sagwan.extract.names.tagger.weights import KINDS, LABELS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.network import Steps
    from sagwan.extract.names.tagger.weights import Floats


class Segment(NamedTuple):
    """A name from morpheme `first` to `last` of a sentence. `belief`: its probability under the model, in 0..1."""

    first: int
    last: int
    kind: str
    belief: float


# Which label may follow which (from, to): a name goes on only as it began. No sentence begins inside a name.
MAY_FOLLOW = np.array(
    [[to == 0 or to % 2 == 1 or before in (to, to - 1) for to in range(LABELS)] for before in range(LABELS)]
)


def best_labels(scores: Floats, follow: Floats, start: Floats, steps: Steps) -> NDArray[np.int64]:
    """The row of labels with the greatest sum of its scores in each sentence (Viterbi)."""
    reached = start + scores[steps.forward[0]]
    last = reached.copy()
    came: list[NDArray[np.int64]] = []
    for rows in steps.forward[1:]:
        ways = reached[: len(rows), :, None] + follow
        came.append(ways.argmax(axis=1))
        reached = ways.max(axis=1) + scores[rows]
        last[: len(rows)] = reached
    labels = np.zeros(len(scores), np.int64)
    current = last.argmax(axis=1)
    for t in range(len(steps.forward) - 1, -1, -1):
        rows = steps.forward[t]
        labels[rows] = current[: len(rows)]
        if t:
            current[: len(rows)] = came[t - 1][np.arange(len(rows)), current[: len(rows)]]
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
    """Weigh every label of every morpheme."""
    local = np.exp(scores - scores.max(axis=1, keepdims=True))
    chain = np.exp(follow)
    ahead = np.empty_like(local)
    scale = np.empty((len(local), 1), np.float32)
    weight = np.exp(start) * local[steps.forward[0]]
    for t, rows in enumerate(steps.forward):
        if t:
            weight = (weight[: len(rows)] @ chain) * local[rows]
        scale[rows] = weight.sum(axis=1, keepdims=True)
        weight = weight / scale[rows]
        ahead[rows] = weight
    behind = np.ones_like(local)
    onward = chain.T.copy()
    for rows in reversed(steps.forward[1:]):
        behind[rows - 1] = (behind[rows] * local[rows] / scale[rows]) @ onward
    return Lattice(ahead, behind, local, scale, chain)


def belief(grid: Lattice, first: int, last: int, label: int, *, ends: bool) -> float:
    """The probability that a name begins at row `first` with `label` and ends at row `last`; `ends`: so does the
    sentence.
    """
    weight, before, inside = float(grid.ahead[first, label]), label, label + 1
    for row in range(first + 1, last + 1):
        weight *= float(grid.follow[before, inside] * grid.local[row, inside] / grid.scale[row, 0])
        before = inside
    if ends:
        return weight
    onward = grid.follow[before] * grid.local[last + 1] * grid.behind[last + 1] / grid.scale[last + 1, 0]
    return weight * float(onward.sum() - onward[inside])


def segments(labels: NDArray[np.int64], grid: Lattice, start: int, end: int) -> list[Segment]:
    """The names of the sentence in rows `start` up to `end`."""
    found = []
    for at in (np.flatnonzero(labels[start:end] % 2 == 1) + start).tolist():
        label, last = int(labels[at]), at
        while last + 1 < end and labels[last + 1] == label + 1:
            last += 1
        sure = belief(grid, at, last, label, ends=last + 1 == end)
        found.append(Segment(at - start, last - start, KINDS[label // 2], sure))
    return found
