"""What the ledger holds, listed: its articles, its names, its outlets, and how much there is of each.

The same characters on two pages are one article here, that of the page whose id is least.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.views.index.open import TOLD_BY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sagwan.views.index.open import Index


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


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name, what it is, and in how many articles it stands."""

    name: str
    kind: str
    articles: int


_COUNTED = """SELECT (SELECT count(*) FROM pages), (SELECT count(*) FROM refusals), (SELECT count(*) FROM withdrawals),
  (SELECT count(*) FROM side.articles), (SELECT count(DISTINCT outlet) FROM side.articles),
  (SELECT count(*) FROM side.identities), (SELECT count(*) FROM side.words), (SELECT count(*) FROM side.deeds),
  (SELECT count(*) FROM side.coins),
  (SELECT min(published) FROM side.articles), (SELECT max(published) FROM side.articles)"""

_LISTED = f"(? IS NULL OR a.outlet = ?) AND {TOLD_BY}"
_SHELVED = f"""WITH some AS MATERIALIZED (SELECT a.id FROM side.articles a WHERE {_LISTED}
  ORDER BY a.published DESC, a.page, a.n LIMIT ? OFFSET ?)
SELECT substr(a.page, 1, 12) || ':' || a.n, a.page, a.part, a.outlet, m.section, a.headline, a.published,
  (SELECT min(source) FROM sources WHERE page = a.page), (SELECT count(*) FROM side.words w WHERE w.article = a.id),
  (SELECT count(*) FROM side.deeds d WHERE d.article = a.id), (SELECT count(*) FROM side.coins c WHERE c.article = a.id)
FROM some JOIN side.articles a ON a.id = some.id JOIN main.articles m ON m.reading = a.reading AND m.n = a.n
ORDER BY a.published DESC, a.page, a.n"""


def holdings(index: Index) -> Holdings:
    """The account of the whole ledger; `names`: how many people, bodies and things are told apart."""
    return Holdings(*index.db.execute(_COUNTED).fetchone())


def articles(
    index: Index, outlet: str | None = None, as_of: str | None = None, limit: int = -1, offset: int = 0
) -> Iterator[Shelved]:
    """Articles, the latest first, those without a day last; a page's own before the teasers on it."""
    for row in index.db.execute(_SHELVED, (outlet, outlet, as_of, as_of, limit, offset)):
        yield Shelved(*row)


def articles_counted(index: Index, outlet: str | None = None, as_of: str | None = None) -> int:
    """How many `articles` gives in all."""
    sql = f"SELECT count(*) FROM side.articles a WHERE {_LISTED}"
    return int(index.db.execute(sql, (outlet, outlet, as_of, as_of)).fetchone()[0])


def headlines(index: Index, addresses: Iterable[str]) -> dict[str, str]:
    """The headlines of articles by their addresses; an article without one is left out."""
    sql = """SELECT j.value, a.headline FROM json_each(?) j CROSS JOIN side.articles a
      ON a.page >= substr(j.value, 1, 12) AND a.page < substr(j.value, 1, 12) || 'g' AND a.n = substr(j.value, 14)
      WHERE a.headline IS NOT NULL"""
    return dict(index.db.execute(sql, (json.dumps(sorted(set(addresses))),)))


def outlets(index: Index) -> tuple[tuple[str | None, int], ...]:
    """The outlets and how many articles each has, the one with the most first."""
    return tuple(index.db.execute("SELECT outlet, count(*) FROM side.articles GROUP BY outlet ORDER BY 2 DESC, 1"))


def names(
    index: Index,
    like: str | None = None,
    kind: str | None = None,
    as_of: str | None = None,
    *,
    limit: int = -1,
    offset: int = 0,
) -> Iterator[tuple[str, str, int]]:
    """Whoever is in the ledger: the name shown, the kind, and how often seen (once an article); who is seen most comes
    first. `like`: words in the name. `as_of`: in articles that had come out by an ISO 8601 day.
    """
    sql = f"""SELECT i.name, i.kind, sum({_SEEN if as_of is None else _SEEN_BY}) AS seen FROM side.identities i
      WHERE (?1 IS NULL OR instr(i.name, ?1) > 0) AND (?2 IS NULL OR i.kind = ?2)
      GROUP BY i.name, i.kind HAVING seen > 0 ORDER BY seen DESC, i.name, i.kind LIMIT ?3 OFFSET ?4"""
    values = (like, kind, limit, offset)
    yield from index.db.execute(sql, values if as_of is None else (*values, as_of))


_SEEN = "(SELECT b.sightings FROM side.bearers b WHERE b.name = i.name AND b.identity = i.identity)"
_SEEN_BY = """(SELECT count(*) FROM side.sightings s JOIN side.articles a ON a.id = s.article
  WHERE s.identity = i.identity AND a.published <= ?5)"""


def beside(index: Index, name: str, most: int = 12) -> tuple[tuple[str, str, int], ...]:
    """Who acts with or upon somebody of that name: name, kind, in how many events; those of most events first."""
    sql = """WITH mine AS (SELECT identity FROM side.bearers WHERE name = ?1), met AS (
        SELECT DISTINCT d.article, d.n, CASE s.sid WHEN d.actor THEN d.whom WHEN d.target THEN d.who END AS other
        FROM mine CROSS JOIN side.sightings s ON s.identity = mine.identity CROSS JOIN side.parts p ON p.sid = s.sid
        CROSS JOIN side.deeds d ON d.article = p.article AND d.n = p.n)
      SELECT i.name, i.kind, count(*) AS times FROM met CROSS JOIN side.identities i ON i.identity = met.other
      WHERE i.kind IN ('person', 'org') AND i.identity NOT IN (SELECT identity FROM mine)
      GROUP BY i.name, i.kind ORDER BY times DESC, i.name LIMIT ?2"""
    return tuple(index.db.execute(sql, (name, most)))
