"""Bytes → layout → reading, or a refusal that says why."""

from __future__ import annotations

import gc
import os
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sagwan import __version__
from sagwan.core.errors import Refusal, SagwanError
from sagwan.extract.read import read_layouts
from sagwan.korean.kiwi import MODEL, analyser
from sagwan.ledger.keys import Run
from sagwan.lexicon import load_default
from sagwan.page import lay_out
from sagwan.work.outcome import Known, Read, Refused
from sagwan.work.sources import open_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from sagwan.core.page import Layout, Page
    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon

# A page makes some thousands of records that live as long as it and hold no cycle. At Python's 700 the search for
# cycles takes 0.13 of bare Kiwi's time.
_YOUNG = 100_000


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs: the knowledge, the analyser, how large a page may be, and which readings there are."""

    lexicon: Lexicon
    analyser: Analyser
    max_bytes: int
    kept: AbstractSet[int] = frozenset()

    @classmethod
    def load(cls, max_bytes: int, kept: AbstractSet[int] = frozenset()) -> Reader:
        """With the knowledge that ships with the package; takes 1 to 2 seconds the first time in a process.

        From then on the process looks for garbage in cycles less often: every `_YOUNG` new objects.
        """
        reader = cls(load_default(), analyser(), max_bytes, kept)
        gc.freeze()
        gc.set_threshold(_YOUNG)
        return reader

    @property
    def run(self) -> Run:
        """What this reader's readings are named by."""
        return Run(__version__, self.lexicon.digest, MODEL)

    def read(self, source: str) -> Read | Known | Refused:
        """The page at `source`. Raises nothing but what stops the whole program.

        A fault of the program itself on one page is a refusal like any other (`read.failed`, with the place in the
        code), so that the other pages go on; with `SAGWAN_DEBUG` set it is raised.
        """
        (outcome,) = self.read_together((source,))
        return outcome

    def read_together(self, sources: Sequence[str]) -> list[Read | Known | Refused]:
        """The page at each source as `read` gives it; side by side they cost less than one after the other."""
        opened = [self._open(source) for source in sources]
        readings = iter(self._read([one for one in opened if isinstance(one, _Opened)]))
        return [next(readings) if isinstance(one, _Opened) else one for one in opened]

    def _open(self, source: str) -> _Opened | Known | Refused:
        page = None
        try:
            page = open_page(source, self.max_bytes)
            if self.kept and self.run.reading(page.id) in self.kept:
                return Known(source, page.id)
            return _Opened(source, page, lay_out(page, self.lexicon))
        except Exception as fault:
            if _is_shown(fault):
                raise
            return _refused(source, page, fault)

    def _read(self, opened: list[_Opened]) -> list[Read | Refused]:
        try:
            readings = read_layouts([one.layout for one in opened], self.lexicon, self.analyser)
        except Exception as fault:
            if len(opened) > 1:
                return [outcome for one in opened for outcome in self._read([one])]
            if _is_shown(fault):
                raise
            return [_refused(opened[0].source, opened[0].page, fault)]
        return [Read(one.source, one.page, reading) for one, reading in zip(opened, readings, strict=True)]


class _Opened(NamedTuple):
    source: str
    page: Page
    layout: Layout


def _is_shown(fault: Exception) -> bool:
    return bool(os.environ.get("SAGWAN_DEBUG")) and not isinstance(fault, SagwanError)


def _refused(source: str, page: Page | None, fault: Exception) -> Refused:
    refusal = fault.refusal if isinstance(fault, SagwanError) else _fault(source, fault)
    return Refused(source, refusal, page.id if page else None)


def _fault(source: str, fault: Exception) -> Refusal:
    at = traceback.extract_tb(fault.__traceback__)[-1]
    return Refusal(
        "read.failed",
        f"프로그램의 잘못입니다: {type(fault).__name__}: {fault} ({Path(at.filename).name}:{at.lineno})",
        source,
        "이 지면과 함께 알려 주십시오",
    )
