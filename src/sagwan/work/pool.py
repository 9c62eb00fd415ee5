"""Pages read side by side by several processes: the same answers in the same order, whatever their number."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Self, TypeVar

from sagwan.core.errors import Refusal
from sagwan.work.outcome import Known, Read, Refused
from sagwan.work.sources import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sagwan.work.reader import Reader

T = TypeVar("T")
_TOGETHER = 8  # pages read side by side: the tagger then costs a fifth less; of 32 it costs more again
_AHEAD = 2  # such groups that wait for each worker: enough to keep it busy, few enough to hold in memory

_reader: Reader | None = None  # of this process; forked workers find their parent's here


def read_all(
    sources: Iterable[str], reader: Reader, shape: Callable[[Read], T], workers: int = 1
) -> Iterator[T | Known | Refused]:
    """Read each source and give `shape` of what was read, in the order of the sources.

    `shape` runs beside the reading, in the worker. A page whose worker dies is refused (`read.crashed`) and the
    others go on.
    """
    if workers == 1:
        for group in _groups(sources):
            yield from _shaped(reader, group, shape)
        return
    with _Workers(reader, workers) as pool:
        yield from pool.read(sources, shape)


def _groups(sources: Iterable[str]) -> Iterator[tuple[str, ...]]:
    coming = iter(sources)
    while group := tuple(islice(coming, _TOGETHER)):
        yield group


def _shaped(reader: Reader, group: Sequence[str], shape: Callable[[Read], T]) -> list[T | Known | Refused]:
    outcomes = reader.read_together(group)
    return [shape(outcome) if isinstance(outcome, Read) else outcome for outcome in outcomes]


class _Workers:
    """Processes forked after the model is loaded, which they share (14 MB of their own each instead of 300)."""

    def __init__(self, reader: Reader, workers: int) -> None:
        self.reader = reader
        self.workers = workers
        self.pool = self._start(workers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.pool.shutdown(wait=True, cancel_futures=True)

    def _start(self, workers: int) -> ProcessPoolExecutor:
        global _reader  # noqa: PLW0603 — how a forked process finds it
        _reader = self.reader
        gc.freeze()  # a collection in a worker would write to, and so copy, every page of memory it shares
        way = "fork" if sys.platform == "linux" else "spawn"
        return ProcessPoolExecutor(workers, multiprocessing.get_context(way), _begin, (self.reader,))

    def read(self, sources: Iterable[str], shape: Callable[[Read], T]) -> Iterator[T | Known | Refused]:
        waiting: deque[tuple[tuple[str, ...], Future[list[T | Known | Refused]] | None]] = deque()
        coming = _groups(sources)
        while True:
            while len(waiting) < _AHEAD * self.workers and (group := next(coming, None)) is not None:
                # Standard input belongs to this process.
                waiting.append((group, None if STDIN in group else self.pool.submit(_work, group, shape)))
            if not waiting:
                return
            group, future = waiting.popleft()
            try:
                yield from future.result() if future else _shaped(self.reader, group, shape)
            except BrokenProcessPool:
                for source in (*group, *(one for waited, _ in waiting for one in waited)):
                    yield self._alone(source, shape)
                waiting.clear()
                self.pool = self._start(self.workers)

    def _alone(self, source: str, shape: Callable[[Read], T]) -> T | Known | Refused:
        """Which page killed a worker nobody can tell: each that was in hand is read again by a process of its own."""
        if source == STDIN:
            return _shaped(self.reader, (source,), shape)[0]
        with self._start(1) as pool:
            try:
                return pool.submit(_work, (source,), shape).result()[0]
            except BrokenProcessPool:
                what = "이 지면을 읽던 프로세스가 죽었습니다"
                return Refused(source, Refusal("read.crashed", what, source, "이 지면과 함께 알려 주십시오"))


def _begin(reader: Reader) -> None:
    global _reader  # noqa: PLW0603 — a spawned worker keeps what it was sent
    _reader = _reader or reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends its workers
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(group: Sequence[str], shape: Callable[[Read], T]) -> list[T | Known | Refused]:
    assert _reader is not None
    return _shaped(_reader, group, shape)
