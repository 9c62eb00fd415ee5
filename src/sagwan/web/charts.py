"""What the pictures are drawn from: plain series that a script hands to ECharts, and a table shows without it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.web.render import between, person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.views.deals import Book, Deal
    from sagwan.views.flows import Flow
    from sagwan.views.graph.edges import Edge
    from sagwan.views.graph.graph import Graph
    from sagwan.views.search.find import Day
    from sagwan.views.ties import Tie
    from sagwan.views.timeline import Moment
    from sagwan.web.listing import Listing

# What is told as done, apart from what somebody plans, asks or says.
DONE = frozenset({"paid", "agreed", "owed"})


@dataclass(frozen=True, slots=True)
class Purse:
    """One currency: what was paid or agreed, and what is planned, asked or claimed. Never added to each other."""

    currency: str
    done: tuple[Flow, ...]
    open: tuple[Flow, ...]


def purse(book: Book) -> dict[str, object]:
    """The flows of a book's deals by currency, and its deals by whether money went."""
    sides: dict[str, dict[str, list[Flow]]] = defaultdict(lambda: {"done": [], "open": []})
    for flow in book.flows:
        if flow.value and flow.stage != "undone":
            sides[flow.currency]["done" if flow.stage in DONE else "open"].append(flow)
    found = (Purse(code, tuple(side["done"]), tuple(side["open"])) for code, side in sorted(sides.items()))
    return {"purses": tuple(found), "groups": _staged(book)}


def _staged(book: Book) -> tuple[tuple[str, tuple[Deal, ...]], ...]:
    """The deals under `done`, `open` and `undone`, the largest sum first."""
    groups: dict[str, list[Deal]] = {"done": [], "open": [], "undone": []}
    for deal in book.deals:
        kind = "done" if deal.stage in DONE else "undone" if deal.stage == "undone" else "open"
        groups[kind].append(deal)
    for group in groups.values():
        group.sort(key=lambda deal: (deal.currency or "", -(deal.value or Decimal(0))))
    return tuple((name, tuple(group)) for name, group in groups.items())


def exchange(tie: Tie) -> dict[str, object]:
    """The acts of a tie by year of their own time, cooperation up and conflict down."""
    years: dict[str, Counter[int]] = defaultdict(Counter)
    for act in tie.acts:
        when = act.at or act.evidence.place.published
        if when and act.sign and act.standing == "done":
            years[when[:7]][act.sign] += 1
    return {"balance": tuple((month, tally[1], tally[-1]) for month, tally in sorted(years.items()))}


def moments(listing: Listing[Moment]) -> dict[str, object]:
    """How many events each month has, of those on the page that have a time."""
    tally = Counter(one.at[:7] for one in listing.items if one.at and len(one.at) >= len("2027-05"))
    return {"chart": tuple(sorted(tally.items()))}


def by_month(days: Iterable[Day]) -> tuple[tuple[str, int], ...]:
    """Hits by month, from hits by day."""
    tally: Counter[str] = Counter()
    for one in days:
        if one.day is not None:
            tally[one.day[:7]] += one.found
    return tuple(sorted(tally.items()))


@dataclass(frozen=True, slots=True)
class Bond:
    """An edge with the names of its ends and what it says when it is pointed at."""

    left: str
    right: str
    edge: Edge


@dataclass(frozen=True, slots=True)
class Bonds:
    """The edges of a graph, each with the names of its ends."""

    edges: tuple[Bond, ...]


def between_names(found: Graph) -> Bonds:
    """The edges as a table shows them, in the graph's own order."""
    names = {actor.key: actor.name for actor in found.actors}
    return Bonds(tuple(Bond(names[edge.left], names[edge.right], edge) for edge in found.edges))


def network(found: Graph) -> dict[str, object]:
    """The edges by name, those of most acts first, and the camps by their members' names."""
    names = {actor.key: actor.name for actor in found.actors}
    bonds = sorted(
        between_names(found).edges, key=lambda one: (-(one.edge.cooperation + one.edge.conflict), one.left, one.right)
    )
    quarters = sorted({quarter.at for edge in found.edges for quarter in edge.quarters})
    camps = tuple(tuple(names[key] for key in camp) for camp in found.camps)
    return {"bonds": tuple(bonds), "quarters": tuple(quarters), "camps": camps, "picture": _picture(found, bonds)}


def _picture(found: Graph, bonds: list[Bond]) -> dict[str, object]:
    nodes = [
        {"id": a.key, "name": a.name, "weight": a.ties, "camp": a.camp or 0, "opens": person(a.name)}
        for a in found.actors
    ]
    links = [
        {
            "source": one.edge.left,
            "target": one.edge.right,
            "names": [one.left, one.right],
            "counts": [one.edge.cooperation, one.edge.conflict],
            "quarters": [[q.at, q.cooperation, q.conflict] for q in one.edge.quarters],
            "opens": between(one.left, one.right),
        }
        for one in bonds
    ]
    return {"nodes": nodes, "links": links}
