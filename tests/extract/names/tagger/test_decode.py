"""The decoder against every row of labels written out."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import pytest

from sagwan.extract.names.tagger.decode import MAY_FOLLOW, best_labels, lattice, segments
from sagwan.extract.names.tagger.network import arrange
from sagwan.extract.names.tagger.weights import LABELS, Floats

LENGTHS = (3, 1, 4)


def model() -> tuple[Floats, Floats, Floats]:
    draw = np.random.default_rng(3)
    scores = draw.normal(0, 2, (sum(LENGTHS), LABELS)).astype(np.float32)
    # Labels beyond the first five are put out of reach, so that all rows can be written out.
    scores[:, 5:] = -60
    follow = np.where(MAY_FOLLOW, draw.normal(0, 1, (LABELS, LABELS)), -1e4).astype(np.float32)
    start = np.where(MAY_FOLLOW[0], draw.normal(0, 1, LABELS), -1e4).astype(np.float32)
    return scores, follow, start


def every_row(scores: Floats, follow: Floats, start: Floats) -> Iterator[tuple[tuple[int, ...], float]]:
    for row in itertools.product(range(5), repeat=len(scores)):
        yield (
            row,
            start[row[0]]
            + sum(scores[i, x] for i, x in enumerate(row))
            + sum(follow[a, b] for a, b in itertools.pairwise(row)),
        )


def names(row: tuple[int, ...]) -> list[tuple[int, int, int]]:
    found = []
    for i, label in enumerate(row):
        if label % 2 == 1:
            at = i
            while at + 1 < len(row) and row[at + 1] == label + 1:
                at += 1
            found.append((i, at, label))
    return found


def test_the_best_row_and_the_belief_in_each_name_are_exact():
    scores, follow, start = model()
    steps = arrange(LENGTHS)
    labels = best_labels(scores, follow, start, steps)
    grid = lattice(scores, follow, start, steps)
    for first, end in itertools.pairwise(itertools.accumulate(LENGTHS, initial=0)):
        rows = dict(every_row(scores[first:end], follow, start))
        best = max(rows, key=rows.__getitem__)
        assert tuple(labels[first:end]) == best
        top = max(rows.values())
        weights = {row: np.exp(value - top) for row, value in rows.items()}
        share: dict[tuple[int, int, int], float] = defaultdict(float)
        for row, weight in weights.items():
            for name in names(row):
                share[name] += weight / sum(weights.values())
        found = segments(labels, grid, first, end)
        assert [(s.first, s.last) for s in found] == [(a, b) for a, b, _ in names(best)]
        assert [s.belief for s in found] == pytest.approx([share[n] for n in names(best)], rel=1e-4)
