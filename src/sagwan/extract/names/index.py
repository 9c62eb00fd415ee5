"""Who is named where: looking up an entity by its place in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.core.entity import Entity
    from sagwan.core.span import Span


class NameIndex:
    """The mentions of an article's entities, ordered by place.

    `at(position)` gives the entity named there; `of(id)` the entity by id; `between(start, end)` every
    (span, entity) whose mention begins in the range, in text order; `last_before(position)` the nearest mention
    that ends at or before it. Where two mentions overlap, the longer one wins.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        named = sorted(
            ((m.span, e) for e in entities for m in e.mentions), key=lambda pair: (pair[0].start, -pair[0].end)
        )
        self._named: list[tuple[Span, Entity]] = []
        for span, entity in named:
            if not self._named or span.start >= self._named[-1][0].end:
                self._named.append((span, entity))
        self._starts = [span.start for span, _ in self._named]
        self._by_id = {e.id: e for _, e in named}

    def of(self, ident: str) -> Entity | None:
        """The entity with this id."""
        return self._by_id.get(ident)

    def at(self, position: int) -> Entity | None:
        """The entity whose mention covers the character at `position`."""
        i = bisect_right(self._starts, position) - 1
        return self._named[i][1] if i >= 0 and position in self._named[i][0] else None

    def between(self, start: int, end: int) -> list[tuple[Span, Entity]]:
        """Every mention that begins in [start, end), with its entity, in text order."""
        return self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_before(self, position: int) -> tuple[Span, Entity] | None:
        """The nearest mention that ends at or before `position`."""
        i = bisect_left(self._starts, position) - 1
        while i >= 0 and self._named[i][0].end > position:
            i -= 1
        return self._named[i] if i >= 0 else None
