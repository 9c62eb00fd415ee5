"""Where the side file of a ledger lies, and how it is opened."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A second process that asks while the first still builds waits for it, and then goes on from what is there.
_WAIT_S = 900.0
_CACHE_KIB = 128_000


def side_of(ledger: Path) -> Path:
    """`<ledger>.index`; where nothing can be written beside the ledger, a file of this user's in the system's
    temporary folder, the same for every question to the ledger.
    """
    beside = ledger.with_name(f"{ledger.name}.index")
    if _writable(beside):
        return beside
    folder = Path(tempfile.gettempdir()) / f"sagwan-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
    folder.mkdir(mode=0o700, exist_ok=True)
    name = hashlib.sha256(str(ledger.resolve()).encode()).hexdigest()[:16]
    return folder / f"{name}.index"


def _writable(file: Path) -> bool:
    if not os.access(file.parent, os.W_OK):
        return False
    return not file.exists() or os.access(file, os.W_OK)


@contextmanager
def opened_to_write(side: Path) -> Iterator[sqlite3.Connection]:
    """The side file, made where there is none. Writers take turns, transaction by transaction."""
    db = sqlite3.connect(side, isolation_level=None, timeout=_WAIT_S)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        yield db
    finally:
        db.close()


@contextmanager
def one_step(db: sqlite3.Connection) -> Iterator[None]:
    """One transaction of the one writer: whole or not at all."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
