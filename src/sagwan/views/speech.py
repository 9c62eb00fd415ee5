"""Who said what, narrowed by what it is about, since when, and how it was meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sagwan.ledger import query

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


def said_by(
    db: sqlite3.Connection,
    name: str | None = None,
    about: str | None = None,
    since: str | None = None,
    stance: str | None = None,
) -> Iterator[query.Said]:
    """Statements by their publication, the earliest first.

    `name`: the speaker's name, also a short form in its own article, or the label of an unnamed source. `about`: an
    entity that it is about, or words in it. `since`: an ISO 8601 day; an article without a date is left out then.
    """
    conditions, values = ["true"], []
    if name is not None:
        conditions.append("(r.speaker IN (SELECT value FROM json_each(?)) OR r.label = ?)")
        values += [_ids(db, name), name]
    if about is not None:
        conditions.append(
            """(instr(r.quote, ?) > 0 OR EXISTS (SELECT 1 FROM abouts s WHERE s.reading = r.reading
            AND s.article = r.article AND s.statement = r.n AND s.entity IN (SELECT value FROM json_each(?))))"""
        )
        values += [about, _ids(db, about)]
    if since is not None:
        conditions.append("a.published >= ?")
        values.append(since)
    if stance is not None:
        conditions.append("r.stance = ?")
        values.append(stance)
    return query.said(db, " AND ".join(conditions), tuple(values))


def _ids(db: sqlite3.Connection, name: str) -> str:
    return json.dumps([one.id for one in query.named(db, name)])
