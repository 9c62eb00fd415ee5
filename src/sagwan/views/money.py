"""Sums of money, each with the event that it belongs to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sagwan.ledger import query
from sagwan.lexicon import load_default
from sagwan.views.index import pick
from sagwan.views.index.open import index_of

if TYPE_CHECKING:
    import sqlite3

    from sagwan.lexicon import Lexicon


def money(
    db: sqlite3.Connection,
    name: str | None = None,
    currency: str | None = None,
    as_of: str | None = None,
    lexicon: Lexicon | None = None,
    *,
    told_since: str | None = None,
) -> tuple[query.Sum, ...]:
    """Every sum, or with `name` those of events in which that name is actor or target: the commonest currency first,
    in it the largest sum. `as_of`, `told_since`: only from articles that came out by the one ISO 8601 day, or since
    the other.

    Raises `SagwanError` (`ledger.no_name`).
    """
    index = index_of(db, lexicon or load_default())
    if name is not None:
        which = pick.acted(index.bearers(name), as_of, told_since, paid=True)
    elif told_since is not None:
        which = pick.told_since("coins", told_since, as_of)
    else:
        which = pick.all_of("coins", as_of)
    found = [one for one in query.sums(db, which) if currency is None or currency == one.currency]
    often = Counter(one.currency for one in found)
    found.sort(key=lambda one: (-often[one.currency], one.currency or ""))
    return tuple(found)
