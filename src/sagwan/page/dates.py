"""Dates on a page's furniture: the day it was seen, and the day its article came out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sagwan.core.page import Published
from sagwan.core.span import Span
from sagwan.page.cues import Cues
from sagwan.page.lines import Line

_DATE = re.compile(
    r"(?<!\d)(?<!\d[.\-/])(?P<year>(?:19|20)?\d\d)\s?(?:[.\-/]|년)\s?(?P<month>\d{1,2})\s?(?:[.\-/]|월)\s?(?P<day>\d{1,2})(?!\d)\s?[.일]?"
    r"\s?(?:[(\[]?[월화수목금토일](?:요일)?[)\]]?(?![가-힣]))?"
    r"(?:[\s,T(]{0,2}(?P<half>오전|오후|AM|PM|am|pm)?\s?(?P<hour>\d{1,2})(?::|시\s?)(?P<minute>\d{2})분?(?::\d{2})?초?)?"
    r"(?:\s?(?P<late>AM|PM|am|pm))?"
)
_NOON = 12
# Between a word and its date stand a colon, a bar or a bracket, nothing more.
_GAP = re.compile(r"[\s:：|·\]\[(>=-]{0,4}")


@dataclass(frozen=True, slots=True)
class Dated:
    """A calendar day at its place, the minute where it is given, and what the word beside it says of it:
    `published`, `modified`, or None where no such word stands there.
    """

    day: str
    clock: str | None
    span: Span
    kind: str | None


def dates(line: Line, cues: Cues) -> Iterator[Dated]:
    """The days that a line gives in full, each with the stamp word right before it ("입력 2031.04.02 18:20")."""
    for found in _DATE.finditer(line.chars[:300]):
        day = _day(found)
        if day:
            span = Span(line.start + found.start(), line.start + found.start() + len(found[0].rstrip()))
            kind = _kind_before(line.chars, found.start(), cues) or _kind_behind(line.chars, found.end(), cues)
            yield Dated(day, _clock(found), span, kind)


def without_dates(chars: str) -> str:
    """The line's other words."""
    return _DATE.sub(" ", chars)


def published(found: list[Dated]) -> Published | None:
    """The first day of publication; one that is only known to be of a change is no more than inferred from."""
    for dated in found:
        if dated.kind != "modified":
            return Published(dated.day, "stated", dated.span, dated.clock)
    return Published(found[0].day, "inferred", found[0].span, found[0].clock) if found else None


def _day(found: re.Match[str]) -> str | None:
    """The ISO day; a year of two digits is one of this century, and only a date where the time of day follows."""
    year = int(found["year"])
    if len(found["year"]) == len("31"):
        if found["hour"] is None or len(found["month"] + found["day"]) < len("0402"):
            return None
        year += 2000
    try:
        return date(year, int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None


def _clock(found: re.Match[str]) -> str | None:
    if found["hour"] is None:
        return None
    hour, half = int(found["hour"]), (found["half"] or found["late"] or "").lower()
    if half in {"오후", "pm"} and hour < _NOON:
        hour += _NOON
    elif half in {"오전", "am"} and hour == _NOON:
        hour = 0
    return f"{hour:02}:{found['minute']}" if hour < 24 and int(found["minute"]) < 60 else None  # noqa: PLR2004


def _kind_before(chars: str, at: int, cues: Cues) -> str | None:
    head = chars[max(0, at - 16) : at]
    kind = None
    for word in cues.stamp.finditer(head):
        if _GAP.fullmatch(head, word.end()):
            kind = _kind(word[0], cues)
    return kind


def _kind_behind(chars: str, at: int, cues: Cues) -> str | None:
    """The word behind its date, as agencies write it ("2031/04/02 18:20 송고"); not one that has a date of its own."""
    word = cues.stamp.match(chars, at + (chars[at : at + 1] == " "))
    if word is None or _DATE.match(chars, _GAP.match(chars, word.end()).end()):  # type: ignore[union-attr]
        return None
    return _kind(word[0], cues)


def _kind(word: str, cues: Cues) -> str:
    return "modified" if word in cues.modified else "published"
