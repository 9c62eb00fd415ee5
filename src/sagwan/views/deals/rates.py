"""Exchange rates that articles imply where they give one sum in two currencies, and how far they lie apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from sagwan.views.cited import Cited, cite_sum, text_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.ledger.acts import Coin

# Ten digits hold every rate that is quoted; a sum of "143조800억" says no more than seven.
_DIGITS = Context(prec=10)
# No rate of two currencies doubles within the years that a ledger spans; a digit too many or too few makes ten times.
_ASTRAY = 2


@dataclass(frozen=True, slots=True)
class Implied:
    """One pair of sums: so many units of the cheaper currency for one of the dearer. `approx`: one is told as about.
    `astray`: it is so far from the middle rate of all that one of its sums must be miswritten.
    """

    rate: Decimal
    approx: bool
    dearer: Cited
    cheaper: Cited
    astray: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """All pairs of two currencies ("USD/KRW"): the lowest, the middle and the highest rate, and what implies each. What
    went astray is in none of the three.
    """

    pair: str
    low: Decimal
    median: Decimal
    high: Decimal
    implied: tuple[Implied, ...]


def rates(coins: Iterable[Coin]) -> tuple[Rate, ...]:
    """By the pair of currencies, from sums in any order. Sums without one exact number imply nothing."""
    ordered = sorted(coins, key=lambda coin: (text_order(coin.told), coin.n))
    by_place = {(coin.told.page, coin.told.article, coin.n): coin for coin in ordered}
    found: dict[str, list[Implied]] = defaultdict(list)
    for coin in ordered:
        if coin.same_as is not None:
            first = by_place[(coin.told.page, coin.told.article, coin.same_as)]
            if first.value and coin.value and first.currency and coin.currency:
                dearer, cheaper = (first, coin) if first.value <= coin.value else (coin, first)
                found[f"{dearer.currency}/{cheaper.currency}"].append(_implied(dearer, cheaper))
    return tuple(_rate(pair, implied) for pair, implied in sorted(found.items()))


def _implied(dearer: Coin, cheaper: Coin) -> Implied:
    approx = dearer.approx or cheaper.approx
    return Implied(
        _quotient(cheaper.value or Decimal(0), dearer.value or Decimal(1)), approx, cite_sum(dearer), cite_sum(cheaper)
    )


def _rate(pair: str, implied: list[Implied]) -> Rate:
    usual = _median([one.rate for one in implied])
    shown = tuple(replace(one, astray=not usual / _ASTRAY <= one.rate <= usual * _ASTRAY) for one in implied)
    kept = [one.rate for one in shown if not one.astray]
    return Rate(pair, min(kept), _median(kept), max(kept), shown)


def _median(told: list[Decimal]) -> Decimal:
    ranked = sorted(told)
    middle, odd = divmod(len(ranked), 2)
    return ranked[middle] if odd else _quotient(ranked[middle - 1] + ranked[middle], Decimal(2))


def _quotient(one: Decimal, other: Decimal) -> Decimal:
    """Without the zeros behind the point, and written out: 1400, not 1.4E+3."""
    return Decimal(format(_DIGITS.divide(one, other).normalize(), "f"))
