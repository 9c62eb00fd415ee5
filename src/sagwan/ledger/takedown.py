"""What a page's words are and where they stand: what a takedown of it takes away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger import guard
from sagwan.ledger.query import page_key

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Leaving:
    """What goes with a page. `texts`: its characters as every run read them; `twins`: other pages of the same
    characters, which go with it. The counts are of the reading that answers come from; `items`: 문항 over any of it.
    """

    page: str
    sources: tuple[str, ...]
    outlet: str | None
    headline: str | None
    published: str | None
    texts: tuple[str, ...]
    twins: tuple[str, ...]
    chars: int
    names: int
    statements: int
    events: int
    sums: int
    items: int


def leaving(db: sqlite3.Connection, page: str) -> Leaving:
    """What a takedown of the page with this id, beginning of an id, or source takes away.

    Raises `SagwanError`: `ledger.no_page`, `ledger.which_page`, `ledger.withdrawn` where it has been taken down.
    """
    key = page_key(db, page)
    (id_,) = db.execute("SELECT page FROM readings WHERE key = ?", (key,)).fetchone()
    texts = _texts(db, id_)
    outlet, headline, published = db.execute(
        "SELECT outlet, headline_quote, published FROM articles WHERE reading = ? ORDER BY part <> 'main', n", (key,)
    ).fetchone() or (None, None, None)
    read = "SELECT length(chars) FROM texts WHERE id = (SELECT text FROM readings WHERE key = ?)"
    counted = [
        db.execute(f"SELECT count(*) FROM {table} WHERE reading = ?", (key,)).fetchone()[0]
        for table in ("entities", "statements", "events", "money")
    ]
    return Leaving(
        id_,
        tuple(source for (source,) in db.execute("SELECT source FROM sources WHERE page = ? ORDER BY source", (id_,))),
        *(outlet, headline, published, texts, _twins(db, id_)),
        *(db.execute(read, (key,)).fetchone()[0] or 0, *counted, _items(db, id_)),
    )


def _texts(db: sqlite3.Connection, page: str) -> tuple[str, ...]:
    """Those of the page that still have their characters."""
    sql = """SELECT DISTINCT r.text, w.at, w.because FROM readings r LEFT JOIN withdrawals w ON w.text = r.text
    WHERE r.page = ? ORDER BY r.text"""
    rows = db.execute(sql, (page,)).fetchall()
    texts = tuple(text for text, at, _ in rows if at is None)
    if not texts:
        _, at, because = rows[-1]
        raise SagwanError("ledger.withdrawn", f"{at}에 내려진 글입니다: {because}", f"지면 {page[:12]}")
    return texts


_SAME = "SELECT key, page FROM readings WHERE text IN (SELECT text FROM readings WHERE page = ?)"


def _twins(db: sqlite3.Connection, page: str) -> tuple[str, ...]:
    pages = db.execute(f"SELECT DISTINCT page FROM ({_SAME}) WHERE page <> ? ORDER BY page", (page, page))
    return tuple(twin for (twin,) in pages)


def _items(db: sqlite3.Connection, page: str) -> int:
    sql = f"""SELECT count(*) FROM items i WHERE i.body IS NOT NULL AND EXISTS (
      SELECT 1 FROM ({_SAME}) r WHERE r.key = i.reading OR {guard.item_quotes("i")})"""
    return int(db.execute(sql, (page,)).fetchone()[0])
