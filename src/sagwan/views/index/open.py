"""A ledger open for questions: read only, its side file beside it and brought to its state."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger.connect import reading, said_plainly
from sagwan.ledger.state import state
from sagwan.views.index.forward import bring_forward, made_by, version
from sagwan.views.index.place import side_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from sagwan.lexicon import Lexicon

# A view looks up thousands of rows: mapped, they cost no call of the system each (a fifth of a view's time).
_MAPPED = 1 << 32
_UNREADABLE = ("SQLITE_NOTADB", "SQLITE_CORRUPT")


@dataclass(frozen=True, slots=True)
class Index:
    """What every view asks: `db` reads the ledger, and its side file by the name `side`, both as they stood when it
    was opened. `path` is the ledger's.
    """

    path: Path
    db: sqlite3.Connection
    lexicon: Lexicon

    def known(self, name: str) -> tuple[int, ...]:
        """The identities that go by a name, by their numbers in the side file, else the people whose name of several
        words ends in it (베커: 레나 베커); none where nobody does.
        """
        rows = self.db.execute("SELECT identity FROM side.bearers WHERE name = ? ORDER BY identity", (name,))
        return tuple(identity for (identity,) in rows) or self._last_named(name)

    def _last_named(self, word: str) -> tuple[int, ...]:
        rows = self.db.execute(
            """SELECT DISTINCT b.identity FROM side.bearers b JOIN side.identities i ON i.identity = b.identity
            WHERE i.kind = 'person' AND substr(b.name, -length(?1)) = ?1 ORDER BY b.identity""",
            (f" {word}",),
        )
        return tuple(identity for (identity,) in rows)

    def bearers(self, name: str) -> tuple[int, ...]:
        """As `known`; raises `SagwanError` (`ledger.no_name`), with names like it, where nobody does."""
        found = self.known(name)
        if found:
            return found
        near = self.names_like(name)
        others = f"혹시: {', '.join(near)}" if near else f"자주 나오는 이름: {', '.join(self._often())}"
        repair = others if others[-1] != " " else None  # a ledger without names
        raise SagwanError("ledger.no_name", "장부에 그런 이름이 없습니다", name, repair)

    def ids(self, identities: Iterable[int]) -> tuple[str, ...]:
        """The keys of identities that follow from content: the least id among the sightings of each, in order."""
        sql = "SELECT s.id FROM json_each(?) j CROSS JOIN side.sightings s ON s.sid = j.value ORDER BY s.id"
        return tuple(id_ for (id_,) in self.db.execute(sql, (listed(identities),)))

    def is_label(self, words: str) -> bool:
        """Whether a source without a name is called so (누리전자 관계자)."""
        return self.db.execute("SELECT 1 FROM side.words WHERE label = ? LIMIT 1", (words,)).fetchone() is not None

    def names_like(self, words: str, limit: int = 5) -> tuple[str, ...]:
        """Names that contain the words, else those that are one letter off; those of most articles first."""
        half = len(words) // 2
        one_off = "length(name) BETWEEN ? AND ? AND (substr(name, 1, ?) = ? OR substr(name, -?) = ?)"
        # One letter off leaves one half of a name as it was.
        halves = (len(words) - 1, len(words) + 1, half, words[:half], len(words) - half, words[half:])
        near = list(self._names("instr(name, ?) > 0", (words,)))
        near = near or [name for name in self._names(one_off, halves) if half and _is_one_off(words, name)]
        return tuple(near[:limit])

    def _names(self, which: str, values: tuple[str | int, ...]) -> Iterator[str]:
        rows = self.db.execute(
            f"SELECT name FROM side.bearers WHERE {which} GROUP BY name ORDER BY sum(sightings) DESC, name", values
        )
        return (name for (name,) in rows)

    def _often(self, limit: int = 5) -> tuple[str, ...]:
        """The people and organisations of most articles, by more than a family name."""
        rows = self.db.execute(
            """SELECT b.name FROM side.bearers b JOIN side.identities i ON i.identity = b.identity
            WHERE i.kind IN ('person', 'org') AND length(b.name) > 1
            GROUP BY b.name ORDER BY sum(b.sightings) DESC, min(i.kind = 'org'), b.name LIMIT ?""",
            (limit,),
        )
        return tuple(name for (name,) in rows)

    def articles_of(self, identities: Iterable[int], as_of: str | None = None) -> frozenset[int]:
        """The articles in which one of them is named, by their numbers in the side file."""
        rows = self.db.execute(
            f"""SELECT DISTINCT s.article FROM json_each(?) j CROSS JOIN side.sightings s ON s.identity = j.value
            CROSS JOIN side.articles a ON a.id = s.article WHERE {TOLD_BY}""",
            (listed(identities), as_of, as_of),
        )
        return frozenset(article for (article,) in rows)

    def told_since(self, day: str, as_of: str | None = None) -> frozenset[int]:
        """The articles that came out on an ISO 8601 day or later."""
        sql = f"SELECT a.id FROM side.articles a WHERE a.published >= ? AND {TOLD_BY}"
        return frozenset(article for (article,) in self.db.execute(sql, (day, as_of, as_of)))

    def day_of(self, page: str) -> str | None:
        """The day on which the main article of a page came out, by the beginning of its id; None where unknown."""
        sql = "SELECT published FROM side.articles WHERE page >= ? AND page < ? AND part = 'main' LIMIT 1"
        row = self.db.execute(sql, (page, page + "g")).fetchone()
        return row[0] if row else None

    def horizon(self, most: int, as_of: str | None = None, among: Collection[int] | None = None) -> str | None:
        """The day since which the latest `most` articles came out, of all or of some; None where there are no more
        than that.
        """
        if among is not None and len(among) <= most:
            return None
        chosen = "" if among is None else "json_each(?) j CROSS JOIN"
        sql = f"""SELECT a.published FROM {chosen} side.articles a WHERE a.published IS NOT NULL AND {TOLD_BY}
          {"" if among is None else "AND a.id = j.value"} ORDER BY a.published DESC LIMIT 2 OFFSET ?"""
        values = () if among is None else (listed(among),)
        days = self.db.execute(sql, (*values, as_of, as_of, most - 1)).fetchall()
        return str(days[0][0]) if len(days) > 1 else None


# Over an article `a` of the side file: it had come out by a day, or came out on it or later; an article without a day
# did neither, for all one knows.
TOLD_BY = "(? IS NULL OR a.published <= ?)"
TOLD_FROM = "(? IS NULL OR a.published >= ?)"


def _is_one_off(one: str, other: str) -> bool:
    """Whether one letter put in, left out or put in place of another makes one word the other."""
    begin = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, behind = one[begin:], other[begin:]
    return rest[1:] == behind[1:] or rest[1:] == behind or rest == behind[1:]


def listed(numbers: Iterable[int]) -> str:
    """Numbers as SQLite's json_each takes them, in order."""
    return json.dumps(sorted(numbers))


