"""What happens in a film, a play or a novel and nowhere else: who is a part in it, and which sentences retell it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.events.tense import is_past
from sagwan.lexicon.schema.frame import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.core.entity import Entity, Mention
    from sagwan.core.event import Event
    from sagwan.extract.events.spot import Match
    from sagwan.lexicon import Lexicon

_MARKS = {"'": "'", "‘": "’"}
_BRACKETS = {"(": ")", "（": "）"}
# What may follow a word and leave it whole: 역을, 역), 역.
_ENDS = frozenset("을를이으로에의은는,.)） ")
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Fiction:
    """The parts that an article names, and what opens a sentence that retells a plot (극 중) or a fortune (52년생)."""

    parts: frozenset[str]
    openers: tuple[str, ...]

    @classmethod
    def of(cls, chars: str, names: Sequence[Entity] | None, lexicon: Lexicon) -> Fiction:
        """The parts are those whom the text gives a player (차우진(박서연 분)) or calls so (차우진 역), and people
        whose name stands in quotation marks more often than not.
        """
        behind, player = _words(lexicon, "part"), _words(lexicon, "player")
        parts = {e.id for e in names or () if _is_part(e, chars, behind, player)}
        return cls(frozenset(parts), _words(lexicon, "plot"))

    def holds(self, event: Event, match: Match, sentence: str) -> bool:
        """Whether the event happens in the story that is retold or in the stars, not in the world."""
        doer = event.actor if event.actor is not None else event.target
        if doer is not None:
            return doer in self.parts
        p = match.predicate
        return (p is None or not is_past(p)) and any(word in sentence for word in self.openers)


def _is_part(entity: Entity, chars: str, behind: tuple[str, ...], player: tuple[str, ...]) -> bool:
    rests = [chars[m.span.end : m.span.end + _LONGEST].lstrip("'’") for m in entity.mentions]
    if any(_names_player(rest, player) for rest in rests):
        return True
    if entity.kind is not Kind.PERSON:
        return False
    quoted = sum(_is_quoted(m, chars) for m in entity.mentions)
    return quoted * 2 > len(rests) or any(_calls_part(rest, behind) for rest in rests)


def _names_player(rest: str, player: tuple[str, ...]) -> bool:
    """차우진(박서연 분)은."""
    closes = _BRACKETS.get(rest[:1])
    return closes is not None and rest[1 : rest.find(closes)].endswith(tuple(f" {word}" for word in player))


def _calls_part(rest: str, behind: tuple[str, ...]) -> bool:
    """차우진 역을 맡은; not 역사."""
    return any(rest.startswith(f" {word}") and rest[len(word) + 1 : len(word) + 2] in _ENDS for word in behind)


def _is_quoted(mention: Mention, chars: str) -> bool:
    closes = _MARKS.get(chars[mention.span.start - 1 : mention.span.start])
    return closes is not None and chars[mention.span.end : mention.span.end + 1] == closes


@cache
def _words(lexicon: Lexicon, kind: str) -> tuple[str, ...]:
    return tuple(word for r in lexicon.all(Reference) if r.kind == kind for word in r.words)
