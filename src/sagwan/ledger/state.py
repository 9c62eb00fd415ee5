"""What a ledger holds now: a name that changes whenever an answer may, and the readings that answers come from."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

# Keys are hashes of 63 bits: their sum in two halves tells two sets of readings apart, whatever their order.
_READINGS = "SELECT count(*), coalesce(sum(reading & 0xFFFFFFFF), 0), coalesce(sum(reading >> 32), 0) FROM seals"
_FEW = (
    "SELECT key, n FROM runs ORDER BY n",
    "SELECT text, at FROM withdrawals ORDER BY text",
    "SELECT n, left, right, same FROM judgements ORDER BY n",
    "SELECT n, entity, name FROM namings ORDER BY n",
)


class Home(NamedTuple):
    """A reading whose records count: the current one of its page, which is the least id of all pages with its text."""

    key: int
    page: str
    text: str


def state(db: sqlite3.Connection) -> str:
    """A name for what the ledger holds: readings, the order of runs, takedowns, rulings by hand. Some milliseconds at
    100,000 readings.
    """
    few = hashlib.sha256(repr([db.execute(sql).fetchall() for sql in _FEW]).encode()).hexdigest()[:16]
    return ":".join([*map(str, db.execute(_READINGS).fetchone()), few])


def homes(db: sqlite3.Connection) -> dict[int, Home]:
    """By key, one reading for each text that may be shown: the same characters on two pages are told once."""
    current: dict[str, tuple[int, int, str]] = {}
    runs = dict(db.execute("SELECT key, n FROM runs"))
    for key, page, run, text in db.execute("SELECT key, page, run, text FROM readings"):
        if page not in current or current[page][0] < runs[run]:
            current[page] = (runs[run], key, text)
    withdrawn = {text for (text,) in db.execute("SELECT text FROM withdrawals")}
    first: dict[str, Home] = {}
    for page in sorted(current):
        _, key, text = current[page]
        if text not in withdrawn:
            first.setdefault(text, Home(key, page, text))
    return {home.key: home for home in first.values()}
