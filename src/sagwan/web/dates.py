"""A time as a reader reads it: as exactly as it is told, and no more exactly."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sagwan.views.times import precision

if TYPE_CHECKING:
    from sagwan.web.words import Words

_WEEKDAYS = "월화수목금토일"


def newspaper_day(day: str | None, language: str = "ko") -> str:
    """A day as a masthead gives it: 2027년 5월 20일 목요일. What is no full day is given back as it is."""
    try:
        at = date.fromisoformat(day or "")
    except ValueError:
        return day or ""
    if language == "ko":
        return f"{at.year}년 {at.month}월 {at.day}일 {_WEEKDAYS[at.weekday()]}요일"
    return f"{at:%A}, {at.day} {at:%B %Y}"


def told_time(value: str, words: Words) -> str:
    """An ISO 8601 / TIMEX3 time: days stay as they are (2027-05-20), what is vaguer is said in words (2027년 2분기)."""
    kind = precision(value)
    if kind == "minute":
        return _of_day(value, words)
    if kind == "period":
        return " – ".join(told_time(end, words) if precision(end) else "" for end in value.split("/"))
    return value if kind in (None, "day") else _part_of_year(value[:4], kind, value[5:], words)


def _part_of_year(year: str, kind: str | None, rest: str, words: Words) -> str:
    """A year, or what part of it is told: `02`, `Q3`, `H2`, `W07`, `WI`."""
    if kind == "half":
        return words("time.first_half" if rest == "H1" else "time.second_half", year=year)
    if kind == "season":
        return words("time.season", year=year, season=words(f"time.{rest.lower()}"))
    number = rest.lstrip("QW")
    return words(f"time.{kind}", year=year, n=int(number)) if number else words("time.year", year=year)


def _of_day(value: str, words: Words) -> str:
    """A day with its hour, or with the part of the day that is told."""
    day, _, hour = value.partition("T")
    part = f"time.{hour[:2].lower()}"
    return f"{day} {words(part) if hour[:2].isalpha() else hour[:5]}"
