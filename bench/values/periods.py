"""ISO 8601 as the reader writes it → half-open ranges with their grain, as the suites compare them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bench.values.convention import Convention, Hours
from sagwan.core.values import When
from sagwan.extract.values.calendar import months_on

_MONTHS = {"Q": 3, "H": 6}
Period = tuple[datetime | None, datetime | None, str]
_CLOCK = re.compile(r"P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")
_CLOCKED, _WAYS = frozenset(("hour", "minute", "second")), frozenset(("past", "future", "next", "within"))
_WEEK, _WEEKEND_DAY, _NOON = 7, 5, 12
_DAYPART = re.compile(r"오전|오후|아침|저녁|새벽|낮|밤|[AaPp]")


def period(value: str, reference: datetime, hours: Hours, *, last: bool = True) -> Period | None:
    """Start, end (exclusive) and grain of an ISO value; a bare time of day lies on the reference day."""
    if "/" in value:
        opening, closing = value.split("/")
        a, b = (_edge(v, reference, hours) for v in (opening, closing))
        if a is None or b is None:
            return None
        grain = b[2] if b[2] != "day" or closing != ".." else a[2]
        end = b[0] if grain in _CLOCKED or not last else b[1]
        if end is not None and a[0] is not None and end <= a[0] and "T" in value:
            end += timedelta(hours=12) if end + timedelta(hours=12) > a[0] else timedelta(days=1)
        return a[0], end, grain
    if "T" in value:
        return _time(value, reference, hours)
    days = _days(value)
    if days is None:
        return None
    return _at(days[0]), _at(days[1]), days[2]


def narrow(found: Period, mods: tuple[str, ...], convention: Convention) -> Period:
    """The period that 초, 중순, 말, 이후 and 이전 leave of a larger one."""
    start, end, grain = found
    if start is None or end is None:
        return found
    if convention.parts:
        start, end, grain = _half(start, end, grain, mods)
    if convention.opens != "no":
        if "after" in mods:
            return (end if convention.opens == "end" and grain not in _CLOCKED else start), None, grain
        if "before" in mods:
            return None, start, grain
        if "since" in mods:
            return start, None, grain
    return start, end, grain


def ahead(found: Period, words: str, reference: datetime) -> Period:
    """The next moment at which a clock shows the time: of twelve hours where no part of the day is named."""
    start, end, grain = found
    if start is None or end is None or start >= reference:
        return found
    half = start.hour < _NOON and not _DAYPART.search(words) and start + timedelta(hours=_NOON) >= reference
    later = timedelta(hours=_NOON) if half else timedelta(days=1)
    return start + later, end + later, grain


def last_moment(covered: Period) -> Period:
    """The moment at which "5분 안에" and "2주 내" run out."""
    _, end, grain = covered
    if end is None:
        return covered
    clocked = grain in _CLOCKED
    return end, end + (timedelta(minutes=1) if clocked else timedelta(days=1)), "minute" if clocked else "day"


def _half(start: datetime, end: datetime, grain: str, mods: tuple[str, ...]) -> tuple[datetime, datetime, str]:
    if grain == "hour":
        middle = start + timedelta(hours=round((end - start).total_seconds() / 3600) // 2)
        return (
            (start, middle, grain)
            if "start" in mods
            else (middle, end, grain)
            if "end" in mods
            else (start, end, grain)
        )
    days = (end - start).days
    month = days in range(28, 32)
    if not (month or days == _WEEK or days in {365, 366}):
        return start, end, grain
    middle = start + timedelta(days=3) if days == _WEEK else start.replace(day=16) if month else start.replace(month=7)
    if "start" in mods:
        return start, middle, grain
    if "end" in mods:
        return middle, end, grain
    return (start.replace(day=10), start.replace(day=21), grain) if "mid" in mods and month else (start, end, grain)


def reach(time: When, reference: datetime, convention: Convention) -> Period | None:
    """What "지난 2주", "5분 안에" cover, where the suite asks for that and not for their length."""
    if convention.reach == "length" or not _WAYS & set(time.mods):
        return None
    whole = convention.reach == "units" and "within" not in time.mods
    clocked = _clock_reach(time.value, time.mods, reference, whole=whole)
    if clocked:
        return clocked
    number = re.fullmatch(r"P(\d+)([YMW])", time.value or "")
    if convention.reach == "units" and number and "within" not in time.mods:
        count = int(number[1])
        first, last = (-count, 0) if "past" in time.mods else (1, 1 + count)
        today = reference.date()
        return _at(_edge_of(today, number[2], first)), _at(_edge_of(today, number[2], last)), "day"
    return period(time.known, reference, convention.hours) if time.known and "/" in time.known else None


def _clock_reach(value: str | None, mods: tuple[str, ...], reference: datetime, *, whole: bool) -> Period | None:
    """The hours, minutes or seconds from now on or up to now; `whole` ones only where the suite counts so."""
    found = _CLOCK.fullmatch(value or "")
    if not found:
        return None
    days, hours, minutes, seconds = (int(n or 0) for n in found.groups())
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    grain = "second" if seconds else "minute" if minutes else "hour"
    now = reference
    if whole:
        now = now.replace(second=0, minute=0 if grain == "hour" else now.minute)
        if "past" not in mods:
            now += timedelta(**{f"{grain}s": 1})
    return (now - length, now, grain) if "past" in mods else (now, now + length, grain)


def _edge_of(today: date, unit: str, count: int) -> date:
    """The first day of the week, month or year so many away from today's."""
    if unit == "W":
        return today - timedelta(days=today.weekday()) + timedelta(days=_WEEK * count)
    first = today.replace(day=1) if unit == "M" else today.replace(month=1, day=1)
    return months_on(first, count * (12 if unit == "Y" else 1))


def _edge(value: str, reference: datetime, hours: Hours) -> Period | None:
    return (None, None, "day") if value == ".." else period(value, reference, hours)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001  the suites' clock has no zone


def _time(value: str, reference: datetime, hours: Hours) -> tuple[datetime, datetime, str] | None:
    day, clock = value.split("T")
    base = _at(date.fromisoformat(day)) if day else reference.replace(hour=0, minute=0, second=0, microsecond=0)
    if clock in hours:
        first, last = hours[clock]
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
