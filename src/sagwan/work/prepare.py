"""Preparing a large ledger for searching, by a process of its own, so that whoever looks meanwhile is not held up."""

from __future__ import annotations

import multiprocessing
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess
    from pathlib import Path


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

    def wait(self) -> None:
        """Until the process has ended."""
        if self._process is not None:
            self._process.join()


def _prepare_there(ledger: Path) -> None:
    from sagwan.lexicon import load_default  # noqa: PLC0415 — only this process analyses: the one that answers does not
    from sagwan.views.index.open import open_index  # noqa: PLC0415
    from sagwan.views.threads.sign import bring_signatures  # noqa: PLC0415

    with open_index(ledger, load_default()) as index:
        bring_signatures(index, lambda _done, _of: None)
