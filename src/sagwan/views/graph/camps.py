"""Camps (진영): who stands together and against whom, by signed modularity.

Signed modularity is that of Gómez, Jensen and Arenas (2009), Physical Review E 80, 016114: what is for each other
within the camps, less what chance would put there, minus the same of what is against each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sagwan.views.graph.edges import Edge


@dataclass(frozen=True, slots=True)
class Parting:
    """The camps, the largest first, each in the order of its keys; `modularity` of the whole, at most 1."""

    camps: tuple[tuple[str, ...], ...]
    modularity: Fraction


def camps(edges: Iterable[Edge]) -> Parting:
    """Part the actors of a signed graph. The same edges give the same camps in any order.

    From everybody alone, move one actor at a time, then join two camps, as long as either gains. Nobody is put
    beside others with whom he did nothing together: a common enemy alone makes no camp. No single move and no joining
    betters the answer; whether another parting does nobody can say in short (the question is NP-hard).
    """
    graph = _Graph(edges)
    camp = {node: n for n, node in enumerate(graph.nodes)}
    while graph.move(camp) or graph.join(camp):
        pass
    found: dict[int, list[str]] = defaultdict(list)
    for node in graph.nodes:
        found[camp[node]].append(node)
    ranked = sorted((tuple(members) for members in found.values()), key=lambda one: (-len(one), one))
    return Parting(tuple(ranked), graph.modularity(camp))


class _Graph:
    """Weights of cooperation and of conflict between actors, and what each has of both.

    With P and M twice the weight of all cooperation and of all conflict, what i and j give to the modularity when
    they stand together is kept times P·M, a whole number, so that no rounding decides.
    """

    def __init__(self, edges: Iterable[Edge]) -> None:
        self._weight: dict[str, dict[str, int]] = defaultdict(dict)
        self._together: dict[str, set[str]] = defaultdict(set)
        self._for: Counter[str] = Counter()
        self._against: Counter[str] = Counter()
        for edge in edges:
            for one, other in ((edge.left, edge.right), (edge.right, edge.left)):
                self._weight[one][other] = edge.cooperation - edge.conflict
                self._for[one] += edge.cooperation
                self._against[one] += edge.conflict
                if edge.cooperation:
                    self._together[one].add(other)
        self.nodes = sorted(self._weight)
        self._p = self._for.total() or 1
        self._m = self._against.total() or 1

    def move(self, camp: dict[str, int]) -> bool:
        """Move each actor once to the camp where he fits best; whether any moved."""
        plus, minus, moved = *self._sums(camp), False
        for node in self.nodes:
            home = camp[node]
            plus[home] -= self._for[node]
            minus[home] -= self._against[node]
            linked: Counter[int] = Counter()
            for other, weight in self._weight[node].items():
                linked[camp[other]] += weight
            best, most = home, self._gain(linked[home], node, plus[home], minus[home])
            if most < 0:
                best, most = max(camp.values()) + 1, 0
            for near in sorted({camp[other] for other in self._together[node]}):
                gain = self._gain(linked[near], node, plus[near], minus[near])
                if gain > most:
                    best, most = near, gain
            plus[best] += self._for[node]
            minus[best] += self._against[node]
            camp[node] = best
            moved |= best != home
        return moved

    def join(self, camp: dict[str, int]) -> bool:
        """Join the two camps that gain the most by it; whether any do."""
        plus, minus = self._sums(camp)
        linked: Counter[tuple[int, int]] = Counter()
        for node in self.nodes:
            for other, weight in self._weight[node].items():
                if camp[node] < camp[other]:
                    linked[(camp[node], camp[other])] += weight
        near = {(camp[one], camp[other]) for one in self.nodes for other in self._together[one]}
        gains = {
            (one, other): linked[(one, other)] * self._p * self._m
            - plus[one] * plus[other] * self._m
            + minus[one] * minus[other] * self._p
            for one, other in near
            if one < other
        }
        best = max(sorted(gains), key=lambda pair: gains[pair], default=None)
        if best is None or gains[best] <= 0:
            return False
        camp.update({node: best[0] for node in self.nodes if camp[node] == best[1]})
        return True

    def modularity(self, camp: Mapping[str, int]) -> Fraction:
        """Of a parting."""
        whole = self._for.total() + self._against.total()
        within = sum(
            weight for one in self.nodes for other, weight in self._weight[one].items() if camp[one] == camp[other]
        )
        plus, minus = self._sums(camp)
        chance = sum(Fraction(k * k, self._p) for k in plus.values()) - sum(
            Fraction(k * k, self._m) for k in minus.values()
        )
        return Fraction(within - chance) / (whole or 1)

    def _gain(self, linked: int, node: str, plus: int, minus: int) -> int:
        return linked * self._p * self._m - self._for[node] * plus * self._m + self._against[node] * minus * self._p

    def _sums(self, camp: Mapping[str, int]) -> tuple[Counter[int], Counter[int]]:
        plus: Counter[int] = Counter()
        minus: Counter[int] = Counter()
        for node, home in camp.items():
            plus[home] += self._for[node]
            minus[home] += self._against[node]
        return plus, minus
