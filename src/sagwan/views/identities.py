"""The identities behind a name, with what joined them and where each was seen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.entity import Naming
from sagwan.lexicon import load_default
from sagwan.lexicon.schema.identity import IdentityRule
from sagwan.views.index.open import TOLD_BY, index_of, listed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sagwan.lexicon import Lexicon
    from sagwan.views.index.open import Index


@dataclass(frozen=True, slots=True)
class Shown:
    """One sighting: its id, the name and posts of its article, and the article."""

    id: str
    name: str
    posts: tuple[tuple[str, str | None], ...]
    article: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One identity: the sightings that are it, and the rules that joined them, the surest last word first.

    `named`: who gave it its name, when and why, where somebody did.
    """

    name: str
    kind: str
    sightings: tuple[Shown, ...]
    because: tuple[tuple[str, float], ...]
    named: Naming | None = None


def identities(
    db: sqlite3.Connection, name: str, lexicon: Lexicon | None = None, as_of: str | None = None
) -> tuple[Listed, ...]:
    """Every identity that has the name somewhere, none where nobody has it; more than one is an open question for a
    reader. `as_of`: sightings in articles that had come out by an ISO 8601 day.
    """
    index = index_of(db, lexicon or load_default())
    labels = {rule.id: rule.label for rule in index.lexicon.all(IdentityRule)}
    rows = index.db.execute(
        """SELECT i.identity, i.name, i.kind, i.joined, h.id FROM json_each(?) j
        CROSS JOIN side.identities i ON i.identity = j.value CROSS JOIN side.sightings h ON h.sid = i.identity""",
        (listed(index.known(name)),),
    ).fetchall()
    found = []
    for identity, known_as, kind, joined, _ in sorted(rows, key=lambda row: row[4]):
        because = {(labels[rule], confidence) for rule, confidence in json.loads(joined)}
        ranked = tuple(sorted(because, key=lambda j: (-j[1], j[0])))
        seen = tuple(_sightings(index, identity, as_of))
        found.append(Listed(known_as, kind, seen, ranked, _naming(index, identity)))
    return tuple(found)


def _naming(index: Index, identity: int) -> Naming | None:
    """The ruling by which an identity has its name."""
    row = index.db.execute(
        """SELECT g.entity, g.name, g.by, g.because, g.at FROM namings g
        JOIN side.sightings s ON s.id = g.entity WHERE s.identity = ? ORDER BY g.n DESC LIMIT 1""",
        (identity,),
    ).fetchone()
    return Naming(*row) if row and row[1] else None


def _sightings(index: Index, identity: int, as_of: str | None) -> Iterator[Shown]:
    rows = index.db.execute(
        f"""SELECT s.id, s.name, s.posts, substr(a.page, 1, 12) || ':' || a.n FROM side.sightings s
        JOIN side.articles a ON a.id = s.article WHERE s.identity = ? AND {TOLD_BY} ORDER BY s.id""",
        (identity, as_of, as_of),
    )
    for id_, name, posts, article in rows:
        held = tuple((title, org or None) for title, org in sorted(json.loads(posts or "[]")))
        yield Shown(id_, name, held, article)
