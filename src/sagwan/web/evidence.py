"""The fields of a record as a reader goes on from them: names lead to dossiers, ids to records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.statement import Found
from sagwan.lexicon.schema.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.views.facts import Fact
    from sagwan.views.index.open import Index
    from sagwan.views.why import Why

_FOUND = re.compile(rf"(.+) \(({'|'.join(one.value for one in Found)})\)", re.DOTALL)
_NAMES = frozenset({"speaker", "candidates", "about", "actor", "target", "source", "behalf", "addressee", "name"})
_RECORDS = frozenset({"responds_to", "repeats", "reverses", "statement", "same_as"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field: what it says, in words of the text where it has some, and how that was `found` unless it is written
    there. `names`: what it says as names that have a dossier; `record`: the record it means.
    """

    name: str
    value: str
    words: str | None
    found: str | None
    names: tuple[str, ...]
    record: str | None


def fields(why: Why, index: Index) -> Iterator[Field]:
    """The fields of a record, without the places in which somebody is named: the article shows those."""
    yield from (_field(fact, index) for fact in why.facts if fact.name != "mention")


def _field(fact: Fact, index: Index) -> Field:
    if fact.name == "frame":
        label = next((one.label for one in index.lexicon.all(Frame) if one.id == fact.value), fact.value)
        return Field(fact.name, label, None, None, (), None)
    said = _FOUND.fullmatch(fact.value)
    value, found = said.groups() if said else (fact.value, None)
    words = fact.words if fact.words != value else None
    record = value if fact.name in _RECORDS else None
    parts = tuple(value.split(", ")) if fact.name in _NAMES else ()
    names = parts if all(index.known(part) for part in parts) else ()
    return Field(fact.name, value, words, found, names, record)
