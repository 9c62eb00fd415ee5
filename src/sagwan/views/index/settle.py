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
    """Decide who is who for every name in `touched`, which is empty afterwards. Besides the names of its articles, an
    identity has the one that the last of `namings` on one of its sightings gives it.
    """
    ruled = {naming.entity: (n, naming.name) for n, naming in enumerate(namings)}
    judged = {id_ for one in judgements for id_ in (one.left, one.right)}
    _find_islands(side, judgements)
    _forget(side)
    moved: list[int] = []
    for sightings, numbers in _by_island(side):
        own = judged & numbers.keys()
        mine = [one for one in judgements if {one.left, one.right} <= own] if own else ()
        found = (named(one, ruled) for one in resolve(sightings, mine, lexicon).identities)
        moved += _write(side, found, {s.id: s for s in sightings}, numbers)
    side.execute(
        """UPDATE deeds SET who = (SELECT identity FROM sightings WHERE sid = actor),
          whom = (SELECT identity FROM sightings WHERE sid = target)
        WHERE article IN (SELECT s.article FROM json_each(?) j CROSS JOIN sightings s ON s.sid = j.value)""",
        (json.dumps(moved),),
    )
    side.execute("DROP TABLE temp.island")
    side.execute("DELETE FROM touched")


def _find_islands(side: sqlite3.Connection, judgements: Sequence[Judgement]) -> None:
    """All names that hang together with a touched one, each with the root of its island, as the table `island`."""
    pairs = _judged_names(side, judgements)
    _reach(side, pairs)
    islands = _Islands()
    for one, other in (*_ties_of_names(side), *pairs):
        islands.join(one, other)
    side.execute("CREATE TEMP TABLE island (name TEXT PRIMARY KEY, root TEXT NOT NULL) WITHOUT ROWID")
    reached = side.execute("SELECT name FROM reached").fetchall()
    side.executemany("INSERT INTO island VALUES (?, ?)", [(name, islands.root(name)) for (name,) in reached])
    side.execute("DROP TABLE temp.reached")


def _forget(side: sqlite3.Connection) -> None:
    """Undo what was decided of the islands. Who goes by one of their names because somebody said so is not theirs."""
    side.execute(
        """CREATE TEMP TABLE undone AS SELECT DISTINCT b.identity FROM island i CROSS JOIN bearers b USING (name)
        LEFT JOIN sightings h ON h.sid = b.identity WHERE h.sid IS NULL OR h.name IN (SELECT name FROM island)"""
    )
    side.execute("DELETE FROM identities WHERE identity IN undone")
    side.execute("DELETE FROM bearers WHERE identity IN undone")
    side.execute("DROP TABLE temp.undone")


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


def _judged_names(side: sqlite3.Connection, judgements: Sequence[Judgement]) -> list[tuple[str, str]]:
    """The names of the two sightings of each ruling."""
    sql = """SELECT a.name, b.name FROM json_each(?) j CROSS JOIN sightings a ON a.id = j.value ->> 0
      CROSS JOIN sightings b ON b.id = j.value ->> 1"""
    return side.execute(sql, (json.dumps([(one.left, one.right) for one in judgements]),)).fetchall()


def _reach(side: sqlite3.Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """All names that hang together with a touched one, as the table `reached`."""
    side.execute("CREATE TEMP TABLE reached (name TEXT PRIMARY KEY, fresh INTEGER NOT NULL) WITHOUT ROWID")
    side.execute("INSERT INTO reached SELECT name, 1 FROM touched")
    ruled = json.dumps([pair for one, other in pairs for pair in ((one, other), (other, one))], ensure_ascii=False)
    while side.execute("SELECT 1 FROM reached WHERE fresh = 1 LIMIT 1").fetchone():
        side.execute("UPDATE reached SET fresh = 2 WHERE fresh = 1")
        # CROSS JOIN holds SQLite to this order: from the names that were just reached outwards.
        side.execute(
            """INSERT OR IGNORE INTO reached SELECT f.name, 1 FROM (
              SELECT o.name FROM reached r CROSS JOIN names n ON n.name = r.name CROSS JOIN names o ON o.sid = n.sid
                WHERE r.fresh = 2
              UNION SELECT v.other FROM reached r CROSS JOIN variants v ON v.one = r.name WHERE r.fresh = 2
              UNION SELECT v.one FROM reached r CROSS JOIN variants v ON v.other = r.name WHERE r.fresh = 2
              UNION SELECT j.value ->> 1 FROM json_each(?) j CROSS JOIN reached r ON r.name = j.value ->> 0
                WHERE r.fresh = 2) f""",
            (ruled,),
        )
        side.execute("UPDATE reached SET fresh = 0 WHERE fresh = 2")


def _ties_of_names(side: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Pairs of names that belong to one island: of one sighting, or spellings of each other."""
    yield from side.execute(
        """SELECT n.name, o.name FROM reached r CROSS JOIN names n ON n.name = r.name
          CROSS JOIN names o ON o.sid = n.sid
        UNION SELECT v.one, v.other FROM reached r CROSS JOIN variants v ON v.one = r.name"""
    )


Numbers = dict[str, tuple[int, int | None]]  # by the id of a sighting: its `sid`, and its identity so far


def _by_island(side: sqlite3.Connection) -> Iterator[tuple[list[Sighting], Numbers]]:
    """The sightings of each island, and their numbers."""
    rows = side.execute(
        """SELECT i.root, s.sid, s.id, s.name, s.kind, s.also, s.posts, s.article, s.identity,
          CASE s.kind WHEN 'person' THEN (SELECT names FROM articles WHERE id = s.article) END
        FROM island i CROSS JOIN sightings s ON s.name = i.name ORDER BY i.root"""
    ).fetchall()
    for _, mine in groupby(rows, lambda row: row[0]):
        same = list(mine)
        yield [_sighting(row) for row in same], {row[2]: (row[1], row[8]) for row in same}


def _sighting(row: Row) -> Sighting:
    _, _, id_, name, kind, also, posts, article, _, beside = row
    names = frozenset((name, *json.loads(also))) if also else frozenset((name,))
    held = frozenset(Post(title, org or None) for title, org in json.loads(posts)) if posts else frozenset()
    others = frozenset(json.loads(beside)) - names if beside else frozenset()
    return Sighting(id_, Kind(kind), name, names, held, others, str(article))


def _write(
    side: sqlite3.Connection, found: Iterable[Identity], by_id: dict[str, Sighting], numbers: Numbers
) -> list[int]:
    """Write down who is who; the sightings for which that is new, by their `sid`."""
    moved: list[tuple[int, int]] = []
    for one in found:
        head, _ = numbers[one.sightings[0]]
        moved += [(head, sid) for sid, before in (numbers[id_] for id_ in one.sightings) if before != head]
        rules = json.dumps(sorted({(j.rule, j.confidence) for j in one.joined}))
        side.execute("INSERT INTO identities VALUES (?, ?, ?, ?)", (head, one.name, one.kind.value, rules))
        often: dict[str, int] = defaultdict(int)
        for id_ in one.sightings:
            for name in by_id[id_].names:
                often[name] += 1
        often.setdefault(one.name, 0)
        side.executemany("INSERT INTO bearers VALUES (?, ?, ?)", [(name, head, n) for name, n in often.items()])
    side.executemany("UPDATE sightings SET identity = ? WHERE sid = ?", moved)
    return [sid for _, sid in moved]
