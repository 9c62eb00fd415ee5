"""What is known about who is the same: sounds that transliterations exchange, titles that one person holds, rules."""

from __future__ import annotations

from sagwan.lexicon.schema.entry import Entry


class Sound(Entry, frozen=True, kw_only=True):
    """Letters (자모) that two spellings of one foreign name may exchange, and at what cost.

    `forms` are exchanged for each other; "" stands for nothing. `cost` is between 0 (no difference) and 1 (a
    different letter). Each of `examples` is two spellings joined by "=", of `not_examples` two names by "≠".
    """

    forms: tuple[str, ...]
    cost: float


class Office(Entry, frozen=True, kw_only=True):
    """Titles that one person at a time holds, so that one name with such a title is one person."""

    words: tuple[str, ...]


class Seat(Entry, frozen=True, kw_only=True):
    """Bodies that speak for a state: whoever holds a post at one of `names` stands with those of the `state` itself."""

    state: str
    names: tuple[str, ...]


class IdentityRule(Entry, frozen=True, kw_only=True):
    """A rule by which two sightings are taken for one: its name for readers, and how sure it is."""

    label: str
    confidence: float
