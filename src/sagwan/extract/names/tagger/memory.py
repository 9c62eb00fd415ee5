"""Rows worked out once: what a word is by itself is the same on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from numpy.typing import NDArray

K = TypeVar("K", bound="Hashable")


class Memory(Generic[K]):
    """Keys and their rows. What `make` gives for a key must follow from the key alone: forgetting does no harm.

    Starts afresh when it would grow beyond `limit` rows of `width` numbers.
    """

    def __init__(self, make: Callable[[Sequence[K]], NDArray[np.float32]], width: int, limit: int) -> None:
        self._make = make
        self._limit = limit
        self._index: dict[K, int] = {}
        self._rows = np.zeros((1024, width), np.float32)

    def rows(self, keys: Sequence[K]) -> NDArray[np.float32]:
        """One row for each key, in order."""
        try:
            at = [self._index[k] for k in keys]
        except KeyError:
            self._meet(keys)
            at = [self._index[k] for k in keys]
        return self._rows[at]

    def _meet(self, keys: Sequence[K]) -> None:
        distinct = dict.fromkeys(keys)
        new = [k for k in distinct if k not in self._index]
        if len(self._index) + len(new) > self._limit:
            self._index.clear()
            new = list(distinct)
        self._learn(new)

    def _learn(self, new: Sequence[K]) -> None:
        start, end = len(self._index), len(self._index) + len(new)
        if end > len(self._rows):
            grown = np.zeros((max(end, 2 * len(self._rows)), self._rows.shape[1]), np.float32)
            grown[:start] = self._rows[:start]
            self._rows = grown
        self._rows[start:end] = self._make(new)
        self._index.update(zip(new, range(start, end), strict=True))
