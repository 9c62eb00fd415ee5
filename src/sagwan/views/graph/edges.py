"""Signed acts → edges: what two have done to each other, for and against, by word and by deed, over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.views.graph.turns import Turn, day_of, turns
from sagwan.views.ties.signed import leaning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.views.ties.signed import Signed


@dataclass(frozen=True, slots=True)
class Quarter:
    """The acts of a quarter of a year (`2027-Q2`), for and against."""

    at: str
    cooperation: int
    conflict: int


@dataclass(frozen=True, slots=True)
class Edge:
    """What is told as done between two, either way; each act counts once. `left` and `right` are keys of actors, in
    the order of the keys. The four counts are PLOVER's quad classes, material and verbal.

    `sign` is that of what weighs most (a deed two, a word one), 0 where they hold each other in balance. `quarters`: by
    the acts' own time, else the day of the first report; what has neither is in no quarter. `turns`: where the sign of
    the tie changes for good.
    """

    left: str
    right: str
    sign: int
    cooperation_word: int
    cooperation_deed: int
    conflict_word: int
    conflict_deed: int
    quarters: tuple[Quarter, ...]
    turns: tuple[Turn, ...]

    @property
    def cooperation(self) -> int:
        """Acts for each other."""
        return self.cooperation_word + self.cooperation_deed

    @property
    def conflict(self) -> int:
        """Acts against each other."""
        return self.conflict_word + self.conflict_deed


def edges(acts: Iterable[Signed]) -> tuple[Edge, ...]:
    """An edge for every two between whom something signed was done; what is claimed, planned or undone makes none,
    nor does refusing what was asked.
    """
    between: dict[tuple[str, str], list[Signed]] = defaultdict(list)
    for one in leaning(acts):
        left, right = sorted((one.source, one.goal))
        between[(left, right)].append(one)
    return tuple(_edge(left, right, told) for (left, right), told in sorted(between.items()))


def _edge(left: str, right: str, told: list[Signed]) -> Edge:
    count = Counter((one.act.sign, one.act.form or "word") for one in told)
    weight = sum(one.act.weight for one in told)
    sign = (weight > 0) - (weight < 0)
    four = (count[(1, "word")], count[(1, "deed")], count[(-1, "word")], count[(-1, "deed")])
    return Edge(left, right, sign, *four, _quarters(told), turns(told))


def _quarters(told: list[Signed]) -> tuple[Quarter, ...]:
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for one in told:
        day = day_of(one)
        if day is not None:
            found[f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"][one.act.sign] += 1
    return tuple(Quarter(at, counted[1], counted[-1]) for at, counted in sorted(found.items()))
