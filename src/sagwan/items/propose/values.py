"""Forms about values in their sentences: 빈칸, 단답, 잘못된 곳 찾기."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.extract.values import read_values_in
from sagwan.items.model import Asks, Fills, Form, Item, Option, Truth
from sagwan.items.propose.material import CHOICES
from sagwan.items.renumber import other_values
from sagwan.items.wording import found, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.values import Count, Money, Share
    from sagwan.items.propose.material import Material

_FEWEST = 4
_SHORTEST, _LONGEST = 18, 130
# Sums further apart than this are no alternatives to each other.
_REACH = Decimal(12)
_COUNTED = frozenset({"count", "measure"})
_MARKS = "㉠㉡㉢㉣㉤"
_OPENERS = ("", " ", "“", "‘", '"', "'")
_GOING_ON = frozenset("~∼–-/·→’'”\"")  # a range, or the name of a work (‘300미터’)
_RUN_ON = re.compile(r"[가-힣]\.(?=[가-힣\d])")  # two sentences without a blank
_TWIN = re.compile(r"\s?\([^()]*\d")  # the same told again: 336야드(307m), 932포인트(2.8%)
_BESIDE = 14  # characters
_FEW = 10  # a count below it can be guessed, and is often part of a name (2대 주주)


def blanks(of: Material) -> Iterator[Item]:
    """빈칸: a value of a sentence, the others of its kind in the article and values near it to choose from."""
    text = stem(of.lexicon, "stem.blank_value").text
    for sentence, value in exact_values(of):
        if _bounds(of, sentence, value.span):
            continue
        words = of.source.text.cut(value.span)
        unit = re.sub(r"^.*\d[\s만억조천백]*", "", words)
        others = [
            w
            for s, v in exact_values(of)
            if (w := of.source.text.cut(v.span)) != words and _like(v, value) and _ends(w, unit)
        ]
        there = of.source.text.cut(sentence)
        choices = [w for w in dict.fromkeys(others) if w not in there and _false(of, value.span, w)]
        of.rng.shuffle(choices)
        near = other_values(words, of.rng, CHOICES * 2, of.known)
        choices = [*choices[:2], *(w for w in near if w not in choices and w not in there)][: CHOICES - 1]
        if len(choices) == CHOICES - 1:
            options = [
                Option(w, Fills(of.source.address, value.span.start, value.span.end, w)) for w in (words, *choices)
            ]
            box = (_marked(of, sentence, value.span, "( ㉠ )"),)
            yield of.item(Form.BLANK, text, options, box, rank=lambda option: _size(option.text))


def _false(of: Material, place: Span, words: str) -> bool:
    return of.judge(Fills(of.source.address, place.start, place.end, words)).truth is Truth.FALSE


def _size(words: str) -> Decimal:
    """By what number options that are values are put in order."""
    read = read_values_in(words)
    values: tuple[Money | Share | Count, ...] = (*read.money, *read.shares, *read.counts)
    sizes = (value.amount.value for value in values)
    return next((size for size in sizes if size is not None), Decimal(0))


def short_values(of: Material) -> Iterator[Item]:
    """단답: the value to be found in the article."""
    text = stem(of.lexicon, "stem.short_value").text
    for sentence, value in reversed(exact_values(of)):
        words = of.source.text.cut(value.span)
        if of.source.text.cut(sentence).count(words) == 1:
            option = Option(words, Fills(of.source.address, value.span.start, value.span.end, words))
            yield of.item(Form.SHORT, text, [option], (_marked(of, sentence, value.span, "( ㉠ )"),))


def exact_values(of: Material) -> list[tuple[Span, Money | Share | Count]]:
    """Exact values of the body with the sentences they stand in; a sum that only repeats another is left out."""
    records = of.source.records
    twins = {m.same_as for m in records.money}
    money = [
        m
        for n, m in enumerate(records.money)
        if m.same_as is None and n not in twins and m.currency is not None and not m.implied
    ]
    shares = [s for s in records.shares if s.unit == "%"]
    counts = [
        c for c in records.counts if c.kind in _COUNTED and len(c.unit) > 0 and (c.amount.value or Decimal(0)) >= _FEW
    ]
    kept: list[tuple[Span, Money | Share | Count]] = []
    every: tuple[Money | Share | Count, ...] = (*money, *shares, *counts)
    for value in every:
        sentence = of.source.sentence_of(value.span)
        exact = value.amount.value is not None and not value.amount.approx
        if sentence is not None and exact and _stands(of, sentence, value.span):
            kept.append((sentence, value))
    return sorted(kept, key=lambda pair: pair[1].span.start)


def _stands(of: Material, sentence: Span, value: Span) -> bool:
    """Whether the sentence can be shown alone and the value stands in it once, outside brackets."""
    there, words = of.source.text.cut(sentence), of.source.text.cut(value)
    before = there[: value.start - sentence.start]
    whole = re.search(r"\d", words) is not None and there.count(words) == 1
    edges = (
        before[-1:] in _OPENERS
        and not _goes_on(of, sentence, value)
        and not _TWIN.match(there[len(before) + len(words) :])
    )
    fits = _SHORTEST <= len(there) <= _LONGEST and there.rstrip().endswith(("다.", "다.”", "다"))
    whole = whole and not _RUN_ON.search(there) and _of_something(of, sentence)
    return whole and edges and fits and before.count("(") == before.count(")") and "\n" not in there


def _of_something(of: Material, sentence: Span) -> bool:
    """Whether it says of what it tells: without a subject it is a scrap (4만원에서다)."""
    morphemes = of.source.tags(sentence, sentence.start, sentence.end)
    return any(m.tag == "JKS" or (m.tag == "JX" and m.form in ("은", "는", "ᆫ")) for m in morphemes)


def _bounds(of: Material, sentence: Span, value: Span) -> bool:
    """Whether the words beside it make it the end of a range, so that a lower one would not be wrong: 5000명이 넘는."""
    beside = of.source.text.chars[max(sentence.start, value.start - _BESIDE) : min(sentence.end, value.end + _BESIDE)]
    return found("bound", beside, of.lexicon) is not None


def _goes_on(of: Material, sentence: Span, value: Span) -> bool:
    """Whether the word goes on behind the value with more than a particle or an ending: 15인제, 14→28%."""
    after = of.source.text.chars[value.end : value.end + 1]
    if not after.isalnum():
        return after in _GOING_ON
    following = of.source.tags(sentence, value.end, sentence.end)
    return not following or following[0].tag.startswith(("N", "S", "X"))


def _like(one: Money | Share | Count, other: Money | Share | Count) -> bool:
    if type(one) is not type(other) or one.amount.value == other.amount.value:
        return False
    sizes = one.amount.value, other.amount.value
    if not sizes[0] or not sizes[1] or not 1 / _REACH <= sizes[0] / sizes[1] <= _REACH:
        return False
    units = [getattr(v, "currency", None) or getattr(v, "unit", None) for v in (one, other)]
    return units[0] == units[1]


def _ends(words: str, unit: str) -> bool:
    return bool(unit) and words.endswith(unit)


def errors(of: Material) -> Iterator[Item]:
    """잘못된 곳 찾기: sentences of the article with their values marked, one of them planted."""
    text = stem(of.lexicon, "stem.error_value").text
    exact = [pair for pair in exact_values(of) if not found("bound", of.source.text.cut(pair[0]), of.lexicon)]
    told = list({sentence: (sentence, value) for sentence, value in exact}.values())
    told = list({of.source.text.cut(value.span): (sentence, value) for sentence, value in told}.values())
    told.sort(key=lambda pair: found("deictic", of.source.text.cut(pair[0]), of.lexicon) is not None)
    for start in range(0, len(told), CHOICES):
        turn = told[start : start + CHOICES]
        at = of.rng.randrange(len(turn))
        new = other_values(of.source.text.cut(turn[at][1].span), of.rng, 1, of.known)
        if len(turn) < _FEWEST or not new:
            continue
        written = [new[0] if n == at else of.source.text.cut(value.span) for n, (_, value) in enumerate(turn)]
        box, options = [], []
        for n, ((sentence, value), words) in enumerate(zip(turn, written, strict=True)):
            box.append(_marked(of, sentence, value.span, f"{_MARKS[n]} {words}"))
            claim = Fills(of.source.address, value.span.start, value.span.end, words)
            options.append(Option(_MARKS[n], claim, "수를 바꿈" if n == at else None))
        stem_ = text.replace("㉤", _MARKS[len(turn) - 1])
        yield Item(Form.ERROR, (of.source.address,), stem_, tuple(box), tuple(options), at, Asks.FALSE)


def _marked(of: Material, sentence: Span, value: Span, words: str) -> str:
    """The sentence with other words in the value's place."""
    chars = of.source.text.chars
    return f"{chars[sentence.start : value.start]}{words}{chars[value.end : sentence.end]}"
