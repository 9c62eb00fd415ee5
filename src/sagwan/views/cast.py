"""Who is who in a ledger: every sighting's identity, and what goes by a name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.ledger import acts
from sagwan.views.identity.resolve import resolve
from sagwan.views.identity.sighting import sighting_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sagwan.core.entity import Judgement
    from sagwan.ledger.acts import Seen, Word
    from sagwan.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Cast:
    """`names`: each sighting's name as its article gives it; `person`: the key of the one it shows, the same for all
    sightings of one identity; `bearers`: the keys behind each name; `houses`: the names where a person holds a post;
    `called`: the name of each key across articles, the one given by hand or else the most common.
    """

    names: Mapping[str, str]
    person: Mapping[str, str]
    bearers: Mapping[str, frozenset[str]]
    houses: Mapping[str, frozenset[str]]
    called: Mapping[str, str]

    def name(self, id_: str | None) -> str | None:
        """What whoever a sighting shows is called in an answer; None of nobody and of who has no name."""
        return self.called.get(self.person.get(id_ or "", ""))

    def voice(self, word: Word) -> str | None:
        """Who speaks, the same for all statements of one speaker: an identity, or the words for an unnamed source
        within its own article. None where the text names nobody.
        """
        if word.speaker is not None:
            return self.person.get(word.speaker, word.speaker)
        return f"{word.told.page}:{word.told.article}:{word.label}" if word.label else None

    def speaker(self, word: Word) -> str | None:
        """The speaker's name or, of an unnamed source, the words for it."""
        return self.name(word.speaker) or (word.label if word.speaker is None else None)

    def of_house(self, one: str | None, other: str | None) -> bool:
        """Whether one holds a post at the other, by the articles that show the two."""
        pairs = ((one, other), (other, one))
        return any(a is not None and b is not None and self.names.get(b) in self.houses.get(a, ()) for a, b in pairs)


def cast_of(seen: Iterable[Seen], judgements: Sequence[Judgement], lexicon: Lexicon) -> Cast:
    """Resolve who is the same. A function of the set of sightings and of the judgements' order."""
    seen = tuple(seen)
    found = resolve((sighting_of(one) for one in seen), judgements, lexicon)
    person = {id_: identity.sightings[0] for identity in found.identities for id_ in identity.sightings}
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        for name in one.names:
            bearers[name].add(person[one.id])
    return Cast(
        acts.names_of(seen),
        person,
        {name: frozenset(keys) for name, keys in bearers.items()},
        {one.id: frozenset(org for _, org in one.posts if org) for one in seen},
        {identity.sightings[0]: identity.name for identity in found.identities},
    )
