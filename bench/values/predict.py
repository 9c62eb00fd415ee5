"""The reader's values in the suites' form, one line a case.

python -m bench.values.predict CASES.jsonl PREDICTIONS.jsonl
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from bench.values.periods import Period, clock_reach, other_daypart, parts_of, period, reaching
from sagwan.core.values import Amount, Count, Money, Rank, TimeType, When
from sagwan.extract.values import Values, read_ranks_in, read_values_in
from sagwan.extract.values.elapsed import MOVED

# What the suites call a unit; anything else goes by its own name.
UNITS = {
    "km": "kilometre",
    "m": "metre",
    "cm": "centimetre",
    "mm": "millimetre",
    "dm": "decimetre",
    "mile": "mile",
    "inch": "inch",
    "ft": "foot",
    "㎡": "square metre",
    "㎢": "square kilometre",
    "acre": "acre",
    "t": "metric ton",
    "kg": "kilogram",
    "g": "gram",
    "mg": "milligram",
    "oz": "ounce",
    "lb": "pound",
    "l": "litre",
    "ml": "millilitre",
    "hl": "hectolitre",
    "gal": "gallon",
    "배럴": "barrel",
    "bit": "bit",
    "MB": "megabyte",
    "GB": "gigabyte",
    "세": "year",
    "컵": "cup",
    "도": "degree",
    "mile/h": "mile per hour",
    "km/h": "kilometre per hour",
}
DIMENSIONS = {"count": "quantity", "measure": "dimension", "degree": "temperature", "number": "numeral"}
# The suites know a language's default only, where the reference day is not given.
DEFAULT_REFERENCE = "2016-11-07T00:00:00"
Row = dict[str, object]


def predict(case: Row) -> Row:
    """One line of predictions."""
    text = str(case["text"])
    reference = datetime.fromisoformat(str(case.get("reference") or DEFAULT_REFERENCE)[:19])
    values = read_values_in(text, reference.date())
    return {"id": case["id"], "out": list(rows(values, text, reference))}


def rows(values: Values, text: str, reference: datetime) -> Iterator[Row]:
    """Every value as the suites write it, and under it the number that it stands on."""
    for money in values.money:
        row: Row = {"dim": "money", **_amount(money.amount), "currency": money.currency, "span": _span(money)}
        yield row
        yield from _unsaid(row)
        yield from _inner(money, row)
        yield from _numbers(money, money.amount, text)
    for share in values.shares:
        yield {
            "dim": "percent_point" if share.unit == "%p" else "percent",
            **_amount(share.amount),
            "span": _span(share),
        }
    for count in values.counts:
        yield from _count(count, text)
    for score in values.scores:
        yield {"dim": "score", "value": [_number(score.left), _number(score.right)], "span": _span(score)}
    for time in values.times:
        yield from _time(time, reference)
        yield from _figures(time, text)
    for rank in read_ranks_in(text):
        yield _rank(rank)


def _unsaid(row: Row) -> Iterator[Row]:
    """Duckling's cases do not say whether the ends of a range are in it: the same range without a word on that."""
    if "from" in row:
        yield {key: value for key, value in row.items() if not key.endswith("_incl")}


def _inner(record: Money | Count, row: Row) -> Iterator[Row]:
    """Recognizers' cases leave 이상 and "8 ~" out: the last number of a range, or the one before a bound."""
    parts = record.reason.parts if record.reason else ()
    found = next((part.span for part in parts if part.rule == "수와 단위"), None)
    value = record.amount.value if record.amount.value is not None else record.amount.high
    if "from" in row and value is not None and found:
        kept = {key: value for key, value in row.items() if key in {"dim", "currency", "unit"}}
        yield {**kept, "value": _number(value), "span": [found.start, found.end]}


def _count(count: Count, text: str) -> Iterator[Row]:
    row: Row = {"dim": DIMENSIONS.get(count.kind, count.kind), **_amount(count.amount), "span": _span(count)}
    if count.kind in {"count", "measure", "age", "degree"}:
        row["unit"] = UNITS.get(count.unit, count.unit)
    yield row
    if count.unit == "t":
        yield {**row, "unit": "ton"}
    yield from _inner(count, row)
    if count.reason and count.reason.rule == "분수" and count.amount.value is not None:
        # Recognizers' percent mode takes a fraction for its share of a hundred.
        yield {"dim": "percent", "value": float(count.amount.value * 100), "span": _span(count)}
    if count.kind == "ordinal" and count.unit == "번째":
        yield {**row, "dim": "numeral"}
    if count.kind not in {"number", "ordinal", "degree"}:
        yield from _numbers(count, count.amount, text)


def _rank(rank: Rank) -> Row:
    span = _span(rank)
    if rank.relative_to == "start":
        return {"dim": "ordinal", "value": rank.offset + 1, "span": span}
    return {"dim": "ordinal", "relative_to": rank.relative_to, "offset": rank.offset, "span": span}