def index_of(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    heard: Callable[[int, int], None] | None = None,
    *,
    as_it_stands: bool = False,
) -> Index:
    """The index of a ledger that is open to read, attached to its connection as `side`; once attached it is given
    again as it is. The side file is made, or brought forward, where the ledger has moved on; `heard` is then told how
    many readings of how many are in it. `as_it_stands`: a side file that shows an earlier state of the ledger will do.
    """
    files = {name: Path(file) for _, name, file in db.execute("PRAGMA database_list")}
    ledger = files["main"]
    if "side" not in files:
        side = side_of(ledger)
        with said_plainly(side):
            if not (as_it_stands and _is_whole(side, lexicon)):
                _bring_readable(db, side, lexicon, heard or _unheard)
            # Not mode=ro: the last to close such a connection leaves the write-ahead log's files behind.
            db.execute("ATTACH DATABASE ? AS side", (f"{side.absolute().as_uri()}?mode=rw",))
            db.execute(f"PRAGMA side.mmap_size = {_MAPPED}")
    return Index(ledger, db, lexicon)


@contextmanager
def open_index(ledger: Path, lexicon: Lexicon, heard: Callable[[int, int], None] | None = None) -> Iterator[Index]:
    """Open a ledger for questions, all answered from one moment of it. As `index_of`; raises `SagwanError` as
    `ledger.connect.reading` does.
    """
    with reading(ledger) as db:
        index = index_of(db, lexicon, heard)
        db.execute("BEGIN")
        try:
            yield index
        finally:
            db.execute("ROLLBACK")


def _bring_readable(db: sqlite3.Connection, side: Path, lexicon: Lexicon, heard: Callable[[int, int], None]) -> None:
    """Bring it forward; a file that cannot be read any more is made anew."""
    try:
        _bring(db, side, lexicon, heard)
    except sqlite3.DatabaseError as broken:
        if getattr(broken, "sqlite_errorname", "") not in _UNREADABLE:
            raise
        for left in ("", "-wal", "-shm"):
            side.with_name(side.name + left).unlink(missing_ok=True)
        _bring(db, side, lexicon, heard)


def _bring(db: sqlite3.Connection, side: Path, lexicon: Lexicon, heard: Callable[[int, int], None]) -> None:
    if not _is_current(db, side, lexicon):
        bring_forward(db, side, lexicon, heard)


def waiting(db: sqlite3.Connection, lexicon: Lexicon) -> tuple[int, int]:
    """How many readings of how many the side file of a ledger open to read has taken in; all of them where it shows the
    ledger as it is.
    """
    side = side_of({name: Path(file) for _, name, file in db.execute("PRAGMA database_list")}["main"])
    (of,) = db.execute("SELECT count(*) FROM seals").fetchone()
    if not side.is_file():
        return 0, of
    with said_plainly(side), _beside(side) as beside:
        found = version(beside)
        if found is None or found.made_by != made_by(lexicon):
            return 0, of
        if found.ledger == state(db):
            return of, of
        (taken,) = beside.execute("SELECT (SELECT count(*) FROM readings) + (SELECT count(*) FROM passed)").fetchone()
    return min(taken, of), of


def _is_whole(side: Path, lexicon: Lexicon) -> bool:
    """Whether the side file shows some state of the ledger as this program and lexicon see it."""
    if not side.is_file():
        return False
    with _beside(side) as beside:
        found = version(beside)
    return found is not None and found.made_by == made_by(lexicon) and bool(found.ledger)


def _unheard(done: int, of: int) -> None:
    """Nobody asked how far it is."""
    del done, of


def _is_current(db: sqlite3.Connection, side: Path, lexicon: Lexicon) -> bool:
    if not side.is_file():
        return False
    with _beside(side) as beside:
        found = version(beside)
    return found is not None and (found.made_by, found.ledger) == (made_by(lexicon), state(db))


def _beside(side: Path) -> closing[sqlite3.Connection]:
    """The side file alone. Not mode=ro, as above."""
    return closing(sqlite3.connect(f"{side.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None))
