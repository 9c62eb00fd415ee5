"""The ledger as many readers look at it at once: connections, the knowledge, and answers kept while nothing changes."""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from sagwan.ledger.connect import reading, said_plainly
from sagwan.views.index.open import index_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.lexicon import Lexicon
    from sagwan.work.settings import Settings

# Full paths tell a reader of the pages how this machine is laid out; a name tells him which page it was.
_UNSEEN = """
CREATE TEMP VIEW sources AS SELECT page, leaf(source) AS source FROM main.sources;
CREATE TEMP VIEW refusals AS
  SELECT leaf(source) AS source, page, code, what, leaf(place) AS place, repair FROM main.refusals;
"""


def leaf(source: str | None) -> str | None:
    """What may be shown of where a page came from: an address of the web whole, of a file its name alone."""
    if source is None or source.startswith(("http://", "https://")):
        return source
    return PurePosixPath(PureWindowsPath(source).name).name or source


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished answer: its bytes, its media type, and the tag by which a browser asks whether it is still so."""

    body: bytes
    media: str
    tag: str
    status: int = 200


class Memory:
    """Answers by what was asked, forgotten once the ledger changes; at most so many bytes, the least used go first.

    Safe to use from several threads.
    """

    def __init__(self, most: int = 64_000_000) -> None:
        self._most = most
        self._held: OrderedDict[tuple[str, ...], Kept] = OrderedDict()
        self._size = 0
        self._mark = ""
        self._lock = threading.Lock()

    def get(self, mark: str, asked: tuple[str, ...]) -> Kept | None:
        """The answer given before to the same question to the same ledger."""
        with self._lock:
            if mark != self._mark or asked not in self._held:
                return None
            self._held.move_to_end(asked)
            return self._held[asked]

    def put(self, mark: str, asked: tuple[str, ...], kept: Kept) -> None:
        """Keep an answer; an answer of an older ledger than the last one seen is dropped at once."""
        with self._lock:
            if mark != self._mark:
                self._held.clear()
                self._size, self._mark = 0, mark
            old = self._held.pop(asked, None)
            self._size += len(kept.body) - (len(old.body) if old else 0)
            self._held[asked] = kept
            while self._size > self._most and self._held:
                self._size -= len(self._held.popitem(last=False)[1].body)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page and every answer is made from. `turn`: held by what reads a whole text; the analyser is one."""

    settings: Settings
    lexicon: Lexicon
    memory: Memory = field(default_factory=Memory)
    turn: threading.Lock = field(default_factory=threading.Lock)

    @property
    def ledger(self) -> Path:
        """The ledger's file."""
        return Path(self.settings.ledger)

    def mark(self) -> str:
        """A word that changes whenever the ledger does: the size and time of its file and of its write-ahead log."""
        seen = []
        for path in (self.ledger, self.ledger.with_name(f"{self.ledger.name}-wal")):
            try:
                found = path.stat()
            except OSError:
                seen.append("-")
            else:
                seen.append(f"{found.st_size}.{found.st_mtime_ns}")
        return ":".join(seen)

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """A connection that cannot write and from which no path of this machine can be read.

        Raises `SagwanError` (`ledger.missing` …), and SQLite's own errors as such too.
        """
        with reading(self.ledger) as db, said_plainly(self.ledger):
            db.create_function("leaf", 1, leaf, deterministic=True)
            db.execute("PRAGMA query_only = OFF")
            db.executescript(_UNSEEN)
            index_of(db, self.lexicon)
            db.execute("PRAGMA query_only = ON")
            yield db
