"""What a speaker does by saying it, told by the reporting words and by the form of the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.statement import Stance

if TYPE_CHECKING:
    from sagwan.core.span import Span
    from sagwan.extract.statements.attribute import Scene
    from sagwan.extract.statements.unit import Unit


def stance_of(scene: Scene, unit: Unit, span: Span) -> Stance:
    """The stance of one statement."""
    cue = unit.reporting.cue if unit.reporting else None
    if cue is not None:
        return Stance(cue.stance)
    return Stance(unit.noun.stance) if unit.noun else Stance.ASSERT
