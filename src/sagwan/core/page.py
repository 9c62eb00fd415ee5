"""A page as received, the zones that tile it, and the articles on it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sagwan.core.span import Span
from sagwan.core.text import Text


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as received and where they came from; named by the SHA-256 of the bytes."""

    data: bytes
    source: str

    @property
    def id(self) -> str:
        """Sixty-four hexadecimal digits over the bytes alone: the same page from two places is one page."""
        return hashlib.sha256(self.data).hexdigest()


class Zone(StrEnum):
    """What part of a page a range of characters is."""

    DATE = "date"
    WEATHER = "weather"
    SECTION = "section"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    TEASER = "teaser"
    RELATED_COUNT = "related_count"
    BANNER = "banner"
    COPYRIGHT = "copyright"
    MENU = "menu"
    REPEAT = "repeat"
    OTHER = "other"


class Part(StrEnum):
    """Whether an article is what the page is for, or a teaser of another page."""

    MAIN = "main"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Block:
    """A range of the text and its zone."""

    zone: Zone
    span: Span


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote it: the bare name, at its place."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Published:
    """When the article came out: the ISO 8601 day, `stated` by the page or `inferred` from when it was changed.

    `clock` is the minute of that day (`10:04`) where the page gives it; `span` is None where the date stands in
    the page's metadata only.
    """

    value: str
    basis: str
    span: Span | None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class WeatherReading:
    """One station of a weather strip; degrees Celsius."""

    station: str
    sky: str
    temp_c: Decimal
    span: Span


@dataclass(frozen=True, slots=True)
class Weather:
    """The weather strip of a page and who supplied it."""

    source: str | None
    readings: tuple[WeatherReading, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A main article or a teaser of one page. `body` holds the paragraphs in reading order, none twice."""

    part: Part
    outlet: str | None
    section: str | None
    headline: Span | None
    bylines: tuple[Byline, ...]
    published: Published | None
    body: tuple[Span, ...]
    truncated: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A page laid out: its text, the blocks that tile it, and its articles, the main one first.

    `seen` is the ISO day that the page's own header gives for the visit; it says nothing about publication.
    """

    page_id: str
    source: str
    text: Text
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]
    outlet: str | None = None
    section: str | None = None
    seen: str | None = None
    related_count: int | None = None
    weather: Weather | None = None

    def __post_init__(self) -> None:
        at = 0
        for block in self.blocks:
            if block.span.start != at:
                raise ValueError(f"blocks do not tile the text: {at} is followed by {block.span.start}")
            at = block.span.end
        if at != len(self.text):
            raise ValueError(f"blocks end at {at}, the text at {len(self.text)}")
