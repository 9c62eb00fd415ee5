"""Reading → rows of the ledger's tables, with the seal over them. Pure: workers make them, one writer keeps them."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from sagwan.ledger.record_rows import at, record_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sagwan.core.page import Article, Layout, Page
    from sagwan.core.reading import Reading
    from sagwan.ledger.keys import Run
    from sagwan.ledger.record_rows import Row

# Every table that holds part of a reading, in the order in which the seal goes over them.
PARTS = (
    "readings",
    "blocks",
    "weather",
    "articles",
    "bylines",
    "paragraphs",
    "entities",
    "aliases",
    "mentions",
    "roles",
    "statements",
    "abouts",
    "candidates",
    "money",
    "shares",
    "counts",
    "times",
    "events",
    "arguments",
    "reasons",
)


@dataclass(frozen=True, slots=True)
class Rows:
    """One reading, ready to be kept. `tables` leaves out those to which it adds nothing; `data` is zlib's."""

    key: int
    run: Run
    page_id: str
    source: str
    size: int
    data: bytes
    text_id: str
    chars: str
    tables: Mapping[str, tuple[Row, ...]]
    seal: str

    def __len__(self) -> int:
        return sum(len(rows) for rows in self.tables.values())


def to_rows(page: Page, reading: Reading, run: Run) -> Rows:
    """The rows of one reading, every quote cut by `Text.quote` from the characters at its range."""
    layout = reading.layout
    key = run.reading(page.id)
    found: dict[str, list[Row]] = {name: [] for name in PARTS}
    _layout(found, key, run, layout)
    for n, records in enumerate(reading.articles):
        _article(found, key, n, layout, records.article)
        record_rows(found, key, n, layout.text, records)
    tables = {name: tuple(rows) for name, rows in found.items() if rows}
    text = layout.text
    return Rows(
        key,
        run,
        page.id,
        page.source,
        len(page.data),
        zlib.compress(page.data, 1),
        text.id,
        text.chars,
        tables,
        seal(tables.items()),
    )


def seal(tables: Iterable[tuple[str, Iterable[Row]]]) -> str:
    """The SHA-256 over the rows of one reading, tables in the order of `PARTS`, rows in that of their keys."""
    return hashlib.sha256(msgspec.json.encode([(name, tuple(rows)) for name, rows in tables])).hexdigest()


def _layout(found: dict[str, list[Row]], key: int, run: Run, layout: Layout) -> None:
    weather = layout.weather
    found["readings"].append(
        (
            key,
            layout.page_id,
            run.key,
            layout.text.id,
            layout.outlet,
            layout.section,
            layout.seen,
            layout.related_count,
            weather.source if weather else None,
        )
    )
    found["blocks"] = [(key, n, b.zone.value, b.span.start, b.span.end) for n, b in enumerate(layout.blocks)]
    for n, w in enumerate(weather.readings if weather else ()):
        quote = layout.text.quote(w.span).quote
        found["weather"].append((key, n, w.station, w.sky, format(w.temp_c, "f"), w.span.start, w.span.end, quote))


def _article(found: dict[str, list[Row]], key: int, n: int, layout: Layout, article: Article) -> None:
    published = article.published
    found["articles"].append(
        (
            key,
            n,
            article.part.value,
            article.outlet,
            article.section,
            int(article.truncated),
            *at(layout.text, article.headline),
            published.value if published else None,
            published.basis if published else None,
            published.clock if published else None,
            *at(layout.text, published.span if published else None),
        )
    )
    found["bylines"] += [(key, n, i, b.name, *at(layout.text, b.span)) for i, b in enumerate(article.bylines)]
    found["paragraphs"] += [(key, n, i, span.start, span.end) for i, span in enumerate(article.body)]
