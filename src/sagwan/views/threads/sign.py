# ruff: noqa: S608 — names of tables are our own
"""Bringing the signatures in the side file to the state of what is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.views.index.place import one_step, opened_to_write, side_of
from sagwan.views.search.shelve import bring_search, unpacked
from sagwan.views.threads.signature import bands, signature

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from sagwan.views.index.open import Index

_STEP = 2000
_TABLES = (
    "CREATE TABLE IF NOT EXISTS signed (article INTEGER PRIMARY KEY, key INTEGER NOT NULL, minima BLOB NOT NULL)",
    "CREATE INDEX IF NOT EXISTS signed_by_key ON signed (key)",
    """CREATE TABLE IF NOT EXISTS bands (value INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (value, article))
      WITHOUT ROWID""",
)
_GONE = "FROM signed WHERE NOT EXISTS (SELECT 1 FROM shelved h WHERE h.article = signed.article AND h.key = signed.key)"
_NEW = "FROM {0}shelved WHERE article NOT IN (SELECT article FROM {0}signed)"


def bring_signatures(index: Index, heard: Callable[[int, int], None]) -> None:
    """Sign what is searched and not signed; forget what is gone."""
    bring_search(index, heard)
    if not _behind(index.db):
        return
    inside = index.db.in_transaction
    if inside:
        index.db.execute("ROLLBACK")
    with opened_to_write(side_of(index.path)) as side:
        while _step(side):
            pass
    if inside:
        index.db.execute("BEGIN")


def _behind(db: sqlite3.Connection) -> bool:
    if db.execute("SELECT 1 FROM side.sqlite_master WHERE name = 'bands'").fetchone() is None:
        return True
    gone = _GONE.replace("FROM signed", "FROM side.signed").replace("FROM shelved", "FROM side.shelved")
    return any(db.execute(f"SELECT 1 {sql} LIMIT 1").fetchone() for sql in (gone, _NEW.format("side.")))


def _step(side: sqlite3.Connection) -> bool:
    with one_step(side):
        for sql in _TABLES:
            side.execute(sql)
        side.execute(f"DELETE FROM bands WHERE article IN (SELECT article {_GONE})")
        side.execute(f"DELETE {_GONE}")
        new = side.execute(f"SELECT article, key, head, terms {_NEW.format('')} LIMIT ?", (_STEP,)).fetchall()
        for article, key, head, packed in new:
            shelved, _ = unpacked(head, packed)
            signed = signature([term.form for term in shelved.pieces])
            side.execute("INSERT INTO signed VALUES (?, ?, ?)", (article, key, signed))
            side.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, article) for band in bands(signed)])
    return len(new) == _STEP
