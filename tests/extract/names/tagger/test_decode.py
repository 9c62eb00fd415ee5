"""The decoder against every row of labels written out."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import pytest

from sagwan.extract.names.tagger.decode import MAY_FOLLOW, names, pieces
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


def names_in(row: tuple[int, ...]) -> list[tuple[int, int, int]]:
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
    found = names(scores, follow, start, np.array(LENGTHS))
    for first, end in itertools.pairwise(itertools.accumulate(LENGTHS, initial=0)):
        rows = dict(every_row(scores[first:end], follow, start))
        best = max(rows, key=rows.__getitem__)
        top = max(rows.values())
        weights = {row: np.exp(value - top) for row, value in rows.items()}
        share: dict[tuple[int, int, int], float] = defaultdict(float)
        for row, weight in weights.items():
            for name in names_in(row):
                share[name] += weight / sum(weights.values())
        own = [s for s in found if first <= s.first < end]
        assert [(s.first - first, s.last - first) for s in own] == [(a, b) for a, b, _ in names_in(best)]
        assert [s.belief for s in own] == pytest.approx([share[n] for n in names_in(best)], rel=1e-4)


def test_a_sentence_falls_into_pieces_where_it_surely_has_no_name():
    scores, follow, start = model()
    lengths = np.array([len(scores)])
    whole = names(scores, follow, start, lengths)
    quiet = np.zeros((3, LABELS), np.float32)
    quiet[:, 0] = 12.0
    longer = np.concatenate([scores, quiet, scores])
    cut = pieces(longer, np.array([len(longer)])).tolist()
    assert cut[0] == len(scores) + 2
    assert sum(cut) == len(longer)
    twice = names(longer, follow, start, np.array([len(longer)]))
    assert [(s.first, s.last, s.kind) for s in twice[: len(whole)]] == [(s.first, s.last, s.kind) for s in whole]


def test_no_name_runs_over_the_end_of_its_sentence():
    scores = np.zeros((2, LABELS), np.float32)
    scores[:, :] = -9.0
    scores[0, 1] = scores[1, 2] = 9.0
    _, follow, start = model()
    assert [(s.first, s.last) for s in names(scores, follow, start, np.array([2]))] == [(0, 1)]
    assert all(s.first == s.last for s in names(scores, follow, start, np.array([1, 1])))
