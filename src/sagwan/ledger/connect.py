"""Opening a ledger, to read or to write, and SQLite's errors in the four parts of ours."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger.migrate import LATEST, migrate

if TYPE_CHECKING:
    from collections.abc import Iterator

APPLICATION = 0x5347574E  # "SGWN", by which `file` and SQLite tell a ledger from other databases
_WAIT_S = 5.0
_SHARED = "mode=rw"


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """The one writer's connection; the ledger is made where there is none and brought up to date where it is old.

    A second writer is refused at once with `ledger.locked`: the lock is SQLite's own, on a file beside the ledger
    that the system lets go even when this process is killed. Readers are never held up (WAL).
    """
    with said_plainly(path), _alone(path):
        db = sqlite3.connect(path, isolation_level=None, timeout=_WAIT_S)
        try:
            _refuse_stranger(db, path)
            db.execute("PRAGMA journal_mode = WAL")
            # WAL with NORMAL survives a killed process; a power cut may lose the last readings, never half of one.
            db.execute("PRAGMA synchronous = NORMAL")
            migrate(db, path, APPLICATION)
            db.execute("PRAGMA foreign_keys = ON")
            yield db
        finally:
            db.close()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. A ledger of an older form is brought up to date first, if anybody may write it.

    Raises `SagwanError` (`ledger.missing`, `ledger.stranger`, `ledger.version` …).
    """
    db = opened_to_read(path)
    try:
        with said_plainly(path):
            yield db
    finally:
        db.close()


def opened_to_read(path: Path) -> sqlite3.Connection:
    """As `reading`, for whoever closes it himself; it may go from one thread to another."""
    if not path.is_file():
        raise SagwanError("ledger.missing", "장부가 없습니다", str(path), f"sagwan read 지면… --ledger {path}")
    with said_plainly(path):
        db = _open_to_read(path)
        if _version(db) < LATEST and _way(path) == _SHARED:
            db.close()
            with writing(path):
                pass
            db = _open_to_read(path)
        if (version := _version(db)) != LATEST:
            db.close()
            raise _of_another(version, path)
    return db


def _open_to_read(path: Path) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{_way(path)}"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_WAIT_S, check_same_thread=False)
    try:
        _refuse_stranger(db, path)
        # Not mode=ro: the last to close such a connection leaves the write-ahead log's files behind.
        db.execute("PRAGMA query_only = ON")
    except BaseException:
        db.close()
        raise
    return db


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _of_another(version: int, path: Path) -> SagwanError:
    older = "쓸 수 있는 곳으로 옮겨 여십시오. 한 번 열면 새 판으로 옮깁니다"
    repair = older if version < LATEST else "sagwan을 새 판으로 올리십시오"
    what = f"장부의 꼴이 {version}판인데 이 프로그램은 {LATEST}판을 읽습니다"
    return SagwanError("ledger.version", what, str(path), repair)


def _way(path: Path) -> str:
    """How a reader opens it. Beside a ledger in WAL mode SQLite wants to write files of its own; on a disk that nobody
    can write, where no write-ahead log was left behind, the ledger cannot change either and needs none.
    """
    left = path.with_name(f"{path.name}-wal").exists()
    return _SHARED if left or os.access(path.parent, os.W_OK) else "immutable=1"


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    beside = path.with_name(f"{path.name}-writer")
    lock = sqlite3.connect(beside, isolation_level=None, timeout=0)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as busy:
            if busy.sqlite_errorname == "SQLITE_BUSY":
                raise _locked(path) from busy
            raise
        try:
            yield
        finally:
            beside.unlink(missing_ok=True)
    finally:
        lock.close()


def _refuse_stranger(db: sqlite3.Connection, path: Path) -> None:
    empty = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if not empty and db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise SagwanError("ledger.stranger", "사관의 장부가 아닌 SQLite 파일입니다", str(path), "다른 이름을 주십시오")


def _locked(path: Path) -> SagwanError:
    return SagwanError(
        "ledger.locked", "다른 프로그램이 장부를 쓰고 있습니다", str(path), "끝나기를 기다렸다가 다시 하십시오"
    )


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """SQLite's errors as `SagwanError`: `ledger.locked`, `.full`, `.stranger`, `.readonly`, `.broken`, `.io`."""
    try:
        yield
    except sqlite3.Error as wrong:
        name = getattr(wrong, "sqlite_errorname", "")
        where = str(path)
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise _locked(path) from wrong
        for prefix, code, what, repair in _ERRORS:
            if name.startswith(prefix):
                raise SagwanError(code, what, where, repair) from wrong
        raise SagwanError("ledger.refused", str(wrong), where, None) from wrong


_ERRORS = (
    ("SQLITE_FULL", "ledger.full", "디스크가 가득 찼습니다", "자리를 비우고 다시 읽히면 남은 지면이 이어집니다"),
    ("SQLITE_NOTADB", "ledger.stranger", "SQLite 파일이 아닙니다", "다른 이름을 주십시오"),
    ("SQLITE_CORRUPT", "ledger.broken", "장부 파일이 깨졌습니다", "sagwan verify 로 보고 사본에서 되살리십시오"),
    ("SQLITE_READONLY", "ledger.readonly", "쓸 수 없는 장부입니다", "파일과 폴더의 권한을 확인하십시오"),
    ("SQLITE_PERM", "ledger.readonly", "쓸 수 없는 장부입니다", "파일과 폴더의 권한을 확인하십시오"),
    ("SQLITE_CANTOPEN", "ledger.unopened", "장부를 열 수 없습니다", "경로와 폴더의 권한을 확인하십시오"),
    ("SQLITE_IOERR", "ledger.io", "장부를 읽거나 쓰다가 장치가 멈췄습니다", "디스크의 자리와 상태를 확인하십시오"),
)
