"""Days, months and feasts: arithmetic on the calendar and nothing about words."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from korean_lunar_calendar import KoreanLunarCalendar

from sagwan.extract.values.days_off import named_off, stretched

if TYPE_CHECKING:
    from sagwan.lexicon.schema.value import Holiday

MONDAY = 1


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day (30 February)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def months_on(at: date, by: int) -> date:
    """The same day `by` months on; the last of the month where that month is shorter."""
    count = at.year * 12 + at.month - 1 + by
    year, month = divmod(count, 12)
    return date(year, month + 1, min(at.day, calendar.monthrange(year, month + 1)[1]))


def monday(at: date) -> date:
    """The Monday of the week that `at` lies in (ISO 8601: weeks begin on Monday)."""
    return at - timedelta(days=at.isoweekday() - MONDAY)


def week_name(at: date) -> str:
    """The ISO week that a day lies in: `2025-W12`."""
    year, week, _ = at.isocalendar()
    return f"{year:04}-W{week:02}"


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The `nth` such weekday of a month (Monday 1 to Sunday 7), the last one for -1."""
    length = calendar.monthrange(year, month)[1]
    first = 1 + (weekday - date(year, month, 1).isoweekday()) % 7
    days = range(first, length + 1, 7)
    return date(year, month, days[nth - 1 if nth > 0 else nth]) if -1 <= nth <= len(days) and nth else None


@cache
def lunar(year: int, month: int, day: int) -> date | None:
    """The solar day of a day of the lunar calendar (음력); None outside 1000 to 2050, where the tables end."""
    table = KoreanLunarCalendar()
    if not table.setLunarDate(year, month, day, isIntercalation=False):
        return None
    return date.fromisoformat(table.SolarIsoFormat())


def feasts(holiday: Holiday, year: int) -> list[tuple[date, date]]:
    """The first and last day of each time that a feast falls in a year: once, but for days off (대체공휴일)."""
    if holiday.off:
        return [(day, day) for day in named_off(year, holiday.off)]
    month, day = map(int, (holiday.date or holiday.lunar or "01-01").split("-"))
    at = day_or_none(year, month, day) if holiday.date else lunar(year, month, day)
    if at is None:
        return []
    first, last = at - timedelta(days=holiday.before), at + timedelta(days=holiday.after)
    return [stretched(first, last) if holiday.stretch else (first, last)]
