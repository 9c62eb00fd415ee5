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

from bench.values.convention import Convention, convention_of
from bench.values.periods import Period, ahead, last_moment, narrow, period, reach
from sagwan.core.values import Amount, Count, Money, Rank, Share, TimeType, When
from sagwan.extract.values import Values, read_ranks_in, read_values_in
from sagwan.extract.values.elapsed import AGE_UNITS, MOVED

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
    "개월": "month",
    "주": "week",
    "일": "day",
    "컵": "cup",
    "도": "degree",
    "mile/h": "mile per hour",
    "km/h": "kilometre per hour",
}
_TIGHT = frozenset(("measure", "ordinal"))
DIMENSIONS = {"count": "quantity", "measure": "dimension", "degree": "temperature", "number": "numeral"}
# The suites know a language's default only, where the reference day is not given.
DEFAULT_REFERENCE = "2016-11-07T00:00:00"
_FIGURES = re.compile(r"[\d/.-]+")
_LENGTH = re.compile(r"P(\d+)([YMWD])")
_LASTED, _BOUND = re.compile(r"[이가]? ?되"), re.compile(r" ?(?:이상|초과|이하|미만)\Z")
Row = dict[str, object]


def predict(case: Row) -> Row:
    """One line of predictions, written as the case's suite writes values."""
    text = str(case["text"])
    reference = datetime.fromisoformat(str(case.get("reference") or DEFAULT_REFERENCE)[:19])
    values = read_values_in(text, reference.date())
    convention = convention_of(str(case["suite"]), str(case["source"]))
    return {"id": case["id"], "out": list(rows(values, text, reference, convention))}


def rows(values: Values, text: str, reference: datetime, convention: Convention) -> Iterator[Row]:
    """One row a record; under `convention.numbers` one more for the number inside it, at its own place."""
    for money in values.money:
        if money.implied:  # no suite but the reader itself knows that 2.5억 is won: to them it is a number
            yield {"dim": "numeral", **_quantity(money, convention)}
            continue
        yield _money(money, text, convention)
    for share in values.shares:
        dim = "percent_point" if share.unit == "%p" else "percent"
        yield {"dim": dim, **_quantity(share, convention)}
    for count in values.counts:
        yield _count(count, convention)
    for score in values.scores:
        yield {"dim": "score", "value": [_number(score.left), _number(score.right)], "span": _span(score)}
    for time in values.times:
        yield from _time(time, text, reference, convention)
    for rank in read_ranks_in(text):
        yield _rank(rank)
    if convention.ranges:
        yield from _ranges(values)
    if convention.numbers:
        yield from _numbers(values, text)


def _quantity(record: Money | Share | Count, convention: Convention) -> Row:
    """Amount and span; where a suite leaves 이상 and "8 ~" out, the last number of the range in its own place."""
    row = _amount(record.amount)
    if "from" not in row:
        return {**row, "span": _span(record)}
    parts = record.reason.parts if record.reason else ()
    found = next((part.span for part in parts if part.rule == "수와 단위"), None)
    value = record.amount.value if record.amount.value is not None else record.amount.high
    if not convention.bounds and value is not None and found:
        return {"value": _number(value), "span": [found.start, found.end]}
    if not convention.ends:
        row = {key: value for key, value in row.items() if not key.endswith("_incl")}
    return {**row, "span": _span(record)}


def _money(money: Money, text: str, convention: Convention) -> Row:
    row: Row = {"dim": "money", "currency": money.currency, **_quantity(money, convention)}
    words = text[money.span.start : money.span.end]
    named = next((name for word, name in convention.moneys.items() if re.search(rf"[\d만억조] ?{word}\Z", words)), None)
    if named and money.amount.value is not None:
        row |= {"currency": named[0], "value": _number(money.amount.value * named[1])}
    return row


def _ranges(values: Values) -> Iterator[Row]:
    """Each bounded number as a range of numbers; between two numbers the second is out of it."""
    records: tuple[Money | Share | Count, ...] = (*values.money, *values.shares, *values.counts)
    for record in records:
        amount = record.amount
        rules = [part.rule for part in record.reason.parts] if record.reason else []
        if (amount.low is None and amount.high is None) or any(rule.endswith("대") for rule in rules):
            continue
        between = amount.value is None and not any("뒷말" in rule for rule in rules)
        yield {
            "dim": "number_range",
            **_amount(amount),
            "to_incl": _closed(amount, between=between),
            "span": _span(record),
        }


def _closed(amount: Amount, *, between: bool) -> bool | None:
    return None if amount.high is None else not (amount.high_open or between)


