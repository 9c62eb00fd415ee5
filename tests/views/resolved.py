"""Who is who in a ledger, resolved all at once from its own rows: what the side file must come to, step by step."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.views.cast import Cast, states_of
from sagwan.views.identity.resolve import resolve
from sagwan.views.identity.sighting import Post, Sighting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from sagwan.core.entity import Judgement
    from sagwan.lexicon import Lexicon


def sightings(db: sqlite3.Connection) -> tuple[Sighting, ...]:
    """Every entity that has a name, once."""
    rows = db.execute(
        """SELECT r.reading, r.article, r.n, r.id, r.name, r.kind, c.page FROM entities r
        JOIN current c ON c.key = r.reading WHERE r.name IS NOT NULL ORDER BY c.page, r.article, r.n"""
    ).fetchall()
    names: dict[tuple[int, int, int], set[str]] = defaultdict(set)
    for *at, name in db.execute("SELECT reading, article, entity, name FROM aliases WHERE name IS NOT NULL"):
        names[tuple(at)].add(name)
    posts: dict[tuple[int, int, int], set[Post]] = defaultdict(set)
    for *at, title, org in db.execute(
        """SELECT r.reading, r.article, r.entity, r.title, e.name FROM roles r LEFT JOIN entities e
        ON e.reading = r.reading AND e.article = r.article AND e.id = r.org WHERE r.title IS NOT NULL"""
    ):
        posts[tuple(at)].add(Post(title, org))
    beside: dict[tuple[int, int], set[str]] = defaultdict(set)
    for reading, article, _, _, name, _, _ in rows:
        beside[(reading, article)].add(name)
    found: dict[str, Sighting] = {}
    for reading, article, n, id_, name, kind, page in rows:
        at = (reading, article, n)
        known = frozenset({name, *names[at]})
        others = frozenset(beside[(reading, article)] - known)
        one = Sighting(id_, Kind(kind), name, known, frozenset(posts[at]), others, f"{page[:12]}:{article}")
        found.setdefault(id_, one)
    return tuple(found.values())


def cast_of(sightings: Iterable[Sighting], judgements: Sequence[Judgement], lexicon: Lexicon) -> Cast:
    """A function of the set of sightings and of the judgements' order."""
    seen = tuple(sightings)
    found = resolve(seen, judgements, lexicon)
    person = {id_: identity.sightings[0] for identity in found.identities for id_ in identity.sightings}
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        for name in one.names:
            bearers[name].add(person[one.id])
    houses = {one.id: frozenset(post.org for post in one.posts if post.org) for one in seen}
    return Cast(
        {one.id: one.name for one in seen},
        person,
        {name: frozenset(keys) for name, keys in bearers.items()},
        houses,
        {identity.sightings[0]: identity.name for identity in found.identities},
        {person[one.id]: one.kind for one in seen},
        states_of(((person[id_], names) for id_, names in houses.items()), lexicon),
    )
