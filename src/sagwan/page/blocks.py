"""Pieces → blocks that tile the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sagwan.core.page import Block, Zone
from sagwan.core.span import Span
from sagwan.page.pieces import Piece


def tile(length: int, pieces: Iterable[Piece]) -> Iterator[Block]:
    """One block for each stretch of one zone; the blanks behind a piece go with it, those at the top with the first."""
    zone, at = None, 0
    for piece in pieces:
        if zone is not None and piece.zone is not zone:
            yield Block(zone, Span(at, piece.span.start))
            at = piece.span.start
        zone = piece.zone
    if length:
        yield Block(zone or Zone.OTHER, Span(at, length))
