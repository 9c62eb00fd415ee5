"""Decoding finds the best of all head-final trees, and only those."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sagwan.korean.syntax.decode import best_heads


def projective(heads: tuple[int, ...]) -> bool:
    return not any(i < j < h < heads[j] for i, h in enumerate(heads) for j in range(i + 1, len(heads)))


def best_by_trying_all(scores: np.ndarray, length: int) -> float:
    choices = [range(i + 1, length) for i in range(length - 1)]
    trees = ((*heads, -1) for heads in product(*choices))
    return max(float(sum(scores[i, h] for i, h in enumerate(t[:-1]))) for t in trees if projective(t))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=3), st.integers(0, 2**32 - 1))
def test_no_tree_is_better(lengths: list[int], seed: int):
    size = max(lengths)
    scores = np.random.default_rng(seed).normal(size=(len(lengths), size, size)).astype(np.float32)
    for b, heads in enumerate(best_heads(scores, lengths)):
        assert len(heads) == lengths[b]
        assert heads[-1] == -1
        assert all(h > i for i, h in enumerate(heads[:-1]))
        assert projective(tuple(heads))
        got = sum(float(scores[b, i, h]) for i, h in enumerate(heads[:-1]))
        assert abs(got - best_by_trying_all(scores[b], lengths[b])) < 1e-4 if lengths[b] > 1 else heads == [-1]
