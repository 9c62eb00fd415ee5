"""Numbered steps that bring a ledger to the form of today, each in a transaction with its own record."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger import guard

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

LATEST = 4


def steps() -> tuple[tuple[int, str, str], ...]:
    """Number, name and SQL of each step, in order."""
    folder = files("sagwan.ledger").joinpath("migrations")
    found = sorted((f.name, f.read_text("utf-8")) for f in folder.iterdir() if f.name.endswith(".sql"))
    return tuple((int(name[:4]), name.removesuffix(".sql"), sql) for name, sql in found)


def migrate(db: sqlite3.Connection, path: Path, application: int) -> None:
    """Apply what is missing. Raises `SagwanError` (`ledger.version`) where a newer program made the ledger."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > LATEST:
        raise SagwanError(
            "ledger.version", f"더 새로운 판({version})의 장부입니다", str(path), "sagwan을 새 판으로 올리십시오"
        )
    done = {n for (n,) in db.execute("SELECT n FROM migrations")} if version else set()
    for n, name, sql in steps():
        if n not in done:
            _apply(db, n, name, sql, application)


def _apply(db: sqlite3.Connection, n: int, name: str, sql: str, application: int) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        for trigger in guard.present(db):
            db.execute(f"DROP TRIGGER {trigger}")
        for statement in _statements(sql):
            db.execute(statement)
        db.execute("INSERT INTO migrations VALUES (?, ?)", (n, name))
        guard.install(db)
        db.execute(f"PRAGMA application_id = {application}")
        db.execute(f"PRAGMA user_version = {max(n, _version(db))}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _statements(sql: str) -> list[str]:
    """The single statements: `executescript` would commit before it begins."""
    return [s for s in sql.split(";\n") if s.strip()]
