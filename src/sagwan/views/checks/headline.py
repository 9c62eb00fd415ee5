"""A draft's headline held against its own body: a sum, a share or an act that the body tells otherwise."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.core.values import Money
from sagwan.views.checks.finding import checks, finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.core.reading import Records
    from sagwan.core.span import Span
    from sagwan.core.text import Text
    from sagwan.core.values import Amount, Share
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.check import Check
    from sagwan.views.checks.finding import Finding

_TENTH = Decimal("0.1")
_POINTS = Decimal(100)  # 50bp is 0.5%p
# Figures farther apart are of two things, save that they have the same digits (54억 and 45억, 450억 and 45억).
_NEAR = Decimal("1.5")


def headline_faults(records: Records, text: Text, lexicon: Lexicon) -> Iterator[Finding]:
    """What the headline tells and the body tells otherwise. Of a body that breaks off nobody knows."""
    headline = records.article.headline
    if headline is not None and not records.article.truncated:
        yield from _figures(records, headline, text, lexicon)
        yield from _acts(records, headline, text, lexicon)


def _acts(records: Records, headline: Span, text: Text, lexicon: Lexicon) -> Iterator[Finding]:
    """An act that the body never tells, where it tells its contrary: 기소 over 무혐의 처분했다."""
    check = checks(lexicon)["draft.headline_act"]
    told = [
        event for event in records.events if not event.negated and event.status in (Status.HAPPENED, Status.CLAIMED)
    ]
    below = {event.frame: event for event in reversed(told) if not headline.covers(event.span)}
    for event in told:
        contrary = next((below[frame] for frame in _contraries(event.frame, check) if frame in below), None)
        if contrary is not None and headline.covers(event.span) and event.frame not in below:
            filled = {"written": text.cut(event.span), "right": text.cut(contrary.span)}
            yield finding(check, text, event.span, filled, beside=(filled["right"],))


def _contraries(frame: str, check: Check) -> Iterator[str]:
    for one, other in check.contrary:
        if frame in (one, other):
            yield other if frame == one else one


def _figures(records: Records, headline: Span, text: Text, lexicon: Lexicon) -> Iterator[Finding]:
    """A sum or a share that no figure of the body agrees with though one is close to it."""
    check = checks(lexicon)["draft.headline"]
    for values in (records.money, records.shares):
        below = [one for one in values if not headline.covers(one.span)]
        for one in values:
            if headline.covers(one.span):
                meant = _otherwise(one, [other for other in below if _unit(other) == _unit(one)])
                if meant is not None:
                    filled = {"written": text.cut(one.span), "right": text.cut(meant.span)}
                    yield finding(check, text, one.span, filled, beside=(filled["right"],))


def _unit(value: Money | Share) -> tuple[str | None, ...]:
    if isinstance(value, Money):
        return value.currency, value.per
    return ("%p" if value.unit == "bp" else value.unit,)


def _number(value: Money | Share) -> Decimal | None:
    number = value.amount.value
    return number / _POINTS if number is not None and getattr(value, "unit", None) == "bp" else number


def _otherwise(above: Money | Share, below: Sequence[Money | Share]) -> Money | Share | None:
    """The figure that may be meant, those of the same digits first, where none agrees."""
    told = _number(above)
    numbers = [(number, one) for one in below if (number := _number(one))]
    if not told or any(_agrees(told, above.amount, one) for one in below):
        return None
    slips = [one for number, one in numbers if _digits(number) == _digits(told)]
    near = [one for number, one in numbers if max(number, told) <= _NEAR * min(number, told)]
    return next(iter((*slips, *near)), None)


def _agrees(told: Decimal, above: Amount, other: Money | Share) -> bool:
    """Whether the body's figure is the headline's, rounded (45억 of 45억3000만), or lies in its range, or has one."""
    number, below = _number(other), other.amount
    if number is None:
        return below.low is not None or below.high is not None
    if above.low is not None or above.high is not None:
        low, high = above.low, above.high
        return (low is None or low <= number) and (high is None or number <= high)
    return number == told or abs(number - told) < min(_last(told), told * _TENTH)


def _digits(number: Decimal) -> list[int]:
    return sorted(number.normalize().as_tuple().digits)


def _last(number: Decimal) -> Decimal:
    """What one more in the last digit is: 1억 of 45억."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent))
