"""Searching: what is found where, best first, each hit with the range of every word that was asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import nsmallest
from typing import TYPE_CHECKING

from sagwan.korean.kiwi import analyser
from sagwan.ledger.query import Place
from sagwan.views.index.open import index_of, listed
from sagwan.views.search.query import expression, parse
from sagwan.views.search.shelve import bring_search, unpacked
from sagwan.views.search.snippet import Snippet, cut

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from sagwan.lexicon import Lexicon
    from sagwan.views.index.open import Index
    from sagwan.views.search.query import Clause

# A word of the headline weighs three of the body: headlines are short and say what the article is about.
_ANYTHING = "true"
_WEIGHTS = {"prose": "3.0, 1.0, 1.0", "spoken": "1.0, 1.0"}


class Within(StrEnum):
    """Where to look."""

    ARTICLES = "articles"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True)
class Narrow:
    """What a hit must be besides having the words; None is anything.

    `actor`: a name that stands in the article; `speaker`: one that says something there. `since`, `until`:
    ISO 8601 days of publication, both included. `kind`: `main` or `related` (a teaser) of articles, `direct` or
    `indirect` of statements. `stance`: of the statement, or of one in the article.
    """

    actor: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None
    stance: str | None = None
    within: Within = Within.ARTICLES


@dataclass(frozen=True, slots=True)
class Hit:
    """An article, or a statement with its `id`, `speaker` and `stance`. `score`: BM25, the higher the better."""

    score: float
    place: Place
    page: str
    snippet: Snippet
    id: str | None = None
    speaker: str | None = None
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """How many there are, and those that were asked for."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """How many are found that came out on a day; `day` is None for those without one."""

    day: str | None
    found: int


def search(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    query: str,
    narrow: Narrow = Narrow(),
    *,
    limit: int = 10,
    offset: int = 0,
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> Results:
    """Articles or statements that have all the words of `query`, the best first, of equals the latest.

    Raises `SagwanError`: `search.empty`, and `ledger.no_name` where nobody goes by a name of `narrow`.
    """
    asked = _Asked.of(db, lexicon, query, narrow, heard)
    found = asked.found()
    last = nsmallest(offset + limit, found.values())[-1:]
    near = [row for row, rank in found.items() if last and rank <= last[0]]
    best = sorted(asked.latest_first(near), key=found.__getitem__)[offset : offset + limit]
    return Results(len(found), tuple(asked.hit(row, found[row]) for row in best))


def trend(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    query: str,
    narrow: Narrow = Narrow(),
    *,
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[Day, ...]:
    """How many are found by the day on which they came out, in order; a day on which nothing came out is left out."""
    asked = _Asked.of(db, lexicon, query, narrow, heard)
    return tuple(Day(day, found) for day, found in asked.days())


@dataclass(frozen=True, slots=True)
class Facets:
    """How many hits each outlet and each stance would leave, most first; what would leave none is left out."""

    outlets: tuple[tuple[str, int], ...]
    stances: tuple[tuple[str, int], ...]


def facets(db: sqlite3.Connection, lexicon: Lexicon, query: str, narrow: Narrow = Narrow()) -> Facets:
    """What the hits could be narrowed to; the outlet and the stance of `narrow` do not count for their own facet.

    Raises `SagwanError` as `search` does.
    """
    whole = _Asked.of(db, lexicon, query, replace(narrow, outlet=None), lambda _done, _of: None)
    said = _Asked.of(db, lexicon, query, replace(narrow, stance=None), lambda _done, _of: None)
    return Facets(tuple(whole.outlets()), tuple(said.stances(narrow.speaker)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query as the side file answers it."""

    index: Index
    clauses: tuple[Clause, ...]
    table: str
    where: str
    values: tuple[str, ...]

    @classmethod
    def of(
        cls, db: sqlite3.Connection, lexicon: Lexicon, query: str, narrow: Narrow, heard: Callable[[int, int], None]
    ) -> _Asked:
        index = index_of(db, lexicon)
        bring_search(index, heard)
        clauses = parse(query, analyser(), lexicon)
        said = narrow.within is Within.STATEMENTS
        conditions, values = _conditions(index, narrow, said=said)
        fts = expression(clauses, "body" if said else "head body")
        return cls(index, clauses, "spoken" if said else "prose", " AND ".join(conditions), (fts, *values))

    def found(self) -> dict[int, float]:
        """The rank of every row that is found, the lower the better; only what is narrowed looks at the articles."""
        rank = f"bm25({self.table}, {_WEIGHTS[self.table]})"
        return dict(self._rows(f"f.rowid, {rank}", narrowed=self.where != _ANYTHING))

    def days(self) -> sqlite3.Cursor:
        """How many rows by day of publication."""
        return self._rows("a.published, count(*)", "GROUP BY a.published ORDER BY a.published IS NULL, a.published")

    def outlets(self) -> sqlite3.Cursor:
        """How many rows by outlet."""
        return self._rows("a.outlet, count(*)", "AND a.outlet IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1")

    def stances(self, speaker: str | None) -> sqlite3.Cursor:
        """How many rows by the stance of a statement: their own, or one of `speaker` (None: anybody) in the article."""
        rest = "GROUP BY 1 ORDER BY 2 DESC, 1"
        if self.table == "spoken":
            return self._rows("w.stance, count(*)", rest)
        also, values = "JOIN side.words s ON s.article = a.id", tuple[str, ...]()
        if speaker is not None:
            one_of = "(SELECT sid FROM side.sightings WHERE identity IN (SELECT value FROM json_each(?)))"
            also, values = f"{also} AND s.speaker IN {one_of}", (listed(self.index.bearers(speaker)),)
        return self._rows("s.stance, count(DISTINCT a.id)", rest, also=also, values=values)

    def latest_first(self, rows: Iterable[int]) -> list[int]:
        """Rows by the day of publication, the latest first, then by page, article and place."""
        sql = f"""SELECT j.value FROM json_each(?) j JOIN side.articles a ON a.id = j.value{self._shift}
          ORDER BY a.published DESC, a.page, a.n, j.value & 65535"""
        return [row for (row,) in self.index.db.execute(sql, (listed(rows),))]

    @property
    def _shift(self) -> str:
        """From a row's number to its article's."""
        return " >> 16" if self.table == "spoken" else ""

    def _rows(
        self, columns: str, rest: str = "", *, narrowed: bool = True, also: str = "", values: tuple[str, ...] = ()
    ) -> sqlite3.Cursor:
        join = f"JOIN side.articles a ON a.id = f.rowid{self._shift}" if narrowed else ""
        if narrowed and self.table == "spoken":
            join += " JOIN side.words w ON w.article = a.id AND w.n = f.rowid & 65535"
        sql = f"SELECT {columns} FROM side.{self.table} f {join} {also} WHERE f.{self.table} MATCH ? AND {self.where}"
        return self.index.db.execute(f"{sql} {rest}", (*values, *self.values))

    def hit(self, row: int, rank: float) -> Hit:
        """What stands in a row."""
        db, article = self.index.db, row >> 16 if self.table == "spoken" else row
        head, packed = db.execute("SELECT head, terms FROM side.shelved WHERE article = ?", (article,)).fetchone()
        shelved, spans = unpacked(head, packed)
        page, place, reading, n, chars, headline = _place(db, article)
        number = row & 65535 if self.table == "spoken" else None
        within = next(((start, stop) for k, start, stop in spans if k == number), None)
        marks = [mark for clause in self.clauses if not clause.unwanted for mark in clause.matches(*shelved[:2])]
        if within is None:
            within = _below(headline, marks, chars)
        marks = [mark for mark in marks if within[0] <= mark[0] and mark[1] <= within[1]]
        shown = cut(chars, marks, within)
        if number is None:
            return Hit(round(-rank, 6), place, page, shown)
        id_, speaker, stance = db.execute(_STATEMENT, (reading, n, number)).fetchone()
        return Hit(round(-rank, 6), place, page, shown, id_, speaker, stance)


