"""Keys that follow from content: the same page read by the same run has the same key in every ledger."""

from __future__ import annotations

from dataclasses import dataclass

from sagwan.core.ids import content_id


@dataclass(frozen=True, slots=True)
class Run:
    """What reads: Sagwan's version, the lexicon's digest, the models behind the analysis."""

    version: str
    lexicon: str
    models: str

    @property
    def key(self) -> int:
        """The key of this run."""
        return _key("run", self.version, self.lexicon, self.models)

    def reading(self, page_id: str) -> int:
        """The key of this run's reading of a page."""
        return _key("reading", page_id, self.key)


def _key(kind: str, *parts: str | int) -> int:
    """63 bits, what an SQLite integer holds above 0: two of 10^6 readings meet with a chance of 5 in 10^8."""
    return int(content_id(kind, *parts).rpartition("-")[2], 16) >> 1
