"""Entities in the making: mentions gathered by place, roles gathered by holder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.core.entity import Kind
    from sagwan.core.span import Span
    from sagwan.extract.names.holding import Holding


@dataclass(eq=False, slots=True)
class Draft:
    """One entity so far: its surfaces by place, and its titles with the place of each title's organisation."""

    name: str
    kind: Kind
    rule: str
    spans: dict[Span, str] = field(default_factory=dict)
    titles: dict[Span, str] = field(default_factory=dict)
    roles: list[tuple[Holding, Span | None]] = field(default_factory=list)

    @property
    def first(self) -> Span:
        """Its first mention by name."""
        return min(self.spans)

    def last_before(self, at: int) -> int:
        """Where it was last named before `at`; -1 where it was not."""
        return max((s.start for s in self.spans if s.start < at), default=-1)


@dataclass(slots=True)
class Roster:
    """All entities of an article so far."""

    by_name: dict[str, Draft] = field(default_factory=dict)
    by_place: dict[Span, Draft] = field(default_factory=dict)
    _taken: set[int] = field(default_factory=set)

    def mention(self, draft: Draft, span: Span, surface: str) -> None:
        """Put a mention by name down; characters that are taken stay with whom they are."""
        characters = range(span.start, span.end)
        if self._taken.isdisjoint(characters):
            self._taken.update(characters)
            self.by_name.setdefault(draft.name, draft)
            self.by_place[span] = draft
            draft.spans[span] = surface

    def give(self, span: Span, one: Draft, other: Draft) -> None:
        """Say that what stands at `span` means `other`, with the titles that stand with it there."""
        other.spans[span] = one.spans.pop(span)
        self.by_place[span] = other
        other.roles += [r for r in one.roles if _stands_at(r[0], span)]
        one.roles = [r for r in one.roles if not _stands_at(r[0], span)]
        if not one.spans:
            del self.by_name[one.name]

    def of(self, kind: Kind) -> list[Draft]:
        """Those of one kind, in the order in which they were first put down."""
        return [d for d in self.by_name.values() if d.kind is kind]


def _stands_at(h: Holding, span: Span) -> bool:
    return any(name[0].start == span.start for name in h.people)
