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
    # What was signed last, as `search_version` named it: what there is to sign is looked for only where they differ.
    "CREATE TABLE IF NOT EXISTS signed_version (made_by TEXT NOT NULL, ledger TEXT)",
)
_GONE = "FROM signed WHERE NOT EXISTS (SELECT 1 FROM shelved h WHERE h.article = signed.article AND h.key = signed.key)"
_NEW = "FROM shelved WHERE article NOT IN (SELECT article FROM signed)"
_OF_OTHER_TERMS = "SELECT 1 FROM signed_version g, search_version s WHERE g.made_by <> s.made_by"


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


def unsigned(db: sqlite3.Connection) -> int:
    """How many of the articles that are prepared for searching wait for their signature."""
    return max(0, _counted(db, "shelved") - _counted(db, "signed")) if _behind(db) else 0


def _counted(db: sqlite3.Connection, table: str) -> int:
    if db.execute("SELECT 1 FROM side.sqlite_master WHERE name = ?", (table,)).fetchone() is None:
        return 0
    return int(db.execute(f"SELECT count(*) FROM side.{table}").fetchone()[0])


def _behind(db: sqlite3.Connection) -> bool:
    if db.execute("SELECT 1 FROM side.sqlite_master WHERE name = 'signed_version'").fetchone() is None:
        return True
    reached = "SELECT g.made_by = s.made_by AND g.ledger = s.ledger FROM side.signed_version g, side.search_version s"
    return bool(db.execute(reached).fetchone() != (True,))


def _step(side: sqlite3.Connection) -> bool:
    with one_step(side):
        for sql in _TABLES:
            side.execute(sql)
        if side.execute(_OF_OTHER_TERMS).fetchone() is not None:
            for table in ("signed", "bands", "signed_version"):
                side.execute(f"DELETE FROM {table}")
        side.execute(f"DELETE FROM bands WHERE article IN (SELECT article {_GONE})")
        side.execute(f"DELETE {_GONE}")
        new = side.execute(f"SELECT article, key, head, terms {_NEW} LIMIT ?", (_STEP,)).fetchall()
        for article, key, head, packed in new:
            shelved, _ = unpacked(head, packed)
            signed = signature([term.form for term in shelved.pieces])
            side.execute("INSERT INTO signed VALUES (?, ?, ?)", (article, key, signed))
            side.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, article) for band in bands(signed)])
        if len(new) < _STEP:
            side.execute("DELETE FROM signed_version")
            side.execute("INSERT INTO signed_version SELECT made_by, ledger FROM search_version")
    return len(new) == _STEP
