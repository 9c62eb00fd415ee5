"""Forms that ask to reckon: 환율, 증감률, 몇 배. All from sums and shares that the article writes."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.items.model import Comes, Form, Item, Option
from sagwan.items.propose.material import CHOICES
from sagwan.items.propose.values import exact_values
from sagwan.items.wording import stem
from sagwan.lexicon.schema.item import Move
from sagwan.lexicon.schema.value import Currency

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sagwan.items.propose.material import Material

_ROUND = Context(prec=4)
_TWO = Context(prec=2)
# How far the wrong results lie from the right one: apart from it and from each other, on both sides.
_FACTORS = ("0.64", "0.76", "0.88", "1.12", "1.24", "1.36")
_TIMES = ("0.5", "0.65", "0.8", "1.25", "1.5", "1.8", "2.2")
_SLIP = Decimal("0.1")
_LEAST, _MOST = Decimal("1.3"), Decimal(30)


def ratios(of: Material) -> Iterator[Item]:
    """몇 배: two sums of one currency that one sentence tells."""
    text = stem(of.lexicon, "stem.sum_ratio").text
    sums = {money.span: (n, money) for n, money in enumerate(of.source.records.money)}
    told = [(sentence, *sums[value.span]) for sentence, value in exact_values(of) if value.span in sums]
    for one, other in pairwise(told):
        (low_in, low_n, low), (high_in, high_n, high) = sorted(
            (one, other), key=lambda t: t[2].amount.value or Decimal(0)
        )
        if low_in != high_in or (low.currency, low.per) != (high.currency, high.per) or not low.amount.value:
            continue
        ratio = _ROUND.divide(high.amount.value or Decimal(0), low.amount.value)
        values = [_TWO.plus(ratio), *_beside(of, ratio)]
        if _LEAST <= ratio <= _MOST and len(set(values)) == CHOICES:
            where = f"money:{high_n}", f"money:{low_n}"
            options = [
                Option(f"약 {v.normalize():f}배", Comes(of.source.address, "ratio", *where, v, _TWO.prec))
                for v in values
            ]
            asked = text if high.span.start < low.span.start else text.translate({ord("㉠"): "㉡", ord("㉡"): "㉠"})
            box = (_marked(of, high_in, sorted((high.span, low.span), key=lambda span: span.start)),)
            yield of.item(Form.SUM, asked, options, box, rank=_reckoned)


def _beside(of: Material, ratio: Decimal) -> list[Decimal]:
    """So many wrong ratios, the nearest below it and above it; of the larger sum to the smaller none is below 1."""
    near = [_TWO.multiply(ratio, Decimal(f)) for f in _TIMES]
    below, above = [v for v in near if 1 < v < ratio], [v for v in near if v > ratio]
    fewer = of.rng.randint(0, min(len(below), CHOICES - 1))
    return [*below[len(below) - fewer :], *above[: CHOICES - 1 - fewer]]


def _marked(of: Material, sentence: Span, values: Sequence[Span]) -> str:
    """The sentence with the first of the values marked ㉠, the second ㉡."""
    chars, at = of.source.text.chars, sentence.start
    parts: list[str] = []
    for mark, value in zip("㉠㉡", values, strict=True):
        parts += [chars[at : value.start], mark, " "]
        at = value.start
    return "".join((*parts, chars[at : sentence.end]))


def _reckoned(option: Option) -> Decimal:
    return option.claim.value if isinstance(option.claim, Comes) else Decimal(0)


def rates(of: Material) -> Iterator[Item]:
    """환율: one sum in two currencies."""
    text = stem(of.lexicon, "stem.sum_rate").text
    names: dict[str, str] = {}
    for entry in of.lexicon.all(Currency):
        if entry.words and not entry.minor:
            names.setdefault(entry.code, entry.words[0])
    seen = _rates(of)
    for n, second in enumerate(of.source.records.money):
        first = of.source.records.money[second.same_as] if second.same_as is not None else None
        if first is None or not first.amount.value or not second.amount.value or second.currency != "KRW":
            continue
        name = names.get(first.currency or "")
        if name is None or first.currency == "KRW" or first.amount.value >= second.amount.value:
            continue
        rate = _ROUND.divide(second.amount.value, first.amount.value)
        if not all(abs(other - rate) <= rate * _SLIP for other in seen[first.currency or ""]):
            continue
        box = f"{of.source.text.cut(first.span)} = {'약 ' if second.amount.approx else ''}"
        box += of.source.text.cut(second.span)
        told = [(f"약 {_written(v)}원", v) for v in (rate, *_wrong(of, rate))]
        ways = [
            Option(t, Comes(of.source.address, "rate", f"money:{n}", f"money:{second.same_as}", v, 4)) for t, v in told
        ]
        yield of.item(Form.SUM, text.replace("{name}", f"1{name}"), ways, (box,), rank=_reckoned)


def _rates(of: Material) -> dict[str, list[Decimal]]:
    """Every rate that the article implies, by currency: where they disagree one of its sums is a slip of the pen."""
    found: dict[str, list[Decimal]] = {}
    for second in of.source.records.money:
        first = of.source.records.money[second.same_as] if second.same_as is not None else None
        if first is not None and first.amount.value and second.amount.value and first.currency != second.currency:
            found.setdefault(first.currency or "", []).append(second.amount.value / first.amount.value)
    return found


def changes(of: Material) -> Iterator[Item]:
    """증감률: the value before it moved."""
    text = stem(of.lexicon, "stem.sum_change").text
    moves = {word: entry.way for entry in of.lexicon.all(Move) for word in entry.words}
    for n, share in enumerate(of.source.records.shares):
        sentence = of.source.sentence_of(share.span)
        sums = [
            (m, money)
            for m, money in enumerate(of.source.records.money)
            if sentence is not None and sentence.covers(money.span) and money.amount.value
        ]
        if sentence is None or len(sums) != 1 or share.amount.value is None or share.base is None:
            continue
        m, money = sums[0]
        way = _moved(of, share.span, money.span, moves)
        if (
            way is None
            or money.amount.value is None
            or sum(sentence.covers(s.span) for s in of.source.records.shares) > 1
        ):
            continue
        before = _ROUND.divide(money.amount.value, 1 + share.amount.value / 100 * (1 if way == "up" else -1))
        unit = _unit(money.amount.value)
        told = [(f"약 {_written(v / unit[0])}{unit[1]}원", v) for v in (before, *_wrong(of, before))]
        ways = [Option(t, Comes(of.source.address, "change", f"money:{m}", f"share:{n}", v, 4)) for t, v in told]
        name = f"{of.source.text.cut(share.base)}의"
        box = (of.source.text.cut(sentence),)
        yield of.item(Form.SUM, text.replace("{name}", name), ways, box, rank=_reckoned)


def _moved(of: Material, share: Span, money: Span, moves: Mapping[str, str]) -> str | None:
    """Which way this very sum moved, if the text says so: 4.7% 내린 6만1200원, 4120억원으로 … 12.6% 늘었다."""
    chars = of.source.text.chars
    if share.end < money.start:
        return moves.get(chars[share.end : money.start].strip())
    between, behind = chars[money.end : share.start], chars[share.end : share.end + 12].strip()
    if not re.match(r"으?로[\s,]", between) or not re.search(r"(?:보다|대비|비해)\s*$", between) or len(between) > 30:  # noqa: PLR2004
        return None
    return next((way for word, way in moves.items() if behind.startswith(word)), None)


def _wrong(of: Material, value: Decimal) -> list[Decimal]:
    """Results on both sides of the right one, with no more places than it has: 964 beside 1,269, not 964.4."""
    first = of.rng.randrange(len(_FACTORS) - CHOICES + 2)
    return [_ROUND.plus((value * Decimal(f)).quantize(value)) for f in _FACTORS[first : first + CHOICES - 1]]


def _unit(value: Decimal) -> tuple[Decimal, str]:
    for size, name in ((Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만")):
        if value >= size * 10:
            return size, name
    return Decimal(1), ""


def _written(value: Decimal) -> str:
    rounded = _ROUND.plus(value)
    return f"{rounded:,.0f}" if rounded >= 1000 else f"{rounded.normalize():,f}"  # noqa: PLR2004  four digits
