"""Which sum and which time an event carries: those that stand in its own clause, never a neighbour's."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sagwan.core.values import TimeType
from sagwan.extract.events.clause import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.span import Span
    from sagwan.extract.events.filling import Filling
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase
    from sagwan.extract.events.spot import Match


def amount_of(match: Match, filling: Filling, ground: Ground) -> int | None:
    """The index of the sum in the value role, else of one that belongs to the event's words or their objects."""
    value = filling.roles.get("value")
    if value is not None and (found := ground.money_in(value.span)) is not None:
        return found
    for a in _own(match):
        # A prize in the name of a tournament, a sum in what the sentence is about, are not paid here.
        if a.mark not in ("에서", "은", "의") or a in filling.roles.values():
            found = ground.money_in(a.span)
            if found is not None:
                return found
    return None


def time_of(match: Match, ground: Ground) -> int | None:
    """The index of the time in the event's clause, or of the one that its clause is told of (인수를 발표한 2월에,
    인수를 발표한 것은 2월이다); of several a point before a length of time (10일 하루 파업한다), and the nearest.
    """
    own = (ground.time_in(a.span) for a in _own(match))
    said = (ground.time_over(span.start, span.end) for span in _said_of(match))
    found = [time for time in chain(own, said) if time is not None]
    points = (time for time in found if ground.values.times[time].type is not TimeType.DURATION)
    return next(points, found[0] if found else None)


def _said_of(match: Match) -> Iterator[Span]:
    """The noun that the event's clause stands before, and what a copula sets equal to that noun."""
    noun = match.predicate.noun if match.predicate is not None and match.predicate.form == "adnominal" else None
    if noun is None:
        return
    if noun.mark or noun.comma:  # 발표한 4월 순위: what follows without a particle may be what was announced
        yield noun.span
    told = noun.owner.args if noun.owner is not None and noun.mark in TOPICS else []
    if any(a.mark == "이다" for a in told):
        yield from (a.span for a in told if a.mark in ("이다", "이"))  # 5월이었다, 5월이 처음이다


def _own(match: Match) -> Iterator[Phrase]:
    """The phrases of the event's clause and what modifies them, the nearest first."""
    args = match.predicate.args if match.predicate is not None else list(reversed(match.fellows))
    for a in args:
        yield a
        yield from a.modifiers
    if match.predicate is not None and match.predicate.noun is not None and match.predicate.noun in match.used:
        yield from match.predicate.noun.modifiers
