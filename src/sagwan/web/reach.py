"""How far back an answer about nobody in particular reaches: it is made from the latest articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.views.index.open import index_of
from sagwan.views.search.shelve import searchable
from sagwan.web.asks import day

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from sagwan.lexicon import Lexicon

# So many cost about a tenth of a second; a ledger of no more is answered whole. Earlier ones are asked for by `as_of`.
LATEST = 300
# So few articles are prepared for searching while the reader waits: a second or two.
_AT_ONCE = 200


def reach(db: sqlite3.Connection, lexicon: Lexicon, as_of: date | None, name: str | None = None) -> str | None:
    """The day since which articles count; None where all do, since somebody is named or the ledger is small."""
    return index_of(db, lexicon).horizon(LATEST, day(as_of)) if name is None else None


def is_searchable(db: sqlite3.Connection) -> bool:
    """Whether the articles are prepared for searching, or so few are not that it can be done at once."""
    done, of = searchable(db)
    return of - done <= _AT_ONCE
