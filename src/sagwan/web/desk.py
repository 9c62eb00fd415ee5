"""The ledger as many readers look at it at once: connections, the knowledge, and answers kept while nothing changes."""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger.connect import opened_to_read, said_plainly
from sagwan.views.index.open import index_of
from sagwan.views.recollection import Recollection
from sagwan.web.edition import Edition
from sagwan.work.prepare import Preparation

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
    """A finished answer: its bytes (`packed`: with gzip), its media type, and the tag by which a browser asks
    whether it is still so.
    """

    body: bytes
    media: str
    tag: str
    packed: bytes | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """An answer, the mark of the ledger that it is true of, when it was made (seconds of a steady clock), and how long
    that took.
    """

    kept: Kept
    mark: str
    at: float
    took: float

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.kept.body) + len(self.kept.packed or b"")


class Memory:
    """Answers by what was asked, each with the mark of the ledger that it is true of; at most so many bytes, the least
    used go first. Safe to use from several threads.
    """

    def __init__(self, most: int = 64_000_000) -> None:
        self._most = most
        self._held: OrderedDict[tuple[str, ...], Remembered] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, asked: tuple[str, ...]) -> Remembered | None:
        """The answer given last to the same question."""
        with self._lock:
            if asked not in self._held:
                return None
            self._held.move_to_end(asked)
            return self._held[asked]

    def put(self, asked: tuple[str, ...], one: Remembered) -> None:
        """Keep an answer."""
        with self._lock:
            old = self._held.pop(asked, None)
            self._size += one.size - (old.size if old else 0)
            self._held[asked] = one
            while self._size > self._most and self._held:
                self._size -= self._held.popitem(last=False)[1].size

    def forget(self) -> None:
        """Drop all: somebody here changed the ledger, and shall see it at once."""
        with self._lock:
            self._held.clear()
            self._size = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page and every answer is made from. `turn`: held by what reads a whole text; the analyser is one."""

    settings: Settings
    lexicon: Lexicon
    memory: Memory = field(default_factory=Memory)
    turn: threading.Lock = field(default_factory=threading.Lock)
    edition: Edition = field(init=False)
    preparation: Preparation = field(init=False)
    recollection: Recollection = field(init=False)
    _spare: list[tuple[str, sqlite3.Connection]] = field(default_factory=list)

    def __post_init__(self) -> None:
        object.__setattr__(self, "edition", Edition(self.ledger, self.lexicon))
        object.__setattr__(self, "preparation", Preparation(self.ledger))
        object.__setattr__(self, "recollection", Recollection(self.ledger))

    @property
    def ledger(self) -> Path:
        """The ledger's file."""
        return Path(self.settings.ledger)

    def changed(self) -> None:
        """Somebody here changed the ledger, and shall see it at once."""
        self.edition.bring()
        self.memory.forget()

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """A connection that cannot write and from which no path of this machine can be read.

        Raises `SagwanError` (`ledger.missing` …), and SQLite's own errors as such too.
        """
        mark = self.edition.mark()
        db = self._at_hand(mark) or self._open()
        try:
            with said_plainly(self.ledger):
                yield db
        except SagwanError:
            self._spare.append((mark, db))
            raise
        except BaseException:
            db.close()
            raise
        self._spare.append((mark, db))

    def _at_hand(self, mark: str) -> sqlite3.Connection | None:
        """A connection that was opened when the ledger was as it is now; those from before are closed."""
        while self._spare:
            try:
                then, db = self._spare.pop()
            except IndexError:  # another thread took the last
                return None
            if then == mark:
                return db
            db.close()
        return None

    def _open(self) -> sqlite3.Connection:
        db = opened_to_read(self.ledger)
        try:
            with said_plainly(self.ledger):
                db.create_function("leaf", 1, leaf, deterministic=True)
                db.execute("PRAGMA query_only = OFF")
                db.executescript(_UNSEEN)
                if not self.edition.large:
                    self.preparation.must_stand(db, self.lexicon)
                index_of(db, self.lexicon, as_it_stands=self.edition.large)
                if self.recollection.standing is None:
                    self.recollection.recall(db)
                self.edition.measure(db)
                db.execute("PRAGMA query_only = ON")
        except BaseException:
            db.close()
            raise
        return db

    def close(self) -> None:
        """Let go of the ledger, and leave behind what was found out."""
        self.preparation.end()
        if self.recollection.standing is not None:
            with suppress(SagwanError, OSError, sqlite3.Error):
                self.recollection.keep()
        while self._spare:
            self._spare.pop()[1].close()
