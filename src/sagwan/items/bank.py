"""The bank: items in the ledger, with versions, authors, review states and reasons. Added to and never changed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from sagwan.core.errors import SagwanError
from sagwan.items.make import Made
from sagwan.ledger.connect import said_plainly, writing
from sagwan.ledger.query import page_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sagwan.items.model import Item

STATES = ("accepted", "returned", "rejected", "retired")
DRAFT = "draft"


class Ruling(msgspec.Struct, frozen=True):
    """What a reviewer says of an item, and why."""

    state: str
    by: str
    because: str
    at: str


class Band(msgspec.Struct, frozen=True):
    """How hard it is, 1 to 5. `basis`: `words`, foreseen from item and text, or `answers`, from responses."""

    band: int
    basis: str
    because: str
    at: str


class Banked(msgspec.Struct, frozen=True):
    """An item of the bank. `made` is None where its text was taken down; `replaces` is the version before it."""

    id: str
    made: Made | None
    form: str
    replaces: str | None
    by: str
    because: str
    at: str
    rulings: tuple[Ruling, ...]
    bands: tuple[Band, ...]

    @property
    def state(self) -> str:
        """What the last ruling says, or `draft`."""
        return self.rulings[-1].state if self.rulings else DRAFT

    @property
    def band(self) -> int | None:
        """The last band given; answers outweigh words."""
        told = [b for b in self.bands if b.basis == "answers"] or list(self.bands)
        return told[-1].band if told else None


def keep(
    ledger: Path, made: Sequence[Made], *, by: str, because: str, at: str, replaces: str | None = None
) -> tuple[str, ...]:
    """Add proved items, all in one transaction; gives the ids of those that the bank did not have yet.

    Raises `SagwanError` (`items.unproved`) for an item whose proof does not stand, before anything is written, and
    what the ledger raises.
    """
    for one in made:
        if not one.proof.sound or one.proof.keys != (one.item.key,):
            raise SagwanError(
                "items.unproved", "증명되지 않은 문항입니다", one.item.id, "; ".join(one.proof.faults) or None
            )
    with _writer(ledger) as db:
        added = []
        for one in made:
            known = db.execute("SELECT 1 FROM items WHERE id = ?", (one.item.id,)).fetchone()
            if known is None:
                row = (one.item.id, _reading(db, one.item), _next(db, "items"), one.item.form.value)
                body = msgspec.json.encode(one).decode()
                db.execute(
                    "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, body, replaces, by, because, at)
                )
                added.append(one.item.id)
        return tuple(added)


def rule(ledger: Path, item: str, state: str, *, by: str, because: str, at: str) -> None:
    """Add a reviewer's ruling. Raises `SagwanError`: `items.unknown`, `items.state`."""
    if state not in STATES:
        raise SagwanError("items.state", "모르는 검토 상태입니다", state, " · ".join(STATES))
    with _writer(ledger) as db:
        id_ = _known(db, item)
        db.execute(
            "INSERT INTO item_states VALUES (?, ?, ?, ?, ?, ?)", (_next(db, "item_states"), id_, state, by, because, at)
        )


def grade(ledger: Path, bands: Sequence[tuple[str, Band]]) -> None:
    """Add bands of items by their ids, all in one transaction."""
    with _writer(ledger) as db:
        for item, band in bands:
            row = (_next(db, "item_bands"), _known(db, item), band.band, band.basis, band.because, band.at)
            db.execute("INSERT INTO item_bands VALUES (?, ?, ?, ?, ?, ?)", row)


def banked(
    db: sqlite3.Connection, *, form: str | None = None, state: str | None = None, article: str | None = None
) -> tuple[Banked, ...]:
    """The items of the bank in the order in which they came, without those that a newer version replaced."""
    rows = db.execute(
        """SELECT id, body, form, replaces, by, because, at FROM items i
        WHERE NOT EXISTS (SELECT 1 FROM items later WHERE later.replaces = i.id) ORDER BY n"""
    ).fetchall()
    found = [_banked(db, row) for row in rows]
    return tuple(
        one
        for one in found
        if (form is None or one.form == form)
        and (state is None or one.state == state)
        and (article is None or (one.made is not None and article in one.made.item.articles))
    )


def find(db: sqlite3.Connection, item: str) -> Banked:
    """The item of that id or beginning of an id. Raises `SagwanError` (`items.unknown`)."""
    sql = "SELECT id, body, form, replaces, by, because, at FROM items WHERE id = ?"
    return _banked(db, db.execute(sql, (_known(db, item),)).fetchone())


def _banked(db: sqlite3.Connection, row: tuple[str, str | None, str, str | None, str, str, str]) -> Banked:
    id_, body, form, replaces, by, because, at = row
    rulings = db.execute("SELECT state, by, because, at FROM item_states WHERE item = ? ORDER BY n", (id_,))
    bands = db.execute("SELECT band, basis, because, at FROM item_bands WHERE item = ? ORDER BY n", (id_,))
    made = msgspec.json.decode(body, type=Made) if body is not None else None
    rulings_, bands_ = tuple(Ruling(*r) for r in rulings), tuple(Band(*b) for b in bands)
    return Banked(id_, made, form, replaces, by, because, at, rulings_, bands_)


def _known(db: sqlite3.Connection, item: str) -> str:
    rows = db.execute("SELECT id FROM items WHERE substr(id, 1, length(?1)) = ?1", (item,)).fetchall()
    if len(rows) != 1 or not item:
        what = "장부에 그런 문항이 없습니다" if not rows else f"{len(rows)}개의 문항이 들어맞습니다"
        raise SagwanError("items.unknown", what, item, "sagwan items bank 가 보여 주는 id를 적으십시오")
    return str(rows[0][0])


def _reading(db: sqlite3.Connection, item: Item) -> int:
    return page_key(db, item.articles[0].rpartition(":")[0])


def _next(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(n), 0) + 1 FROM {table}").fetchone()[0])


@contextmanager
def _writer(ledger: Path) -> Iterator[sqlite3.Connection]:
    """The one writer, in one transaction: all of it is kept or nothing."""
    with writing(ledger) as db, said_plainly(ledger):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
