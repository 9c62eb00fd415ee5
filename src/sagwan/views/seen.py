"""How each article shows somebody: his names and titles there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.ledger.query import Place
from sagwan.views.index.open import TOLD_BY, TOLD_FROM, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sagwan.views.index.open import Index


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of one article with its titles there, if any, each with the name of its organisation."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    titles: tuple[tuple[str, str | None], ...]
    place: Place


def seen(
    index: Index, identities: Iterable[int], as_of: str | None = None, since: str | None = None
) -> Iterator[Named]:
    """Every sighting of some identities, by the day of publication, those without one first; `as_of`, `since`: in what
    had come out by an ISO 8601 day, and on one or later.
    """
    rows = index.db.execute(
        f"""SELECT s.id, s.name, s.kind, s.also, s.posts, substr(a.page, 1, 12) || ':' || a.n, a.outlet, a.headline,
          a.published, (SELECT min(source) FROM sources WHERE page = a.page)
        FROM json_each(?) j CROSS JOIN side.sightings s ON s.identity = j.value
        CROSS JOIN side.articles a ON a.id = s.article
        WHERE {TOLD_BY} AND {TOLD_FROM} ORDER BY a.published, a.page, a.n, s.n""",
        (listed(identities), as_of, as_of, since, since),
    )
    for id_, name, kind, also, posts, *place in rows:
        titles = tuple((title, org or None) for title, org in json.loads(posts)) if posts else ()
        yield Named(id_, name, kind, tuple(json.loads(also)) if also else (), titles, Place(*place))
