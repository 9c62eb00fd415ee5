"""How a record came to be: the derivation that `sagwan why` shows."""

from __future__ import annotations

from dataclasses import dataclass

from sagwan.core.span import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: the rule by the name a reader knows it by, the words it stood on, and the steps below it."""

    rule: str
    span: Span | None = None
    note: str | None = None
    parts: tuple[Reason, ...] = ()
