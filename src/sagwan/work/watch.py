"""A folder watched: its new pages into the ledger, and what is new in the answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sagwan.ledger.connect import reading
from sagwan.views.deals.book import deals
from sagwan.views.deals.deal import Deal
from sagwan.views.disputes.disputes import Dispute, disputes
from sagwan.views.reversals.reversals import reversals
from sagwan.work.keep import keep_all
from sagwan.work.outcome import Account
from sagwan.work.reach import AT_LENGTH, reach
from sagwan.work.sources import list_sources

if TYPE_CHECKING:
    import sqlite3

    from sagwan.lexicon import Lexicon
    from sagwan.views.reversals.reversal import Reversal
    from sagwan.work.settings import Settings


@dataclass(frozen=True, slots=True)
class Alert:
    """Something new: `kind` is `dispute`, `reversal` or `conflict` (two sums of one deal that cannot both be).

    `key` names it by the records that it stands on, the same in any ledger that holds them.
    """

    kind: str
    key: str
    dispute: Dispute | None = None
    reversal: Reversal | None = None
    deal: Deal | None = None


@dataclass(frozen=True, slots=True)
class Pass:
    """One look at the folder: what became of its pages, and the alerts that were none before."""

    account: Account
    alerts: tuple[Alert, ...]


def look(folder: str, settings: Settings, lexicon: Lexicon) -> Pass:
    """Read the pages of a folder that the ledger has not, and tell what is new by them, in the order of the views.

    The ledger is all that is remembered: the same folder looked at again tells nothing. A file that came back
    changed is another page. Of a large ledger the latest articles are set beside the new ones, so that a new page of an
    old day raises no alert there. Raises `SagwanError` where the folder or the ledger cannot be read.
    """
    ledger = Path(settings.ledger)
    since, before = None, frozenset[str]()
    if ledger.exists():
        with reading(ledger) as db:
            since = reach(db, lexicon, None, within=AT_LENGTH)
            before = frozenset(alert.key for alert in alerts(db, lexicon, since))
    account = Account()
    keep_all(list(list_sources([folder])), settings, account, lambda: None)
    if not account.kept:
        return Pass(account, ())
    with reading(ledger) as db:
        return Pass(account, tuple(alert for alert in alerts(db, lexicon, since) if alert.key not in before))


def alerts(db: sqlite3.Connection, lexicon: Lexicon, since: str | None = None) -> tuple[Alert, ...]:
    """All that a ledger gives alarm of, were it new, in what came out on `since` or later."""
    found = [_dispute(one) for one in disputes(db, lexicon, told_since=since)]
    found += [_reversal(one) for one in reversals(db, lexicon, told_since=since)]
    found += [alert for deal in deals(db, lexicon, told_since=since).deals for alert in _conflicts(deal)]
    return tuple(found)


def _dispute(one: Dispute) -> Alert:
    first = {p.part: p.evidence.id for p in reversed(one.positions)}
    return Alert("dispute", f"dispute {first.get('claim')} {first.get('denial')}", dispute=one)


def _reversal(one: Reversal) -> Alert:
    return Alert("reversal", f"reversal {one.before[0].id} {one.after[0].id}", reversal=one)


def _conflicts(deal: Deal) -> list[Alert]:
    against = [report for report in deal.reports if report.differs == "conflict"]
    return [Alert("conflict", f"conflict {report.event.id}", deal=deal) for report in against[:1]]
