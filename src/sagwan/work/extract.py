"""Pages → lines of JSON, without a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.work.outcome import Read, Refused
from sagwan.work.pool import read_all
from sagwan.work.reader import Reader
from sagwan.work.reading_json import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.work.settings import Settings


def extract_all(sources: Sequence[str], settings: Settings) -> Iterator[bytes | Refused]:
    """For each source in turn its reading as one line of JSON, or the refusal."""
    reader = Reader.load(settings.max_bytes)
    for outcome in read_all(sources, reader, line_of, settings.workers):
        if isinstance(outcome, bytes | Refused):
            yield outcome


def line_of(read: Read) -> bytes:
    """What was read as one line of JSON."""
    return to_json(read.reading)
