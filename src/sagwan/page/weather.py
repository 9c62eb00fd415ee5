"""The weather strip of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from sagwan.core.page import Weather, WeatherReading
from sagwan.core.span import Span
from sagwan.page.cues import Cues
from sagwan.page.lines import Line

_DEGREES = r"(?P<temp>[-−–]?\d{1,2}(?:\.\d)?)\s?(?:℃|°C|ºC|˚C|°|도)"


_DEGREE = re.compile(r"\d\s?[℃°º˚도]")
_STATION_LINE = 40


@cache
def _forms(skies: str) -> tuple[re.Pattern[str], ...]:
    sky, station = rf"(?P<sky>{skies})", r"(?P<station>[가-힣]{2,6}?)"
    lead = r"^[\s•·*\-]*"
    return (
        re.compile(rf"{lead}{sky}\s*{station}\s+{_DEGREES}$"),
        re.compile(rf"{lead}{station}\s+{sky}\s*{_DEGREES}$"),
        re.compile(rf"{lead}{station}\s*[:|]?\s*{_DEGREES}\s*[,|/]?\s*{sky}$"),
    )


def reading(line: Line, cues: Cues) -> WeatherReading | None:
    """The reading that is the whole line ("흐림동두천 2.0℃", "서울 맑음 4.5℃"), if it is one."""
    if len(line.chars) > _STATION_LINE or not _DEGREE.search(line.chars):
        return None
    for form in _forms(cues.skies):
        found = form.match(line.chars)
        if found:
            span = Span(line.start + min(found.start("sky"), found.start("station")), line.end)
            temp = Decimal(found["temp"].replace("−", "-").replace("–", "-"))
            return WeatherReading(found["station"], found["sky"], temp, span)
    return None


def is_source(line: Line, cues: Cues) -> bool:
    """Whether the line names who supplied the readings and nothing else."""
    return line.tight in cues.weather_sources


def weather_of(readings: Iterable[WeatherReading], sources: Iterable[Line]) -> Weather | None:
    """The strip as a whole; None where no station is read."""
    found = tuple(readings)
    source = next((s.chars.strip("•· ").removesuffix("제공").strip() for s in sources), None)
    return Weather(source, found) if found else None
