"""The front page: what is new and what does not agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.ledger import shelf
from sagwan.ledger.shelf import Holdings, Shelved
from sagwan.views.deals import Deal, deals
from sagwan.views.disputes import Dispute, disputes
from sagwan.views.reversals import reversals
from sagwan.views.threads.stories import Thread, threads
from sagwan.views.turn import Reversal

if TYPE_CHECKING:
    import sqlite3

    from sagwan.lexicon import Lexicon

_FEW = 6
_LATEST = 12


@dataclass(frozen=True, slots=True)
class Front:
    """The latest of everything, the newest first. `conflicts`: deals whose reports give sums that contradict."""

    holdings: Holdings
    latest: tuple[Shelved, ...]
    disputes: tuple[Dispute, ...]
    reversals: tuple[Reversal, ...]
    conflicts: tuple[Deal, ...]
    stories: tuple[Thread, ...]
    names: tuple[tuple[str, str, int], ...]


def front(db: sqlite3.Connection, lexicon: Lexicon, as_of: str | None = None) -> Front:
    """What a reader sees first, as it was told by a day."""
    book = deals(db, lexicon, as_of=as_of)
    return Front(
        shelf.holdings(db),
        tuple(one for one in shelf.articles(db, as_of=as_of, limit=_LATEST) if one.part == "main"),
        tuple(sorted(disputes(db, lexicon, as_of=as_of), key=_told, reverse=True)[:_FEW]),
        tuple(sorted(reversals(db, lexicon, as_of=as_of), key=_taken_back, reverse=True)[:_FEW]),
        tuple(deal for deal in book.deals if any(r.differs == "conflict" for r in deal.reports))[:_FEW],
        tuple(sorted(threads(db, lexicon, as_of=as_of), key=lambda one: one.until or "", reverse=True)[:_FEW]),
        tuple(shelf.names(db, limit=_LATEST)),
    )


def _told(one: Dispute) -> str:
    return max((p.evidence.place.published or "" for p in one.positions), default="")


def _taken_back(one: Reversal) -> str:
    return max((cited.place.published or "" for cited in one.after), default="")
