"""Pairs of quotation marks in running text: mixed, unmatched and nested as newspapers print them."""

from __future__ import annotations

from dataclasses import dataclass

from sagwan.core.span import Span

_CLOSERS = {"“": '”"“', '"': '"”', "”": '”"', "‘": "’'", "'": "'’", "「": "」", "『": "』"}
_DOUBLE = '“"”'


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of marks: `span` takes them in, `inner` leaves them out; `double` tells “ ” from ‘ ’."""

    span: Span
    inner: Span
    double: bool


def quotations(chars: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The outermost pairs of `chars[start:end]` in order. A mark without a partner on its line is passed over."""
    end = len(chars) if end is None else end
    found: list[Quotation] = []
    at = start
    while at < end:
        closers = _CLOSERS.get(chars[at])
        close = _partner(chars, at, end, closers) if closers else -1
        if close > at + 1:
            found.append(Quotation(Span(at, close + 1), Span(at + 1, close), chars[at] in _DOUBLE))
            at = close
        at += 1
    return found


def _partner(chars: str, at: int, end: int, closers: str) -> int:
    for i in range(at + 1, end):
        if chars[i] == "\n":
            return -1
        if chars[i] in closers:
            return i
    return -1
