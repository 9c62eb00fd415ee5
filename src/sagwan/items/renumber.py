"""Another number in a number's place: as long and as round, or one that the article has of the same unit elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sagwan.extract.values import read_values_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

Known = Mapping[str, tuple[Decimal, ...]]
"""The numbers that an article has, by their units, from the smallest to the largest."""

_NONE: Known = MappingProxyType({})
_COUNTED = frozenset({"count", "measure"})
_STEPS, _DRAWS, _SEVERAL = 60, 12, 3
# 1,250 and 3.5; 71억4000 of 71억4000만 is one number too, and changed as a whole.
_WRITTEN = re.compile(r"\d[\d,]*(?:[조억만]\s?\d[\d,]*)+|\d[\d,]*(?:\.\d+)?")
_SCALES = {"만": 4, "억": 8, "조": 12}
# Between which numbers a month and a day lie; a year stays near.
_CALENDAR = {"월": (Decimal(1), Decimal(12)), "일": (Decimal(1), Decimal(28)), "년": (None, None)}
_YEAR = re.compile(r"(\d{4})년")
_YEARS = 6


class _Range(NamedTuple):
    """Between which numbers another must lie, and those of its unit that the article has."""

    least: Decimal | None
    most: Decimal | None
    known: tuple[Decimal, ...]
    year: bool


def other_number(words: str, rng: Random, known: Known = _NONE) -> str | None:
    """The words with one number changed.

    Where `known` has several numbers of its unit, it stays between the least and the most of them (no 22번 홀).
    """
    places = tuple(_numbers(words))
    return _renumbered(words, rng.choice(places), rng, known) if places else None


def other_values(words: str, rng: Random, count: int, known: Known = _NONE) -> tuple[str, ...]:
    """So many different values near the one that the words write, none equal to it."""
    places = tuple(_numbers(words))
    found: dict[str, None] = {}
    for _ in range(count * _DRAWS if places else 0):
        new = _renumbered(words, rng.choice(places), rng, known)
        if new is not None:
            found.setdefault(new)
        if len(found) == count:
            break
    return tuple(found)


def _numbers(words: str) -> Iterator[tuple[int, int]]:
    values = read_values_in(words)
    exact = [
        *(m.span for m in values.money if m.amount.value is not None),
        *(s.span for s in values.shares if s.amount.value is not None),
        *(c.span for c in values.counts if c.amount.value is not None and c.kind in _COUNTED and c.unit),
        *(t.span for t in values.times if t.type.value in ("date", "duration") and t.part_of is None),
    ]
    for span in exact:
        if re.search(r"\d", words[span.start : span.end]):
            yield span.start, span.end


def _renumbered(words: str, place: tuple[int, int], rng: Random, known: Known) -> str | None:
    """The words with another number at the place; one that stands in them already is no other."""
    start, end = place
    written = _WRITTEN.search(words[start:end])
    if written is None:
        return None
    behind = words[start + written.end() : end]
    new = _other(written[0], behind, rng, _range(behind, known))
    if new is None:
        return None
    rest = words[: start + written.start()], words[start + written.end() :]
    again = any(re.search(rf"(?<!\d){new}{re.escape(behind)}", part) for part in rest)
    other = new.join(rest)
    return None if again or (_in_order(words) and not _in_order(other)) else other


def _in_order(words: str) -> bool:
    """Whether its years follow one another: nothing lasts from 2020 to 2019."""
    years = _YEAR.findall(words)
    return years == sorted(years)


def _range(behind: str, known: Known) -> _Range:
    unit = next((unit for unit in _CALENDAR if behind.startswith(unit)), "")
    there = known.get(behind.strip(), ())
    least, most = (there[0], there[-1]) if len(there) >= _SEVERAL else _CALENDAR.get(unit, (None, None))
    return _Range(least, most, there, unit == "년")


def _other(digits: str, behind: str, rng: Random, within: _Range) -> str | None:
    """A number of the same length, one of the article's or a fifth to a half away."""
    parts = _parts(digits, behind)
    point = len(digits.partition(".")[2])
    n = sum(int(re.sub(r"[,.]", "", part)) * 10**scale for part, scale in parts)
    near = [v for v in (int(k * 10**point) for k in within.known) if n != v and n <= 2 * v <= 4 * n]
    reach = _YEARS if within.year else min(n // 2, 2 * max((abs(v - n) for v in near), default=n))
    drawn = near if near and not point and rng.randrange(2) else _near(n, rng, reach, 1 if within.year else _step(n))
    fit = [
        o
        for o in drawn
        if (not point or o % 10)
        and o > (not point)
        and len(str(o)) == len(str(n))
        and (within.least is None or within.least * 10**point <= o)
        and (within.most is None or o <= within.most * 10**point)
    ]
    return _as_written(rng.choice(fit), parts, digits, point) if fit else None


def _parts(digits: str, behind: str) -> list[tuple[str, int]]:
    """71억4000 before 만: 71 with four zeros more than its last part, 4000."""
    pieces = re.split(r"([조억만])\s?", digits)
    scales = [_SCALES[mark] for mark in pieces[1::2]] + [_SCALES.get(behind[:1], 0)]
    return [(part, scale - scales[-1]) for part, scale in zip(pieces[::2], scales, strict=True)]


def _step(n: int) -> int:
    """What it is a round number of: 10 for 240, 1000 for 5000."""
    return next(step for step in (1000, 100, 10, 1) if n % step == 0) if n else 1


def _near(n: int, rng: Random, reach: int, step: int) -> list[int]:
    """Numbers as round as this, evenly over the range where it holds more than a few: nine digits have millions."""
    most = max(3, reach // step)
    ways = range(max(1, most // 3), most + 1)
    steps = ways if len(ways) <= _STEPS else sorted(rng.sample(ways, _STEPS))
    return [n + sign * k * step for k in steps for sign in (1, -1)]


def _as_written(n: int, parts: list[tuple[str, int]], digits: str, point: int) -> str | None:
    """The number in the writing of the other: its commas, its point, its 억 and 만; None where a part would be 0."""
    if point:
        whole, rest = divmod(n, 10**point)
        return f"{_grouped(whole, digits)}.{rest:0{point}d}"
    marks = [*re.findall(r"[조억만]\s?", digits), ""]
    written = ""
    for (_, scale), mark in zip(parts, marks, strict=True):
        part, n = divmod(n, 10**scale)
        if not part:
            return None
        written += _grouped(part, digits) + mark
    return written


def _grouped(n: int, digits: str) -> str:
    return f"{n:,}" if "," in digits else str(n)
