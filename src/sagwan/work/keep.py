"""Pages into a ledger: each read, kept or refused, counted and listed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger.rows import Rows, to_rows
from sagwan.ledger.store import open_store
from sagwan.work.outcome import Account, Known, Read, Refused
from sagwan.work.pool import read_all
from sagwan.work.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sagwan.ledger.keys import Run
    from sagwan.ledger.store import Store
    from sagwan.work.settings import Settings


def keep_all(sources: Sequence[str], settings: Settings, account: Account, heard: Callable[[], None]) -> None:
    """Read every source into the ledger of `settings`, into the `account` too; `heard` is called after each page.

    What stops it (Ctrl-C, a killed process) loses no page that was counted as kept, and a repeat goes on from there.
    Raises `SagwanError` where the ledger cannot be opened; a page that cannot be kept is refused and the rest go on.
    """
    with open_store(Path(settings.ledger)) as store:
        reader = Reader.load(settings.max_bytes)
        reader = Reader.load(settings.max_bytes, store.kept(reader.run))
        shape = partial(rows_of, run=reader.run)
        for outcome in read_all(sources, reader, shape, settings.workers):
            _keep(store, outcome, account)
            heard()


def rows_of(read: Read, run: Run) -> Rows:
    """The rows of what was read."""
    return to_rows(read.page, read.reading, run)


def _keep(store: Store, outcome: Rows | Known | Refused, account: Account) -> None:
    try:
        if isinstance(outcome, Rows):
            if store.keep(outcome):
                account.kept += 1
                account.records += len(outcome)
            else:
                account.known += 1
        elif isinstance(outcome, Known):
            store.add_source(outcome.page_id, outcome.source)
            account.known += 1
        else:
            account.refused.append(outcome)
            store.refuse(outcome.source, outcome.page_id, outcome.refusal)
    except SagwanError as wrong:
        if not isinstance(outcome, Refused):
            where = f"{outcome.source} → {wrong.refusal.where}"
            account.refused.append(Refused(outcome.source, replace(wrong.refusal, where=where), outcome.page_id))
