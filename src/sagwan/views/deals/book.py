"""Who owes, offers or pays whom what for what: one row a commitment, and the totals, rates and flows over them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from sagwan.views.deals.commitments import Commitments
from sagwan.views.deals.deal import Deal, deal_of
from sagwan.views.deals.flows import Flow, flows
from sagwan.views.deals.group import grouped
from sagwan.views.deals.rates import Rate, rates
from sagwan.views.index.scene import scene_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Coin, Deed
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast


# What is surest first; before it, the currency of most deals.
_STAGES = ("paid", "agreed", "owed", "asked", "claimed", "planned", "requested", "possible", "undone")


@dataclass(frozen=True, slots=True)
class Total:
    """Deals of one stage in one currency and their sum. `left_out`: how many are not in it, having no one sum, or
    naming nobody, so that nothing keeps two reports of one deal from being added up.
    """

    currency: str
    stage: str
    value: Decimal
    deals: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Book:
    """The deals, their totals by stage and currency (plans are never added to payments), the exchange rates, and the
    flows from one to the other. `told_since`: the day of the earliest articles that it is made from, None for all.
    """

    deals: tuple[Deal, ...]
    totals: tuple[Total, ...]
    rates: tuple[Rate, ...]
    flows: tuple[Flow, ...] = ()
    told_since: str | None = None


def deals(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    name: str | None = None,
    as_of: str | None = None,
    *,
    told_since: str | None = None,
) -> Book:
    """Every deal, or those that `name` takes part in, with the exchange rates of the articles that name it.

    `as_of`, `told_since`: only from articles that came out by the one ISO 8601 day, or since the other. Raises
    `SagwanError` (`ledger.no_name`).
    """
    scene = scene_of(db, lexicon, name, as_of, told_since)
    book = deals_in(scene.deeds, scene.coins, scene.cast, lexicon, scene.wording)
    if name is None:
        return replace(book, told_since=told_since)
    kept = tuple(deal for deal in book.deals if not scene.called.isdisjoint(deal.parties))
    return Book(kept, tuple(_totals(kept)), book.rates, flows(kept), told_since)


def deals_in(
    deeds: Iterable[Deed],
    coins: Iterable[Coin],
    cast: Cast,
    lexicon: Lexicon,
    wording: Mapping[str, Wording] = MappingProxyType({}),
) -> Book:
    """The deals among events and sums, given in any order; `wording` is what events say in words alone."""
    coins = tuple(coins)
    entries = Commitments(coins, cast, lexicon, wording).entries(deeds)
    found = tuple(deal_of(group) for group in grouped(entries) if any(entry.whole for entry in group))
    return Book(found, tuple(_totals(found)), rates(coins), flows(found))


def _totals(found: Iterable[Deal]) -> Iterator[Total]:
    groups: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for deal in found:
        if deal.currency is not None and deal.stage is not None:
            groups[(deal.currency, deal.stage)].append(deal)
    often = Counter(deal.currency for same in groups.values() for deal in same)
    for currency, stage in sorted(groups, key=lambda of: (-often[of[0]], of[0], _STAGES.index(of[1]))):
        same = groups[(currency, stage)]
        sums = [d.value for d in same if d.value is not None and (d.payer or d.payee or d.matter)]
        yield Total(currency, stage, sum(sums, Decimal(0)), len(same), len(same) - len(sums))
