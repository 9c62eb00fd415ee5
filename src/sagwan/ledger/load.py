"""Rows of the ledger → the reading they came from: what was kept and what is given back are equal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.core.page import Article, Block, Byline, Layout, Part, Published, Weather, WeatherReading, Zone
from sagwan.core.reading import Reading
from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.ledger.load_records import Loaded, load_records

if TYPE_CHECKING:
    import sqlite3


def load_reading(db: sqlite3.Connection, key: int) -> Reading:
    """The reading under a key of `readings`. Raises `SagwanError` (`ledger.withdrawn`) where its words are gone."""
    row = db.execute("SELECT * FROM readings JOIN texts ON texts.id = readings.text WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise SagwanError("ledger.no_reading", "그런 판독이 없습니다", str(key))
    _, page, _, _, outlet, section, seen, related, weather_source, text_id, chars = row
    if chars is None:
        at, because = db.execute("SELECT at, because FROM withdrawals WHERE text = ?", (text_id,)).fetchone()
        raise SagwanError("ledger.withdrawn", f"{at}에 내려진 글입니다: {because}", f"지면 {page[:12]}")
    loaded = Loaded.of(db, key)
    articles = tuple(_article(loaded, n) for n in range(len(loaded.rows("articles"))))
    (source,) = db.execute("SELECT min(source) FROM sources WHERE page = ?", (page,)).fetchone()
    layout = Layout(
        page,
        source,
        Text(chars, text_id),
        tuple(Block(Zone(zone), Span(start, stop)) for _, _, zone, start, stop in loaded.rows("blocks")),
        articles,
        outlet,
        section,
        seen,
        related,
        _weather(loaded, weather_source),
    )
    return Reading(layout, tuple(load_records(loaded, n, article) for n, article in enumerate(articles)))


def _weather(loaded: Loaded, source: str | None) -> Weather | None:
    rows = loaded.rows("weather")
    if not rows and source is None:
        return None
    stations = (WeatherReading(r[2], r[3], Decimal(r[4]), Span(r[5], r[6])) for r in rows)
    return Weather(source, tuple(stations))


def _article(loaded: Loaded, n: int) -> Article:
    _, _, part, outlet, section, truncated, *rest = loaded.rows("articles")[n]
    head_start, head_stop, _, published, basis, clock, at_start, at_stop, _ = rest
    return Article(
        Part(part),
        outlet,
        section,
        Span(head_start, head_stop) if head_start is not None else None,
        tuple(Byline(r[3], Span(r[4], r[5])) for r in loaded.of_article("bylines", n)),
        Published(published, basis, Span(at_start, at_stop) if at_start is not None else None, clock)
        if published is not None
        else None,
        tuple(Span(r[3], r[4]) for r in loaded.of_article("paragraphs", n)),
        bool(truncated),
    )
