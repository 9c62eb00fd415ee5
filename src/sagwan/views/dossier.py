"""Who somebody is in the ledger: names, titles, what they said and did, and where that is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger import query
from sagwan.views.speech import said_by
from sagwan.views.timeline import Moment, timeline

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Title:
    """A title, its organisation, and in how many articles it is given."""

    title: str
    org: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that goes by one name. Two people of one name are not told apart here: `articles` shows where each is."""

    name: str
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    titles: tuple[Title, ...]
    statements: tuple[query.Said, ...]
    stances: tuple[tuple[str, int], ...]
    moments: tuple[Moment, ...]
    articles: tuple[query.Place, ...]


def dossier(db: sqlite3.Connection, name: str) -> Dossier:
    """Gather it. Raises `SagwanError` (`ledger.no_name`), with names that contain the words, where nobody has it."""
    found = list(query.named(db, name))
    if not found:
        near = query.names_like(db, name)
        repair = f"혹시: {', '.join(near)}" if near else None
        raise SagwanError("ledger.no_name", "장부에 그런 이름이 없습니다", name, repair)
    statements = tuple(said_by(db, name))
    names = Counter(n for one in found for n in (one.name, *one.aliases))
    titles = Counter(title for one in found for title in one.titles)
    stances = Counter(one.stance for one in statements)
    return Dossier(
        name,
        tuple(kind for kind, _ in Counter(one.kind for one in found).most_common()),
        tuple(n for n, _ in names.most_common()),
        tuple(Title(title, org, n) for (title, org), n in titles.most_common()),
        statements,
        tuple(stances.most_common()),
        timeline(db, name),
        tuple(dict.fromkeys(one.place for one in found)),
    )
