"""Balance of triads: is a friend's friend a friend (Cartwright and Harary 1956, Psychological Review 63, 277–293)."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sagwan.views.graph.edges import Edge


@dataclass(frozen=True, slots=True)
class Triad:
    """Three who are at odds with themselves: one enmity among friends, or three enmities. Keys in their order;
    `against` how many of the three ties are conflict, 1 or 3.
    """

    actors: tuple[str, str, str]
    against: int


@dataclass(frozen=True, slots=True)
class Balance:
    """How many of the triads are balanced (none or two of the three ties in conflict), and those that are not."""

    triads: int
    balanced: int
    unbalanced: tuple[Triad, ...]


def balance(edges: Iterable[Edge]) -> Balance:
    """Of all triads whose three ties each have a sign; one without (as much for as against) makes no triad."""
    sign: dict[str, dict[str, int]] = defaultdict(dict)
    for edge in edges:
        if edge.sign:
            sign[edge.left][edge.right] = edge.sign
            sign[edge.right][edge.left] = edge.sign
    counted: Counter[bool] = Counter()
    odd = []
    for a, b, c in _triads(sign):
        against = [sign[a][b], sign[b][c], sign[a][c]].count(-1)
        counted[against % 2 == 0] += 1
        if against % 2:
            odd.append(Triad((a, b, c), against))
    return Balance(counted.total(), counted[True], tuple(odd))


def _triads(sign: dict[str, dict[str, int]]) -> Iterator[tuple[str, str, str]]:
    for a in sorted(sign):
        later = sorted(other for other in sign[a] if other > a)
        for n, b in enumerate(later):
            yield from ((a, b, c) for c in later[n + 1 :] if c in sign[b])
