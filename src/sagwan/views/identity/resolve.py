"""Links and judgements → who is who. Reversible: nothing here is stored but the judgements themselves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.views.identity.evidence import links

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sagwan.core.entity import Judgement
    from sagwan.lexicon import Lexicon
    from sagwan.views.identity.evidence import Link
    from sagwan.views.identity.sighting import Sighting

BY_HAND = "identity.by_hand"


@dataclass(frozen=True, slots=True)
class Joined:
    """Why two sightings are one: the rule and how sure it is."""

    left: str
    right: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Identity:
    """One person or thing: the ids of its sightings in order, and what joined them. `name` is the most common one."""

    name: str
    kind: Kind
    sightings: tuple[str, ...]
    joined: tuple[Joined, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """A name borne by several identities that nothing joins and nothing keeps apart: a question for a reader."""

    name: str
    identities: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Identities:
    """Every sighting in exactly one identity, and the questions that stay open."""

    identities: tuple[Identity, ...]
    open: tuple[Open, ...]


def resolve(sightings: Iterable[Sighting], judgements: Sequence[Judgement], lexicon: Lexicon) -> Identities:
    """Join what the rules and the judgements join. The same set gives the same answer in any order.

    Of two judgements on a pair the later in the sequence holds. Two entities of one article are never joined by
    a rule: whoever read the article told them apart.
    """
    by_id = {s.id: s for s in sightings}
    groups = _Groups(by_id)
    rulings = {frozenset((j.left, j.right)): j for j in judgements if {j.left, j.right} <= by_id.keys()}
    apart = {pair for pair, j in rulings.items() if not j.same}
    for pair in sorted((p for p, j in rulings.items() if j.same), key=sorted):
        left, right = sorted(pair)
        groups.join(Joined(left, right, BY_HAND, 1.0))
    for link in links(by_id.values(), lexicon):
        _join_by_rule(groups, link, apart)
    identities = groups.identities()
    return Identities(identities, _open_questions(identities, by_id))


def named(identity: Identity, ruled: Mapping[str, tuple[int, str | None]]) -> Identity:
    """The identity under the name that somebody gave it: `ruled` has, by sighting, the number of the last ruling on it
    and its name, None where that takes earlier ones back.
    """
    _, name = max((ruled[id_] for id_ in identity.sightings if id_ in ruled), default=(0, None), key=lambda r: r[0])
    return replace(identity, name=name) if name else identity


def _join_by_rule(groups: _Groups, link: Link, apart: set[frozenset[str]]) -> None:
    left, right = groups.members(link.left), groups.members(link.right)
    if left is right or groups.share_an_article(link.left, link.right):
        return
    if any(frozenset((a, b)) in apart for a in left for b in right) if apart else False:
        return
    groups.join(Joined(link.left, link.right, link.rule, link.confidence))


class _Groups:
    """Disjoint sets of sightings (union by size), each with the articles it is seen in and its joins."""

    def __init__(self, sightings: dict[str, Sighting]) -> None:
        self._sightings = sightings
        self._group: dict[str, list[str]] = {id_: [id_] for id_ in sightings}
        self._articles: dict[str, set[str]] = {id_: {s.article} for id_, s in sightings.items()}
        self._joined: dict[str, list[Joined]] = defaultdict(list)

    def members(self, id_: str) -> list[str]:
        return self._group[id_]

    def share_an_article(self, left: str, right: str) -> bool:
        one, other = self._articles[self._group[left][0]], self._articles[self._group[right][0]]
        return not one.isdisjoint(other)

    def join(self, why: Joined) -> None:
        large, small = self._group[why.left], self._group[why.right]
        if large is small:
            return
        if len(large) < len(small):
            large, small = small, large
        head, tail = large[0], small[0]
        self._articles[head] |= self._articles.pop(tail)
        self._joined[head] += [*self._joined.pop(tail, []), why]
        large.extend(small)
        for id_ in small:
            self._group[id_] = large

    def identities(self) -> tuple[Identity, ...]:
        found = {id(group): group for group in self._group.values()}
        made = [self._identity(group) for group in found.values()]
        return tuple(sorted(made, key=lambda i: i.sightings))

    def _identity(self, group: list[str]) -> Identity:
        seen = [self._sightings[id_] for id_ in group]
        votes: dict[tuple[str, Kind], int] = defaultdict(int)
        for one in seen:
            votes[(one.name, one.kind)] += 1
        name, kind = min(votes, key=lambda v: (-votes[v], -len(v[0]), v))
        joined = sorted(self._joined[group[0]], key=lambda j: (j.left, j.right, j.rule))
        return Identity(name, kind, tuple(sorted(group)), tuple(joined))


def _open_questions(identities: tuple[Identity, ...], by_id: dict[str, Sighting]) -> tuple[Open, ...]:
    bearers: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for identity in identities:
        if identity.kind is Kind.PERSON:
            for name in sorted({by_id[id_].name for id_ in identity.sightings}):
                bearers[name].append(identity.sightings)
    return tuple(Open(name, tuple(sorted(groups))) for name, groups in sorted(bearers.items()) if len(groups) > 1)
