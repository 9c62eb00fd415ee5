"""What is worked out once: a word by itself is the same on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from numpy.typing import NDArray

    Tables = tuple[NDArray[np.generic], ...]

K = TypeVar("K", bound="Hashable")


class Memory(Generic[K]):
    """Keys, each with its row in every one of `tables`. What `make` gives for a key must follow from the key alone:
    forgetting does no harm.

    Starts afresh when it would grow beyond `limit` rows.
    """

    def __init__(self, make: Callable[[Sequence[K]], Tables], limit: int) -> None:
        self.tables: Tables = ()
        self._make = make
        self._limit = limit
        self._index: dict[K, int] = {}

    def at(self, keys: Sequence[K]) -> NDArray[np.int64]:
        """The row of each key; holds until the next call."""
        rows = list(map(self._index.get, keys))
        if None in rows:
            self._meet(keys)
            rows = list(map(self._index.get, keys))
        return np.array(rows, np.int64)

    def _meet(self, keys: Sequence[K]) -> None:
        distinct = dict.fromkeys(keys)
        new = [k for k in distinct if k not in self._index]
        if len(self._index) + len(new) > self._limit:
            self._index.clear()
            new = list(distinct)
        self._learn(new)

    def _learn(self, new: Sequence[K]) -> None:
        start, end = len(self._index), len(self._index) + len(new)
        made = self._make(new)
        if not self.tables or end > len(self.tables[0]):
            # Memory is given where it is written: room for all costs nothing before, and is never moved.
            room = max(self._limit, end)
            self.tables = tuple(np.zeros((room, *rows.shape[1:]), rows.dtype) for rows in made)
        for table, rows in zip(self.tables, made, strict=True):
            table[start:end] = rows
        self._index.update(zip(new, range(start, end), strict=True))
