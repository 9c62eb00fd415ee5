"""A dossier as it is read: who somebody is, and his three long lists in portions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.ledger.query import Place, Said
from sagwan.views.dossier import Levels, Title, dossier
from sagwan.views.timeline import Moment
from sagwan.web.listing import Listing, portion
from sagwan.web.parameters import Listed, OfOne, day
from sagwan.work.reach import reach

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from sagwan.lexicon import Lexicon

    T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenDossier:
    """All that goes by one name. `bearers`: how many people that is who are not known to be one. `statements` and
    `articles` come the latest first, `moments` in the order of their time. `told_since`: the day of the earliest
    articles that all but `bearers` is made from, None for all.
    """

    name: str
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    titles: tuple[Title, ...]
    stances: tuple[tuple[str, int], ...]
    bearers: int
    levels: Levels
    statements: Listing[Said]
    moments: Listing[Moment]
    articles: Listing[Place]
    told_since: str | None


def opened(db: sqlite3.Connection, lexicon: Lexicon, ask: OfOne) -> OpenDossier:
    """The dossier at the places that the question's cursors name. Raises `SagwanError`: `ledger.no_name`,
    `web.cursor`.
    """
    since = reach(db, lexicon, day(ask.as_of), ask.name)
    found = dossier(db, ask.name, day(ask.as_of), lexicon, told_since=since)

    def leaf(all_: Sequence[T], cursor: str | None, key: Callable[[T], str]) -> Listing[T]:
        return portion(all_, Listed(cursor=cursor, limit=ask.limit), key)

    return OpenDossier(
        found.name,
        found.kinds,
        found.names,
        found.titles,
        found.stances,
        found.bearers,
        found.levels,
        leaf(found.statements[::-1], ask.said, lambda one: f"{one.place.address}:{one.id}"),
        leaf(found.moments, ask.did, lambda one: f"{one.event.place.address}:{one.event.id}"),
        leaf(found.articles[::-1], ask.told, lambda one: one.address),
        since,
    )
