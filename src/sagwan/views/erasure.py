"""What a takedown took out of the side file, written over: it can be read in no corner of the file either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.views.index.place import one_step, opened_to_write, side_of
from sagwan.views.search.tables import INDEXED

if TYPE_CHECKING:
    from pathlib import Path


def erase(ledger: Path) -> bool:
    """Write the side file of a ledger anew, with nothing but what stands in it. Whether that could be done: not while
    somebody else reads there.
    """
    side = side_of(ledger)
    if not side.is_file():
        return True
    with opened_to_write(side) as db:
        with one_step(db):
            for (table,) in db.execute(f"SELECT name FROM sqlite_master WHERE name IN {INDEXED}").fetchall():
                # FTS5 only notes that a term is gone, until its segments are merged.
                db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        db.execute("VACUUM")
        (busy, _, _) = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
