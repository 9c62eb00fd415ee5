"""The same event told again: two reports, one event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.core.event import Event


def join_same(events: Iterable[Event]) -> tuple[Event, ...]:
    """Point a later report at the first one of the same act.

    Two reports tell the same act where frame, actor and target are the same, actor or target is named, and
    neither amount, time nor denial speaks against it.
    """
    first: dict[tuple[str, str | None, str | None, bool], Event] = {}
    joined = []
    for event in sorted(events, key=lambda e: (e.span.start, e.span.end, e.frame)):
        key = (event.frame, event.actor, event.target, event.negated)
        known = first.setdefault(key, event) if event.actor or event.target else event
        same = known is not event and _agree(known.amount, event.amount) and _agree(known.time, event.time)
        joined.append(replace(event, same_as=known.id) if same else event)
    return tuple(joined)


def _agree(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other
