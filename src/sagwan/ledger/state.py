"""What a ledger holds now: a name that changes whenever an answer may, and the readings that answers come from."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

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


def arrived(before: str, now: str) -> frozenset[int] | None:
    """The readings that came between two states, as far as their names tell: of none or one they do, since readings are
    only ever added and what is added to the sums is its key; else None.
    """
    try:
        was, then = ([int(part) for part in name.split(":")[:3]] for name in (before, now))
    except ValueError:  # a name that no state has: nothing is known of what was there
        return None
    count, low, high = (b - a for a, b in zip(was, then, strict=True))
    if (count, low, high) == (0, 0, 0):
        return frozenset()
    return frozenset({high << 32 | low}) if count == 1 and 0 <= low < 1 << 32 and high >= 0 else None


def homes(db: sqlite3.Connection, texts: Collection[str] | None = None) -> dict[int, Home]:
    """By key, one reading for each text that may be shown, or for each of some texts: the same characters on two pages
    are told once.
    """
    current: dict[str, tuple[int, int, str]] = {}
    runs = dict(db.execute("SELECT key, n FROM runs"))
    which = "" if texts is None else f"WHERE page IN (SELECT page FROM readings WHERE text {_ONE_OF})"
    rows = db.execute(f"SELECT key, page, run, text FROM readings {which}", () if texts is None else (_listed(texts),))
    for key, page, run, text in rows:
        if page not in current or current[page][0] < runs[run]:
            current[page] = (runs[run], key, text)
    withdrawn = {text for (text,) in db.execute("SELECT text FROM withdrawals")}
    first: dict[str, Home] = {}
    for page in sorted(current):
        _, key, text = current[page]
        if text not in withdrawn and (texts is None or text in texts):
            first.setdefault(text, Home(key, page, text))
    return {home.key: home for home in first.values()}


def unsettled(db: sqlite3.Connection, readings: Collection[int]) -> frozenset[str]:
    """The texts whose home may be another since some readings came: theirs, those that their pages had before, and all
    that were taken down.
    """
    sql = f"""SELECT text FROM readings WHERE page IN (SELECT page FROM readings WHERE key {_ONE_OF})
      UNION SELECT text FROM withdrawals"""
    return frozenset(text for (text,) in db.execute(sql, (_listed(readings),)))


_ONE_OF = "IN (SELECT value FROM json_each(?))"


def _listed(values: Collection[int] | Collection[str]) -> str:
    return json.dumps(sorted(values))
