"""The piece of a text that shows a hit: where most of what was asked for stands together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACH = 60  # characters on either side of a lone word: two lines of a terminal
_WIDE = 160


@dataclass(frozen=True, slots=True)
class Snippet:
    """Characters of the page's text from `start` on, code points; `marks` are the ranges of what was found, of the
    same text.
    """

    words: str
    start: int
    marks: tuple[tuple[int, int], ...]


def cut(chars: str, marks: Sequence[tuple[int, int]], within: tuple[int, int] | None = None) -> Snippet:
    """The stretch of `_WIDE` characters with most marks, the first of equals; never beyond `within`, nor a line of
    the page that the marks do not touch.
    """
    ordered = _apart(marks)
    low, high = within or (0, len(chars))
    if not ordered:
        return Snippet(chars[low : low + _WIDE], low, ())
    best = max(range(len(ordered)), key=lambda i: (_held(ordered, i), -i))
    held = ordered[best : best + _held(ordered, best)]
    start = max(low, chars.rfind("\n", low, held[0][0]) + 1, held[0][0] - _REACH)
    line = chars.find("\n", held[-1][1])
    stop = min(high, line if line >= 0 else high, max(held[-1][1] + _REACH, start + _WIDE))
    start, stop = _at_words(chars, (start, held[0][0]), (held[-1][1], stop), (low, high))
    return Snippet(chars[start:stop], start, tuple(m for m in ordered if start <= m[0] and m[1] <= stop))


def _at_words(chars: str, before: tuple[int, int], after: tuple[int, int], bounds: tuple[int, int]) -> tuple[int, int]:
    """Where the words around a stretch begin and end: a cut falls between words where it can."""
    (start, first), (last, stop) = before, after
    if start > bounds[0] and not chars[start - 1].isspace():
        start = chars.find(" ", start, first) + 1 or start
    if stop < bounds[1] and not chars[stop].isspace():
        gap = chars.rfind(" ", last, stop)
        stop = gap if gap >= 0 else stop
    return start, stop


def _apart(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order; of those that overlap the longer one."""
    kept: list[tuple[int, int]] = []
    for start, stop in sorted(set(marks), key=lambda m: (m[0], -m[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, stop))
    return kept


def _held(ordered: Sequence[tuple[int, int]], first: int) -> int:
    return sum(1 for _, stop in ordered[first:] if stop <= ordered[first][0] + _WIDE)
