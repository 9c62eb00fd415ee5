"""Sums of money and who paid what for what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sagwan.ledger import query

if TYPE_CHECKING:
    import sqlite3


def money(db: sqlite3.Connection, name: str | None = None, currency: str | None = None) -> tuple[query.Sum, ...]:
    """Sums by currency, the commonest currency first, in it the largest sum; with `name` those of events in which
    somebody of that name is actor or target.
    """
    found = [
        one
        for one in query.sums(db)
        if (name is None or name in (one.actor, one.target)) and (currency is None or currency == one.currency)
    ]
    often = Counter(one.currency for one in found)
    found.sort(key=lambda one: (-often[one.currency], one.currency or ""))
    return tuple(found)
