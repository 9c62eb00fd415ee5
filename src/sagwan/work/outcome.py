"""What became of a page: read, or refused with a reason."""

from __future__ import annotations

from dataclasses import dataclass
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
class Refused:
    """A page that was not; `page_id` is known where its bytes could be had."""

    source: str
    refusal: Refusal
    page_id: str | None = None


Outcome = Read | Refused
