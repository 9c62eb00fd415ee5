"""All events of a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.core.entity import Entity
    from sagwan.core.event import Event
    from sagwan.core.statement import Statement
    from sagwan.extract.values.read import Values
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon


def read_events(
    passage: Passage,  # noqa: ARG001
    names: tuple[Entity, ...],  # noqa: ARG001
    values: Values,  # noqa: ARG001
    statements: tuple[Statement, ...],  # noqa: ARG001
    lexicon: Lexicon,  # noqa: ARG001
) -> tuple[Event, ...]:
    """Lay the lexicon's frames over the passage and say how each event stands."""
    return ()
