"""Preparing a large ledger for searching, by a process of its own, so that whoever looks meanwhile is not held up."""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.views.search.shelve import searchable, unsearched
from sagwan.views.threads.sign import unsigned
from sagwan.work.reach import reach

if TYPE_CHECKING:
    import sqlite3
    from multiprocessing.context import SpawnProcess
    from pathlib import Path

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

    def wait(self) -> None:
        """Until the process has ended."""
        if self._process is not None:
            self._process.join()


def is_searchable(db: sqlite3.Connection) -> bool:
    """Whether the articles are prepared for searching and signed, or so few are not that it can be done at once."""
    done, of = searchable(db)
    few = of - done <= _AT_ONCE and unsigned(db) <= _AT_ONCE
    return few and (of == done or unsearched(db) <= _AT_ONCE_CHARS)


def _prepare_there(ledger: Path) -> None:
    from sagwan.lexicon import load_default  # noqa: PLC0415 — only this process analyses: the one that answers does not
    from sagwan.views.disputes import disputes  # noqa: PLC0415
    from sagwan.views.index.open import open_index  # noqa: PLC0415
    from sagwan.views.recollection import Recollection  # noqa: PLC0415
    from sagwan.views.threads.sign import bring_signatures  # noqa: PLC0415

    recollection = Recollection(ledger)
    with open_index(ledger, load_default()) as index:
        recollection.recall(index.db)
        bring_signatures(index, lambda _done, _of: None)
        # What a front page holds against each other: whoever starts next need not load the analyser for it.
        disputes(index.db, index.lexicon, told_since=reach(index.db, index.lexicon, None))
    recollection.keep()
