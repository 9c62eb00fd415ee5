"""Running stories with their reports, copies and first tellers; and what is near one page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.ledger.query import Place, page_key
from sagwan.lexicon.schema.outlet import Outlet
from sagwan.views.cited import Cited, cite
from sagwan.views.index.leaf import Leaves
from sagwan.views.index.open import index_of, listed
from sagwan.views.index.scene import cast
from sagwan.views.same_event import told_together
from sagwan.views.threads.group import is_copy, sources, stories
from sagwan.views.threads.reports import Report, reports
from sagwan.views.threads.sign import bring_signatures
from sagwan.views.threads.signature import alike, bands

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from sagwan.ledger.acts import Deed
    from sagwan.lexicon import Lexicon
    from sagwan.views.index.open import Index

_NEAR = 400  # candidates that a page is held against, the nearest in time


@dataclass(frozen=True, slots=True)
class Telling:
    """One article of a story. `copy_of`: the address of the first article whose wording it shares by half; `wire`: a
    news agency's.
    """

    place: Place
    page: str
    copy_of: str | None
    wire: bool


@dataclass(frozen=True, slots=True)
class FirstTold:
    """An event that more than one article of a story tells: who had it first, and who after."""

    first: Cited
    after: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """A running story, by the headline of its first article. `who`: those most of its articles are about."""

    headline: str | None
    since: str | None
    until: str | None
    who: tuple[str, ...]
    tellings: tuple[Telling, ...]
    facts: tuple[FirstTold, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """An article near another: `alike`, what share of the wording is the same; `shared`, whom both are about;
    `nouns`, what share of their nouns.
    """

    place: Place
    page: str
    alike: float
    shared: tuple[str, ...]
    nouns: float


def threads(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    name: str | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    told_since: str | None = None,
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[Thread, ...]:
    """The stories of two articles and more, in the order of their first; those that name somebody, those still told
    on `since` or later and begun by `until`. `told_since`: only what came out on that day or later. All are ISO 8601
    days. Raises `SagwanError` (`ledger.no_name`).
    """
    index = index_of(db, lexicon)
    bring_signatures(index, heard)
    late = index.told_since(told_since, as_of) if told_since is not None else None
    articles = index.articles_of(index.bearers(name), as_of) if name is not None else late
    found = stories(reports(index, articles if articles is None or late is None else articles & late, as_of))
    made = (_thread(index, story) for story in found if _told(story, since, until))
    return tuple(made)


def related(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    page: str,
    *,
    limit: int = 10,
    as_of: str | None = None,
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[Near, ...]:
    """Articles near the main one of a page (by id, its beginning, or source): copies first, then by whom and what they
    share. Raises `SagwanError` (`ledger.no_page`, `ledger.which_page`).
    """
    index = index_of(db, lexicon)
    bring_signatures(index, heard)
    mine = _of_page(index, page)
    if mine is None:
        return ()
    ranked = sorted(_nearness(one, mine) for one in reports(index, _candidates(index, mine), as_of))
    near = [one for _, one in ranked if one.number != mine.number and (one.cast & mine.cast or is_copy(one, mine))]
    return tuple(_near(index, one, mine) for one in near[:limit])


def _told(story: Sequence[Report], since: str | None, until: str | None) -> bool:
    days = [one.day for one in story if one.day is not None]
    if not days:
        return since is None and until is None
    return (since is None or max(days) >= since) and (until is None or min(days) <= until)


def _thread(index: Index, story: Sequence[Report]) -> Thread:
    tellings = tuple(_telling(index, report, first) for report, first in zip(story, sources(story), strict=True))
    days = [one.day for one in story if one.day is not None]
    numbers = [one.number for one in story]
    known = cast(index, numbers)
    often = Counter(key for one in story for key in one.cast)
    who = sorted((key for key, n in often.items() if 2 * n > len(story)), key=lambda key: (-often[key], key))
    leaves = Leaves(index, numbers)
    order = {f"{tellings[n].place.address}": n for n in range(len(story))}
    groups = told_together(leaves.deeds, known, index.lexicon, leaves.wording)
    facts = [fact for group in groups if (fact := _fact(group, order)) is not None]
    return Thread(
        tellings[0].place.headline,
        min(days, default=None),
        max(days, default=None),
        tuple(_name(index, key) for key in who),
        tellings,
        tuple(facts),
    )


def _fact(group: Sequence[Deed], order: dict[str, int]) -> FirstTold | None:
    told = {deed.told.place.address: deed for deed in reversed(group)}
    if len(told) < 2:  # noqa: PLR2004 — two tell it
        return None
    first, *after = sorted(told.values(), key=lambda deed: order.get(deed.told.place.address, len(order)))
    return FirstTold(cite(first), tuple(cite(deed) for deed in after))


def _telling(index: Index, report: Report, first: Report | None) -> Telling:
    page, place = _place(index, report.number)
    copied = _place(index, first.number)[1].address if first is not None else None
    return Telling(place, page, copied, place.outlet in _wires(index.lexicon))


@cache
def _wires(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(outlet.name for outlet in lexicon.all(Outlet) if outlet.kind == "wire")


def _of_page(index: Index, page: str) -> Report | None:
    key = page_key(index.db, page)
    # Two pages of one text are one article, that of the page whose id is least.
    rows = index.db.execute(
        """SELECT a.id FROM side.articles a JOIN side.readings r ON r.key = a.reading
        WHERE r.text = (SELECT text FROM main.readings WHERE key = ?) AND a.part = 'main' ORDER BY a.n LIMIT 1""",
        (key,),
    ).fetchall()
    return reports(index, [number for (number,) in rows])[0] if rows else None


def _candidates(index: Index, mine: Report) -> frozenset[int]:
    """Articles that share a band, or anybody it is about; of those the nearest in time."""
    copies = "SELECT DISTINCT article FROM side.bands WHERE value IN (SELECT value FROM json_each(?))"
    found = {number for (number,) in index.db.execute(copies, (listed(bands(mine.minima)),))}
    who = ", ".join("?" * len(mine.cast))
    rows = index.db.execute(
        f"""SELECT DISTINCT a.id, a.page, a.published FROM side.sightings h JOIN side.sightings s ON s.identity = h.sid
        JOIN side.articles a ON a.id = s.article WHERE h.id IN ({who}) AND a.part = 'main'
        ORDER BY abs(coalesce(julianday(a.published) - julianday(?), 0)), a.page LIMIT {_NEAR}""",
        (*sorted(mine.cast), mine.day or ""),
    )
    return frozenset(found | {number for number, _, _ in rows})


def _nearness(one: Report, mine: Report) -> tuple[tuple[float, tuple[str, str, str, int]], Report]:
    common = len(one.nouns & mine.nouns) / max(1, len(one.nouns | mine.nouns))
    weight = 2 * is_copy(one, mine) + common + 0.1 * len(one.cast & mine.cast)
    return (-round(weight, 9), one.at), one


def _near(index: Index, one: Report, mine: Report) -> Near:
    page, place = _place(index, one.number)
    shared = tuple(sorted(_name(index, key) for key in one.cast & mine.cast))
    common = len(one.nouns & mine.nouns) / max(1, len(one.nouns | mine.nouns))
    return Near(place, page, round(alike(one.minima, mine.minima), 3), shared, round(common, 3))


def _name(index: Index, key: str) -> str:
    sql = "SELECT i.name FROM side.sightings s JOIN side.identities i ON i.identity = s.sid WHERE s.id = ?"
    return str(index.db.execute(sql, (key,)).fetchone()[0])


def _place(index: Index, number: int) -> tuple[str, Place]:
    page, n, outlet, headline, published, source = index.db.execute(
        """SELECT a.page, a.n, m.outlet, m.headline_quote, m.published,
          (SELECT min(source) FROM sources WHERE page = a.page)
        FROM side.articles a JOIN main.articles m ON m.reading = a.reading AND m.n = a.n WHERE a.id = ?""",
        (number,),
    ).fetchone()
    return page, Place(f"{page[:12]}:{n}", outlet, headline, published, source or "")
