"""What events say in words alone: roles that name no entity, and what is known of a time that is not fully known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Wording:
    """`roles`: role and words where no entity fills it. `known` and `unknown` are those of the event's time, where
    its value is not known (`XXXX-12-23`, "연도를 알 수 없음").
    """

    roles: tuple[tuple[str, str], ...] = ()
    known: str | None = None
    unknown: str | None = None

    def of(self, *roles: str) -> str | None:
        """The words of the first of these roles that has any."""
        said = dict(self.roles)
        return next((said[role] for role in roles if role in said), None)


def wordings(db: sqlite3.Connection) -> Mapping[str, Wording]:
    """By the ids of events; an event that says nothing in words alone is left out."""
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    rows = db.execute(
        """SELECT e.id, a.role, a.quote FROM arguments a JOIN events e
        ON e.reading = a.reading AND e.article = a.article AND e.n = a.event
        JOIN current c ON c.key = a.reading WHERE a.entity IS NULL AND a.quote IS NOT NULL
        ORDER BY c.page, a.reading, a.article, a.event, a.n"""
    )
    for event, role, quote in rows:
        if role not in (known for known, _ in said[event]):
            said[event].append((role, quote.replace("\n", " ")))
    parts: dict[str, tuple[str | None, str | None]] = {}
    rows = db.execute(
        """SELECT e.id, w.known, w.unknown FROM events e JOIN current c ON c.key = e.reading JOIN times w
        ON w.reading = e.reading AND w.article = e.article AND w.n = e.time WHERE w.value IS NULL"""
    )
    for event, known, unknown in rows:
        parts.setdefault(event, (known, unknown))
    return {
        event: Wording(tuple(said.get(event, ())), *parts.get(event, (None, None))) for event in sorted({*said, *parts})
    }
