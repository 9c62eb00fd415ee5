"""How far back an answer about nobody in particular reaches: it is made from the latest articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.views.index.open import index_of

if TYPE_CHECKING:
    import sqlite3

    from sagwan.lexicon import Lexicon

# So many cost about a tenth of a second; a ledger of no more is answered whole. Earlier ones are asked for by `as_of`.
LATEST = 300


def reach(db: sqlite3.Connection, lexicon: Lexicon, as_of: str | None, name: str | None = None) -> str | None:
    """The day since which articles count; None where all do, since somebody is named or the ledger is small."""
    return index_of(db, lexicon).horizon(LATEST, as_of) if name is None else None
