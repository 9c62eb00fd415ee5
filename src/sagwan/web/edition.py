"""Which state of the ledger is shown: of a small one always the newest, of a large one editions a minute apart.

Bringing the side file of a large ledger to a new page takes half a second; whoever reads does not wait for that.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.views.index.open import open_index
from sagwan.views.threads.sign import bring_signatures
from sagwan.work.prepare import is_searchable

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from sagwan.lexicon import Lexicon

_LARGE = 5_000
# With each edition every answer is made anew when it is first asked for: 50 readers of 200 addresses of 100,000
# articles waited 261 ms at p95 with editions ten seconds apart, and 39 with these.
_APART_S = 60.0


@dataclass(slots=True)
class Edition:
    """The state that answers are made from. `large`: the ledger was found to be."""

    ledger: Path
    lexicon: Lexicon
    large: bool = False
    _shown: str = ""
    _since: float = 0.0
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def mark(self) -> str:
        """A word that changes whenever answers may; of a large ledger this begins the next edition when it is due."""
        now = self._seen()
        if not self.large or not self._shown:
            self._shown = now
        elif now != self._shown and time.monotonic() - self._since > _APART_S:
            self._since = time.monotonic()
            threading.Thread(target=self.bring, daemon=True).start()
        return self._shown

    def bring(self) -> None:
        """The newest edition, now. What came into a large ledger is made ready for searching with it: readers who each
        did so would wait for each other, and whoever comes after them for all.
        """
        with self._turn:
            now = self._seen()
            with open_index(self.ledger, self.lexicon) as index:
                if self.large and is_searchable(index.db):
                    bring_signatures(index, lambda _done, _of: None)
                self._shown, self._since = now, time.monotonic()

    def measure(self, db: sqlite3.Connection) -> None:
        """Find out whether an open ledger, its side file attached, is large."""
        (held,) = db.execute("SELECT count(*) FROM (SELECT 1 FROM side.articles LIMIT ?)", (_LARGE + 1,)).fetchone()
        self.large = held > _LARGE

    def _seen(self) -> str:
        """The size and time of the ledger's file and of its write-ahead log."""
        seen = []
        for path in (self.ledger, self.ledger.with_name(f"{self.ledger.name}-wal")):
            try:
                found = path.stat()
            except OSError:
                seen.append("-")
            else:
                seen.append(f"{found.st_size}.{found.st_mtime_ns}")
        return ":".join(seen)
