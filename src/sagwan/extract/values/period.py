"""What two times say about each other, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.values.phrase import LEVELS
from sagwan.extract.values.resolve import NOON, clock_of

if TYPE_CHECKING:
    from sagwan.extract.values.phrase import Phrase

_AFTER_NOON = frozenset(("PM", "EV"))
_LAST_LEVEL = 99


def recurring(period: str, phrase: Phrase) -> str:
    """TIMEX of what comes back: `XXXX-WXX-1` for Mondays, `XXXX-04-15`, `T15:00`; the period where no more is said."""
    parts, value = phrase.parts, ""
    if "weekday" in parts:
        value = f"XXXX-WXX-{parts['weekday']}"
    elif "month" in parts:
        value = f"XXXX-{parts['month']:02}" + (f"-{parts['day']:02}" if "day" in parts else "")
    elif "day" in parts:
        value = f"XXXX-XX-{parts['day']:02}"
    return value + (clock_of(phrase) or "") or period


def inherit(phrase: Phrase, before: Phrase) -> None:
    """Give a later phrase the larger parts that it leaves out."""
    if phrase.toward is None:
        phrase.toward = before.toward
    smallest = min((LEVELS[u] for u in (*phrase.parts, *phrase.shifts)), default=_LAST_LEVEL)
    if phrase.holiday is not None:
        smallest = min(smallest, LEVELS["holiday"])
    for unit, value in before.parts.items():
        if LEVELS[unit] < smallest and not (unit == "weekday" and "day" in before.parts):
            phrase.parts.setdefault(unit, value)
    for unit, shift in before.shifts.items():
        if LEVELS[unit] < smallest and unit not in phrase.parts:
            phrase.shifts.setdefault(unit, shift)
    hours = before.parts.get("hour", 24), phrase.parts.get("hour", 0)
    if (
        phrase.daypart is None
        and before.daypart
        and hours[0] < hours[1]
        and not (hours[1] == NOON and before.daypart != "NI")
    ):
        phrase.daypart = before.daypart


def lend_back(phrase: Phrase, later: Phrase) -> bool:
    """What the end of a period says about its beginning: "5월부터 2020년 10월", "1시부터 오후 3시"."""
    dated = "year" in phrase.parts or "year" in phrase.shifts
    if "year" in later.parts and "month" in phrase.parts and not dated:
        phrase.parts["year"] = later.parts["year"]
        return True
    earlier = phrase.parts.get("hour", 24) < later.parts.get("hour", 0)
    if later.daypart in _AFTER_NOON and phrase.daypart is None and earlier:
        phrase.daypart = later.daypart
        return True
    return False
