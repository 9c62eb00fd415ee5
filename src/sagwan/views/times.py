"""How exactly an ISO 8601 / TIMEX3 time is told, and the days on which it starts and ends."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_SHAPES = (
    ("minute", re.compile(r"\d{4}-\d{2}-\d{2}T")),
    ("day", re.compile(r"\d{4}-\d{2}-\d{2}$")),
    ("week", re.compile(r"\d{4}-W\d{2}$")),
    ("month", re.compile(r"\d{4}-\d{2}$")),
    ("quarter", re.compile(r"\d{4}-Q[1-4]$")),
    ("half", re.compile(r"\d{4}-H[12]$")),
    ("season", re.compile(r"\d{4}-(SP|SU|FA|WI)$")),
    ("year", re.compile(r"\d{4}$")),
)
# Months of the year that these parts cover, the first and the last; a winter begins in the year that names it.
_MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
_MONTHS |= {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12)}


@lru_cache(maxsize=16384)  # a ledger tells the same few days over and over
def precision(value: str | None) -> str | None:
    """`minute day week month quarter half season year`, `period` of an interval; None of what is no point in time."""
    if value is None:
        return None
    if "/" in value:
        return "period" if any(precision(end) for end in value.split("/")) else None
    return next((name for name, shape in _SHAPES if shape.match(value)), None)


@lru_cache(maxsize=16384)
def days(value: str) -> tuple[str, str] | None:
    """The first and the last day that a time covers, ISO 8601; None of what is no point in time.

    An end that is open (`..`) takes the other end's day.
    """
    if "/" in value:
        ends = [found for end in value.split("/") if (found := days(end))]
        return (ends[0][0], ends[-1][1]) if ends else None
    try:
        return _days(value)
    except ValueError:  # such as a day that its month does not have
        return None


def _days(value: str) -> tuple[str, str] | None:
    match precision(value):
        case "minute" | "day":
            day = date.fromisoformat(value[:10]).isoformat()
            return day, day
        case "week":
            monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
            return monday.isoformat(), (monday + timedelta(6)).isoformat()
        case "month":
            return _months(value[:4], int(value[5:]), int(value[5:]))
        case "quarter" | "half" | "season":
            return _months(value[:4], *_MONTHS[value[5:]])
        case "year":
            return _months(value, 1, 12)
    return None


def _months(year: str, first: int, last: int) -> tuple[str, str]:
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(int(year), last)[1]:02}"


@lru_cache(maxsize=16384)
def ordinal(day: str) -> int:
    """The number of an ISO 8601 day; those of two days tell how far they lie apart."""
    return date.fromisoformat(day).toordinal()


def day_before(day: str) -> str:
    """The day before an ISO 8601 day."""
    return (date.fromisoformat(day) - timedelta(1)).isoformat()


def fits(known: str | None, value: str) -> bool:
    """Whether the parts that are known of a time (`XXXX-12-23`) are those of a fully known one."""
    if known is None or len(known) > len(value) or "X" not in known:
        return False
    return all(part in ("X", told) for part, told in zip(known, value, strict=False))


def agree(one: str | None, other: str | None) -> bool:
    """Whether two times may be one, told more or less exactly; what is unknown agrees with all."""
    left, right = days(one) if one else None, days(other) if other else None
    return left is None or right is None or (left[0] <= right[1] and right[0] <= left[1])
