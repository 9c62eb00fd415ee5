"""Where friends become foes, or foes friends: the act from which the sign of a tie is another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.views.times import days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.views.cited import Cited
    from sagwan.views.ties.signed import Signed

# One deed or two words are the least that a side of a turn stands on.
_LEAST = 2
# On each side of a turn three quarters of the weight have one sign.
_CLEAR = 3, 4


@dataclass(frozen=True, slots=True)
class Turn:
    """`sign` is the sign from here on, 1 or -1; `at` the ISO day of the act that `evidence` tells."""

    at: str
    sign: int
    evidence: Cited


def turns(told: Sequence[Signed]) -> tuple[Turn, ...]:
    """The turns of one tie, the earliest first. Acts without a day of any kind turn nothing."""
    dated = sorted(
        ((day, one) for one in told if (day := day_of(one)) is not None),
        key=lambda pair: (pair[0], pair[1].act.evidence.place.address, pair[1].act.evidence.start),
    )
    return tuple(_split(dated))


def day_of(one: Signed) -> str | None:
    """The first day of an act's own time, else the day of its first report."""
    own = days(one.act.at) if one.act.at else None
    return own[0] if own else one.told.place.published


def _split(dated: list[tuple[str, Signed]]) -> list[Turn]:
    """The cut that parts the two signs best, then the cuts within its sides."""
    weights = [one.act.weight for _, one in dated]
    best, at = 0, 0
    for n in range(1, len(dated)):
        gain = abs(sum(weights[:n])) + abs(sum(weights[n:]))
        if dated[n - 1][0] < dated[n][0] and gain > best and _turned(weights[:n], weights[n:]):
            best, at = gain, n
    if not best:
        return []
    day, one = dated[at]
    turn = Turn(day, 1 if sum(weights[at:]) > 0 else -1, one.act.evidence)
    return [*_split(dated[:at]), turn, *_split(dated[at:])]


def _turned(before: list[int], after: list[int]) -> bool:
    opposite = sum(before) * sum(after) < 0
    return opposite and all(_clear(side) for side in (before, after))


def _clear(side: list[int]) -> bool:
    whole, most = sum(map(abs, side)), (sum(map(abs, side)) + abs(sum(side))) // 2
    times, of = _CLEAR
    return whole >= _LEAST and most * of >= whole * times
