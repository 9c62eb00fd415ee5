"""The deals as a table of flows, from whom to whom and how much: what a Sankey diagram is drawn from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.views.deals.deal import Deal


@dataclass(frozen=True, slots=True)
class Flow:
    """What goes from `source` to `target` in one currency at one stage: the sum of so many deals.

    `target` is the payee or, where none is named, what the money is for. `left_out`: deals between the two at this
    stage that have no one sum.
    """

    source: str
    target: str
    currency: str
    stage: str
    value: Decimal
    deals: int
    left_out: int


def flows(deals: Iterable[Deal]) -> tuple[Flow, ...]:
    """By source, target, currency and stage; stages are never added up. Deals with one end only make no flow."""
    ends: dict[tuple[str, str, str, str], list[Decimal | None]] = defaultdict(list)
    for deal in deals:
        goal = deal.payee or deal.matter
        if deal.payer and goal and deal.payer != goal and deal.currency and deal.stage:
            ends[(deal.payer, goal, deal.currency, deal.stage)].append(deal.value)
    found = []
    for key, values in sorted(ends.items()):
        told = [value for value in values if value is not None]
        found.append(Flow(*key, sum(told, Decimal(0)), len(values), len(values) - len(told)))
    return tuple(found)
