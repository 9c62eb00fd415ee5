"""Who is who, decided anew for the names that changed and for all that hangs together with them.

Two sightings can only be joined by a rule where a name, or a spelling of it, is both's; by a judgement where somebody
says so. So names fall into islands that decide nothing about each other, and what is decided of an island is a
function of its own sightings: bringing the file forward gives what building it from nothing gives.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sagwan.core.entity import Kind
from sagwan.views.identity.resolve import named, resolve
from sagwan.views.identity.sighting import Post, Sighting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from sagwan.core.entity import Judgement, Naming
    from sagwan.lexicon import Lexicon
    from sagwan.views.identity.resolve import Identity

Row = tuple[Any, ...]  # as SQLite gives it


def settle(
    side: sqlite3.Connection, judgements: Sequence[Judgement], namings: Sequence[Naming], lexicon: Lexicon
) -> None:
    """Decide it for every name in `touched`, which is empty afterwards. An identity goes by the name that the last of
    `namings` on one of its sightings gives it, besides those that the articles give.
    """
    ruled = {naming.entity: (n, naming.name) for n, naming in enumerate(namings)}
    islands = _Islands()
    _reach(side, judgements)
    for names in _ties_of_names(side, judgements):
        for name in names:
            islands.join(names[0], name)
    side.execute("CREATE TEMP TABLE island (name TEXT PRIMARY KEY, root TEXT NOT NULL) WITHOUT ROWID")
    reached = [name for (name,) in side.execute("SELECT name FROM reached")]
    side.executemany("INSERT INTO island VALUES (?, ?)", [(name, islands.root(name)) for name in reached])
    side.execute("DELETE FROM identities WHERE identity IN (SELECT b.identity FROM bearers b JOIN island USING (name))")
    side.execute(
        """DELETE FROM bearers WHERE identity IN (SELECT b.identity FROM bearers b JOIN island USING (name)
        UNION SELECT s.identity FROM island i JOIN sightings s ON s.name = i.name)"""
    )
    side.execute("DELETE FROM bearers WHERE name IN (SELECT name FROM island)")
    judged = {id_ for one in judgements for id_ in (one.left, one.right)}
    for sightings, sids in _by_island(side):
        mine = [one for one in judgements if one.left in sids and one.right in sids] if judged & sids.keys() else ()
        found = (named(one, ruled) for one in resolve(sightings, mine, lexicon).identities)
        _write(side, found, {s.id: s for s in sightings}, sids)
    side.execute(
        """UPDATE deeds SET who = (SELECT identity FROM sightings WHERE sid = actor),
          whom = (SELECT identity FROM sightings WHERE sid = target)
        WHERE article IN (SELECT s.article FROM island i JOIN sightings s ON s.name = i.name)"""
    )
    for table in ("temp.island", "temp.reached"):
        side.execute(f"DROP TABLE {table}")
    side.execute("DELETE FROM touched")


class _Islands:
    """Disjoint sets of names."""

    def __init__(self) -> None:
        self._over: dict[str, str] = {}

    def root(self, name: str) -> str:
        over = self._over
        while (above := over.get(name, name)) != name:
            over[name] = over.get(above, above)
            name = above
        return name

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._over[high] = low


def _reach(side: sqlite3.Connection, judgements: Sequence[Judgement]) -> None:
    """All names that hang together with a touched one, as the table `reached`."""
    side.execute("CREATE TEMP TABLE reached (name TEXT PRIMARY KEY, fresh INTEGER NOT NULL) WITHOUT ROWID")
    side.execute("INSERT INTO reached SELECT name, 1 FROM touched")
    pairs = json.dumps([(one.left, one.right) for one in judgements])
    while side.execute("SELECT 1 FROM reached WHERE fresh = 1 LIMIT 1").fetchone():
        side.execute("UPDATE reached SET fresh = 2 WHERE fresh = 1")
        side.execute(
            """INSERT OR IGNORE INTO reached SELECT f.name, 1 FROM (
              SELECT s.name FROM reached r JOIN names n USING (name) JOIN sightings s USING (sid)
                WHERE r.fresh = 2 AND s.name <> r.name
              UNION SELECT a.value FROM reached r JOIN names n USING (name) JOIN sightings s USING (sid),
                json_each(s.also) a WHERE r.fresh = 2
              UNION SELECT v.other FROM reached r JOIN variants v ON v.one = r.name WHERE r.fresh = 2
              UNION SELECT v.one FROM variants v JOIN reached r ON v.other = r.name WHERE r.fresh = 2
              UNION SELECT b.name FROM json_each(?) j JOIN sightings a ON a.id = j.value ->> 0
                JOIN sightings b ON b.id = j.value ->> 1 JOIN reached r ON r.name = a.name WHERE r.fresh = 2
              UNION SELECT a.name FROM json_each(?) j JOIN sightings a ON a.id = j.value ->> 0
                JOIN sightings b ON b.id = j.value ->> 1 JOIN reached r ON r.name = b.name WHERE r.fresh = 2) f""",
            (pairs, pairs),
        )
        side.execute("UPDATE reached SET fresh = 0 WHERE fresh = 2")


def _ties_of_names(side: sqlite3.Connection, judgements: Sequence[Judgement]) -> Iterator[list[str]]:
    """Lists of names that belong to one island."""
    several = "SELECT s.name, s.also FROM reached r JOIN sightings s ON s.name = r.name WHERE s.also IS NOT NULL"
    for name, also in side.execute(several):
        yield [name, *json.loads(also)]
    yield from (list(pair) for pair in side.execute("SELECT one, other FROM variants"))
    for ruling in judgements:
        ids = (ruling.left, ruling.right)
        yield [name for (name,) in side.execute("SELECT name FROM sightings WHERE id IN (?, ?)", ids)]


def _by_island(side: sqlite3.Connection) -> Iterator[tuple[list[Sighting], dict[str, int]]]:
    """The sightings of each island, and the number of each by its id."""
    rows = side.execute(
        """SELECT i.root, s.sid, s.id, s.name, s.kind, s.also, s.posts, s.article,
          CASE s.kind WHEN 'person' THEN (SELECT names FROM articles WHERE id = s.article) END
        FROM island i JOIN sightings s ON s.name = i.name ORDER BY i.root"""
    ).fetchall()
    for _, mine in groupby(rows, lambda row: row[0]):
        same = list(mine)
        yield [_sighting(row) for row in same], {row[2]: row[1] for row in same}


def _sighting(row: Row) -> Sighting:
    _, _, id_, name, kind, also, posts, article, beside = row
    names = frozenset((name, *json.loads(also))) if also else frozenset((name,))
    held = frozenset(Post(title, org or None) for title, org in json.loads(posts)) if posts else frozenset()
    others = frozenset(json.loads(beside)) - names if beside else frozenset()
    return Sighting(id_, Kind(kind), name, names, held, others, str(article))


def _write(
    side: sqlite3.Connection, found: Iterable[Identity], by_id: dict[str, Sighting], sids: dict[str, int]
) -> None:
    for one in found:
        head = sids[one.sightings[0]]
        side.executemany(
            "UPDATE sightings SET identity = ? WHERE sid = ?", [(head, sids[id_]) for id_ in one.sightings]
        )
        rules = json.dumps(sorted({(j.rule, j.confidence) for j in one.joined}))
        side.execute("INSERT INTO identities VALUES (?, ?, ?, ?)", (head, one.name, one.kind.value, rules))
        often: dict[str, int] = defaultdict(int)
        for id_ in one.sightings:
            for name in by_id[id_].names:
                often[name] += 1
        often.setdefault(one.name, 0)
        side.executemany("INSERT INTO bearers VALUES (?, ?, ?)", [(name, head, n) for name, n in often.items()])