def _count(count: Count, convention: Convention) -> Row:
    if convention.shares and count.kind == "number" and count.amount.value is not None:
        return {"dim": "percent", "value": float(count.amount.value * 100), "span": _span(count)}
    row: Row = {"dim": DIMENSIONS.get(count.kind, count.kind), **_quantity(count, convention)}
    if count.kind in {"count", "measure", "age", "degree"}:
        row["unit"] = UNITS.get(count.unit, count.unit)
    return row


def _numbers(values: Values, text: str) -> Iterator[Row]:
    """The number inside each quantity, length of time and date in figures; a unit close behind it keeps it ("3km")."""
    records: tuple[Money | Count, ...] = (*values.money, *values.counts)
    for record in records:
        if isinstance(record, Count) and record.kind in {"number", "degree"}:
            continue
        if isinstance(record, Money) and record.implied:
            continue
        for part in record.reason.parts if record.reason else ():
            tight = isinstance(record, Count) and record.kind in _TIGHT and part.span and text[part.span.end] != " "
            if part.rule == "수" and part.span and record.amount.value is not None and not tight:
                number = _number(record.amount.value)
                yield {"dim": "numeral", "value": number, "span": [part.span.start, part.span.end]}
    for time in values.times:
        words = text[time.span.start : time.span.end]
        spelled = _spelled(time, words)
        if spelled:
            yield spelled
        elif time.type is TimeType.DURATION or _FIGURES.fullmatch(words):
            for found in re.finditer(r"\d+", words):
                start = time.span.start + found.start()
                yield {"dim": "numeral", "value": int(found[0]), "span": [start, start + len(found[0])]}


def _spelled(time: When, words: str) -> Row | None:
    """The number inside a length of time that is written in words: 이천이백년."""
    length = _LENGTH.fullmatch(time.value or "")
    number = next((p.span for p in time.reason.parts if p.rule == "수"), None) if time.reason else None
    if not length or not number or re.search(r"\d", words):
        return None
    return {"dim": "numeral", "value": int(length[1]), "span": [number.start, number.end]}


def _rank(rank: Rank) -> Row:
    span = _span(rank)
    if rank.relative_to == "start":
        return {"dim": "ordinal", "value": rank.offset + 1, "span": span}
    return {"dim": "ordinal", "relative_to": rank.relative_to, "offset": rank.offset, "span": span}


def _time(time: When, text: str, reference: datetime, convention: Convention) -> Iterator[Row]:
    """The one row of a time; none where its value is unknown."""
    span = _span(time)
    if time.type is TimeType.SET:
        yield {"dim": "set", "value": (time.value or "").removesuffix(":00"), "span": span}
    elif time.type is TimeType.DURATION:
        yield from _length(time, text, reference, convention)
    else:
        moved = time.reason is not None and time.reason.rule == MOVED
        value = _moved(time, reference, convention) if moved else time.value
        found = period(value, reference, convention.hours, last=convention.last) if value else None
        if found and convention.ahead and time.value and time.value.startswith("T"):
            found = ahead(found, text[slice(*span)], reference)
        if found:
            narrowed = narrow(found, time.mods, convention)
            yield _when(narrowed, span, ranged="/" in str(value) or narrowed != found)


def _moved(time: When, reference: datetime, convention: Convention) -> str | None:
    """What "2주 전" is to the suite: the unit, the day, or one grain finer than the unit."""
    if convention.moved == "unit" or time.known is None or time.value is None:
        return time.value
    if convention.moved == "finer":
        if time.value == time.known:
            return f"{time.known}T{reference.hour:02}:00"
        return time.known[:7] if time.value.isdigit() else time.known
    return time.known


def _length(time: When, text: str, reference: datetime, convention: Convention) -> Iterator[Row]:
    span = _span(time)
    age = _age(time, text) if convention.lasted else None
    if age:
        yield age
        return
    covered = reach(time, reference, convention)
    if covered and convention.point and "within" in time.mods and not text[span[1] :].lstrip().startswith("이내"):
        yield _when(last_moment(covered), span, ranged=False)
    elif covered:
        yield _when(covered, span, ranged=True)
    elif (time.low and time.high) or (convention.bounds and (time.low or time.high)):
        yield {"dim": "duration", "from": time.low, "to": time.high, "span": span}
    elif time.value or time.low or time.high:
        yield {"dim": "duration", "value": time.value or time.low or time.high, "span": span}


def _age(time: When, text: str) -> Row | None:
    """How old a thing is that has lasted so long: "500년 이상 되었다"; None where no 되다 follows."""
    length = _LENGTH.fullmatch(time.value or time.low or "")
    if not length or not _LASTED.match(text, time.span.end):
        return None
    start, end = _span(time)
    words = _BOUND.sub("", text[start:end])
    return {
        "dim": "age",
        "value": int(length[1]),
        "unit": UNITS[AGE_UNITS[length[2]]],
        "span": [start, start + len(words)],
    }


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
