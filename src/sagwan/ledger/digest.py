"""The name of a ledger's contents: a function of the set of pages read, not of their order or the workers."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def digest(db: sqlite3.Connection) -> str:
    """The SHA-256 over the seals of all readings, sorted. Sources, refusals and judgements are not in it."""
    hash_ = hashlib.sha256()
    for (seal,) in db.execute("SELECT digest FROM seals ORDER BY digest"):
        hash_.update(bytes.fromhex(seal))
    return hash_.hexdigest()
