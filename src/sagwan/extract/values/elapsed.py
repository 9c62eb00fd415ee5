"""Lengths of time as records: by themselves, reaching over days, or moving a day."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.core.values import Amount, Count, TimeType, When
from sagwan.extract.values import duration as durations
from sagwan.extract.values.calendar import months_on, week_name
from sagwan.extract.values.resolve import NO_DAY

if TYPE_CHECKING:
    from datetime import date

    from sagwan.extract.values.duration import Duration
    from sagwan.extract.values.vocabulary import Vocabulary

UNKNOWN, NO_LENGTH, NO_CLOCK, NO_SUCH_DAY = "알 수 없음", "길이를 알 수 없음", "시각을 알 수 없음", "달력을 벗어남"
MOVED = "기간을 더하거나 뺌"
THAN = re.compile(r"(?:이|그)보다 ?\Z")
_BOUNDS = re.compile(r" ?(이상|초과|이하|미만)(?![가-힣]*준)")
_BOUND = {"이상": "from", "초과": "above", "이하": "to", "미만": "below"}
_CLOCK = frozenset("HmS")
# The calendar that Python counts in ends at the year 9999; farther moves are no dates.
_FARTHEST_MONTHS, _FARTHEST_DAYS = 12 * 1500, 500_000


AGE_UNITS = {"Y": "세", "M": "개월", "W": "주", "D": "일"}
_BORN_REACH = 8


def age(length: Duration, chars: str, end: int, known: Vocabulary) -> Count | None:
    """생후 8개월, 태어난 지 십 개월, 6개월 된 아기: a length of time that is somebody's age; None where it is none."""
    unit = AGE_UNITS.get(next(iter(length.parts), ""))
    if unit is None or len(length.parts) > 1 or length.high is not None:
        return None
    born = known.born.search(chars, max(0, length.start - _BORN_REACH), length.start)
    if not born and not known.aged.match(chars, length.end, end):
        return None
    span = Span(length.start, length.end)
    amount = Amount(Decimal(next(iter(length.parts.values()))), approx=length.more)
    return Count(span, amount, unit, "age", Reason("나이", span))


def plain(length: Duration, chars: str, end: int, base: date | None, way: str | None) -> When:
    """A length of time; where 지난, 앞으로 or 안에 says which way it lies, `known` gives the days from `base`."""
    mods = ("approx",) if length.more or length.vague else ()
    number = (Reason("수", Span(length.start, length.number)),) if length.number > length.start else ()
    span = Span(length.start, length.end)
    if length.vague and length.high is None:
        unknown = Reason("기간", span, NO_LENGTH)
        return When(span, TimeType.DURATION, None, length.vague, NO_LENGTH, mods, reason=unknown)
    low, high = None, None
    bound = _BOUNDS.match(chars, length.end, end)
    if length.high is not None:
        low, high = length.iso, durations.iso(length.high)
    elif bound:
        over = _BOUND[bound[1]] in {"from", "above"}
        low, high = (length.iso, None) if over else (None, length.iso)
        mods, span = (*mods, _BOUND[bound[1]]), Span(length.start, bound.end())
    ranged = low is not None or high is not None
    known = None if ranged or way is None else _reaching(length, base, way)
    mods = (*mods, way) if way and not ranged else mods
    value = None if ranged else length.iso
    reason = Reason("기간", span, parts=number)
    return When(span, TimeType.DURATION, value, known, mods=mods, low=low, high=high, reason=reason)


def _reaching(length: Duration, base: date | None, way: str) -> str | None:
    """The days that "지난 3년", "앞으로 이틀" or "2주 안에" reach over, both ends in it."""
    if way == "this" or base is None or not _CLOCK.isdisjoint(length.parts):
        return None
    at = _moved(base, length, -1 if way == "past" else 1)
    if at is None:
        return None
    if way == "past":
        return f"{at}/{base - timedelta(days=1)}"
    if way == "within":
        return f"{base}/{at - timedelta(days=1)}"
    return f"{base + timedelta(days=1)}/{at}"


def moved(length: Duration, close: int, way: int, base: date | None) -> tuple[When, date | None]:
    """3년 전, 이틀 뒤: a date as coarse as the unit, with the day exactly so far away in `known`; and that day
    where it is meant to the day, for what follows to lean on.
    """
    span = Span(length.start, close)
    at = None
    if base is None:
        unknown = NO_DAY
    elif length.vague or length.high is not None:
        unknown = NO_LENGTH
    elif not _CLOCK.isdisjoint(length.parts):
        unknown = NO_CLOCK
    else:
        unknown, at = NO_SUCH_DAY, _moved(base, length, way)
    if at is None:
        reason = Reason(MOVED, span, unknown)
        return When(span, TimeType.DATE, None, None, unknown, reason=reason), None
    unit = list(length.parts)[-1]
    coarse = {"Y": f"{at.year:04}", "M": f"{at.year:04}-{at.month:02}", "W": week_name(at)}
    reason = Reason(MOVED, span, f"{base}에서 {length.iso}")
    found = When(span, TimeType.DATE, coarse.get(unit, at.isoformat()), at.isoformat(), reason=reason)
    return found, at if unit == "D" else None


def _moved(base: date, length: Duration, way: int) -> date | None:
    months = int(length.parts.get("Y", 0) * 12 + length.parts.get("M", 0)) * way
    days = int(length.parts.get("W", 0) * 7 + length.parts.get("D", 0)) * way
    if abs(months) > _FARTHEST_MONTHS or abs(days) > _FARTHEST_DAYS:
        return None
    try:
        return months_on(base, months) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
