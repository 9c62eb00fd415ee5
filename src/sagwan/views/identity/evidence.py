"""What speaks for two sightings being one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.lexicon.schema.identity import IdentityRule, Office
from sagwan.lexicon.schema.name import Syllables
from sagwan.views.identity.sighting import compatible
from sagwan.views.identity.spelling import is_variant, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sagwan.lexicon import Lexicon
    from sagwan.views.identity.sighting import Post, Sighting

# Two others that both articles name: one alone (a president, a stock exchange) stands in every article.
_COMPANY = 2
_KOREAN_NAME = range(2, 5)


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two sightings, the rule that joins them and how sure it is. `rank` sorts the surest first."""

    rank: float
    left: str
    right: str
    rule: str

    @property
    def confidence(self) -> float:
        """Between 0 and 1."""
        return -self.rank


@cache
def _confidence(lexicon: Lexicon) -> dict[str, float]:
    return {rule.id: rule.confidence for rule in lexicon.all(IdentityRule)}


@cache
def _offices(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for office in lexicon.all(Office) for word in office.words)


@cache
def _surnames(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(w for s in lexicon.all(Syllables) if s.place == "surname" for w in s.words)


def is_korean_name(name: str, lexicon: Lexicon) -> bool:
    """Whether a person's name has the shape of a Korean one: one word, two to four syllables, a Korean surname."""
    surnames = _surnames(lexicon)
    return " " not in name and len(name) in _KOREAN_NAME and (name[0] in surnames or name[:2] in surnames)


def links(sightings: Iterable[Sighting], lexicon: Lexicon) -> list[Link]:
    """Every link that a rule draws, the surest first. A function of the set: no order of the sightings is in it."""
    ordered = sorted(sightings, key=lambda s: s.id)
    people = [s for s in ordered if s.kind is Kind.PERSON]
    things = [s for s in ordered if s.kind is not Kind.PERSON]
    found = [*_things(things, lexicon), *_people(people, lexicon)]
    return sorted(set(found))


def _link(one: Sighting, other: Sighting, rule: str, lexicon: Lexicon) -> Link:
    left, right = sorted((one.id, other.id))
    return Link(-_confidence(lexicon)[rule], left, right, rule)


def _things(things: list[Sighting], lexicon: Lexicon) -> Iterator[Link]:
    named: dict[str, list[Sighting]] = defaultdict(list)
    called: dict[str, list[Sighting]] = defaultdict(list)
    for thing in things:
        named[thing.name].append(thing)
        for name in thing.names - {thing.name}:
            called[name].append(thing)
    for name, same in named.items():
        for one, other in _chain(same):
            yield _link(one, other, "identity.same_name_of_thing", lexicon)
        # A short name leads to its owner only where one owner is known by it (평가원 may be many).
        owners = called.get(name, [])
        if len({o.name for o in owners}) == 1 and compatible(same[0].kind, owners[0].kind):
            yield _link(same[0], owners[0], "identity.declared_name", lexicon)


def _chain(same: list[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    """Neighbours in a group, so that n sightings cost n links; a kind that does not fit is passed over."""
    groups: list[list[Sighting]] = []
    for one in same:
        home = next((g for g in groups if compatible(g[0].kind, one.kind)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    for group in groups:
        yield from pairwise(group)


def _people(people: list[Sighting], lexicon: Lexicon) -> Iterator[Link]:
    named: dict[str, list[Sighting]] = defaultdict(list)
    for person in people:
        for name in {person.name, *(n for n in person.names if len(n) >= len(person.name))}:
            named[name].append(person)
    for name, same in sorted(named.items()):
        yield from _same_name(name, same, lexicon)
    foreign = sorted({p.name for p in people if not is_korean_name(p.name, lexicon)})
    for one, other in _variants(foreign, lexicon):
        yield from _by_evidence(named[one] + named[other], "variant", lexicon)


def _same_name(name: str, same: list[Sighting], lexicon: Lexicon) -> Iterator[Link]:
    if not is_korean_name(name, lexicon) and " " in name:
        for one, other in pairwise(same):
            yield _link(one, other, "identity.long_name", lexicon)
        return
    yield from _by_evidence(same, "same", lexicon)


def _by_evidence(same: list[Sighting], sort: str, lexicon: Lexicon) -> Iterator[Link]:
    """People of one name, joined by a shared organisation, an office, or two shared companions."""
    yield from _by_post(same, f"identity.{sort}_post", lexicon, lambda post: post.org)
    whole = {post.in_one_word for person in same for post in person.posts if post.org}
    yield from _by_post(same, f"identity.{sort}_post", lexicon, lambda post: _among(whole, post.in_one_word))
    if sort == "same":
        offices = _offices(lexicon)
        yield from _by_post(same, "identity.same_office", lexicon, lambda p: p.title if p.title in offices else None)
    yield from _by_company(same, sort, lexicon)


def _among(known: set[str], word: str) -> str | None:
    return word if word in known else None


def _by_post(same: list[Sighting], rule: str, lexicon: Lexicon, key: Callable[[Post], str | None]) -> Iterator[Link]:
    """People whose posts share what `key` gives, each joined to the next."""
    groups: dict[str, dict[str, Sighting]] = defaultdict(dict)
    for person in same:
        for value in {key(post) for post in person.posts} - {None}:
            groups[str(value)][person.id] = person
    for _, group in sorted(groups.items()):
        for one, other in pairwise(group.values()):
            yield _link(one, other, rule, lexicon)


def _by_company(same: list[Sighting], sort: str, lexicon: Lexicon) -> Iterator[Link]:
    met: dict[str, list[Sighting]] = defaultdict(list)
    for person in same:
        for name in person.beside:
            met[name].append(person)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    by_id = {p.id: p for p in same}
    for _, group in sorted(met.items()):
        for one, other in pairwise(group):
            shared[(one.id, other.id)] += 1
    for (one_id, other_id), n in sorted(shared.items()):
        if n >= _COMPANY and one_id != other_id and not _rivals(by_id[one_id], by_id[other_id]):
            yield _link(by_id[one_id], by_id[other_id], f"identity.{sort}_company", lexicon)


def _rivals(one: Sighting, other: Sighting) -> bool:
    """Both hold posts, and none at the same place."""
    orgs, others = ({p.org for p in s.posts if p.org} for s in (one, other))
    return bool(orgs and others and not orgs & others)


def _variants(names: list[str], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Pairs of spellings. Only names of one skeleton of sounds are compared: the rest is too far apart anyway."""
    near: dict[str, list[str]] = defaultdict(list)
    for name in names:
        near[skeleton(name)].append(name)
    for group in near.values():
        for i, one in enumerate(group):
            for other in group[i + 1 :]:
                if is_variant(one, other, lexicon):
                    yield one, other


_CLASS = str.maketrans("ㄲㅋㄸㅌㅃㅍㅎㅆㅉㅊ", "ㄱㄱㄷㄷㅂㅂㅂㅅㅈㅈ")


def skeleton(name: str) -> str:
    """The consonants of a name by class, liquids, nasal ㅇ and sibilants left out: what every spelling keeps."""
    kept = letters(name).translate(_CLASS)
    return "".join(c for c in kept if c in "ㄱㄴㅁㅂ")
