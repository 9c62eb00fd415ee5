"""Public holidays of Korea by year, with the days off given for those that fall on a Sunday (대체공휴일)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_GIVEN = ("대체 휴일", "임시공휴일")
_DAY = timedelta(days=1)


@cache
def days_off(year: int) -> Mapping[date, str]:
    """The official holidays of a year by their Korean names; those of years to come as far as they follow by law."""
    from holidays.countries.south_korea import SouthKorea  # noqa: PLC0415  a quarter of a second, for rare words

    official = SouthKorea(years=year, language="ko")  # type: ignore[no-untyped-call]
    return {day: name for day, name in official.items() if day.year == year}


def named_off(year: int, name: str) -> list[date]:
    """The days off of a year whose official name holds `name`."""
    return sorted(day for day, official in days_off(year).items() if name in official)


def stretched(first: date, last: date) -> tuple[date, date]:
    """A feast with the days off that are given right before and right behind it."""
    while _given(first - _DAY):
        first -= _DAY
    while _given(last + _DAY):
        last += _DAY
    return first, last


def _given(day: date) -> bool:
    return any(name in days_off(day.year).get(day, "") for name in _GIVEN)
