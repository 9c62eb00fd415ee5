"""Atoms with a unit → money, shares and counts with their bounds."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.core.values import Amount, Count, Money, Share
from sagwan.extract.values.change import changes

if TYPE_CHECKING:
    from sagwan.extract.values.scan import Atom
    from sagwan.extract.values.vocabulary import Sense, Vocabulary
    from sagwan.korean.numeral import Numeral

_SPEEDS = {"hourly": "h", "secondly": "s"}
QUANTITIES = frozenset(("money", "share", "count", "measure", "age", "ordinal", "multiple", "degree"))
_SIGNED = frozenset(("degree", "share", "money", "measure", "number"))
RANGE = re.compile(r" ?[~∼～〜–—-] ?|(?:에서|부터) ?| 내지 ")
# 30%와 40% 사이: the word behind the second makes a range of the two.
_AND, _BETWEEN = re.compile(r"[와과] "), re.compile(r" ?사이(?!트|버|즈)")
# How far before a number its words may begin: "1인당 평균 약 영하 ".
REACH = 16


class Measured(NamedTuple):
    """A number with its unit and the words that bound it, before it becomes a record. `number` is its numeral's
    own place; `rules` name what was read around it.
    """

    start: int
    end: int
    amount: Amount
    sense: Sense
    unit: str
    number: Span
    core: Span
    per: str | None = None
    bound: str | None = None
    rules: tuple[str, ...] = ()


def measure(chars: str, atom: Atom, end: int, known: Vocabulary) -> Measured:
    """Read what stands around `atom`: 약 … 이상, 영하, 대, 당."""
    sense, numeral = atom.sense, atom.numeral
    if sense is None or numeral is None:
        raise ValueError("an atom without unit or number is no quantity")
    start, close, unit, per, bound = atom.start, atom.end, sense.unit, None, None
    if sense.kind == "ordinal" and chars[atom.start - 1 : atom.start] == "제":
        start -= 1
    rules: list[str] = []
    negative, approx = False, atom.more or (numeral.value is None and numeral.open)
    before = known.before.search(chars, max(0, atom.start - REACH), atom.start)
    if before:
        approx = approx or before["about"] is not None
        per = before["per"]
        rules += [f"앞말 {word.strip()}" for word in before.group("about", "limit", "sign") if word]
        start, negative, unit = _signed(before, start, unit, known, sense)
    amount = _amount(numeral, sense.factor, negative=negative, approx=approx)
    after = known.after.match(chars, atom.end, end) if atom.kind == "unit" else None
    if after and after.end() > atom.end:
        rules += [f"뒷말 {word.strip()}" for word in after.groups() if word]
        if after["bucket"] and amount.value is not None:
            close, amount = after.end("bucket"), bucket(amount)
        if after["bound"]:
            bound, close = known.does[after["bound"].strip()], after.end("bound")
            amount = bounded(amount, bound)
        if after["about"]:
            amount = replace(amount, approx=True)
    return Measured(
        start,
        close,
        amount,
        sense,
        unit,
        Span(atom.start, atom.number),
        Span(start, atom.end),
        per,
        bound,
        tuple(rules),
    )


def _signed(before: re.Match[str], start: int, unit: str, known: Vocabulary, sense: Sense) -> tuple[int, bool, str]:
    """Where the value begins with its sign, whether it is negative, and the scale of a temperature."""
    sign, scale = before["sign"], before["scale"]
    negative = False
    if sign and sense.kind in _SIGNED:
        does = known.does.get(sign.strip(), "minus")
        if does == "minus" or sense.kind == "degree":
            start, negative = before.start("sign"), does == "minus"
            unit = "C" if sense.kind == "degree" and sign.strip() not in {"-", "−"} else unit
    if scale and sense.kind == "degree":
        start, unit = before.start("scale"), "C" if known.does[scale.strip()] == "celsius" else "F"
    if scale and sense.kind == "measure" and known.does[scale.strip()] in _SPEEDS:
        start, unit = before.start("scale"), f"{unit}/{_SPEEDS[known.does[scale.strip()]]}"
    return start, negative, unit


def _amount(numeral: Numeral, factor: Decimal, *, negative: bool, approx: bool) -> Amount:
    if negative:
        factor = -factor
    if numeral.value is not None:
        return Amount(numeral.value if factor == 1 else numeral.value * factor, approx=approx)
    low, high = numeral.low, numeral.high
    return Amount(
        None,
        None if low is None else low * factor,
        None if high is None else high * factor,
        high_open=numeral.open,
        approx=True,
    )


def bucket(amount: Amount) -> Amount:
    """300억대 is 300억 and more, under 400억: one step of the lowest digit that is not 0."""
    value = amount.value
    if value is None:
        return amount
    step = Decimal(1).scaleb(_exponent(value))
    return Amount(value, value, value + step, high_open=True, approx=True)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def bounded(amount: Amount, bound: str) -> Amount:
    """The open range that 이상, 초과, 이하 or 미만 makes of a number."""
    value = amount.value
    if bound in {"from", "above"}:
        return Amount(value, value if value is not None else amount.low, None, bound == "above", approx=amount.approx)
    top = value if value is not None else amount.high
    return Amount(value, None, top, high_open=bound == "below", approx=amount.approx)


def joined(chars: str, left: Measured, right: Measured) -> Measured | None:
    """60만~75만원 or "50만원 이상 300만원 이하" as one range; None where the two are two values."""
    if left.sense.kind != right.sense.kind or left.unit != right.unit or left.end > right.start:
        return None
    gap = chars[left.end : right.start]
    a, b = left.amount, right.amount
    if (
        right.sense.factor != 1
        and left.sense.factor == 1
        and gap in {"", " "}
        and a.value is not None
        and b.value is not None
    ):
        whole = replace(a, value=a.value + b.value)
        return left._replace(end=right.end, amount=whole, rules=(*left.rules, "보조 단위"))
    if left.bound in {"from", "above"} and right.bound in {"to", "below"} and gap in {" ", ", ", ",", "~", " ~ ", "∼"}:
        amount = Amount(None, a.low, b.high, a.low_open, b.high_open, a.approx or b.approx)
    elif left.bound in {"to", "below"} and right.bound in {"from", "above"} and gap == ", ":
        amount = Amount(None, b.low, a.high, b.low_open, a.high_open, a.approx or b.approx)
    elif (
        left.bound is None
        and (RANGE.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.match(chars, right.end)))
        and not changes(chars, left.end, right.end)
        and a.value is not None
        and (b.value is not None or b.high is not None)
    ):
        top = b.high if b.high is not None else b.value
        if top is None or not a.value < top:
            return None
        amount = Amount(None, a.value, top, high_open=b.high_open, approx=a.approx or b.approx)
    else:
        return None
    number = Span(left.number.start, right.number.end)
    return Measured(
        left.start,
        right.end,
        amount,
        right.sense,
        right.unit,
        number,
        right.core,
        left.per,
        right.bound,
        (*left.rules, "범위", *right.rules),
    )


def money(m: Measured) -> Money:
    """A sum of money."""
    return Money(Span(m.start, m.end), m.amount, m.unit, per=m.per, reason=_reason("금액", m))


def count(m: Measured) -> Count:
    """A number of things, a measure, an age, a rank, a multiple or a temperature: `kind` tells which."""
    kind = m.sense.kind
    if m.unit == "대" and kind != "ordinal":
        ranged = m.amount.value is None
        if (kind == "age" or ranged) and (not ranged or (_is_decade(m.amount.low) and _is_decade(m.amount.high))):
            return Count(Span(m.start, m.end), _decade(m.amount), "세", "age", reason=_reason("연령대", m))
        kind = "count"  # 5~10대 are no ages
    return Count(Span(m.start, m.end), m.amount, m.unit, kind, reason=_reason("수량", m))


_DECADES = frozenset(map(Decimal, range(10, 100, 10)))


def _is_decade(number: Decimal | None) -> bool:
    return number is not None and number in _DECADES


def _decade(amount: Amount) -> Amount:
    """30대 is 30 and more, under 40; 20~30대 goes to under 40."""
    low = amount.value if amount.value is not None else amount.low
    top = amount.value if amount.value is not None else amount.high
    return Amount(None, low, None if top is None else top + 10, high_open=True)


def share(chars: str, m: Measured, end: int, known: Vocabulary) -> Share:
    """A share or a change, with its base and direction where they are written near by."""
    moved = known.moved.search(chars, m.end, min(end, m.end + 10))
    base = None
    for found in known.base.finditer(chars, max(0, m.start - 40), m.start):
        base = Span(found.start(), found.end("base"))
    direction = moved.lastgroup if moved and "," not in chars[m.end : moved.start()] else None
    return Share(Span(m.start, m.end), m.amount, m.unit, base, direction, _reason("비율", m))


def _reason(rule: str, m: Measured) -> Reason:
    number = Reason("수", m.number)
    if m.core.start > m.number.start or (m.bound and m.amount.value is not None):
        return Reason(
            rule, Span(m.start, m.end), m.sense.id, (number, Reason("수와 단위", m.core), *map(Reason, m.rules))
        )
    return Reason(rule, Span(m.start, m.end), m.sense.id, (number, *(Reason(r) for r in m.rules)))
