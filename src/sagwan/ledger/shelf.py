"""What is on the shelf: the pages that came, the articles on them, what was refused, what read them, what was ruled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Shelved:
    """An article and how much was read in it. `address` names it as everywhere: page's first digits and number."""

    address: str
    page: str
    part: str
    outlet: str | None
    section: str | None
    headline: str | None
    published: str | None
    source: str | None
    statements: int
    events: int
    sums: int


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


@dataclass(frozen=True, slots=True)
class Holdings:
    """The account: pages kept and refused, texts withdrawn, and the records of the current readings."""

    pages: int
    refused: int
    withdrawn: int
    articles: int
    outlets: int
    names: int
    statements: int
    events: int
    sums: int
    first: str | None
    last: str | None


_COUNTED = """SELECT (SELECT count(*) FROM pages), (SELECT count(*) FROM refusals), (SELECT count(*) FROM withdrawals),
  count(*), count(DISTINCT a.outlet),
  (SELECT count(DISTINCT r.name) FROM entities r JOIN current c ON c.key = r.reading),
  (SELECT count(*) FROM statements r JOIN current c ON c.key = r.reading),
  (SELECT count(*) FROM events r JOIN current c ON c.key = r.reading),
  (SELECT count(*) FROM money r JOIN current c ON c.key = r.reading),
  min(a.published), max(a.published)
FROM articles a JOIN current c ON c.key = a.reading"""

_SHELVED = """SELECT substr(c.page, 1, 12) || ':' || a.n, c.page, a.part, a.outlet, a.section, a.headline_quote,
  a.published, (SELECT min(source) FROM sources WHERE page = c.page),
  (SELECT count(*) FROM statements r WHERE r.reading = a.reading AND r.article = a.n),
  (SELECT count(*) FROM events r WHERE r.reading = a.reading AND r.article = a.n),
  (SELECT count(*) FROM money r WHERE r.reading = a.reading AND r.article = a.n)
FROM articles a JOIN current c ON c.key = a.reading JOIN texts t ON t.id = c.text AND t.chars IS NOT NULL
WHERE (?1 IS NULL OR a.outlet = ?1) AND (?2 IS NULL OR a.published <= ?2)
ORDER BY a.published IS NULL, a.published DESC, c.page, a.n LIMIT ?3 OFFSET ?4"""


def holdings(db: sqlite3.Connection) -> Holdings:
    """The account of the whole ledger."""
    return Holdings(*db.execute(_COUNTED).fetchone())


def articles(
    db: sqlite3.Connection, outlet: str | None = None, as_of: str | None = None, limit: int = -1, offset: int = 0
) -> Iterator[Shelved]:
    """Articles, the latest first, those without a day last; a page's own before the teasers on it."""
    for row in db.execute(_SHELVED, (outlet, as_of, limit, offset)):
        yield Shelved(*row)


def articles_counted(db: sqlite3.Connection, outlet: str | None = None, as_of: str | None = None) -> int:
    """How many `articles` gives in all."""
    sql = """SELECT count(*) FROM articles a JOIN current c ON c.key = a.reading
    JOIN texts t ON t.id = c.text AND t.chars IS NOT NULL
    WHERE (?1 IS NULL OR a.outlet = ?1) AND (?2 IS NULL OR a.published <= ?2)"""
    return int(db.execute(sql, (outlet, as_of)).fetchone()[0])


def outlets(db: sqlite3.Connection) -> tuple[tuple[str | None, int], ...]:
    """The outlets and how many articles each has, the one with the most first."""
    sql = """SELECT a.outlet, count(*) FROM articles a JOIN current c ON c.key = a.reading
    GROUP BY a.outlet ORDER BY count(*) DESC, a.outlet"""
    return tuple((outlet, n) for outlet, n in db.execute(sql))


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


def rulings(db: sqlite3.Connection) -> Iterator[Ruling]:
    """Every judgement, the latest first, with the names that the two have in their articles."""
    sql = """SELECT j.n, j.left, j.right, (SELECT min(name) FROM entities WHERE id = j.left),
      (SELECT min(name) FROM entities WHERE id = j.right), j.same, j.by, j.because, j.at,
      NOT EXISTS (SELECT 1 FROM judgements k WHERE k.left = j.left AND k.right = j.right AND k.n > j.n)
    FROM judgements j ORDER BY j.n DESC"""
    for n, left, right, one, other, same, by, because, at, holds in db.execute(sql):
        yield Ruling(n, left, right, one, other, bool(same), by, because, at, bool(holds))


def renamings(db: sqlite3.Connection) -> Iterator[Renaming]:
    """Every name that somebody gave, the latest first."""
    sql = """SELECT j.n, j.entity, (SELECT min(name) FROM entities WHERE id = j.entity), j.name, j.by, j.because, j.at,
      NOT EXISTS (SELECT 1 FROM namings k WHERE k.entity = j.entity AND k.n > j.n)
    FROM namings j ORDER BY j.n DESC"""
    for n, entity, was, name, by, because, at, holds in db.execute(sql):
        yield Renaming(n, entity, was, name, by, because, at, bool(holds))


def names(
    db: sqlite3.Connection, like: str | None = None, kind: str | None = None, limit: int = -1, offset: int = 0
) -> Iterator[tuple[str, str, int]]:
    """Names with their kind and in how many articles each stands, the commonest first; `like`: words in the name."""
    sql = """SELECT r.name, r.kind, count(DISTINCT r.reading || ':' || r.article) AS seen FROM entities r
    JOIN current c ON c.key = r.reading
    WHERE r.name IS NOT NULL AND (?1 IS NULL OR instr(r.name, ?1) > 0) AND (?2 IS NULL OR r.kind = ?2)
    GROUP BY r.name, r.kind ORDER BY seen DESC, r.name, r.kind LIMIT ?3 OFFSET ?4"""
    yield from db.execute(sql, (like, kind, limit, offset))


def beside(db: sqlite3.Connection, name: str, most: int = 12) -> tuple[tuple[str, str, int], ...]:
    """People and organisations that act in the same events as somebody: name, kind, in how many events; the commonest
    first.
    """
    sql = """SELECT o.name, o.kind, count(DISTINCT e.id) AS times FROM entities s
      JOIN events e ON e.reading = s.reading AND e.article = s.article AND (e.actor = s.id OR e.target = s.id)
      JOIN entities o ON o.reading = e.reading AND o.article = e.article AND o.id IN (e.actor, e.target)
      JOIN current c ON c.key = s.reading
      WHERE s.name = ?1 AND o.kind IN ('person', 'org') AND o.name <> ?1 AND o.id <> s.id
      GROUP BY o.name, o.kind ORDER BY times DESC, o.name LIMIT ?2"""
    return tuple(db.execute(sql, (name, most)))
