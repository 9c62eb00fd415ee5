"""The front page: what is new and what does not agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.views import register
from sagwan.views.deals.book import deals_in
from sagwan.views.deals.deal import Deal
from sagwan.views.disputes.disputes import Dispute, disputes_in
from sagwan.views.index.open import index_of
from sagwan.views.index.scene import whole
from sagwan.views.register import Holdings, Shelved
from sagwan.views.reversals.reversal import Reversal
from sagwan.views.reversals.reversals import reversals_of
from sagwan.views.threads.stories import Thread, threads
from sagwan.work.prepare import is_searchable
from sagwan.work.reach import reach

if TYPE_CHECKING:
    import sqlite3

    from sagwan.lexicon import Lexicon

_FEW = 6
_LATEST = 12


@dataclass(frozen=True, slots=True)
class Front:
    """The latest of everything, the newest first. `conflicts`: deals whose reports give sums that contradict.

    `told_since`: the day of the earliest articles that disputes, reversals, conflicts and stories are made from, None
    for the whole ledger. `stories` is None as long as the articles are not yet prepared for searching.
    """

    holdings: Holdings
    latest: tuple[Shelved, ...]
    disputes: tuple[Dispute, ...]
    reversals: tuple[Reversal, ...]
    conflicts: tuple[Deal, ...]
    stories: tuple[Thread, ...] | None
    names: tuple[tuple[str, str, int], ...]
    told_since: str | None


def front(db: sqlite3.Connection, lexicon: Lexicon, as_of: str | None = None) -> Front:
    """What a reader sees first, as it was told by a day."""
    index = index_of(db, lexicon)
    since = reach(db, lexicon, as_of)
    scene = whole(index, as_of, since)
    disputed = disputes_in(scene.words, scene.deeds, scene.cast, lexicon, wording=scene.wording)
    book = deals_in(scene.deeds, scene.coins, scene.cast, lexicon, scene.wording)
    return Front(
        register.holdings(index),
        tuple(one for one in register.articles(index, as_of=as_of, limit=_LATEST) if one.part == "main"),
        tuple(sorted(disputed, key=_told, reverse=True)[:_FEW]),
        tuple(sorted(reversals_of(db, scene, lexicon), key=_taken_back, reverse=True)[:_FEW]),
        tuple(deal for deal in book.deals if any(r.differs == "conflict" for r in deal.reports))[:_FEW],
        _stories(db, lexicon, as_of, since) if is_searchable(db) else None,
        tuple(register.names(index, limit=_LATEST)),
        since,
    )


def _stories(db: sqlite3.Connection, lexicon: Lexicon, as_of: str | None, since: str | None) -> tuple[Thread, ...]:
    found = threads(db, lexicon, as_of=as_of, told_since=since)
    return tuple(sorted(found, key=lambda one: one.until or "", reverse=True)[:_FEW])


def _told(one: Dispute) -> str:
    return max((p.evidence.place.published or "" for p in one.positions), default="")


def _taken_back(one: Reversal) -> str:
    return max((cited.place.published or "" for cited in one.after), default="")
