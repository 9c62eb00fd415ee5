"""What a question about somebody needs to be answered: the articles that matter, their records, and who is who in them.

The views that set records side by side (ties, disputes, reversals, deals) are functions of statements, events, sums and
a cast. A scene holds as many of these as decide the answer about somebody, so that the answer is the one that the
whole ledger would give.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec

from sagwan.views.cast import Cast, states_of
from sagwan.views.index.leaf import Leaves
from sagwan.views.index.open import TOLD_BY, index_of, listed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from sagwan.lexicon import Lexicon
    from sagwan.views.index.open import Index


_POSTS = msgspec.json.Decoder(list[tuple[str, str]])


class Scene(Leaves):
    """Statements, events and sums of some articles, or of all, and who is who in them; `names` are those that were
    asked for.
    """

    def __init__(
        self, index: Index, names: tuple[str, ...], articles: Iterable[int] | None = None, as_of: str | None = None
    ) -> None:
        chosen = None if articles is None else frozenset(articles)
        super().__init__(index, chosen, as_of)
        self.names = names
        self._read_cast = partial(cast, index, chosen, names)

    @cached_property
    def cast(self) -> Cast:
        """Who is who in the articles."""
        return self._read_cast()

    @cached_property
    def asked(self) -> frozenset[str]:
        """The keys of those asked for."""
        return frozenset(key for name in self.names for key in self.cast.bearers.get(name, ()))

    @cached_property
    def called(self) -> frozenset[str]:
        """Every name that answers and articles give to those asked for."""
        given = {self.cast.names[id_] for id_, key in self.cast.person.items() if key in self.asked}
        return frozenset(given | {self.cast.called[key] for key in self.asked if key in self.cast.called})


def whole(index: Index, as_of: str | None = None, told_since: str | None = None) -> Scene:
    """The whole ledger, or what came out on an ISO 8601 day or later."""
    return Scene(index, (), index.told_since(told_since, as_of) if told_since else None, as_of)


def scene_of(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    name: str | None = None,
    as_of: str | None = None,
    told_since: str | None = None,
) -> Scene:
    """The articles that decide an answer about `name`, or all of them, from those that came out since `told_since`.

    Raises `SagwanError` (`ledger.no_name`).
    """
    index = index_of(db, lexicon)
    return whole(index, as_of, told_since) if name is None else about(index, name, as_of, told_since)


def about(index: Index, name: str, as_of: str | None = None, told_since: str | None = None) -> Scene:
    """All articles that show the people or bodies of that name, and those that repeat or contradict these: the same
    words of the same speaker, the same act of the same two, commitments of the same payers and payees.

    Raises `SagwanError` (`ledger.no_name`).
    """
    who = index.bearers(name)
    articles = _late(index, index.articles_of(who, as_of) | _worded(index, who, as_of), as_of, told_since)
    return Scene(index, (name,), articles | _late(index, _echoes(index, articles, who, as_of), as_of, told_since))


def scene_between(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    names: tuple[str, str],
    as_of: str | None = None,
    told_since: str | None = None,
) -> Scene:
    """The articles that name both. Raises `SagwanError` (`ledger.no_name`)."""
    index = index_of(db, lexicon)
    one, other = (index.articles_of(index.bearers(name), as_of) for name in names)
    return Scene(index, names, _late(index, one & other, as_of, told_since))


def _late(index: Index, articles: frozenset[int], as_of: str | None, told_since: str | None) -> frozenset[int]:
    """Those of some articles that came out on a day or later."""
    return articles & index.told_since(told_since, as_of) if told_since is not None else articles


def _worded(index: Index, who: Iterable[int], as_of: str | None) -> frozenset[int]:
    """Articles in which an event says one of their names without naming anybody."""
    sql = f"""SELECT DISTINCT w.article FROM json_each(?) j CROSS JOIN side.bearers b ON b.identity = j.value
      CROSS JOIN side.wordings w ON w.words = b.name CROSS JOIN side.articles a ON a.id = w.article WHERE {TOLD_BY}"""
    return frozenset(article for (article,) in index.db.execute(sql, (listed(who), as_of, as_of)))


def _echoes(index: Index, articles: Iterable[int], who: Iterable[int], as_of: str | None) -> frozenset[int]:
    """Articles that tell again, or contradict, what these tell; all that name one of `who` are among them already."""
    chosen, known = listed(articles), listed(who)
    same_words = f"""SELECT DISTINCT w.article FROM json_each(?) j CROSS JOIN side.words o ON o.article = j.value
      CROSS JOIN side.words w ON w.echo = o.echo AND w.article <> o.article
      CROSS JOIN side.articles a ON a.id = w.article WHERE o.answers AND {TOLD_BY}"""
    others = "NOT IN (SELECT value FROM json_each(?))"
    same_act = f"""SELECT DISTINCT d.article FROM (
        SELECT DISTINCT o.who, o.whom, o.frame FROM json_each(?) j CROSS JOIN side.deeds o ON o.article = j.value
        WHERE o.who {others} AND o.whom {others}) o
      CROSS JOIN side.deeds d ON d.who = o.who AND d.whom = o.whom AND d.frame = o.frame
      CROSS JOIN side.articles a ON a.id = d.article WHERE {TOLD_BY}"""
    asked = ((same_words, (chosen, as_of, as_of)), (same_act, (chosen, known, known, as_of, as_of)))
    return frozenset(article for sql, values in asked for (article,) in index.db.execute(sql, values))


def cast(index: Index, articles: Iterable[int] | None, names: Iterable[str] = ()) -> Cast:
    """Who is who in some articles, or in all; the bearers of the names given, or of all names."""
    chosen = "side.sightings s" if articles is None else _SEEN_IN
    rows = index.db.execute(
        f"SELECT s.id, s.name, s.identity, s.posts, s.kind FROM {chosen}",
        () if articles is None else (listed(articles),),
    ).fetchall()
    houses = {id_: frozenset(org for _, org in _POSTS.decode(posts) if org) for id_, _, _, posts, _ in rows if posts}
    people = _people(index, {identity for _, _, identity, _, _ in rows})
    return Cast(
        {id_: name for id_, name, _, _, _ in rows},
        {id_: people[identity][0] for id_, _, identity, _, _ in rows},
        _bearers(index, names if articles is not None else None),
        houses,
        dict(people.values()),
        {people[identity][0]: kind for _, _, identity, _, kind in rows},
        states_of(((people[i][0], houses[id_]) for id_, _, i, _, _ in rows if id_ in houses), index.lexicon),
    )


_SEEN_IN = "json_each(?) j CROSS JOIN side.sightings s ON s.article = j.value"


def _people(index: Index, identities: Iterable[int]) -> Mapping[int, tuple[str, str]]:
    """The key and the name of each identity."""
    rows = index.db.execute(
        """SELECT i.identity, h.id, i.name FROM json_each(?) j CROSS JOIN side.identities i ON i.identity = j.value
        CROSS JOIN side.sightings h ON h.sid = i.identity""",
        (listed(identities),),
    )
    return {identity: (key, name) for identity, key, name in rows}


def _bearers(index: Index, names: Iterable[str] | None) -> Mapping[str, frozenset[str]]:
    if names is not None:
        return {name: frozenset(index.ids(index.known(name))) for name in names}
    found: dict[str, set[str]] = {}
    rows = index.db.execute("SELECT b.name, s.id FROM side.bearers b JOIN side.sightings s ON s.sid = b.identity")
    for name, person in rows:
        found.setdefault(name, set()).add(person)
    return {name: frozenset(people) for name, people in found.items()}