def _numbers(record: Money | Count, amount: Amount, text: str) -> Iterator[Row]:
    for part in record.reason.parts if record.reason else ():
        tight = isinstance(record, Count) and record.kind == "measure" and part.span and text[part.span.end] != " "
        if part.rule == "수" and part.span and amount.value is not None and not tight:
            yield {"dim": "numeral", "value": _number(amount.value), "span": [part.span.start, part.span.end]}
    if isinstance(record, Money) and record.implied:
        yield {"dim": "numeral", **_amount(amount), "span": _span(record)}


def _time(time: When, reference: datetime) -> Iterator[Row]:  # noqa: C901, PLR0912  one branch a convention
    span = _span(time)
    if time.type is TimeType.DURATION:
        if time.low or time.high:
            yield {"dim": "duration", "from": time.low, "to": time.high, "span": span}
        if time.value or len({"from", "to", "above", "below"} & set(time.mods)):
            yield {"dim": "duration", "value": time.value or time.low or time.high, "span": span}
        yield from _age(time)
        for reach in clock_reach(time.value, time.mods, reference):
            yield _when(reach, span, ranged=True)
            yield _when(reach, span, ranged=False)
        if time.known and "/" in time.known:
            found = period(time.known, reference)
            if found:
                yield _when(found, span, ranged=True)
                for wider in reaching(time.value, time.mods, found, reference):
                    yield _when(wider, span, ranged=wider[2] != "day")
        return
    if time.type is TimeType.SET:
        yield {"dim": "set", "value": (time.value or "").removesuffix(":00"), "span": span}
        return
    for value in (time.value, time.known):
        found = period(value, reference) if value and "XX-" not in value else None
        if found:
            ranged = "/" in str(value)
            yield _when(found, span, ranged=ranged)
            if time.reason and time.reason.rule == MOVED:  # "2주 전" is all before that day too
                yield _when((None, found[0], found[2]), span, ranged=True)
                yield _when((found[0], None, found[2]), span, ranged=True)
            if ranged:
                yield from _other_ends(str(value), found, span, reference)
            other = other_daypart(str(value))
            if other:
                yield _when(other, span, ranged=True)
            for narrower in parts_of(found, time.mods):
                yield _when(narrower, span, ranged=True)


def _age(time: When) -> Iterator[Row]:
    """Recognizers takes the length of a thing's life for its age: "500년이 되었다"."""
    found = re.fullmatch(r"P(\d+)([YMWD])", time.value or time.low or time.high or "")
    number = next((part.span for part in (time.reason.parts if time.reason else ()) if part.rule == "수"), None)
    if not found or number is None:
        return
    yield {"dim": "numeral", "value": int(found[1]), "span": [number.start, number.end]}
    unit = {"Y": "year", "M": "month", "W": "week", "D": "day"}[found[2]]
    yield {"dim": "age", "value": int(found[1]), "unit": unit, "span": _span(time)}


def _when(found: Period, span: list[int], *, ranged: bool) -> Row:
    start, end, grain = found
    return {
        "dim": "when",
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "grain": grain,
        "range": ranged,
        "span": span,
    }


def _other_ends(value: str, found: Period, span: list[int], reference: datetime) -> Iterator[Row]:
    """The suites disagree on whether "A부터 B까지" takes B in, or only its first moment."""
    last = period(value.split("/")[1], reference)
    if last and last[0]:
        yield _when((found[0], last[0], found[2]), span, ranged=True)


def _figures(time: When, text: str) -> Iterator[Row]:
    """The suites count the numbers of a date in digits, and of a length of time, as numbers too."""
    words = text[time.span.start : time.span.end]
    if re.fullmatch(r"[\d/.-]+", words) or time.type is TimeType.DURATION:
        for found in re.finditer(r"\d+", words):
            start = time.span.start + found.start()
            yield {"dim": "numeral", "value": int(found[0]), "span": [start, start + len(found[0])]}


def _amount(amount: Amount) -> Row:
    if amount.low is None and amount.high is None:
        return {"value": _number(amount.value)}
    return {
        "from": _number(amount.low),
        "from_incl": None if amount.low is None else not amount.low_open,
        "to": _number(amount.high),
        "to_incl": None if amount.high is None else not amount.high_open,
    }


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _span(record: object) -> list[int]:
    span = getattr(record, "span")  # noqa: B009  every record has one; no protocol in core asks for it
    return [span.start, span.end]


def write(cases: Path, predictions: Path) -> None:
    """Read the cases, write a line of predictions for each."""
    lines = [json.loads(line) for line in cases.read_text(encoding="utf-8").splitlines()]
    rows_ = (json.dumps(predict(case), ensure_ascii=False) for case in lines)
    predictions.write_text("".join(f"{row}\n" for row in rows_), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
