"""One reading of the ledger → the rows of the side file that point at its records, and their removal."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from sagwan.core.entity import Kind
from sagwan.views.cited import folded
from sagwan.views.identity.evidence import is_korean_name, skeleton
from sagwan.views.identity.spelling import is_variant
from sagwan.views.index.pack import packed
from sagwan.views.index.tables import OF_ARTICLE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from sagwan.ledger.state import Home
    from sagwan.lexicon import Lexicon

Row = tuple[Any, ...]  # as SQLite gives it


def echo_of(quote: str | None) -> int:
    """A number for the letters and digits of some words: the same for the same words in another outlet's marks."""
    digest = blake2b(folded(quote or "").encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


@dataclass(frozen=True, slots=True)
class Gatherer:
    """Reads one ledger, writes one side file."""

    ledger: sqlite3.Connection
    side: sqlite3.Connection
    lexicon: Lexicon

    def add(self, home: Home) -> None:
        """Point at the records of a reading."""
        self.side.execute("INSERT INTO readings VALUES (?, ?, ?)", home)
        rows = "SELECT n, part, outlet, headline_quote, published FROM articles WHERE reading = ? ORDER BY n"
        numbers: dict[int, int] = {}
        for n, *cells in self.ledger.execute(rows, (home.key,)).fetchall():
            numbers[n] = self.side.execute(
                "INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, '[]') RETURNING id",
                (home.key, n, home.page, *cells),
            ).fetchone()[0]
            _Page(self, home.key, n, numbers[n]).add()
        for table, n, piece in packed(self.ledger, home.key):
            self.side.execute(f"INSERT INTO {table} VALUES (?, ?)", (numbers[n], piece))

    def take_out(self, key: int) -> None:
        """Forget a reading; the names in it are to be settled anew."""
        side = self.side
        mine = "SELECT id FROM articles WHERE reading = ?"
        named = f"""SELECT name, sid FROM sightings WHERE article IN ({mine})
          UNION SELECT a.value, sid FROM sightings, json_each(also) a WHERE article IN ({mine})"""
        names = side.execute(f"SELECT DISTINCT name FROM ({named})", (key, key)).fetchall()
        side.executemany("INSERT OR IGNORE INTO touched VALUES (?)", names)
        side.execute(f"DELETE FROM names WHERE (name, sid) IN ({named})", (key, key))
        for table in OF_ARTICLE:
            side.execute(f"DELETE FROM {table} WHERE article IN ({mine})", (key,))
        side.execute("DELETE FROM articles WHERE reading = ?", (key,))
        side.execute("DELETE FROM readings WHERE key = ?", (key,))
        for (name,) in names:
            if side.execute("SELECT 1 FROM sightings WHERE name = ?", (name,)).fetchone() is None:
                self._unspell(name)

    def spell(self, name: str) -> None:
        """Keep the name of a person from abroad, and the spellings of it that are kept already."""
        sounds = skeleton(name)
        known = "SELECT 1 FROM spellings WHERE skeleton = ? AND name = ?"
        if self.side.execute(known, (sounds, name)).fetchone() is not None:
            return
        near = self.side.execute("SELECT name FROM spellings WHERE skeleton = ?", (sounds,)).fetchall()
        pairs = [sorted((name, other)) for (other,) in near if is_variant(name, other, self.lexicon)]
        self.side.executemany("INSERT OR IGNORE INTO variants VALUES (?, ?)", pairs)
        self.side.execute("INSERT INTO spellings VALUES (?, ?)", (sounds, name))

    def _unspell(self, name: str) -> None:
        """Forget how a name is spelled that nobody bears any more; whoever bears another spelling is to be settled."""
        others = "SELECT other FROM variants WHERE one = ?1 UNION SELECT one FROM variants WHERE other = ?1"
        self.side.execute(f"INSERT OR IGNORE INTO touched {others}", (name,))
        self.side.execute("DELETE FROM variants WHERE one = ?1 OR other = ?1", (name,))
        self.side.execute("DELETE FROM spellings WHERE skeleton = ? AND name = ?", (skeleton(name), name))


@dataclass(frozen=True, slots=True)
class _Page:
    """One article on its way; `id` is its number in the side file."""

    to: Gatherer
    reading: int
    n: int
    id: int

    def add(self) -> None:
        sids = self._sightings()
        self._words(sids)
        self._deeds(sids)
        coins = self._rows("SELECT n, same_as FROM money WHERE reading = ? AND article = ?")
        self._insert("coins", [(self.id, n, same_as) for n, same_as in coins])

    def _sightings(self) -> dict[str, int]:
        """The entities of the article that have a name, by id."""
        entities = self._rows("SELECT n, id, name, kind FROM entities WHERE reading = ? AND article = ? ORDER BY n")
        called = {id_: name for _, id_, name, _ in entities}
        also = self._hanging("SELECT entity, name FROM aliases WHERE reading = ? AND article = ? ORDER BY entity, n")
        roles = "SELECT entity, title, org FROM roles WHERE reading = ? AND article = ? ORDER BY entity, n"
        posts = self._hanging(roles)
        often: dict[int, int] = dict(
            self._rows("SELECT entity, count(*) FROM mentions WHERE reading = ? AND article = ? GROUP BY entity")
        )
        sids: dict[str, int] = {}
        for n, id_, name, kind in entities:
            if name is None:
                continue
            others = [other for other in dict.fromkeys(one for (one,) in also[n]) if other not in (None, name)]
            held = list(dict.fromkeys((title, called.get(org) or "") for title, org in posts[n] if title is not None))
            row = (self.id, n, id_, name, kind, _json(others), _json(held), often.get(n, 0))
            sql = "INSERT INTO sightings VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, NULL) RETURNING sid"
            sid = sids[id_] = self.to.side.execute(sql, row).fetchone()[0]
            names = [name, *others]
            self._insert("names", [(one, sid) for one in names if others])
            self.to.side.executemany("INSERT OR IGNORE INTO touched VALUES (?)", [(one,) for one in names])
            if kind == Kind.PERSON and not is_korean_name(name, self.to.lexicon):
                self.to.spell(name)
        stood = json.dumps(sorted({name for name in called.values() if name is not None}), ensure_ascii=False)
        self.to.side.execute("UPDATE articles SET names = ? WHERE id = ?", (stood, self.id))
        return sids

    def _words(self, sids: Mapping[str, int]) -> None:
        rows = self._rows(
            """SELECT n, speaker, label, stance, speech, coalesce(responds_to, reverses) IS NOT NULL, quote
            FROM statements WHERE reading = ? AND article = ?"""
        )
        self._insert(
            "words",
            [
                (self.id, n, sids.get(speaker), label, stance, speech, answers, echo_of(quote))
                for n, speaker, label, stance, speech, answers, quote in rows
            ],
        )
        abouts = self._rows("SELECT statement, entity FROM abouts WHERE reading = ? AND article = ?")
        self._insert("abouts", [(sids[who], self.id, n) for n, who in abouts if who in sids])

    def _deeds(self, sids: Mapping[str, int]) -> None:
        rows = self._rows(
            "SELECT n, frame, actor, target, source, amount FROM events WHERE reading = ? AND article = ?"
        )
        filled = self._rows("SELECT event, entity, quote FROM arguments WHERE reading = ? AND article = ?")
        self._insert("wordings", [(quote, self.id) for _, who, quote in filled if who is None and quote is not None])
        parts = [(n, who) for n, who, _ in filled]
        for n, frame, *who, amount in rows:
            actor, target, source = (sids.get(id_) for id_ in who)
            self._insert("deeds", [(self.id, n, frame, actor, target, source, amount, None, None)])
            parts += [(n, id_) for id_ in who]
        self._insert("parts", [(sids[id_], self.id, n) for n, id_ in parts if id_ in sids])

    def _rows(self, sql: str) -> list[Row]:
        return self.to.ledger.execute(sql, (self.reading, self.n)).fetchall()

    def _hanging(self, sql: str) -> Mapping[int, list[Row]]:
        found: dict[int, list[Row]] = defaultdict(list)
        for of, *rest in self._rows(sql):
            found[of].append(tuple(rest))
        return found

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self.to.side.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)


def _json(values: Sequence[object]) -> str | None:
    return json.dumps(values, ensure_ascii=False) if values else None
