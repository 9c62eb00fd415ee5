"""What quotations were found to be about, kept in the side file: who starts anew need not load the analyser to say it.

Only hashes of quotations are kept, with the words that they are about, and nothing outlives a takedown
(`views.index.forward` empties the table, a process that goes on forgets what it knew).
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.korean.kiwi import MODEL
from sagwan.ledger.connect import opened_to_read
from sagwan.views.index.place import one_step, opened_to_write, side_of
from sagwan.views.subject import SUBJECTS

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_TABLES = (
    "CREATE TABLE IF NOT EXISTS subjects (quote BLOB PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS subjects_version (made_by TEXT NOT NULL)",
)
# Far more than a ledger is asked about in a day; what is over is forgotten all at once.
_MOST = 50_000


@dataclass(slots=True)
class Recollection:
    """What this process shares with those before and after it over one ledger. `standing`: by what, and after how many
    takedowns, that which it knows was found.
    """

    ledger: Path
    standing: str | None = None

    def recall(self, db: sqlite3.Connection) -> None:
        """Take in what earlier processes found; `db`: the ledger open to read, its side file attached as `side`."""
        self.standing = _standing(db)
        there = "SELECT 1 FROM side.sqlite_master WHERE name = 'subjects_version'"
        if db.execute(there).fetchone() is None:
            return
        if db.execute("SELECT made_by FROM side.subjects_version").fetchone() == (self.standing,):
            rows = db.execute("SELECT quote, words FROM side.subjects LIMIT ?", (_MOST,))
            SUBJECTS.recall({quote: frozenset(words.split()) for quote, words in rows})

    def keep(self) -> None:
        """Leave behind what was found since."""
        with closing(opened_to_read(self.ledger)) as db:
            now = _standing(db)
        if self.standing is not None and self.standing != now:
            SUBJECTS.forget()
        self.standing = now
        learned, side = SUBJECTS.learned(), side_of(self.ledger)
        if not learned or not side.is_file():
            return
        with opened_to_write(side) as db, one_step(db):
            for sql in _TABLES:
                db.execute(sql)
            (held,) = db.execute("SELECT count(*) FROM subjects").fetchone()
            if held > _MOST or db.execute("SELECT made_by FROM subjects_version").fetchone() != (now,):
                db.execute("DELETE FROM subjects")
                db.execute("DELETE FROM subjects_version")
                db.execute("INSERT INTO subjects_version VALUES (?)", (now,))
            rows = [(quote, " ".join(sorted(words))) for quote, words in learned.items()]
            db.executemany("INSERT OR IGNORE INTO subjects VALUES (?, ?)", rows)


def _standing(ledger: sqlite3.Connection) -> str:
    (taken_down,) = ledger.execute("SELECT count(*) FROM main.withdrawals").fetchone()
    return f"{MODEL} {taken_down}"
