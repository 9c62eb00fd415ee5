"""The one writer. Each reading is kept whole, in one transaction, or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger import guard
from sagwan.ledger.connect import said_plainly, writing
from sagwan.ledger.rows import PARTS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sagwan.core.entity import Judgement, Naming
    from sagwan.core.errors import Refusal
    from sagwan.ledger.keys import Run
    from sagwan.ledger.rows import Rows

_WIDE = ("runs", "pages", "sources", "refusals", "texts", "withdrawals", "seals", "judgements", "namings")


@dataclass(frozen=True, slots=True)
class Store:
    """An open ledger. Made by `open_store`; one at a time for one ledger."""

    path: Path
    _db: sqlite3.Connection
    _insert: Mapping[str, str]

    def has(self, key: int) -> bool:
        """Whether this reading is kept already."""
        return self._db.execute("SELECT 1 FROM seals WHERE reading = ?", (key,)).fetchone() is not None

    def kept(self, run: Run) -> frozenset[int]:
        """The keys of all readings that this run has made."""
        return frozenset(key for (key,) in self._db.execute("SELECT key FROM readings WHERE run = ?", (run.key,)))

    def keep(self, rows: Rows) -> bool:
        """Add one reading; False where the ledger has it, and then nothing but a new source is added.

        Raises `SagwanError` (`ledger.withdrawn`, `ledger.full` …); the ledger is then as it was before.
        """
        with said_plainly(self.path), _transaction(self._db):
            if self.has(rows.key):
                self._add_source(rows.page_id, rows.source)
                return False
            self._refuse_withdrawn(rows)
            self._add_run(rows)
            self._add_once("pages", "id", rows.page_id, (rows.page_id, rows.size, rows.data))
            self._add_once("texts", "id", rows.text_id, (rows.text_id, rows.chars))
            self._add_source(rows.page_id, rows.source)
            for name in PARTS:
                if name in rows.tables:
                    self._db.executemany(self._insert[name], rows.tables[name])
            self._db.execute(self._insert["seals"], (rows.key, rows.seal))
            return True

    def add_source(self, page_id: str, source: str) -> None:
        """Note that a page that is kept came from this place too."""
        with said_plainly(self.path), _transaction(self._db):
            self._add_source(page_id, source)

    def refuse(self, source: str, page_id: str | None, refusal: Refusal) -> None:
        """Note what was not taken in, and why; the same refusal once."""
        with said_plainly(self.path), _transaction(self._db):
            key = (source, page_id or "", refusal.code)
            known = "SELECT 1 FROM refusals WHERE source = ? AND page = ? AND code = ?"
            if self._db.execute(known, key).fetchone() is None:
                self._db.execute(self._insert["refusals"], (*key, refusal.what, refusal.where, refusal.repair))

    def judge(self, judgement: Judgement, at: str) -> None:
        """Add a ruling, which holds over earlier ones on the same pair. `at`: ISO 8601."""
        left, right = sorted((judgement.left, judgement.right))
        with said_plainly(self.path), _transaction(self._db):
            n = self._db.execute("SELECT coalesce(max(n), 0) + 1 FROM judgements").fetchone()[0]
            row = (n, left, right, int(judgement.same), judgement.by, judgement.because, at)
            self._db.execute(self._insert["judgements"], row)

    def name(self, naming: Naming) -> None:
        """Add a ruling on the name of an identity, which holds over earlier ones on it."""
        with said_plainly(self.path), _transaction(self._db):
            n = self._db.execute("SELECT coalesce(max(n), 0) + 1 FROM namings").fetchone()[0]
            row = (n, naming.entity, naming.name, naming.by, naming.because, naming.at)
            self._db.execute(self._insert["namings"], row)

    def withdraw(self, text_id: str, at: str, because: str) -> bool:
        """Take a text's words out of the ledger, in every place; ids, ranges, and when and why stay.

        Whether they are gone from the file as well: while somebody else reads in it they stay there until he is done.
        Raises `SagwanError` (`ledger.no_text`) where there is none of that name, or it is withdrawn already.
        """
        with said_plainly(self.path):
            # Freed space is written over: a deleted word must not be readable in the file either.
            self._db.execute("PRAGMA secure_delete = ON")
            with _transaction(self._db):
                there = "SELECT 1 FROM texts WHERE id = ? AND chars IS NOT NULL"
                if self._db.execute(there, (text_id,)).fetchone() is None:
                    raise SagwanError("ledger.no_text", "장부에 그 텍스트가 없거나 이미 내려졌습니다", text_id)
                self._db.execute(self._insert["withdrawals"], (text_id, at, because))
                for table in guard.tables(self._db):
                    if table.words:
                        self._db.execute(_emptying(table), {"text": text_id})
            (busy, _, _) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def _refuse_withdrawn(self, rows: Rows) -> None:
        found = self._db.execute("SELECT at FROM withdrawals WHERE text = ?", (rows.text_id,)).fetchone()
        if found is not None:
            raise SagwanError("ledger.withdrawn", f"{found[0]}에 내려진 글입니다", rows.source)

    def _add_run(self, rows: Rows) -> None:
        run = rows.run
        n = self._db.execute("SELECT coalesce(max(n), 0) + 1 FROM runs").fetchone()[0]
        self._add_once("runs", "key", run.key, (run.key, n, run.version, run.lexicon, run.models))

    def _add_source(self, page_id: str, source: str) -> None:
        known = "SELECT 1 FROM sources WHERE page = ? AND source = ?"
        if self._db.execute(known, (page_id, source)).fetchone() is None:
            self._db.execute(self._insert["sources"], (page_id, source))

    def _add_once(self, table: str, column: str, key: str | int, row: tuple[str | int | bytes, ...]) -> None:
        if self._db.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", (key,)).fetchone() is None:
            self._db.execute(self._insert[table], row)


@contextmanager
def open_store(path: Path) -> Iterator[Store]:
    """Open the ledger at `path` to write, making it where there is none.

    Raises `SagwanError`: `ledger.locked` while another process writes, `ledger.stranger` for another kind of file.
    """
    with writing(path) as db:
        columns = {table.name: len(table.columns) for table in guard.tables(db)}
        insert = {name: f"INSERT INTO {name} VALUES ({', '.join('?' * columns[name])})" for name in (*PARTS, *_WIDE)}
        yield Store(path, db, insert)


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk may have rolled back already
            db.execute("ROLLBACK")
        raise


def _emptying(table: guard.Table) -> str:
    gone = ", ".join(f"{column} = NULL" for column in table.words)
    if table.name == "texts":
        where = "id = :text"
    elif table.name == "pages":
        where = "id IN (SELECT page FROM readings WHERE text = :text)"
    else:
        where = "reading IN (SELECT key FROM readings WHERE text = :text)"
    if table.name == "items":
        where += f" OR EXISTS (SELECT 1 FROM readings r WHERE r.text = :text AND {guard.item_quotes('items')})"
    return f"UPDATE {table.name} SET {gone} WHERE {where}"
