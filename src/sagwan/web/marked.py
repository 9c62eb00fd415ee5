"""What a page yielded, record by record, with the words each stands on: the article as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.entity import Entity
from sagwan.ledger.load import load_reading
from sagwan.ledger.query import page_key
from sagwan.views.facts import Fact, facts
from sagwan.web.listing import Listing, portion

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sagwan.core.reading import Reading, Records
    from sagwan.lexicon import Lexicon
    from sagwan.views.facts import Record
    from sagwan.web.parameters import OfMarks


@dataclass(frozen=True, slots=True)
class Marked:
    """A record: its id or address, its words, and where they stand, code points of the page's text. Of somebody who is
    named in many places it is the first one.
    """

    id: str
    article: str
    kind: str
    words: str
    start: int
    end: int
    facts: tuple[Fact, ...]


def marked(db: sqlite3.Connection, _: Lexicon, ask: OfMarks) -> Listing[Marked]:
    """The records of a page in the order of the text."""
    found = sorted(_marked(load_reading(db, page_key(db, ask.page))), key=lambda one: (one.start, -one.end, one.id))
    return portion(found, ask, lambda one: one.id)


def _marked(reading: Reading) -> Iterator[Marked]:
    text = reading.layout.text
    for n, records in enumerate(reading.articles):
        article = f"{reading.layout.page_id[:12]}:{n}"
        for kind, id_, record in _listed(records, article):
            span = record.mentions[0].span if isinstance(record, Entity) else record.span
            yield Marked(id_, article, kind, text.cut(span), span.start, span.end, facts(record, records, text))


def _listed(records: Records, article: str) -> Iterator[tuple[str, str, Record]]:
    yield from (("entity", one.id, one) for one in records.entities)
    yield from (("statement", one.id, one) for one in records.statements)
    yield from (("event", one.id, one) for one in records.events)
    values: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("money", records.money),
        ("share", records.shares),
        ("count", records.counts),
        ("time", records.times),
    )
    for kind, found in values:
        yield from ((kind, f"{article}:{kind}:{at}", one) for at, one in enumerate(found))
