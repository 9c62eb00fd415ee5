"""All entities of a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.core.entity import Entity
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon


def read_names(passage: Passage, lexicon: Lexicon) -> tuple[Entity, ...]:  # noqa: ARG001
    """Find the mentions, tell their kinds, join them into entities and give these their roles."""
    return ()
