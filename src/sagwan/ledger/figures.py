"""The figures that stand in what somebody says: how long, how much, what share."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

_DURATION = re.compile(r"P(?:(?P<y>[\dX.]+)Y)?(?:(?P<m>[\dX.]+)M)?(?:(?P<w>[\dX.]+)W)?(?:(?P<d>[\dX.]+)D)?$")
_DAYS = {"y": Decimal(365), "m": Decimal(30), "w": Decimal(7), "d": Decimal(1)}
_SEVERAL = (Decimal(2), Decimal(9))  # 수년, 몇 달: more than one and told with one digit


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity between two bounds, both in it: `kind` is `duration` (in days), `money`, `share` or `count`; `unit`
    its currency, sign or counter.
    """

    kind: str
    unit: str
    low: Decimal
    high: Decimal
    quote: str


def figures(db: sqlite3.Connection, statements: Iterable[str]) -> Mapping[str, tuple[Figure, ...]]:
    """By the ids of these statements; one without figures is left out."""
    ids = json.dumps(sorted(set(statements)))
    found: dict[str, list[Figure]] = defaultdict(list)
    for table, unit, kind in (
        ("money", "v.currency", "money"),
        ("shares", "v.unit", "share"),
        ("counts", "v.unit", "count"),
    ):
        for id_, value, low, high, of, quote in db.execute(_inside(table, f"v.value, v.low, v.high, {unit}"), (ids,)):
            bounds = (low or value, high or value)
            if of is not None and None not in bounds:
                found[id_].append(Figure(kind, of, Decimal(bounds[0]), Decimal(bounds[1]), quote))
    rows = db.execute(_inside("times", "v.value, v.low, v.high, v.known", "v.type = 'duration'"), (ids,))
    for id_, value, low, high, known, quote in rows:
        for first, last in _lengths(value or low or known, value or high or known):
            found[id_].append(Figure("duration", "day", first, last, quote))
    return {id_: tuple(told) for id_, told in found.items()}


def _inside(table: str, columns: str, where: str = "true") -> str:
    return f"""SELECT s.id, {columns}, v.quote FROM json_each(?) j
      CROSS JOIN statements s ON s.id = j.value JOIN current c ON c.key = s.reading
      JOIN {table} v ON v.reading = s.reading AND v.article = s.article AND s.start <= v.start AND v.stop <= s.stop
      WHERE {where} ORDER BY c.page, s.article, s.n, v.n"""


def _lengths(low: str | None, high: str | None) -> Iterator[tuple[Decimal, Decimal]]:
    """The days of a duration, the bounds of a range; nothing where it is none."""
    ends = [_days(one) for one in (low, high) if one]
    if len(ends) == len((low, high)) and all(ends):
        yield ends[0][0], ends[1][1]


def _days(duration: str) -> tuple[Decimal, ...]:
    match = _DURATION.match(duration)
    if match is None or not any(match.groupdict().values()):
        return ()
    low = high = Decimal(0)
    for part, number in match.groupdict().items():
        if number is not None:
            few, many = _SEVERAL if "X" in number else (Decimal(number), Decimal(number))
            low, high = low + few * _DAYS[part], high + many * _DAYS[part]
    return low, high
