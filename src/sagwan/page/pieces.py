"""A line cut at its seams: byline before, captions between, byline and credit behind the words of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sagwan.core.page import Byline, Zone
from sagwan.core.span import Span
from sagwan.page.bylines import Signature, lead, tail
from sagwan.page.cues import Cues
from sagwan.page.labels import CAPTION, Label
from sagwan.page.lines import INVISIBLE, Line

_LAST_STOP = re.compile(r"(?:[가-힣][.?!][\"'”’)]*|[\])])\s*(?=\S)")
_BLANK = "  \t\u3000" + INVISIBLE
_CREDIT = 130


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text and its zone; `writers` and `outlet` where it is a byline."""

    zone: Zone
    span: Span
    writers: tuple[Byline, ...] = ()
    outlet: str | None = None


def labelled(label: Label) -> Piece:
    """The piece of a line that its own words have labelled."""
    writers = label.signature.writers if label.signature else ()
    return Piece(label.zone or Zone.OTHER, label.line.span, writers, label.outlet)


def signed(label: Label, signature: Signature) -> Piece:
    """The piece of a line that its place has shown to be a byline."""
    return Piece(Zone.BYLINE, label.line.span, signature.writers, signature.outlet)


def titles_picture(labels: Sequence[Label], i: int, cues: Cues) -> bool:
    """Whether a line says what a picture shows: its credit stands alone on the very next line."""
    if i + 1 >= len(labels) or labels[i + 1].zone is not Zone.CAPTION or labels[i + 1].line.gap > 1:
        return False
    credit = cues.credit_end.search(labels[i + 1].line.chars)
    return credit is not None and credit.start() == 0


def cut(line: Line, cues: Cues, zone: Zone = Zone.BODY) -> Iterator[Piece]:
    """The pieces of a line of prose, in order; the words of the article get `zone`."""
    at, end = 0, len(line.chars)
    opened = lead(line, cues)
    if opened:
        yield Piece(Zone.BYLINE, opened.span, opened.writers, opened.outlet)
        at = opened.span.end - line.start
    closed = tail(line, cues) if zone is Zone.BODY and not line.stops else None
    if closed:
        end = closed.span.start - line.start
    stopped = end == len(line.chars) and line.stops
    credit = None if stopped else cues.credit_end.search(line.chars, max(at, end - _CREDIT), end)
    behind = credit.start() if credit and credit.start() > at else end
    for inside in cues.credit_inside.finditer(line.chars, at, behind):
        begin = _caption_start(line.chars, at, inside.start())
        yield from _piece(line, zone, at, begin)
        yield from _piece(line, Zone.CAPTION, begin, inside.end())
        at = inside.end()
    yield from _piece(line, zone, at, behind)
    yield from _piece(line, Zone.CAPTION, behind, end)
    if closed:
        yield Piece(Zone.BYLINE, closed.span, closed.writers)


def _caption_start(chars: str, at: int, credit: int) -> int:
    """Where the caption of a credit inside a paragraph begins: behind the last full stop of the paragraph.

    The caption's own full stop stands right before its credit and is passed over.
    """
    begin = at
    for stop in _LAST_STOP.finditer(chars, max(at, credit - CAPTION), max(at, credit - 2)):
        begin = stop.end()
    return begin


def _piece(line: Line, zone: Zone, start: int, end: int) -> Iterator[Piece]:
    while start < end and (line.chars[start].isspace() or line.chars[start] in _BLANK):
        start += 1
    while end > start and (line.chars[end - 1].isspace() or line.chars[end - 1] in _BLANK):
        end -= 1
    if start < end:
        yield Piece(zone, Span(line.start + start, line.start + end))
