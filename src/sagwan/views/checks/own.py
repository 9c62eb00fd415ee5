"""A draft held against itself: what cannot be right whatever the ledger says."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.core.values import NO_SUCH_DAY, NO_SUCH_MONTH
from sagwan.views.around import sentence_around
from sagwan.views.checks.finding import checks, finding
from sagwan.views.checks.headline import headline_faults
from sagwan.views.identity.spelling import distance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.reading import Reading, Records
    from sagwan.core.text import Text
    from sagwan.core.values import Money, Share
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.check import Check
    from sagwan.views.checks.finding import Finding

_WEEKDAYS = "월화수목금토일"
_WEEKDAY = re.compile(rf"\s?[(（]\s?([{_WEEKDAYS}])(?:요일)?\s?[)）]|\s([{_WEEKDAYS}])요일")
_HUNDRED = Decimal(100)
_LONG = 4  # syllables
_FEW = 3  # rates of a draft that agree are needed to call another one wrong


def own_faults(draft: Reading, lexicon: Lexicon) -> Iterator[Finding]:
    """Days that do not exist, weekdays, percentage points, exchange rates that do not agree, one name in two
    spellings, figures of the headline.
    """
    text = draft.layout.text
    for records in draft.articles:
        yield from _days(records, text, lexicon)
        yield from _weekdays(records, text, lexicon)
        yield from _points(records, text, lexicon)
        yield from _rates(records, text, lexicon)
        yield from _spellings(records, text, lexicon)
        yield from headline_faults(records, text, lexicon)


def _days(records: Records, text: Text, lexicon: Lexicon) -> Iterator[Finding]:
    for when in records.times:
        if when.unknown in (NO_SUCH_DAY, NO_SUCH_MONTH):
            yield finding(checks(lexicon)["draft.day"], text, when.span, {"written": text.cut(when.span)})


def _weekdays(records: Records, text: Text, lexicon: Lexicon) -> Iterator[Finding]:
    for when in records.times:
        written = _WEEKDAY.match(text.chars, when.span.end)
        if "weekday_differs" in when.mods and when.value is not None and written is not None:
            day = date.fromisoformat(when.value[:10])
            said = f"{day.year}년 {day.month}월 {day.day}일"
            filled = {"day": said, "right": _WEEKDAYS[day.weekday()], "written": f"{written[1] or written[2]}요일"}
            yield finding(checks(lexicon)["draft.weekday"], text, Span(when.span.start, written.end()), filled)


def _points(records: Records, text: Text, lexicon: Lexicon) -> Iterator[Finding]:
    """Two shares and, behind them in the sentence, their difference written as a share of its own."""
    shares = sorted(records.shares, key=lambda share: share.span)
    for first, second, third in zip(shares, shares[1:], shares[2:], strict=False):
        sentence = sentence_around(text.chars, first.span)
        if not sentence.covers(third.span) or any(one.unit != "%" for one in (first, second, third)):
            continue
        before, after, told = (one.amount.value for one in (first, second, third))
        if None in (before, after, told) or not before or not _from_to(text, first, second):
            continue
        assert before is not None
        assert after is not None
        assert told is not None
        difference = after - before
        if difference and abs(difference) == abs(told):
            filled = {
                "before": text.cut(first.span),
                "after": text.cut(second.span),
                "written": text.cut(third.span),
                "ratio": _short(abs(difference) / before * _HUNDRED),
                "right": f"{_short(abs(told))}%포인트",
            }
            yield finding(checks(lexicon)["draft.points"], text, third.span, filled)


def _from_to(text: Text, first: Share, second: Share) -> bool:
    """에서 behind the first, 로 behind the second."""
    between = text.chars[first.span.end : second.span.start]
    return between.startswith("에서") and text.chars[second.span.end :].startswith(("로", "으로"))


def _rates(records: Records, text: Text, lexicon: Lexicon) -> Iterator[Finding]:
    """Sums in dollars and won whose rate is not that of the draft's other pairs."""
    check = checks(lexicon)["draft.rate"]
    pairs = list(won_pairs(records))
    if len(pairs) < _FEW:
        return
    usual = median(rate for *_, rate in pairs)
    for dearer, cheaper, rate in pairs:
        apart = abs(rate / usual - 1)
        if check.within is not None and apart > Decimal(str(check.within)):
            filled = rate_told(text, dearer, cheaper, rate, usual) | {"where": "초고의 다른 곳"}
            yield finding(check, text, cheaper.span, filled)


def won_pairs(records: Records) -> Iterator[tuple[Money, Money, Decimal]]:
    """Sums given in another currency and in won, with the won for one unit of the other."""
    for coin in records.money:
        first = records.money[coin.same_as] if coin.same_as is not None else None
        if first is None or not first.amount.value or not coin.amount.value or first.currency == coin.currency:
            continue
        for dearer, cheaper in ((first, coin), (coin, first)):
            if cheaper.currency == "KRW" and dearer.amount.value and cheaper.amount.value:
                yield dearer, cheaper, cheaper.amount.value / dearer.amount.value


def rate_told(text: Text, dearer: Money, cheaper: Money, rate: Decimal, usual: Decimal) -> dict[str, str]:
    """What a finding on a rate says of its numbers."""
    return {
        "dearer": text.cut(dearer.span),
        "cheaper": text.cut(cheaper.span),
        "unit": {"USD": "달러", "EUR": "유로", "JPY": "엔", "CNY": "위안"}.get(
            dearer.currency or "", dearer.currency or ""
        ),
        "rate": _short(rate),
        "usual": _short(usual),
        "percent": _short(abs(rate / usual - 1) * _HUNDRED),
    }


def _spellings(records: Records, text: Text, lexicon: Lexicon) -> Iterator[Finding]:
    check = checks(lexicon)["draft.spelling"]
    named = [one for one in records.entities if one.kind in (Kind.PERSON, Kind.ORG)]
    for one, other in combinations(named, 2):
        if one.kind == other.kind and sound_alike(one.name, other.name, check, lexicon):
            first, second = sorted((one, other), key=lambda entity: entity.mentions[0].span)
            filled = {"one": first.name, "other": second.name}
            span = second.mentions[0].span
            yield finding(check, text, span, filled, beside=(first.name,))


def sound_alike(one: str, other: str, check: Check, lexicon: Lexicon) -> bool:
    """Whether two long names differ by so little that one may be a slip; 김민수 and 김민서 are two people."""
    if one == other or min(len(one), len(other)) < _LONG or check.within is None:
        return False
    apart = distance(one, other, lexicon)
    return apart is not None and apart <= check.within


def _short(number: Decimal) -> str:
    """Four digits at most, without zeros behind the point."""
    rounded = number.quantize(Decimal("0.1")) if number < _HUNDRED else number.quantize(Decimal(1))
    return format(rounded.normalize(), ",f") if rounded else "0"
