"""Pages that a converter has wrapped at a fixed width: their lines put together again as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sagwan.page.lines import Line

# Converters wrap at 70 to 80 columns; a Hangul syllable takes two.
_NARROWEST, _WIDEST = 24, 90
_FEWEST = 4
_MOST_LINES = 0.6
# A wrapped line falls short of the width by no more than its next word.
_NEXT_WORD = 14


def unwrapped(chars: str, lines: Sequence[Line]) -> list[Line]:
    """The lines as they are, or, where the page is wrapped, each run of full lines and its last one as one."""
    width = _width(lines)
    if width is None:
        return list(lines)
    return list(_joined(chars, lines, width))


def _width(lines: Sequence[Line]) -> int | None:
    """The width at which the page is wrapped; None where lines end with their paragraphs."""
    inside = [one for one, after in pairwise(lines) if after.gap == 1 and len(one.chars) >= _NARROWEST]
    running = [len(one.chars) for one in inside if not one.stops]
    if len(running) < _FEWEST or len(running) < _MOST_LINES * len(inside):
        return None
    width = max(running)
    full = sum(size >= width - _NEXT_WORD for size in running)
    return width if width <= _WIDEST and full >= _MOST_LINES * len(running) else None


def _joined(chars: str, lines: Sequence[Line], width: int) -> Iterator[Line]:
    first = 0
    for i, one in enumerate(lines):
        goes_on = i + 1 < len(lines) and lines[i + 1].gap == 1
        if not (goes_on and len(one.chars) >= width - _NEXT_WORD and not one.ends):
            head = lines[first]
            yield Line(chars[head.start : one.end], head.start, head.gap)
            first = i + 1
