"""Who could stand in whose place: names of one kind and one walk of life, so that no change is odd on its face."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.lexicon.schema.name import Ending
from sagwan.lexicon.schema.title import Title

if TYPE_CHECKING:
    from sagwan.core.entity import Entity
    from sagwan.lexicon import Lexicon


def alike(one: Entity, other: Entity, lexicon: Lexicon) -> bool:
    """Whether both are of one kind and share a walk of life, or neither shows any: a minister for a minister, a court
    for a court.
    """
    if one.kind is not other.kind:
        return False
    here, there = walks(one, lexicon), walks(other, lexicon)
    return bool(here & there) or here == there


def walks(entity: Entity, lexicon: Lexicon) -> frozenset[str]:
    """The fields of a person's titles; what the end of an organisation's name says that it is."""
    if entity.kind is Kind.PERSON:
        fields = _fields(lexicon)
        return frozenset(f for role in entity.roles for f in _ends(role.title, fields))
    return frozenset(_ends(entity.name, _sorts(lexicon)))


def _ends(words: str, known: dict[str, str]) -> tuple[str, ...]:
    """What the longest known end of the words says."""
    return next(((known[words[n:]],) for n in range(len(words)) if words[n:] in known), ())


@cache
def _fields(lexicon: Lexicon) -> dict[str, str]:
    return {word: title.field for title in lexicon.all(Title) for word in title.words}


@cache
def _sorts(lexicon: Lexicon) -> dict[str, str]:
    return {word: ending.id for ending in lexicon.all(Ending) if ending.kind == Kind.ORG for word in ending.words}
