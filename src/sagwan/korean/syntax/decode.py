"""Arc scores → the best tree in which every head stands to the right and no arcs cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def best_heads(scores: NDArray[np.float32], lengths: Sequence[int]) -> list[list[int]]:
    """The heads of each sentence, -1 for its last word.

    `scores[b, i, j]` is what it pays in sentence b to hang word i on word j > i. The stretch i…j headed by j is
    the best of: a stretch i…k hung on j, and the rest k+1…j (CKY for head-final trees, all sentences and all
    stretches of one width at a time).
    """
    count, size, _ = scores.shape
    # from_left[d, b, i] is the best of i…i+d; to_right[e, b, j] the best of j-e…j with j-e-1 hung on j. Widths first:
    # the greatest of several arrays is found sooner than the greatest of each few numbers.
    from_left = np.zeros((size, count, size), np.float32)
    to_right = np.zeros((size, count, size), np.float32)
    splits = np.zeros((count, size, size), np.int16)
    ends = np.arange(1, size)
    to_right[0, :, 1:] = scores[:, ends - 1, ends]
    for width in range(1, size):
        sums = from_left[:width, :, : size - width] + to_right[width - 1 :: -1, :, width:]
        best = sums.max(axis=0)
        splits[:, : size - width, width] = sums.argmax(axis=0)
        from_left[width, :, : size - width] = best
        ends = np.arange(width + 1, size)
        to_right[width, :, width + 1 :] = best[:, 1:] + scores[:, ends - width - 1, ends]
    return [_unfold(splits[b], length) for b, length in enumerate(lengths)]


def _unfold(splits: NDArray[np.int16], length: int) -> list[int]:
    table = splits[:length, :length].tolist()
    heads = [-1] * length
    open_ = [(0, length - 1)]
    while open_:
        first, last = open_.pop()
        if first < last:
            middle = first + table[first][last - first]
            heads[middle] = last
            open_ += [(first, middle), (middle + 1, last)]
    return heads
