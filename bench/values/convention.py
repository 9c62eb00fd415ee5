"""What each suite calls a thing that can be said in two ways; one answer to each question, chosen by the suite alone.

The reader gives one record for a stretch of text. A convention says how a suite writes that record down; it never adds
a second reading of it. Recognizers and Duckling run a model of numbers by itself, so under their conventions the number
inside a sum, a measure or a length of time is a row of its own, with its own span.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Hours = Mapping[str, tuple[float, float]]

NEWS_HOURS = {
    "MO": (8, 12),
    "AM": (8, 12),
    "PM": (12, 16),
    "EV": (16, 20),
    "NI": (20, 24),
    "DW": (0, 6),
    "DT": (10, 16),
    "NN": (12, 14),
}
# Recognizers lets the night end a second before the next day begins.
RECOGNIZERS_HOURS = {**NEWS_HOURS, "NI": (20, 24 - 1 / 3600)}
DUCKLING_HOURS = {**NEWS_HOURS, "MO": (4, 12), "EV": (18, 24), "NI": (18, 24)}


@dataclass(frozen=True, slots=True)
class Convention:
    """`numbers`: the number inside a quantity is a row too. `ends`: a range says whether its ends are in it.
    `bounds`: 이상 makes a range of a number; else its number stands alone. `hours` of the parts of a day.
    `reach`: "지난 2주" is its length, the days (or hours) that it covers, or the whole weeks before this one.
    `opens`: what 이후 leaves of a period: nothing changed, open from its end, or open from its start.
    `parts`: 초 and 말 narrow a period to a half. `moved`: "2주 전" is the week that holds the day, the day, or one
    grain finer than its unit. `last`: "A부터 B까지" takes B in; else it ends where B begins. `point`: "5분 안에" is
    its last moment (only 이내 is a stretch of time). `ahead`: a bare clock time is the next such moment.
    `ranges`: a model of ranges runs by itself, so that a bounded number is a row there too. `lasted`: a length of time
    that a thing has lasted (500년 되었다) is its age. `shares`: a fraction is written as a percentage. `moneys`: what
    the suite calls the money of a word that has no ISO code of its own, and how many of it make a base unit.
    """

    numbers: bool = False
    ends: bool = True
    bounds: bool = True
    reach: Literal["length", "days", "units"] = "length"
    opens: Literal["no", "end", "start"] = "no"
    parts: bool = False
    moved: Literal["unit", "day", "finer"] = "unit"
    last: bool = True
    point: bool = False
    ahead: bool = False
    ranges: bool = False
    lasted: bool = False
    shares: bool = False
    moneys: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    hours: Hours = field(default_factory=lambda: NEWS_HOURS)


NEWS = Convention()
CONVENTIONS = {
    "news-ko": NEWS,
    "duckling-ko": Convention(
        numbers=True,
        ends=False,
        reach="units",
        opens="start",
        moved="finer",
        point=True,
        ahead=True,
        hours=DUCKLING_HOURS,
    ),
    "recognizers-ko": Convention(
        numbers=True,
        bounds=False,
        reach="days",
        opens="end",
        parts=True,
        moved="day",
        last=False,
        point=True,
        ranges=True,
        lasted=True,
        moneys={"프랑": ("FRANC", 1), "펜스": ("PENNY-GBP", 100), "페니": ("PENNY", 100)},
        hours=RECOGNIZERS_HOURS,
    ),
}
# The one option of a model that its cases are written under: percentages for fractions.
_PERCENT_MODE = "PercentModelPercentMode.json"


def convention_of(suite: str, source: str) -> Convention:
    """The convention that the cases of a suite, and of one of its files, are written by."""
    found = CONVENTIONS.get(suite, NEWS)
    return replace(found, shares=True) if source.endswith(_PERCENT_MODE) else found
