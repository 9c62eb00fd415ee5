"""The graph as an answer: actors by name, their edges, camps and balance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from sagwan.views.graph.balance import Balance, balance
from sagwan.views.graph.camps import camps
from sagwan.views.graph.edges import Edge, edges
from sagwan.views.index.open import index_of
from sagwan.views.index.scene import scene_of
from sagwan.views.ties.signed import signed_acts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from sagwan.ledger.acts import Deed, Word
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast


_THINGS = frozenset({"event", "law", "place", "product", "project"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in the graph: the key that edges name, the name it goes by across articles, how many ties, which camp
    (numbered from 1, the largest first; None for who stands alone).
    """

    key: str
    name: str
    ties: int
    camp: int | None


@dataclass(frozen=True, slots=True)
class Graph:
    """Actors by name, edges by their keys, camps of two or more, the signed modularity of the camps (exact to ten
    digits), and the balance of triads. `told_since`: the day of the earliest articles that it is made from, None for
    all. `near`: it is made from the articles alone that name whom it is drawn around.
    """

    actors: tuple[Actor, ...]
    edges: tuple[Edge, ...]
    camps: tuple[tuple[str, ...], ...]
    modularity: float
    balance: Balance
    told_since: str | None = None
    near: bool = False


def graph(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    name: str | None = None,
    as_of: str | None = None,
    least: int = 1,
    *,
    told_since: str | None = None,
    near: bool = False,
) -> Graph:
    """Everybody, or who is tied to somebody of that name and what is between them all.

    `as_of`: an ISO 8601 day by which it was told. `least`: edges of fewer acts are left out. `told_since`: only
    what came out on that day or later. `near`: around somebody, only what the articles tell that name him, so that
    what his neighbours do to each other elsewhere is not in it.

    Raises `SagwanError` (`ledger.no_name`).
    """
    scene = scene_of(db, lexicon, name if near else None, as_of, told_since)
    found = graph_of(scene.deeds, scene.words, scene.cast, lexicon, least=least, wording=scene.wording)
    if name is not None:
        index = index_of(db, lexicon)
        found = _around(found, frozenset(index.ids(index.bearers(name))), scene.cast)
    return replace(found, told_since=told_since, near=near and name is not None)


def graph_of(
    deeds: Iterable[Deed],
    words: Iterable[Word],
    cast: Cast,
    lexicon: Lexicon,
    *,
    least: int = 1,
    wording: Mapping[str, Wording] = MappingProxyType({}),
) -> Graph:
    """The graph of events and statements given in any order. A place or a thing is in it only if it is told to act
    itself: who opens a hill, or tables a bill, is tied to nobody by that.
    """
    deeds, words = tuple(deeds), tuple(words)
    acting = {cast.person[id_] for one in deeds if (id_ := one.who("actor")) is not None}
    acting |= {cast.person[word.speaker] for word in words if word.speaker is not None}

    def may_act(key: str) -> bool:
        return key in acting or cast.kinds.get(key) not in _THINGS

    told = signed_acts(deeds, words, cast, lexicon, lambda a, b: may_act(a) and may_act(b), wording=wording)
    kept = tuple(edge for edge in edges(told) if edge.cooperation + edge.conflict >= least)
    return _graph(kept, cast)


def _around(whole: Graph, who: frozenset[str], cast: Cast) -> Graph:
    near = who | {end for edge in whole.edges if {edge.left, edge.right} & who for end in (edge.left, edge.right)}
    return _graph(tuple(edge for edge in whole.edges if {edge.left, edge.right} <= near), cast)


def _graph(kept: tuple[Edge, ...], cast: Cast) -> Graph:
    parting = camps(kept)
    real = tuple(camp for camp in parting.camps if len(camp) > 1)
    of = {key: n for n, camp in enumerate(real, 1) for key in camp}
    ties = Counter(end for edge in kept for end in (edge.left, edge.right))
    names = cast.called
    actors = tuple(Actor(key, names[key], ties[key], of.get(key)) for key in sorted(ties, key=lambda k: (names[k], k)))
    return Graph(actors, kept, real, round(float(parting.modularity), 10), balance(kept))
