"""Who somebody is in the ledger: names, titles, what they said and did, and where that is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.ledger import query
from sagwan.lexicon import load_default
from sagwan.views.identity.sighting import Post
from sagwan.views.index.open import TOLD_BY, TOLD_FROM, index_of, listed
from sagwan.views.said import said_by
from sagwan.views.seen import seen
from sagwan.views.timeline import Moment, timeline

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from sagwan.lexicon import Lexicon
    from sagwan.views.index.open import Index
    from sagwan.views.seen import Named


@dataclass(frozen=True, slots=True)
class Title:
    """A title, its organisation, and in how many articles it is given."""

    title: str
    org: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Levels:
    """How often he is named, in how many reports of articles he says or does something, and in how many events, each
    told by one article or by several.
    """

    mentions: int
    reports: int
    events: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that goes by one name. `bearers`: how many people that is who are not known to be one; they are not told
    apart here, `articles` shows where each is. `told_since`: the day of the earliest articles that all but `bearers` is
    made from, None for all.
    """

    name: str
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    titles: tuple[Title, ...]
    statements: tuple[query.Said, ...]
    stances: tuple[tuple[str, int], ...]
    moments: tuple[Moment, ...]
    articles: tuple[query.Place, ...]
    bearers: int
    levels: Levels
    told_since: str | None = None


def dossier(
    db: sqlite3.Connection,
    name: str,
    as_of: str | None = None,
    lexicon: Lexicon | None = None,
    *,
    told_since: str | None = None,
) -> Dossier:
    """Gather it, from what had been told by an ISO 8601 day, and on `told_since` or later. Raises `SagwanError`
    (`ledger.no_name`), with names like it, where nobody has it.
    """
    index = index_of(db, lexicon or load_default())
    who = index.bearers(name)
    found = list(seen(index, who, as_of, told_since))
    statements = tuple(said_by(db, name, since=told_since, as_of=as_of, lexicon=index.lexicon))
    names = Counter(n for one in found for n in (one.name, *one.aliases) if n == one.name or not _is_surname(n, one))
    titles = _held(found)
    moments = timeline(db, name, as_of=as_of, lexicon=index.lexicon, told_since=told_since)
    stances = Counter(one.stance for one in statements)
    return Dossier(
        name,
        tuple(kind for kind, _ in Counter(one.kind for one in found).most_common()),
        tuple(n for n, _ in names.most_common()),
        tuple(Title(post.title, post.org, n) for post, n in titles.most_common()),
        statements,
        tuple(stances.most_common()),
        moments,
        tuple(dict.fromkeys(one.place for one in found)),
        len(who),
        Levels(
            _mentions(index, who, as_of, told_since),
            len(statements) + sum(1 + len(moment.again) for moment in moments),
            len(moments),
        ),
        told_since,
    )


def _is_surname(name: str, one: Named) -> bool:
    """Whether a name is one syllable of a person's: 남 of 남 시장 is no name that he goes by."""
    return len(name) == 1 and one.kind == Kind.PERSON


def _held(found: Iterable[Named]) -> Counter[Post]:
    """The posts by how many give them. 물빛시장 is counted as 시장 of 물빛시 where an article tells the two apart."""
    told = Counter(Post(title, org) for one in found for title, org in one.titles)
    apart = {post.in_one_word: post for post in told if post.org}
    posts: Counter[Post] = Counter()
    for post, n in told.items():
        posts[post if post.org else apart.get(post.title, post)] += n
    return posts


def _mentions(index: Index, who: Iterable[int], as_of: str | None, told_since: str | None) -> int:
    (mentions,) = index.db.execute(
        f"""SELECT coalesce(sum(s.mentions), 0) FROM json_each(?) j CROSS JOIN side.sightings s ON s.identity = j.value
        CROSS JOIN side.articles a ON a.id = s.article WHERE {TOLD_BY} AND {TOLD_FROM}""",
        (listed(who), as_of, as_of, told_since, told_since),
    ).fetchone()
    return int(mentions)
