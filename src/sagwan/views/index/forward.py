"""Bringing the side file to the state of its ledger: what is new is added, what is gone taken out, the rest stays."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sagwan import __version__
from sagwan.ledger import acts
from sagwan.ledger.state import arrived, homes, state, unsettled
from sagwan.lexicon.schema.identity import IdentityRule, Office, Sound
from sagwan.lexicon.schema.name import Syllables
from sagwan.views.index.gather import Gatherer
from sagwan.views.index.place import one_step, opened_to_write
from sagwan.views.index.settle import settle
from sagwan.views.index.tables import FORM, RECORDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path

    from sagwan.ledger.state import Home
    from sagwan.lexicon import Lexicon

# So many readings go into one transaction: a reader sees a small step whole, and a killed build goes on where it was.
_STEP = 1000


@dataclass(frozen=True, slots=True)
class Version:
    """What a side file was made by, and the state of the ledger that it shows ("" while it is being built)."""

    made_by: str
    ledger: str


# What the rules on who is who know; nothing else that stands in a side file looks anything up.
DECIDING = (IdentityRule, Office, Sound, Syllables)


@cache
def made_by(lexicon: Lexicon) -> str:
    """What decides the contents of a side file besides the ledger."""
    return f"{FORM} {__version__} {lexicon.digest_of(*DECIDING)}"


def version(db: sqlite3.Connection, schema: str = "main") -> Version | None:
    """The version of a side file; None where there is none yet."""
    there = f"SELECT 1 FROM {schema}.sqlite_master WHERE name = 'version'"
    if db.execute(there).fetchone() is None:
        return None
    row = db.execute(f"SELECT made_by, ledger FROM {schema}.version").fetchone()
    return Version(*row) if row else None


def bring_forward(ledger: sqlite3.Connection, side: Path, lexicon: Lexicon, heard: Callable[[int, int], None]) -> None:
    """Bring the side file at `side` to what the ledger holds when this begins; `heard` is told how far it is.

    Other processes may do so at the same time: they take turns, and each goes on from what the others did.
    """
    ledger.execute("BEGIN")
    try:
        with opened_to_write(side) as db:
            with one_step(db):
                _prepare(db, made_by(lexicon))
            _Builder(ledger, db, lexicon, heard).build()
    finally:
        ledger.execute("COMMIT")


def _prepare(db: sqlite3.Connection, maker: str) -> None:
    """Empty tables in place of those that another program or lexicon filled."""
    found = version(db)
    if found is not None and found.made_by == maker:
        return
    for (name,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        db.execute(f"DROP TABLE IF EXISTS {name}")
    for sql in ("CREATE TABLE version (made_by TEXT NOT NULL, ledger TEXT NOT NULL, judged TEXT NOT NULL)", *RECORDS):
        db.execute(sql)
    db.execute("INSERT INTO version VALUES (?, '', '[]')", (maker,))


class _Change(NamedTuple):
    """What lies between a side file and its ledger: readings that came to the ledger; keys that are none of its
    readings; readings to be taken out and those to be added, in an order that follows from the ledger.
    """

    came: frozenset[int]
    strays: frozenset[int]
    gone: frozenset[int]
    new: list[Home]


@dataclass(frozen=True, slots=True)
class _Builder:
    ledger: sqlite3.Connection
    side: sqlite3.Connection
    lexicon: Lexicon
    heard: Callable[[int, int], None]

    def build(self) -> None:
        target = state(self.ledger)
        (of,) = self.ledger.execute("SELECT count(*) FROM seals").fetchone()
        while True:
            with one_step(self.side):
                change = self._change(target)
                self._step(change.gone, change.new[:_STEP])
                self.heard(of - max(0, len(change.new) - _STEP), of)
                if len(change.new) <= _STEP:
                    self._finish(target, change)
                    return
                self.side.execute("UPDATE version SET ledger = ''")

    def _change(self, target: str) -> _Change:
        (before,) = self.side.execute("SELECT ledger FROM version").fetchone()
        came, strays = arrived(before, target), frozenset[int]()
        if came is None:
            came, strays = self._compared()
        if strays or len(came) > _STEP:
            wanted, held = homes(self.ledger), _keys(self.side, "SELECT key FROM readings")
        else:
            texts = unsettled(self.ledger, came)
            wanted, held = homes(self.ledger, texts), self._held(texts)
        new = [home for key, home in wanted.items() if key not in held]
        return _Change(came, strays, held - wanted.keys(), new)

    def _compared(self) -> tuple[frozenset[int], frozenset[int]]:
        """The readings that the ledger has and the side file has not, and the other way round."""
        there = _keys(self.ledger, "SELECT reading FROM seals")
        known = _keys(self.side, "SELECT key FROM readings UNION ALL SELECT key FROM passed")
        return there - known, known - there

    def _held(self, texts: Iterable[str]) -> frozenset[int]:
        sql = "SELECT key FROM readings WHERE text IN (SELECT value FROM json_each(?))"
        return _keys(self.side, sql, json.dumps(sorted(texts)))

    def _step(self, gone: Collection[int], new: Sequence[Home]) -> None:
        gatherer = Gatherer(self.ledger, self.side, self.lexicon)
        if gone:  # what its quotations are about goes with them, see `views.recollection`
            self.side.execute("DROP TABLE IF EXISTS subjects")
            self.side.execute("DROP TABLE IF EXISTS subjects_version")
        for key in gone:
            gatherer.take_out(key)
        for home in new:
            gatherer.add(home)

    def _finish(self, target: str, change: _Change) -> None:
        shown = {home.key for home in change.new}
        passed = (change.came | change.gone) - shown - change.strays
        self.side.executemany("DELETE FROM passed WHERE key = ?", [(key,) for key in shown | change.strays])
        self.side.executemany("INSERT OR IGNORE INTO passed VALUES (?)", [(key,) for key in passed])
        judgements, namings = acts.judgements(self.ledger), acts.namings(self.ledger)
        judged: list[list[str | bool | None]] = [[one.left, one.right, one.same] for one in judgements]
        judged += [[one.entity, one.entity, one.name] for one in namings]
        before = json.loads(self.side.execute("SELECT judged FROM version").fetchone()[0])
        same = next((n for n, (a, b) in enumerate(zip(before, judged, strict=False)) if a != b), len(before))
        ids = json.dumps([id_ for left, right, _ in before[same:] + judged[same:] for id_ in (left, right)])
        named = "SELECT name FROM sightings WHERE id IN (SELECT value FROM json_each(?))"
        self.side.execute(f"INSERT OR IGNORE INTO touched {named}", (ids,))
        settle(self.side, judgements, namings, self.lexicon)
        self.side.execute("UPDATE version SET ledger = ?, judged = ?", (target, json.dumps(judged)))


def _keys(db: sqlite3.Connection, sql: str, *values: str) -> frozenset[int]:
    """Keys as a query gives them, hundreds of thousands of them without a step of Python for each."""
    return frozenset(chain.from_iterable(db.execute(sql, values)))
