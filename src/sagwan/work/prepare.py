"""Preparing a large ledger for whoever looks: at the end of reading, else by a process of its own, so that nobody is
held up.
"""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger.connect import reading
from sagwan.views.index.open import index_of, waiting
from sagwan.views.search.shelve import searchable, unsearched
from sagwan.views.threads.sign import unsigned
from sagwan.work.reach import reach

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from multiprocessing.context import SpawnProcess
    from pathlib import Path

    from sagwan.lexicon import Lexicon

# So many readings are brought into the side file while the first page waits: 2 ms each.
_TAKEN_AT_ONCE = 1_000
# So few articles of so few characters are prepared for searching while the reader waits: a second or two.
_AT_ONCE = 200
_AT_ONCE_CHARS = 150_000


@dataclass(slots=True)
class Preparation:
    """At most one process at a time; it ends with this one."""

    ledger: Path
    _process: SpawnProcess | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self) -> None:
        """See to it that somebody is at work; what an earlier process did is kept."""
        with self._lock:
            if self._process is None or not self._process.is_alive():
                way = multiprocessing.get_context("spawn")
                self._process = way.Process(target=_prepare_there, args=(self.ledger,), daemon=True)
                self._process.start()

    def must_stand(self, db: sqlite3.Connection, lexicon: Lexicon) -> None:
        """See to it that an open ledger has its side file.

        Raises `SagwanError` (`ledger.preparing`) while that of a large one is being made.
        """
        done, of = waiting(db, lexicon)
        if of - done > _TAKEN_AT_ONCE:
            self.begin()
            what = "장부를 펼치고 있습니다"
            raise SagwanError("ledger.preparing", what, f"{done:,} / {of:,}", "잠시 뒤에 다시 보십시오")

    def must(self, db: sqlite3.Connection) -> None:
        """See to it that an open ledger can be searched.

        Raises `SagwanError` (`search.preparing`) while a large one is being prepared.
        """
        if not is_searchable(db):
            self.begin()
            done, of = searchable(db)
            what = "찾을 준비를 하고 있습니다"
            raise SagwanError("search.preparing", what, f"{done:,} / {of:,}", "잠시 뒤에 다시 보십시오")

    def see_to(self, db: sqlite3.Connection) -> bool:
        """Begin where much of an open ledger is not prepared; whether it is."""
        ready = is_searchable(db)
        if not ready:
            self.begin()
        return ready

    def end(self) -> None:
        """Stop the process: a server that is told to stop dies by the signal, which no daemon of its own hears of."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()

    def wait(self) -> None:
        """Until the process has ended."""
        if self._process is not None:
            self._process.join()


def is_searchable(db: sqlite3.Connection) -> bool:
    """Whether the articles are prepared for searching and signed, or so few are not that it can be done at once."""
    done, of = searchable(db)
    few = of - done <= _AT_ONCE and unsigned(db) <= _AT_ONCE
    return few and (of == done or unsearched(db) <= _AT_ONCE_CHARS)


def make_ready(db: sqlite3.Connection, lexicon: Lexicon, heard: Callable[[int, int], None]) -> None:
    """Make at once what whoever looks first at an open ledger would wait for: its side file, the search with its
    signatures, and what the quotations on the front page are about, for which alone the analyser would be loaded.
    """
    from sagwan.views.disputes.disputes import disputes  # noqa: PLC0415 — whoever only asks whether it is ready needs none of it
    from sagwan.views.recollection import Recollection  # noqa: PLC0415
    from sagwan.views.reversals.reversals import reversals  # noqa: PLC0415
    from sagwan.views.threads.sign import bring_signatures  # noqa: PLC0415

    index = index_of(db, lexicon, heard)
    recollection = Recollection(index.path)
    recollection.recall(db)
    bring_signatures(index, heard)
    since = reach(db, lexicon, None)
    disputes(db, lexicon, told_since=since)
    reversals(db, lexicon, told_since=since)
    recollection.keep()


def _prepare_there(ledger: Path) -> None:
    from sagwan.lexicon import load_default  # noqa: PLC0415 — only this process needs it

    with reading(ledger) as db:
        make_ready(db, load_default(), lambda _done, _of: None)