_STATEMENT = """SELECT s.id, coalesce(e.name, s.label), s.stance FROM statements s LEFT JOIN entities e
  ON e.reading = s.reading AND e.article = s.article AND e.id = s.speaker
  WHERE s.reading = ? AND s.article = ? AND s.n = ?"""


def _below(headline: int, marks: Iterable[tuple[int, int]], chars: str) -> tuple[int, int]:
    """Where an article's snippet is cut from: what follows its headline, which stands over the snippet anyway, if some
    of what was found is there.
    """
    return (headline if any(start >= headline for start, _ in marks) else 0), len(chars)


def _place(db: sqlite3.Connection, article: int) -> tuple[str, Place, int, int, str, int]:
    row = db.execute(
        """SELECT a.page, a.n, a.reading, m.outlet, m.headline_quote, m.published, t.chars,
          (SELECT min(source) FROM sources WHERE page = a.page), coalesce(m.headline_stop, 0)
        FROM side.articles a JOIN main.articles m ON m.reading = a.reading AND m.n = a.n
        JOIN main.readings r ON r.key = a.reading JOIN main.texts t ON t.id = r.text WHERE a.id = ?""",
        (article,),
    ).fetchone()
    page, n, reading, outlet, headline, published, chars, source, below = row
    return page, Place(f"{page[:12]}:{n}", outlet, headline, published, source or ""), reading, n, chars, below


def _conditions(index: Index, narrow: Narrow, *, said: bool) -> tuple[list[str], list[str]]:
    found: list[tuple[str, str]] = [
        (sql, value)
        for sql, value in (
            ("a.outlet = ?", narrow.outlet),
            ("a.published >= ?", narrow.since),
            ("a.published <= ?", narrow.until),
            (f"{'w.speech' if said else 'a.part'} = ?", narrow.kind),
        )
        if value is not None
    ]
    one_of = "IN (SELECT value FROM json_each(?))"
    if narrow.actor is not None:
        who = listed(index.bearers(narrow.actor))
        found.append((f"EXISTS (SELECT 1 FROM side.sightings s WHERE s.article = a.id AND s.identity {one_of})", who))
    words: list[tuple[str, str]] = []
    if narrow.speaker is not None:
        who = listed(index.bearers(narrow.speaker))
        words.append((f"w.speaker IN (SELECT sid FROM side.sightings WHERE identity {one_of})", who))
    if narrow.stance is not None:
        words.append(("w.stance = ?", narrow.stance))
    before, behind = ("", "") if said else ("EXISTS (SELECT 1 FROM side.words w WHERE w.article = a.id AND ", ")")
    conditions = [sql for sql, _ in found]
    if words:
        conditions.append(f"{before}{' AND '.join(sql for sql, _ in words)}{behind}")
    return conditions or [_ANYTHING], [value for _, value in (*found, *words)]
