"""Bringing the searched part of the side file to the state of the rest: every article analysed once."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sagwan.korean.kiwi import MODEL, analyser
from sagwan.views.index.place import one_step, opened_to_write, side_of
from sagwan.views.search.tables import NAMES, SEARCH
from sagwan.views.search.terms import Term, knowledge, read_terms, written

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon
    from sagwan.views.index.open import Index

_STEP = 500
_CHARS = 500_000
_WAITING = "FROM readings WHERE key NOT IN (SELECT key FROM searched)"
_ROOM = 1 << 16  # statements of one article: `article * _ROOM + n` names one


class ArticleTerms(NamedTuple):
    """The terms of an article in order, its headline's first, and the wholes."""

    pieces: tuple[Term, ...]
    wholes: tuple[Term, ...]
    head: int


# An article's number in the side file, its terms, and its statements' numbers and ranges.
_Article = tuple[int, ArticleTerms, list[tuple[int, int, int]]]


def statement_row(article: int, n: int) -> int:
    """The number of a statement among those searched."""
    return article * _ROOM + n


def bring_search(index: Index, heard: Callable[[int, int], None]) -> None:
    """Take in what the index has and the search has not; forget what is gone. `heard` is told how far it is."""
    if not _behind(index):
        return
    inside = index.db.in_transaction
    if inside:  # what is written now shall be seen by this reader
        index.db.execute("ROLLBACK")
    try:
        with opened_to_write(side_of(index.path)) as side:
            with one_step(side):
                _prepare(side, _made_by(index.lexicon))
            shelver = _Shelver(index.db, side, index.lexicon, analyser())
            while shelver.step(heard):
                pass
    finally:
        if inside:
            index.db.execute("BEGIN")


def searchable(db: sqlite3.Connection) -> tuple[int, int]:
    """How many readings of how many have been taken in."""
    (of,) = db.execute("SELECT count(*) FROM side.readings").fetchone()
    if db.execute("SELECT 1 FROM side.sqlite_master WHERE name = 'search_version'").fetchone() is None:
        return 0, of
    return db.execute("SELECT count(*) FROM side.searched").fetchone()[0], of


def unsearched(db: sqlite3.Connection) -> int:
    """How many characters the readings have that have not been taken in."""
    begun = db.execute("SELECT 1 FROM side.sqlite_master WHERE name = 'search_version'").fetchone() is not None
    which = "WHERE r.key NOT IN (SELECT key FROM side.searched)" if begun else ""
    sql = f"SELECT total(length(t.chars)) FROM side.readings r CROSS JOIN main.texts t ON t.id = r.text {which}"
    return int(db.execute(sql).fetchone()[0])


def _made_by(lexicon: Lexicon) -> str:
    """What decides the terms of a text."""
    return f"{MODEL} {knowledge(lexicon)}"


def _behind(index: Index) -> bool:
    if index.db.execute("SELECT 1 FROM side.sqlite_master WHERE name = 'search_version'").fetchone() is None:
        return True
    reached = "SELECT s.made_by, s.ledger = v.ledger FROM side.search_version s, side.version v"
    return bool(index.db.execute(reached).fetchone() != (_made_by(index.lexicon), True))


def _prepare(side: sqlite3.Connection, maker: str) -> None:
    there = side.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_version'").fetchone()
    if there and side.execute("SELECT made_by FROM search_version").fetchone() == (maker,):
        return
    for name in NAMES:
        side.execute(f"DROP TABLE IF EXISTS {name}")
    for sql in SEARCH:
        side.execute(sql)
    side.execute("INSERT INTO search_version VALUES (?, NULL)", (maker,))


