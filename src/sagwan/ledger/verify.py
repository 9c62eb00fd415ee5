"""Rechecking a ledger from its own rows: every hash, quote, seal and guard, and the account of its pages."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.errors import Refusal
from sagwan.ledger import guard
from sagwan.ledger.digest import digest
from sagwan.ledger.rows import PARTS, seal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was checked and what was wrong. `quotes` are compared with the texts anew, code point by code point."""

    pages: int
    readings: int
    refused: int
    quotes: int
    withdrawn: int
    digest: str
    faults: tuple[Refusal, ...]


def verify(db: sqlite3.Connection, progress: Callable[[int, int], None] | None = None) -> Verdict:
    """Check everything; `progress` hears how many of how many readings are done."""
    (total,) = db.execute("SELECT count(*) FROM readings").fetchone()
    tables = {table.name: table for table in guard.tables(db)}
    faults = [*_guards(db), *_structure(db), *_pages(db), *_texts(db)]
    quotes = 0
    keys = db.execute("SELECT key, page, text FROM readings ORDER BY key")
    for done, (key, page, text) in enumerate(keys):
        if progress:
            progress(done, total)
        (chars,) = db.execute("SELECT chars FROM texts WHERE id = ?", (text,)).fetchone() or (None,)
        checked, wrong = _reading(db, tables, key, chars)
        quotes += checked
        faults += [Refusal(code, what, f"지면 {page[:12]}", _REPAIR) for code, what in wrong]
    return Verdict(
        _count(db, "pages"), total, _count(db, "refusals"), quotes, _count(db, "withdrawals"), digest(db), tuple(faults)
    )


_REPAIR = "이 장부를 쓰지 말고 같은 지면을 새 장부로 읽으십시오"


def _count(db: sqlite3.Connection, table: str) -> int:
    (n,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(n)


def _guards(db: sqlite3.Connection) -> Iterator[Refusal]:
    for name in guard.missing(db):
        yield Refusal("verify.guard", "지키는 트리거가 없거나 바뀌었습니다", name, _REPAIR)


def _structure(db: sqlite3.Connection) -> Iterator[Refusal]:
    for (said,) in db.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield Refusal("verify.file", str(said), "SQLite", _REPAIR)
    for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Refusal("verify.orphan", f"{parent}에 없는 것을 가리킵니다", str(table), _REPAIR)


def _pages(db: sqlite3.Connection) -> Iterator[Refusal]:
    for id_, size, data in db.execute("SELECT id, size, bytes FROM pages"):
        if data is None:
            continue
        received = _inflated(data)
        if hashlib.sha256(received).hexdigest() != id_ or len(received) != size:
            yield Refusal("verify.page", "지면의 바이트가 이름과 다릅니다", f"지면 {id_[:12]}", _REPAIR)
    # Every page of the ledger was read: a page that was not is a refusal, and has no row here.
    unread = "SELECT id FROM pages WHERE NOT EXISTS (SELECT 1 FROM readings WHERE page = pages.id)"
    for (id_,) in db.execute(unread):
        yield Refusal("verify.account", "판독도 거절도 없는 지면입니다", f"지면 {id_[:12]}", _REPAIR)


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error:
        return b""


def _texts(db: sqlite3.Connection) -> Iterator[Refusal]:
    for id_, chars in db.execute("SELECT id, chars FROM texts"):
        withdrawn = db.execute("SELECT 1 FROM withdrawals WHERE text = ?", (id_,)).fetchone()
        if (chars is None) != (withdrawn is not None):
            yield Refusal("verify.withdrawal", "내린 기록과 글자가 맞지 않습니다", f"텍스트 {id_[:12]}", _REPAIR)
        if chars is not None and hashlib.sha256(chars.encode()).hexdigest() != id_:
            yield Refusal("verify.text", "글자가 이름과 다릅니다", f"텍스트 {id_[:12]}", _REPAIR)


def _reading(
    db: sqlite3.Connection, tables: dict[str, guard.Table], key: int, chars: str | None
) -> tuple[int, list[tuple[str, str]]]:
    """How many quotes were compared, and what was wrong as (code, sentence)."""
    quotes, wrong = 0, []
    parts = []
    for name in PARTS:
        table = tables[name]
        rows = db.execute(f"SELECT * FROM {name} WHERE {table.key[0]} = ? ORDER BY {', '.join(table.key)}", (key,))
        found = rows.fetchall()
        if found:
            parts.append((name, found))
        for prefix in table.quotes:
            at = [table.columns.index(f"{prefix}{column}") for column in ("start", "stop", "quote")]
            for row in found:
                start, stop, quote = (row[i] for i in at)
                quotes += start is not None
                if start is not None and quote != (chars[start:stop] if chars is not None else None):
                    wrong.append(("verify.quote", f"{name}의 인용이 {start}–{stop}의 글자와 다릅니다"))
    sealed = db.execute("SELECT digest FROM seals WHERE reading = ?", (key,)).fetchone()
    if sealed is None:
        wrong.append(("verify.unsealed", "봉인되지 않은 판독입니다"))
    elif chars is not None and sealed[0] != seal(parts):
        wrong.append(("verify.seal", "봉인과 줄들이 다릅니다"))
    return quotes, wrong
