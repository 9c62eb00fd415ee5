"""Taking a page down: its words leave the ledger, and every answer; what rested on them stands without them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger.connect import reading
from sagwan.ledger.store import open_store
from sagwan.ledger.takedown import Leaving, leaving
from sagwan.views.erasure import erase
from sagwan.work.prepare import make_ready

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sagwan.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Takedown:
    """A page that was taken down, when, and why. `written_over`: no byte of its words is left in the files of the
    ledger; while another program reads there, some are until it ends.
    """

    leaving: Leaving
    at: str
    because: str
    written_over: bool


def withdraw(ledger: Path, page: str, *, because: str, lexicon: Lexicon, heard: Callable[[int, int], None]) -> Takedown:
    """Take down the page with this id, beginning of an id, or source, and every page of the same characters. It cannot
    be undone, and the page does not come back when it is read again.

    `heard` is told how far the answers are made anew. Raises `SagwanError`: `withdraw.no_reason`, `ledger.no_page`,
    `ledger.which_page`, `ledger.withdrawn`, `ledger.locked`.
    """
    if not because.strip():
        raise SagwanError("withdraw.no_reason", "까닭이 비어 있습니다", page, "누가 왜 내리게 했는지 적으십시오")
    with reading(ledger) as db:
        going = leaving(db, page)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with open_store(ledger) as store:
        gone = [store.withdraw(text, at, because.strip()) for text in going.texts]
    with reading(ledger) as db:
        make_ready(db, lexicon, heard)
    return Takedown(going, at, because.strip(), erase(ledger) and all(gone))
