"""Rows of different lengths side by side, so that their t-th members are worked on together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Stretches of a table that follow each other, arranged by steps. `counts[t]` is how many have a t-th row;
    `left` lists all rows step by step from the left of each, `right` from the right, the longest stretch first in
    every step; `order` lists the stretches so arranged.
    """

    order: NDArray[np.int64]
    counts: list[int]
    left: NDArray[np.int64]
    right: NDArray[np.int64]

    def slices(self) -> Iterator[tuple[int, int]]:
        """Where each step begins and ends in `left` and in `right`."""
        end = 0
        for count in self.counts:
            start, end = end, end + count
            yield start, end


def arrange(lengths: Sequence[int] | NDArray[np.int64]) -> Steps:
    """The steps for stretches of these lengths, each at least 1."""
    size = np.asarray(lengths)
    order = np.argsort(-size, kind="stable")
    first, size = (np.cumsum(size) - size)[order], size[order]
    counts = np.searchsorted(-size, -np.arange(int(size[0])))
    step = np.repeat(np.arange(len(counts)), counts)
    lane = np.arange(len(step)) - np.repeat(np.cumsum(counts) - counts, counts)
    return Steps(order, counts.tolist(), first[lane] + step, (first + size - 1)[lane] - step)
