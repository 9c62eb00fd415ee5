"""What some articles tell, read from the side file."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sagwan.ledger.acts import Coin, Deed, Told, Word
from sagwan.ledger.query import Place
from sagwan.ledger.wording import Wording
from sagwan.views.index.open import TOLD_BY, TOLD_FROM, listed
from sagwan.views.index.pack import TABLES, unpacked, unpacked_wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.views.index.open import Index

Record = TypeVar("Record", Deed, Word, Coin)
Named = TypeVar("Named", Deed, Word)


class _Leaf(NamedTuple):
    """One article."""

    place: Place
    teaser: bool
    page: str
    n: int

    def told(self, start: int, stop: int) -> Told:
        """Where a record of it stands."""
        return Told(self.place, self.teaser, self.page, self.n, start, stop)


class Leaves:
    """Some articles, by their numbers in the side file, or all that had come out by an ISO 8601 day.

    What they tell comes in the order of pages, articles and text, each record once, and is read when it is first
    looked at; so the ledger must be open.
    """

    def __init__(self, index: Index, articles: Iterable[int] | None = None, as_of: str | None = None) -> None:
        self._db = index.db
        self._articles = None if articles is None else listed(articles)
        self._as_of = as_of

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The statements."""
        return _once(self._records(Word))

    @cached_property
    def deeds(self) -> tuple[Deed, ...]:
        """The events."""
        return _once(self._records(Deed))

    @cached_property
    def coins(self) -> tuple[Coin, ...]:
        """The sums."""
        return tuple(self._records(Coin))

    @cached_property
    def wording(self) -> Mapping[str, Wording]:
        """What the events say in words alone."""
        pieces = self._pieces(Wording).values()
        return {id_: said for piece in pieces for id_, said in unpacked_wordings(piece).items()}

    @cached_property
    def _leaves(self) -> Mapping[int, _Leaf]:
        rows = self._db.execute(
            f"""SELECT a.id, a.page, a.n, a.part = 'related', a.outlet, a.headline, a.published,
              (SELECT min(source) FROM sources WHERE page = a.page)
            FROM {self._chosen("side.articles a", "a.id")} WHERE {TOLD_BY} ORDER BY a.page, a.n""",
            (*self._values, self._as_of, self._as_of),
        )
        return {
            number: _Leaf(Place(f"{page[:12]}:{n}", outlet, headline, published, source or ""), bool(teaser), page, n)
            for number, page, n, teaser, outlet, headline, published, source in rows
        }

    def _records(self, kind: type[Record]) -> Iterator[Record]:
        pieces = self._pieces(kind)
        for number, leaf in self._leaves.items():
            if number in pieces:
                yield from unpacked(kind, pieces[number], leaf.told)

    def _pieces(self, kind: type) -> dict[int, bytes]:
        chosen = self._chosen(f"side.{TABLES[kind]} t", "t.article")
        return dict(self._db.execute(f"SELECT t.article, t.packed FROM {chosen}", self._values))

    def _chosen(self, rows: str, article: str) -> str:
        return rows if self._articles is None else f"json_each(?) j CROSS JOIN {rows} ON {article} = j.value"

    @property
    def _values(self) -> tuple[str, ...]:
        return () if self._articles is None else (self._articles,)


def telling_of(index: Index, frames: Iterable[str], as_of: str | None, told_since: str | None = None) -> Leaves:
    """The articles that tell an event of one of these frames, of those that came out on `told_since` or later."""
    rows = index.db.execute(
        f"""SELECT DISTINCT d.article FROM json_each(?) j CROSS JOIN side.deeds d ON d.frame = j.value
        CROSS JOIN side.articles a ON a.id = d.article WHERE {TOLD_BY} AND {TOLD_FROM}""",
        (json.dumps(sorted(frames)), as_of, as_of, told_since, told_since),
    )
    return Leaves(index, (article for (article,) in rows))


def _once(found: Iterator[Named]) -> tuple[Named, ...]:
    first: dict[str, Named] = {}
    for one in found:
        first.setdefault(one.id, one)
    return tuple(first.values())
