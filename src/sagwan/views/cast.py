"""Who is who in a ledger: every sighting's identity, and what goes by a name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.identity import Seat

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sagwan.ledger.acts import Word
    from sagwan.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Cast:
    """`names`: each sighting's name as its article gives it; `person`: the key of the one it shows, the same for all
    sightings of one identity; `bearers`: the keys behind each name; `houses`: the names where a person holds a post;
    `called`: the name of each key across articles, the one given by hand or else the most common; `kinds` what it is
    (`person`, `place` …). `states`: for which states somebody speaks, by his key (백악관
    대변인, 미국 대통령: 미국).
    """

    names: Mapping[str, str]
    person: Mapping[str, str]
    bearers: Mapping[str, frozenset[str]]
    houses: Mapping[str, frozenset[str]]
    called: Mapping[str, str]
    kinds: Mapping[str, str]
    states: Mapping[str, frozenset[str]]

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

    def one_house(self, one: str, other: str) -> bool:
        """Whether the two hold posts at one house, or speak for one state."""
        pairs = (
            (self.houses.get(one), self.houses.get(other)),
            (self.states.get(self.person.get(one, "")), self.states.get(self.person.get(other, ""))),
        )
        return any(a and b and not a.isdisjoint(b) for a, b in pairs)

    def of_house(self, one: str | None, other: str | None) -> bool:
        """Whether one holds a post at the other, by the articles that show the two."""
        pairs = ((one, other), (other, one))
        return any(a is not None and b is not None and self.names.get(b) in self.houses.get(a, ()) for a, b in pairs)


def states_of(houses: Iterable[tuple[str, frozenset[str]]], lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """By the key of each who speaks for a state that state, from his key and the houses where he holds posts."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, names in houses:
        for name in names & _seats(lexicon).keys():
            found[key].add(_seats(lexicon)[name])
    return {key: frozenset(states) for key, states in found.items()}


@cache
def _seats(lexicon: Lexicon) -> Mapping[str, str]:
    return {name: seat.state for seat in lexicon.all(Seat) for name in (seat.state, *seat.names)}
