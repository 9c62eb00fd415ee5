"""A statement in the making: what is read in its sentence, before the sentences are held against each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.core.ids import content_id

if TYPE_CHECKING:
    from sagwan.core.reason import Reason
    from sagwan.core.span import Span
    from sagwan.core.statement import Stance
    from sagwan.extract.statements.scene import Scene, Speaker
    from sagwan.extract.statements.unit import Unit


@dataclass(slots=True)
class Draft:
    """One piece of speech with its sentence's `number` and everything found so far.

    `turned`: this sentence, or the one before where nobody speaks in it, says that the speaker changed position.
    """

    unit: Unit
    scene: Scene
    speaker: Speaker
    span: Span
    number: int
    stance: Stance
    answers: bool = False
    alone: bool = False
    turned: bool = False
    fallback: Speaker | None = None
    about: tuple[str, ...] = ()
    addressee: str | None = None
    channel: str | None = None
    channel_span: Span | None = None
    time: int | None = None
    responds_to: Draft | None = None
    repeats: Draft | None = None
    reverses: Draft | None = None
    parts: list[Reason] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What is said."""
        return self.scene.stream.chars[self.span.start : self.span.end]

    @property
    def speaker_id(self) -> str | None:
        """The entity that speaks, if it is one."""
        return self.speaker.source.entity if self.speaker.source else None

    @property
    def who(self) -> str | None:
        """Something that is equal for one speaker's statements: the entity, else the label."""
        source = self.speaker.source
        return (source.entity or source.label) if source else None

    def ident(self, text_id: str) -> str:
        """The statement's id: its text, kind and place."""
        return content_id("statement", text_id, self.unit.speech, self.span.start, self.span.end)
