"""What became of a page, and the account of all of them: in = kept + known + refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.core.errors import Refusal
    from sagwan.core.page import Page
    from sagwan.core.reading import Reading


@dataclass(frozen=True, slots=True)
class Read:
    """A page that was read."""

    source: str
    page: Page
    reading: Reading


@dataclass(frozen=True, slots=True)
class Known:
    """A page that this run has read before."""

    source: str
    page_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A page that was not read or not kept; `page_id` is known where its bytes could be had."""

    source: str
    refusal: Refusal
    page_id: str | None = None


@dataclass(slots=True)
class Account:
    """How many pages came and what became of them; `refused` lists each with its reason."""

    kept: int = 0
    known: int = 0
    records: int = 0
    refused: list[Refused] = field(default_factory=list)

    @property
    def came(self) -> int:
        """All pages, none left out."""
        return self.kept + self.known + len(self.refused)

    @property
    def codes(self) -> Counter[str]:
        """How often each reason was given."""
        return Counter(one.refusal.code for one in self.refused)

    def line(self) -> str:
        """The account in one line, for a person."""
        parts = [f"새로 적음 {self.kept:,}"]
        if self.known:
            parts.append(f"이미 있음 {self.known:,}")
        codes = ", ".join(f"{code} {n:,}" for code, n in sorted(self.codes.items()))
        parts.append(f"거절 {len(self.refused):,}" + (f" ({codes})" if codes else ""))
        return f"지면 {self.came:,} = {' + '.join(parts)}"
