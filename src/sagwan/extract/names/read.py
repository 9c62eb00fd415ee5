"""All entities of a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.names.census import Census, hear, hear_titles
from sagwan.extract.names.entities import build
from sagwan.extract.names.holding import holdings
from sagwan.extract.names.knowledge import knowledge
from sagwan.extract.names.nominal import give_back_particles, rows
from sagwan.extract.names.places import boundaries
from sagwan.extract.names.unit import units

if TYPE_CHECKING:
    from sagwan.core.entity import Entity
    from sagwan.extract.names.holding import Holding
    from sagwan.extract.names.unit import Unit
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon


def read_names(passage: Passage, lexicon: Lexicon) -> tuple[Entity, ...]:
    """Find the mentions, tell their kinds, join them into entities and give these their roles."""
    known = knowledge(lexicon)
    chars = passage.text.chars
    starts, ends = boundaries(passage)
    census = Census()
    held: list[Holding] = []
    asides: list[tuple[int, list[Unit]]] = []
    for row in give_back_particles([r for s in passage.sentences for r in rows(chars, s, known)]):
        us = units(row.nominals, chars, ends, known)
        hear(census, us, chars, known)
        held.extend(holdings(us, known))
        if row.host is not None and us:
            asides.append((row.host, us))
    hear_titles(census, held, chars, known)
    return build(passage, census, held, asides, known, starts, ends)
