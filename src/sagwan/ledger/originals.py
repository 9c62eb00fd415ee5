"""The texts that records stand in, and what kind of thing each entity is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping


def texts(db: sqlite3.Connection, pages: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """The text's id (SHA-256) and its characters, by the ids of pages; a text that was taken down is left out."""
    rows = db.execute(
        """SELECT c.page, t.id, t.chars FROM json_each(?) j CROSS JOIN current c ON c.page = j.value
        JOIN texts t ON t.id = c.text WHERE t.chars IS NOT NULL""",
        (json.dumps(sorted(set(pages))),),
    )
    return {page: (id_, chars) for page, id_, chars in rows}


def kinds(db: sqlite3.Connection) -> Mapping[str, str]:
    """The kind of every entity, by its id."""
    return dict(
        db.execute("SELECT r.id, r.kind FROM entities r JOIN current c ON c.key = r.reading ORDER BY c.page, r.n")
    )
