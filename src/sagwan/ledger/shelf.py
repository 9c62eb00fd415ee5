"""What is on the shelf beside the records: what was refused, what read the pages, what was ruled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Turned:
    """A page that was not taken in, and why. `page` is None where no bytes could be had."""

    source: str
    page: str | None
    code: str
    what: str
    place: str
    repair: str | None


@dataclass(frozen=True, slots=True)
class Maker:
    """What read: the program, the knowledge, the models, and how many pages it read."""

    version: str
    lexicon: str
    models: str
    pages: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement as it was given; `holds` unless a later one on the same two says otherwise. `at`: ISO 8601."""

    n: int
    left: str
    right: str
    left_name: str | None
    right_name: str | None
    same: bool
    by: str
    because: str
    at: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Renaming:
    """A name as it was given to an entity; `was` is its article's own, `name` None where earlier ones were taken back.
    `holds` unless a later one is on the same entity. `at`: ISO 8601.
    """

    n: int
    entity: str
    was: str | None
    name: str | None
    by: str
    because: str
    at: str
    holds: bool


def refusals(db: sqlite3.Connection) -> Iterator[Turned]:
    """Everything that was refused, by reason and source."""
    rows = db.execute("SELECT source, page, code, what, place, repair FROM refusals ORDER BY code, source, page")
    for source, page, *rest in rows:
        yield Turned(source, page or None, *rest)


def makers(db: sqlite3.Connection) -> Iterator[Maker]:
    """What read the pages, the latest first."""
    sql = """SELECT u.version, u.lexicon, u.models, count(r.key) FROM runs u LEFT JOIN readings r ON r.run = u.key
    GROUP BY u.key ORDER BY u.n DESC"""
    for row in db.execute(sql):
        yield Maker(*row)


def rulings(db: sqlite3.Connection, as_of: str | None = None) -> Iterator[Ruling]:
    """Every judgement, the latest first, with the names that the two have in their articles; `as_of`: as they stood at
    the end of an ISO 8601 day.
    """
    sql = """WITH given AS (SELECT * FROM judgements WHERE ?1 IS NULL OR substr(at, 1, 10) <= ?1)
    SELECT j.n, j.left, j.right, (SELECT min(name) FROM entities WHERE id = j.left),
      (SELECT min(name) FROM entities WHERE id = j.right), j.same, j.by, j.because, j.at,
      NOT EXISTS (SELECT 1 FROM given k WHERE k.left = j.left AND k.right = j.right AND k.n > j.n)
    FROM given j ORDER BY j.n DESC"""
    for n, left, right, one, other, same, by, because, at, holds in db.execute(sql, (as_of,)):
        yield Ruling(n, left, right, one, other, bool(same), by, because, at, bool(holds))


def renamings(db: sqlite3.Connection, as_of: str | None = None) -> Iterator[Renaming]:
    """Every name that somebody gave, the latest first; `as_of`: as they stood at the end of an ISO 8601 day."""
    sql = """WITH given AS (SELECT * FROM namings WHERE ?1 IS NULL OR substr(at, 1, 10) <= ?1)
    SELECT j.n, j.entity, (SELECT min(name) FROM entities WHERE id = j.entity), j.name, j.by, j.because, j.at,
      NOT EXISTS (SELECT 1 FROM given k WHERE k.entity = j.entity AND k.n > j.n)
    FROM given j ORDER BY j.n DESC"""
    for n, entity, was, name, by, because, at, holds in db.execute(sql, (as_of,)):
        yield Renaming(n, entity, was, name, by, because, at, bool(holds))
