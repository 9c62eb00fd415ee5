"""What a page prints twice counts once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sagwan.core.page import Zone
from sagwan.core.span import Span
from sagwan.page.pieces import Piece

_QUOTE = re.compile(r"[\"“”]")
_MARK = re.compile(r"(?<=[가-힣])[.?!][\"”’')\]]*\s*|[\"“”]")
# A shorter sentence may well be said twice ("그는 고개를 저었다."); beside a longer one that returns it is no chance.
_TOLD_TWICE = 30


def mark_repeats(chars: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The same pieces, with the sentences of the body that stood there before in the zone `repeat`."""
    told = [list(_sentences(chars, p.span)) if p.zone is Zone.BODY else [] for p in pieces]
    again = iter(_again(chars, [s for one in told for s in one]))
    for piece, sentences in zip(pieces, told, strict=True):
        if sentences:
            yield from _marked(chars, piece, [(s, next(again)) for s in sentences])
        else:
            yield piece


def _again(chars: str, sentences: Sequence[Span]) -> list[bool]:
    """For each sentence whether it is a repeat: it was there before, and is long or stands beside such a one."""
    seen: set[str] = set()
    old, sure = [], []
    for span in sentences:
        words = "".join(chars[span.start : span.end].split())
        old.append(words in seen)
        sure.append(old[-1] and len(words) >= _TOLD_TWICE)
        seen.add(words)
    if not any(sure):
        return sure
    for order in (range(1, len(old)), range(len(old) - 2, -1, -1)):
        step = -order.step
        for i in order:
            sure[i] = sure[i] or (old[i] and sure[i + step])
    return sure


def _marked(chars: str, piece: Piece, sentences: Sequence[tuple[Span, bool]]) -> Iterator[Piece]:
    """The piece cut where repeats begin and end."""
    start, repeated = piece.span.start, sentences[0][1]
    for span, again in sentences:
        if again is not repeated:
            yield _piece(chars, start, span.start, again=repeated)
            start, repeated = span.start, again
    yield _piece(chars, start, piece.span.end, again=repeated)


def _piece(chars: str, start: int, end: int, *, again: bool) -> Piece:
    while end > start + 1 and chars[end - 1].isspace():
        end -= 1
    return Piece(Zone.REPEAT if again else Zone.BODY, Span(start, end))


def _sentences(chars: str, span: Span) -> Iterator[Span]:
    """Sentences for comparing only: cut at full stops that stand outside double quotation marks."""
    at, quoted = span.start, False
    for mark in _MARK.finditer(chars, span.start, span.end):
        quoted = quoted ^ (len(_QUOTE.findall(mark[0])) % 2 == 1)
        if mark[0][0] in ".?!" and not quoted:
            yield Span(at, mark.end())
            at = mark.end()
    if at < span.end:
        yield Span(at, span.end)
