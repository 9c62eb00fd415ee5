"""What the pictures are drawn from: plain series that a script hands to ECharts, and a table shows without it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from sagwan.web.render import between, person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sagwan.views.deals.book import Book
    from sagwan.views.deals.deal import Deal
    from sagwan.views.deals.flows import Flow
    from sagwan.views.graph.edges import Edge
    from sagwan.views.graph.graph import Graph
    from sagwan.views.search.find import Day
    from sagwan.views.ties.ties import Tie
    from sagwan.views.timeline import Moment

# What is told as done, apart from what somebody plans, asks or says.
DONE = frozenset({"paid", "agreed", "owed"})
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
# What a picture can hold and still be read: five years of months, so many ties and flows; the tables have all.
_MOST_MONTHS = 60
_MOST_TIES = 120
_MOST_FLOWS = 12
_PAIR = 2
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Purse:
    """One currency: what was paid or agreed, and what is planned, asked or claimed, the largest flows of each. Never
    added to each other.
    """

    currency: str
    done: tuple[Flow, ...]
    open: tuple[Flow, ...]


def purse(book: Book) -> dict[str, object]:
    """The flows of a book's deals by currency, and its deals by whether money went."""
    sides: dict[str, dict[str, list[Flow]]] = defaultdict(lambda: {"done": [], "open": []})
    for flow in book.flows:
        if flow.value and flow.stage != "undone":
            sides[flow.currency]["done" if flow.stage in DONE else "open"].append(flow)
    codes = [code for code in dict.fromkeys(total.currency for total in book.totals) if code in sides]
    found = (Purse(code, _largest(sides[code]["done"]), _largest(sides[code]["open"])) for code in codes)
    return {"purses": tuple(found), "groups": _staged(book)}


def _largest(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    return tuple(sorted(flows, key=lambda one: (-one.value, one.source, one.target))[:_MOST_FLOWS])


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
    """The acts of a tie by month of their own time, cooperation up and conflict down."""
    months: dict[str, Counter[int]] = defaultdict(Counter)
    for act in tie.acts:
        when = act.at or act.evidence.place.published
        if when and act.sign and act.standing == "done":
            months[when[:7]][act.sign] += 1
    return {"balance": tuple((at, tally[1], tally[-1]) for at, tally in _in_a_row(months, Counter()))}


def events_by_month(moments: Iterable[Moment]) -> tuple[tuple[str, int], ...]:
    """How many events each month has, of those that have a time."""
    return _in_a_row(Counter(one.at[:7] for one in moments if one.at), 0)


def by_month(days: Iterable[Day]) -> tuple[tuple[str, int], ...]:
    """Hits by month, from hits by day."""
    tally: Counter[str] = Counter()
    for one in days:
        if one.day is not None:
            tally[one.day[:7]] += one.found
    return _in_a_row(tally, 0)


def _in_a_row(months: Mapping[str, T], nothing: T) -> tuple[tuple[str, T], ...]:
    """Every month from the first to the last, those of nothing too, so that the picture's distances are time's own.

    Of months that lie too far apart to be shown, the last ones are. What is no month is left out.
    """
    told = sorted(_number(at) for at in months if _MONTH.fullmatch(at))
    if not told:
        return ()
    span = range(max(told[0], told[-1] - _MOST_MONTHS + 1), told[-1] + 1)
    return tuple((at := f"{n // 12:04}-{n % 12 + 1:02}", months.get(at, nothing)) for n in span)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


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
    """The edges by name, those of most acts first, and the camps of three or more by number and members' names."""
    names = {actor.key: actor.name for actor in found.actors}
    bonds = sorted(
        between_names(found).edges, key=lambda one: (-(one.edge.cooperation + one.edge.conflict), one.left, one.right)
    )
    quarters = sorted({quarter.at for edge in found.edges for quarter in edge.quarters})
    camps = [(n, tuple(names[key] for key in camp)) for n, camp in enumerate(found.camps, 1)]
    several = tuple((n, camp) for n, camp in camps if len(camp) > _PAIR)
    picture = _picture(found, bonds, frozenset(n for n, _ in several))
    told = {"bonds": tuple(bonds), "quarters": tuple(quarters), "picture": picture}
    return {**told, "camps": several, "pairs": len(camps) - len(several)}


def _picture(found: Graph, bonds: list[Bond], camps: frozenset[int]) -> dict[str, object]:
    """The ties of most acts with both their ends; of which camp somebody is, 0 for none of `camps`."""
    drawn = bonds[:_MOST_TIES]
    ends = {end for one in drawn for end in (one.edge.left, one.edge.right)}
    nodes = [
        {"id": a.key, "name": a.name, "weight": a.ties, "camp": camp, "opens": person(a.name)}
        for a, camp in ((a, a.camp if a.camp in camps else 0) for a in found.actors)
        if a.key in ends
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
        for one in drawn
    ]
    return {"nodes": nodes, "links": links}
