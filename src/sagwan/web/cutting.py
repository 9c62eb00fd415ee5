"""A page's text cut where its zones and records begin and end, ready to be shown: a browser never sees an offset."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sagwan.core.reading import Reading, Records
    from sagwan.core.span import Span

# From the outermost to the innermost: what stands further back is what a click opens. A range is no record of its own:
# characters that somebody points at.
RANGE = "range"
KINDS = (RANGE, "statement", "event", "time", "count", "share", "money", "entity")
# A line longer than this is shown in stretches: a browser lays out a million characters in one line for half a minute.
_STRETCH = 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that belong to the same records. `kinds` from the outermost to the innermost, `record` the innermost's
    id, `records` all ids; `sort` is what the innermost is more closely (a person, a denial, a plan).
    """

    text: str
    kinds: tuple[str, ...] = ()
    record: str | None = None
    records: tuple[str, ...] = ()
    sort: str | None = None


@dataclass(frozen=True, slots=True)
class Zoned:
    """A block of the page: its zone, whose article it is (None where no article's), and its lines in pieces."""

    zone: str
    part: str | None
    lines: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: str
    record: str
    sort: str | None


def zoned(reading: Reading, at: Span | None = None) -> tuple[Zoned, ...]:
    """The whole page, block by block, without what is blank; `at`: characters of the text to mark besides."""
    pointed = [_Mark(at, RANGE, RANGE, None)] if at is not None else []
    marks = sorted([*_marks(reading), *pointed], key=lambda m: (m.span.start, -m.span.end, KINDS.index(m.kind)))
    chars = reading.layout.text.chars
    found = []
    for block in reading.layout.blocks:
        lines = tuple(_lines(chars, block.span, [m for m in marks if m.span.overlaps(block.span)]))
        if lines:
            found.append(Zoned(block.zone.value, _owner(block.span, reading), lines))
    return tuple(found)


def _owner(span: Span, reading: Reading) -> str | None:
    for records in reading.articles:
        article = records.article
        own = [*article.body, *([article.headline] if article.headline else [])]
        if any(one.overlaps(span) for one in own):
            return article.part.value
    return None


def _lines(chars: str, span: Span, marks: list[_Mark]) -> Iterator[tuple[Piece, ...]]:
    edges = {span.start, span.end}
    for mark in marks:
        edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    start = span.start
    ordered = sorted(edges)
    starting: dict[int, list[_Mark]] = defaultdict(list)
    for mark in marks:
        starting[max(mark.span.start, span.start)].append(mark)
    line: list[Piece] = []
    open_: list[_Mark] = []
    for start, end in pairwise(ordered):
        open_ = [m for m in open_ if m.span.end > start] + starting[start]
        for n, text in enumerate(chars[start:end].split("\n")):
            if n and any(piece.text.strip() for piece in line):
                yield tuple(line)
            if n:
                line = []
            for at in range(0, len(text), _STRETCH):
                if at:
                    yield tuple(line)
                    line = []
                line.append(_piece(text[at : at + _STRETCH], open_))
    if any(piece.text.strip() for piece in line):
        yield tuple(line)


def _piece(text: str, marks: list[_Mark]) -> Piece:
    if not marks:
        return Piece(text)
    ordered = sorted(marks, key=lambda m: (KINDS.index(m.kind), -len(m.span)))
    inner = ordered[-1]
    kinds = tuple(dict.fromkeys(m.kind for m in ordered))
    return Piece(text, kinds, inner.record, tuple(dict.fromkeys(m.record for m in ordered)), inner.sort)


def _marks(reading: Reading) -> Iterator[_Mark]:
    for n, records in enumerate(reading.articles):
        address = f"{reading.layout.page_id[:12]}:{n}"
        yield from _named(records)
        for one in records.statements:
            yield _Mark(one.span, "statement", one.id, one.stance.value)
        for event in records.events:
            yield _Mark(event.span, "event", event.id, event.status.value)
        for kind, spans in _values(records):
            for at, span in enumerate(spans):
                yield _Mark(span, kind, f"{address}:{kind}:{at}", None)


def _named(records: Records) -> Iterator[_Mark]:
    for entity in records.entities:
        for mention in entity.mentions:
            yield _Mark(mention.span, "entity", entity.id, entity.kind.value)


def _values(records: Records) -> Iterator[tuple[str, Iterable[Span]]]:
    yield "money", (one.span for one in records.money)
    yield "share", (one.span for one in records.shares)
    yield "count", (one.span for one in records.counts)
    yield "time", (one.span for one in records.times)


def counted(reading: Reading) -> dict[str, int]:
    """How many records of each kind the page yielded."""
    totals = dict.fromkeys(KINDS, 0)
    for records in reading.articles:
        totals["entity"] += len(records.entities)
        totals["statement"] += len(records.statements)
        totals["event"] += len(records.events)
        for kind, spans in _values(records):
            totals[kind] += sum(1 for _ in spans)
    return totals
