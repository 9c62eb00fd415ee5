"""ISO 8601 as the reader writes it → half-open ranges with their grain, as the suites compare them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sagwan.extract.values.calendar import months_on

_MONTHS = {"Q": 3, "H": 6}
_DAYPARTS = {
    "MO": (8, 12),
    "AM": (8, 12),
    "PM": (12, 16),
    "EV": (16, 20),
    "NI": (20, 24),
    "DW": (0, 6),
    "DT": (10, 16),
    "NN": (12, 14),
}
Period = tuple[datetime | None, datetime | None, str]
# Duckling's own hours of the day; Recognizers' stand above.
_OTHER_DAYPARTS = {"MO": (4, 12), "EV": (18, 24), "NI": (18, 24)}
_CLOCK = re.compile(r"P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")
_WEEK, _WEEKEND_DAY = 7, 5


def period(value: str, reference: datetime) -> Period | None:
    """Start, end (exclusive) and grain of an ISO value; a bare time of day lies on the reference day."""
    if "/" in value:
        first, last = value.split("/")
        a, b = (_edge(v, reference) for v in (first, last))
        if a is None or b is None:
            return None
        grain = b[2] if b[2] != "day" or last != ".." else a[2]
        end = b[0] if grain in {"hour", "minute", "second"} else b[1]
        if end is not None and a[0] is not None and end <= a[0] and "T" in value:
            end += timedelta(hours=12) if end + timedelta(hours=12) > a[0] else timedelta(days=1)
        return a[0], end, grain
    if "T" in value:
        return _time(value, reference)
    days = _days(value)
    if days is None:
        return None
    return _at(days[0]), _at(days[1]), days[2]


def parts_of(found: Period, mods: tuple[str, ...]) -> Iterator[Period]:
    """The narrower and the open periods that 초, 중순, 말, 이후, 이전 and 부터 may mean; the suites take one each."""
    start, end, grain = found
    if start is None or end is None:
        return
    days = (end - start).days
    if "after" in mods:
        yield (end if grain not in {"minute", "second"} else start), None, grain
        yield start, None, grain
    if "before" in mods:
        yield None, start, grain
    if "since" in mods:
        yield start, None, grain
    if days in {7, *range(28, 32), 365, 366}:
        middle = (
            start + timedelta(days=3)
            if days == _WEEK
            else start.replace(day=16)
            if days < 32
            else start.replace(month=7)
        )
        if "start" in mods:
            yield start, middle, grain
        if "end" in mods:
            yield middle, end, grain
        if "mid" in mods and days in range(28, 32):
            yield start.replace(day=10), start.replace(day=21), grain


def reaching(value: str | None, mods: tuple[str, ...], found: Period, reference: datetime) -> Iterator[Period]:
    """Other readings of "지난 2주" and "2주 안에": whole weeks, months or years; the last day alone."""
    number = re.fullmatch(r"P(\d+)([YMWD])", value or "")
    start, end, _ = found
    if "within" in mods and end:
        yield end, end + timedelta(days=1), "day"
    if not number or start is None:
        return
    count, unit = int(number[1]), number[2]
    today = reference.date()
    if unit not in "WMY":
        return
    first, last = (-count, 0) if "past" in mods else (1, 1 + count)
    yield _at(_edge_of(today, unit, first)), _at(_edge_of(today, unit, last)), "day "


def _edge_of(today: date, unit: str, count: int) -> date:
    """The first day of the week, month or year so many away from today's."""
    if unit == "W":
        return today - timedelta(days=today.weekday()) + timedelta(days=_WEEK * count)
    first = today.replace(day=1) if unit == "M" else today.replace(month=1, day=1)
    return months_on(first, count * (12 if unit == "Y" else 1))


def clock_reach(value: str | None, mods: tuple[str, ...], reference: datetime) -> Iterator[Period]:
    """The hours that "지난 3분" or "5시간 이내" reach over, counted from the suites' own clock."""
    found = _CLOCK.fullmatch(value or "")
    if not found or not {"past", "future", "next", "within"} & set(mods):
        return
    days, hours, minutes, seconds = (int(n or 0) for n in found.groups())
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    grain = "second" if seconds else "minute" if minutes else "hour"
    start, end = (reference - length, reference) if "past" in mods else (reference, reference + length)
    yield start, end, grain
    yield end, end + timedelta(minutes=1), "minute"
    whole = reference.replace(second=0, microsecond=0)
    whole = whole.replace(minute=0) if grain == "hour" else whole
    step = timedelta(**{f"{grain}s": 1})
    yield (whole - length, whole, grain) if "past" in mods else (whole + step, whole + step + length, grain)


def other_daypart(value: str) -> Period | None:
    """A part of the day by Duckling's hours."""
    day, _, part = value.partition("T")
    if not day or part not in _OTHER_DAYPARTS:
        return None
    first, last = _OTHER_DAYPARTS[part]
    base = _at(date.fromisoformat(day))
    return base + timedelta(hours=first), base + timedelta(hours=last), "hour"


def _edge(value: str, reference: datetime) -> Period | None:
    return (None, None, "day") if value == ".." else period(value, reference)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  the suites' clock has no zone


def _time(value: str, reference: datetime) -> tuple[datetime, datetime, str] | None:
    day, clock = value.split("T")
    base = _at(date.fromisoformat(day)) if day else reference.replace(hour=0, minute=0, second=0, microsecond=0)
    if clock in _DAYPARTS:
        first, last = _DAYPARTS[clock]
        return base + timedelta(hours=first), base + timedelta(hours=last), "hour"
    numbers = [int(n) for n in clock.split(":")]
    grain = "second" if len(numbers) > 2 else "minute"
    start = base + timedelta(hours=numbers[0], minutes=numbers[1], seconds=numbers[2] if len(numbers) > 2 else 0)
    return start, start + timedelta(**{f"{grain}s": 1}), grain


def _days(value: str) -> tuple[date, date, str] | None:  # noqa: PLR0911  one form of ISO 8601 a branch
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value)
        return day, day + timedelta(days=1), "day"
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        start = monday + timedelta(days=_WEEKEND_DAY) if found[3] else monday
        return start, monday + timedelta(days=_WEEK), "day" if found[3] else "week"
    if found := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        length = _MONTHS[found[2]]
        start = date(int(found[1]), (int(found[3]) - 1) * length + 1, 1)
        return start, months_on(start, length), "quarter" if length == 3 else "month"
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[found[2]]
        start = date(int(found[1]), first, 1)
        return start, months_on(start, 3), "month"
    if re.fullmatch(r"\d{4}-\d\d", value):
        start = date(int(value[:4]), int(value[5:]), 1)
        return start, months_on(start, 1), "month"
    if found := re.fullmatch(r"(\d+)(X*)", value):
        size = 10 ** len(found[2])
        year = int(found[1]) * size
        if not 1 <= year <= 9999 - size:
            return None
        return date(year, 1, 1), date(year + size, 1, 1), "year"
    return None
