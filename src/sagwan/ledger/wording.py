"""What events say in words alone: roles that name no entity, and what is known of a time that is not fully known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.ledger.query import among

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from sagwan.ledger.query import Which


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


def wordings(db: sqlite3.Connection, which: Which | None = None) -> Mapping[str, Wording]:
    """Of all events, or the chosen ones, by their ids; an event that says nothing in words alone is left out."""
    events, values = among("events", which), which.values if which else ()
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    rows = db.execute(
        f"""SELECT r.id, x.role, x.quote {events} JOIN arguments x
        ON x.reading = r.reading AND x.article = r.article AND x.event = r.n
        WHERE x.entity IS NULL AND x.quote IS NOT NULL ORDER BY c.page, x.reading, x.article, x.event, x.n""",
        values,
    )
    for event, role, quote in rows:
        if role not in (known for known, _ in said[event]):
            said[event].append((role, quote.replace("\n", " ")))
    parts: dict[str, tuple[str | None, str | None]] = {}
    rows = db.execute(
        f"""SELECT r.id, w.known, w.unknown {events} JOIN times w
        ON w.reading = r.reading AND w.article = r.article AND w.n = r.time WHERE w.value IS NULL ORDER BY c.page""",
        values,
    )
    for event, known, unknown in rows:
        parts.setdefault(event, (known, unknown))
    return {
        event: Wording(tuple(said.get(event, ())), *parts.get(event, (None, None))) for event in sorted({*said, *parts})
    }