@dataclass(frozen=True, slots=True)
class _Shelver:
    ledger: sqlite3.Connection
    side: sqlite3.Connection
    lexicon: Lexicon
    analyser: Analyser

    def step(self, heard: Callable[[int, int], None]) -> bool:
        """One transaction; whether there is more to do. Texts are analysed before it: the longest takes a minute, and
        nobody who writes, or brings the side file forward, waits for that.
        """
        analysed = [(key, self._analysed(key)) for key in self._next()]
        with one_step(self.side):
            gone = "SELECT key FROM searched WHERE key NOT IN (SELECT key FROM readings)"
            for (key,) in self.side.execute(gone).fetchall():
                self._forget(key)
            for key, articles in analysed:
                if self.side.execute(f"SELECT 1 {_WAITING} AND key = ?", (key,)).fetchone():
                    self._take(key, articles)
            more = self.side.execute(f"SELECT 1 {_WAITING} LIMIT 1").fetchone() is not None
            if not more:
                self.side.execute("UPDATE search_version SET ledger = (SELECT nullif(ledger, '') FROM version)")
            done, of = self.side.execute("SELECT (SELECT count(*) FROM searched), count(*) FROM readings").fetchone()
        heard(done, of)
        return more

    def _next(self) -> list[int]:
        """Readings of so many characters as are analysed in a few seconds, one at least."""
        keys: list[int] = []
        room = _CHARS
        for key, chars in self.side.execute(f"SELECT key, text {_WAITING} LIMIT ?", (_STEP,)).fetchall():
            (length,) = self.ledger.execute("SELECT length(chars) FROM main.texts WHERE id = ?", (chars,)).fetchone()
            room -= length
            if keys and room < 0:
                break
            keys.append(key)
        return keys

    def _analysed(self, key: int) -> list[_Article]:
        (chars,) = self.ledger.execute(
            "SELECT chars FROM main.texts WHERE id = (SELECT text FROM main.readings WHERE key = ?)", (key,)
        ).fetchone()
        statements = "SELECT n, start, stop FROM main.statements WHERE reading = ? AND article = ?"
        return [
            (article, self._terms(key, n, chars), self.ledger.execute(statements, (key, n)).fetchall())
            for article, n in self.side.execute("SELECT id, n FROM articles WHERE reading = ?", (key,)).fetchall()
        ]

    def _take(self, key: int, articles: Iterable[_Article]) -> None:
        for article, found, spans in articles:
            _put(self.side, article, found, spans)
            packed = zlib.compress(json.dumps([found.pieces, found.wholes, spans], ensure_ascii=False).encode(), 1)
            self.side.execute("INSERT INTO shelved VALUES (?, ?, ?, ?)", (article, key, found.head, packed))
        self.side.execute("INSERT INTO searched VALUES (?)", (key,))

    def _terms(self, key: int, n: int, chars: str) -> ArticleTerms:
        head = "SELECT headline_start, headline_stop FROM main.articles WHERE reading = ? AND n = ?"
        body = "SELECT start, stop FROM main.paragraphs WHERE reading = ? AND article = ? ORDER BY n"
        headline = [row for row in self.ledger.execute(head, (key, n)) if row[0] is not None]
        stretches = [*headline, *self.ledger.execute(body, (key, n))]
        pieces: list[Term] = []
        wholes: list[Term] = []
        counted = 0
        analysed = self.analyser.analyse((chars[start:stop], start) for start, stop in stretches)
        for i, morphemes in enumerate(analysed):
            terms = read_terms(morphemes, self.lexicon)
            pieces += terms.pieces
            wholes += written(chars, terms.wholes)
            counted = len(pieces) if i < len(headline) else counted
        return ArticleTerms(tuple(pieces), tuple(wholes), counted)

    def _forget(self, key: int) -> None:
        rows = self.side.execute("SELECT article, head, terms FROM shelved WHERE key = ?", (key,)).fetchall()
        for article, head, packed in rows:
            found, spans = unpacked(head, packed)
            _put(self.side, article, found, spans, away=True)
        self.side.execute("DELETE FROM shelved WHERE key = ?", (key,))
        self.side.execute("DELETE FROM searched WHERE key = ?", (key,))


def unpacked(head: int, packed: bytes) -> tuple[ArticleTerms, list[tuple[int, int, int]]]:
    """What was shelved of an article: its terms, and its statements' numbers and ranges."""
    pieces, wholes, spans = json.loads(zlib.decompress(packed))
    terms = ArticleTerms(tuple(Term(*t) for t in pieces), tuple(Term(*t) for t in wholes), head)
    return terms, [tuple(s) for s in spans]


def _put(
    side: sqlite3.Connection,
    article: int,
    found: ArticleTerms,
    spans: Iterable[tuple[int, int, int]],
    *,
    away: bool = False,
) -> None:
    """Index an article and its statements, or take them out: FTS5 without content is told what was there."""
    command, marks = ("prose, ", "'delete', ") if away else ("", "")
    forms = (_line(found.pieces[: found.head]), _line(found.pieces[found.head :]), _line(found.wholes))
    side.execute(
        f"INSERT INTO prose ({command}rowid, head, body, wholes) VALUES ({marks}?, ?, ?, ?)", (article, *forms)
    )
    command = "spoken, " if away else ""
    for n, start, stop in spans:
        body, wholes = (
            _line(t for t in terms if start <= t.start and t.end <= stop) for terms in (found.pieces, found.wholes)
        )
        row = (statement_row(article, n), body, wholes)
        side.execute(f"INSERT INTO spoken ({command}rowid, body, wholes) VALUES ({marks}?, ?, ?)", row)


def _line(terms: Iterable[Term]) -> str:
    return " ".join(term.form for term in terms)
