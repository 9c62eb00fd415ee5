"""A draft as text → its reading and what a desk should look at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sagwan.core.page import Page, Part, Published
from sagwan.extract.read import read_layout
from sagwan.korean.kiwi import analyser
from sagwan.page import lay_out
from sagwan.views.checks.check import check

if TYPE_CHECKING:
    import sqlite3

    from sagwan.core.reading import Reading
    from sagwan.lexicon import Lexicon
    from sagwan.views.checks.finding import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft's text as it was read, and the findings on it by place."""

    text: str
    findings: tuple[Finding, ...]


def read_draft(text: str, day: str | None, lexicon: Lexicon) -> Reading:
    """Read a draft as if it came out on an ISO 8601 day, unless it gives its own; raises what `lay_out` raises."""
    layout = lay_out(Page(text.encode(), "초고.txt"), lexicon)
    if day is not None:
        dated = tuple(
            replace(one, published=Published(day, "stated", None))
            if one.part is Part.MAIN and one.published is None
            else one
            for one in layout.articles
        )
        layout = replace(layout, articles=dated)
    return read_layout(layout, lexicon, analyser())


def check_draft(text: str, day: str | None, lexicon: Lexicon, db: sqlite3.Connection | None) -> Checked:
    """Hold a draft against itself and, where there is one, the ledger."""
    reading = read_draft(text, day, lexicon)
    return Checked(reading.layout.text.chars, check(reading, lexicon, db))
