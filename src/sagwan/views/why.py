"""Why the ledger holds a record: its words, the rules by name, and how the speaker or actor was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.entity import Entity
from sagwan.core.errors import SagwanError
from sagwan.ledger import query
from sagwan.ledger.load import load_reading
from sagwan.views.around import sentence_around
from sagwan.views.facts import Fact, facts
from sagwan.views.rule_names import rule_name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sagwan.core.page import Layout
    from sagwan.core.reading import Records
    from sagwan.core.reason import Reason
    from sagwan.core.span import Span
    from sagwan.ledger.keys import Run
    from sagwan.views.facts import Record


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation: how deep it stands, the rule, its words, a remark."""

    depth: int
    rule: str
    words: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Why:
    """The derivation of one record. `before` and `after` are the words around `words`, up to the sentence's ends.

    `start` and `end` are code points of the page's text; `run` is what read it.
    """

    id: str
    kind: str
    before: str
    words: str
    after: str
    start: int
    end: int
    facts: tuple[Fact, ...]
    steps: tuple[Step, ...]
    page: str
    source: str
    headline: str | None
    outlet: str | None
    published: str | None
    run: Run


def why(db: sqlite3.Connection, record: str) -> Why:
    """The derivation of the record with this id or address. Raises `SagwanError` (`ledger.no_record`)."""
    at = query.locate(db, record)
    reading = load_reading(db, at.reading)
    if at.article >= len(reading.articles) or at.n >= len(_listed(at.kind, reading.articles[at.article])):
        raise SagwanError("ledger.no_record", "장부에 그런 기록이 없습니다", record)
    records, layout = reading.articles[at.article], reading.layout
    one = _listed(at.kind, records)[at.n]
    span = one.mentions[0].span if isinstance(one, Entity) else one.span
    around = _around(span, records, layout)
    headline, published = records.article.headline, records.article.published
    return Why(
        record,
        at.kind,
        layout.text.chars[around.start : span.start],
        layout.text.cut(span),
        layout.text.chars[span.end : around.end],
        span.start,
        span.end,
        facts(one, records, layout.text),
        tuple(_steps(one.reason, layout, 0)),
        layout.page_id,
        layout.source,
        layout.text.cut(headline) if headline else None,
        records.article.outlet,
        published.value if published else None,
        query.run_of(db, at.reading),
    )


def _around(span: Span, records: Records, layout: Layout) -> Span:
    paragraph = next((p for p in records.article.body if p.covers(span)), None)
    return sentence_around(layout.text.chars, span, paragraph)


def _listed(kind: str, records: Records) -> tuple[Record, ...]:
    lists: dict[str, tuple[Record, ...]] = {
        "entity": records.entities,
        "statement": records.statements,
        "event": records.events,
        "money": records.money,
        "share": records.shares,
        "count": records.counts,
        "time": records.times,
    }
    return lists[kind]


def _steps(reason: Reason | None, layout: Layout, depth: int) -> Iterator[Step]:
    if reason is not None:
        yield Step(depth, rule_name(reason.rule), _words(reason.span, layout), reason.note)
        for part in reason.parts:
            yield from _steps(part, layout, depth + 1)


def _words(span: Span | None, layout: Layout) -> str | None:
    return layout.text.cut(span) if span else None
