"""Forms about values: 빈칸, 단답, 환율과 증감률. All in the words of one sentence of the article."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.items.model import Comes, Fills, Form, Item, Option
from sagwan.items.propose.material import CHOICES
from sagwan.items.vary import other_values
from sagwan.items.wording import stem
from sagwan.lexicon.schema.item import Move
from sagwan.lexicon.schema.value import Currency

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sagwan.core.values import Count, Money, Share
    from sagwan.items.propose.material import Material

_SHORTEST, _LONGEST = 18, 130
# Sums further apart than this are no alternatives to each other.
_REACH = Decimal(12)
_COUNTED = frozenset({"count", "measure"})
_ROUND = Context(prec=4)
# How far the wrong results lie from the right one: apart from it and from each other, on both sides.
_FACTORS = ("0.64", "0.76", "0.88", "1.12", "1.24", "1.36")


def blanks(of: Material) -> Iterator[Item]:
    """빈칸: a value of a sentence, the others of its kind in the article and values near it to choose from."""
    text = stem(of.lexicon, "stem.blank_value").text
    for sentence, value in _values(of):
        words = of.source.text.cut(value.span)
        unit = re.sub(r"^.*\d[\s만억조천백]*", "", words)
        others = [
            w
            for s, v in _values(of)
            if (w := of.source.text.cut(v.span)) != words and _like(v, value) and _ends(w, unit)
        ]
        there = of.source.text.cut(sentence)
        choices = [w for w in dict.fromkeys(others) if w not in there]
        of.rng.shuffle(choices)
        near = other_values(words, of.rng, CHOICES * 2)
        choices = [*choices[:2], *(w for w in near if w not in choices and w not in there)][: CHOICES - 1]
        if len(choices) == CHOICES - 1:
            options = [
                Option(w, Fills(of.source.address, value.span.start, value.span.end, w)) for w in (words, *choices)
            ]
            yield of.item(Form.BLANK, text, sorted_by_key(options), (_holed(of, sentence, value.span),))


def sorted_by_key(options: list[Option]) -> list[Option]:
    """The key first, the others in the order of their words."""
    return [options[0], *sorted(options[1:], key=lambda option: option.text)]


def short_values(of: Material) -> Iterator[Item]:
    """단답: the value to be found in the article."""
    text = stem(of.lexicon, "stem.short_value").text
    for sentence, value in reversed(_values(of)):
        words = of.source.text.cut(value.span)
        if of.source.text.cut(sentence).count(words) == 1:
            option = Option(words, Fills(of.source.address, value.span.start, value.span.end, words))
            yield of.item(Form.SHORT, text, [option], (_holed(of, sentence, value.span),))


def _values(of: Material) -> list[tuple[Span, Money | Share | Count]]:
    """Exact values of the body with the sentences they stand in; a sum that only repeats another is left out."""
    records = of.source.records
    twins = {m.same_as for m in records.money}
    money = [
        m
        for n, m in enumerate(records.money)
        if m.same_as is None and n not in twins and m.currency is not None and not m.implied
    ]
    shares = [s for s in records.shares if s.unit == "%"]
    counts = [c for c in records.counts if c.kind in _COUNTED and len(c.unit) > 0]
    found: list[tuple[Span, Money | Share | Count]] = []
    every: tuple[Money | Share | Count, ...] = (*money, *shares, *counts)
    for value in every:
        sentence = of.source.sentence_of(value.span)
        exact = value.amount.value is not None and not value.amount.approx
        if sentence is not None and exact and _stands(of, sentence, value.span):
            found.append((sentence, value))
    return sorted(found, key=lambda pair: pair[1].span.start)


def _stands(of: Material, sentence: Span, value: Span) -> bool:
    """Whether the sentence can be shown alone and the value stands in it once, outside brackets."""
    there, words = of.source.text.cut(sentence), of.source.text.cut(value)
    before = there[: value.start - sentence.start]
    whole = re.search(r"\d", words) is not None and there.count(words) == 1
    after = of.source.text.chars[value.end : value.end + 1]
    edges = not re.search(r"[\w.,~∼–-]$", before.replace(" ", "·")[-1:]) and not re.match(r"[~∼\d]", after)
    fits = _SHORTEST <= len(there) <= _LONGEST and there.rstrip().endswith(("다.", "다.”", "다"))
    return whole and edges and fits and before.count("(") == before.count(")") and "\n" not in there


def _like(one: Money | Share | Count, other: Money | Share | Count) -> bool:
    if type(one) is not type(other) or one.amount.value == other.amount.value:
        return False
    sizes = one.amount.value, other.amount.value
    if not sizes[0] or not sizes[1] or not 1 / _REACH <= sizes[0] / sizes[1] <= _REACH:
        return False
    units = [getattr(v, "currency", None) or getattr(v, "unit", None) for v in (one, other)]
    return units[0] == units[1]


def _spaced(words: str, like: str) -> str:
    """With or without a blank before the unit, as the key is written."""
    joined = "".join(words.split())
    return re.sub(r"(?<=[\d만억조])(?=[가-힣]{2,}$)(?![만억조])", " ", joined) if " " in like else joined


def _ends(words: str, unit: str) -> bool:
    return bool(unit) and words.endswith(unit)


def _holed(of: Material, sentence: Span, value: Span) -> str:
    chars = of.source.text.chars
    return f"{chars[sentence.start : value.start]}( ㉠ ){chars[value.end : sentence.end]}"


def rates(of: Material) -> Iterator[Item]:
    """환율: one sum in two currencies."""
    text = stem(of.lexicon, "stem.sum_rate").text
    names: dict[str, str] = {}
    for entry in of.lexicon.all(Currency):
        if entry.words and not entry.minor:
            names.setdefault(entry.code, entry.words[0])
    for n, second in enumerate(of.source.records.money):
        first = of.source.records.money[second.same_as] if second.same_as is not None else None
        if first is None or not first.amount.value or not second.amount.value or second.currency != "KRW":
            continue
        name = names.get(first.currency or "")
        if name is None or first.currency == "KRW" or first.amount.value >= second.amount.value:
            continue
        rate = _ROUND.divide(second.amount.value, first.amount.value)
        box = f"{of.source.text.cut(first.span)} = {'약 ' if second.amount.approx else ''}"
        box += of.source.text.cut(second.span)
        told = [(f"1{name}에 약 {_written(v)}원", v) for v in (rate, *_wrong(of, rate))]
        ways = [
            Option(t, Comes(of.source.address, "rate", f"money:{n}", f"money:{second.same_as}", v, 4)) for t, v in told
        ]
        yield of.item(Form.SUM, text.replace("{name}", f"‘1{name}’당 원화"), ways, (box,))


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
        yield of.item(Form.SUM, text.replace("{name}", name), ways, (of.source.text.cut(sentence),))


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
    first = of.rng.randrange(len(_FACTORS) - CHOICES + 2)
    return [_ROUND.multiply(value, Decimal(f)) for f in _FACTORS[first : first + CHOICES - 1]]


def _unit(value: Decimal) -> tuple[Decimal, str]:
    for size, name in ((Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만")):
        if value >= size * 10:
            return size, name
    return Decimal(1), ""


def _written(value: Decimal) -> str:
    rounded = _ROUND.plus(value)
    return f"{rounded:,.0f}" if rounded >= 1000 else f"{rounded.normalize():,f}"  # noqa: PLR2004  four digits
