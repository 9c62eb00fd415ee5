"""What a page prints twice counts once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sagwan.core.page import Zone
from sagwan.core.span import Span
from sagwan.page.pieces import Piece

_QUOTE = re.compile(r"[\"“”]")
_MARK = re.compile(r"(?<=[가-힣])[.?!][\"”’')\]]*\s*|[\"“”]")
# A shorter sentence may well be said twice ("그는 고개를 저었다.").
_TOLD_TWICE = 30


def mark_repeats(chars: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces, with the sentences of the body that stood there before in the zone `repeat`."""
    seen: set[str] = set()
    for piece in pieces:
        if piece.zone is Zone.BODY:
            yield from _marked(chars, piece, seen)
        else:
            yield piece


def _marked(chars: str, piece: Piece, seen: set[str]) -> Iterator[Piece]:
    start = piece.span.start
    repeated: bool | None = None
    for span in _sentences(chars, piece.span):
        words = "".join(chars[span.start : span.end].split()) if len(span) >= _TOLD_TWICE else ""
        again = len(words) >= _TOLD_TWICE and words in seen
        seen.add(words)
        if repeated is None:
            repeated = again
        elif again is not repeated:
            yield _piece(chars, repeated, start, span.start)
            start, repeated = span.start, again
    yield _piece(chars, bool(repeated), start, piece.span.end)


def _piece(chars: str, repeated: bool, start: int, end: int) -> Piece:  # noqa: FBT001
    while end > start + 1 and chars[end - 1].isspace():
        end -= 1
    return Piece(Zone.REPEAT if repeated else Zone.BODY, Span(start, end))


def _sentences(chars: str, span: Span) -> Iterator[Span]:
    """Sentences for comparing only: cut at full stops that stand outside double quotation marks."""
    at, quoted = span.start, False
    for mark in _MARK.finditer(chars, span.start, span.end):
        stops = mark[0][0] in ".?!"
        quoted = quoted ^ (len(_QUOTE.findall(mark[0])) % 2 == 1)
        if stops and not quoted:
            yield Span(at, mark.end())
            at = mark.end()
    if at < span.end:
        yield Span(at, span.end)
