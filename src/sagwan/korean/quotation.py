"""Pairs of quotation marks in running text: mixed, unmatched and nested as newspapers print them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from sagwan.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile("[\"“”„‟＂〝〞«»'‘’「」『』]")
_CLOSERS = {"“": '”"“', '"': '"”“', "”": '”"“', "„": '”"“', "‟": '”"', "＂": "＂”"}
_CLOSERS |= {"‘": "’'‘", "'": "'’", "’": "’'‘", "「": "」", "『": "』", "〝": "〞", "«": "»"}
_DOUBLE = '“"”„‟＂〝«'
_UPRIGHT = "\"'＂"
# What stands right behind the words of a speaker: “…”고, “…”(이)라며, “…”는 등
_QUOTATIVE = re.compile(r"\s?(?:이?라|고|며|면서|는|이?란|던|냐|자)(?:[가-힣]{0,4})(?=[\s,.'\"“”]|$)")
# A quotation whose opening mark was left out goes on from the one before it: “…”라며 …“고 말했다.
_GOES_ON = re.compile(r"(?:이?라)?(?:며|면서)도?,?\s+")


class Quotation(Struct, frozen=True):
    """A pair of marks: `span` takes them in, `inner` leaves them out; `double` tells “ ” from ‘ ’.

    `depth` is 0 for an outermost pair and 1 for a pair inside another. Where the page left the opening mark out,
    `opened` is False and `span` begins where the words begin.
    """

    span: Span
    inner: Span
    double: bool
    depth: int = 0
    opened: bool = True


def quotations(chars: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The outermost pairs of `chars[start:end]` in order, one line at a time."""
    return [pair for pair in nested_quotations(chars, start, end) if pair.depth == 0]


def nested_quotations(chars: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """All pairs of `chars[start:end]`, each before those inside it.

    A mark without a partner on its line is passed over, whatever stands between it and its neighbours. Every mark
    is looked at once, so that the time grows with the length of the text and with nothing else.
    """
    end = len(chars) if end is None else end
    found: list[Quotation] = []
    opened: list[int] = []
    line = start
    for mark in _MARK.finditer(chars, start, end):
        at = mark.start()
        if opened and chars.find("\n", opened[-1], at) >= 0:
            opened.clear()
        if chars.find("\n", line, at) >= 0:
            line = chars.rfind("\n", line, at) + 1
        if _is_apostrophe(chars, at, end) or (found and at < found[-1].span.end):
            continue
        if opened and opened[-1] == at - 1 and _set_twice(chars, at, end):
            opened[-1] = at
            continue
        partner = _partner(chars, at, opened, end)
        if partner is not None:
            opener = opened[partner]
            del opened[partner:]
            if at > opener + 1:
                found.append(_pair(chars, opener, at))
        elif _may_open(chars, at, end):
            opened.append(at)
        elif not opened and (words := _unopened(chars, line, at, end, found)):
            found.append(words)
    return list(_nest(found))


def _pair(chars: str, opener: int, closer: int) -> Quotation:
    twice = chars[closer + 1 : closer + 2] == chars[closer] and _QUOTATIVE.match(chars, closer + 2) is not None
    double = chars[opener] in _DOUBLE or (opener > 0 and chars[opener - 1] == chars[opener])
    return Quotation(Span(opener, closer + 1 + twice), Span(opener + 1, closer), double)


def _set_twice(chars: str, at: int, end: int) -> bool:
    """Whether the mark repeats the opening one before it and opens no quotation of its own: “”…””고 했다."""
    if chars[at] != chars[at - 1]:
        return False
    closing = next((i for i in range(at + 1, end) if chars[i] in _CLOSERS[chars[at]] or chars[i] == "\n"), end)
    doubled = closing + (chars[closing : closing + 1] == chars[closing + 1 : closing + 2])
    return _QUOTATIVE.match(chars, doubled + 1, end) is not None


def _is_apostrophe(chars: str, at: int, end: int) -> bool:
    """Whether the mark stands inside a word of Latin letters or before a decade ('90s, don't)."""
    if chars[at] not in "'’" or at + 1 >= end:
        return False
    before, after = chars[at - 1 : at], chars[at + 1]
    return before.isascii() and before.isalnum() and after.isascii() and after.isalpha()


def _partner(chars: str, at: int, opened: list[int], end: int) -> int | None:
    """The place in `opened` of the mark that the one at `at` closes."""
    for place in range(len(opened) - 1, max(-1, len(opened) - 4), -1):
        opener = opened[place]
        if chars[at] not in _CLOSERS[chars[opener]]:
            continue
        if chars[at] in _CLOSERS and _opens_only(chars, at, end):
            if chars[at] == chars[opener] and chars[at] in _UPRIGHT:
                del opened[place]  # the earlier mark never found its partner
            return None
        return place
    return None


def _opens_only(chars: str, at: int, end: int) -> bool:
    """Whether a mark that could be either has a blank before it and a word behind it."""
    if at + 1 >= end or chars[at + 1].isspace():
        return False
    if _QUOTATIVE.match(chars, at + 1, end):
        return chars[at] in "“‘" and chars[at - 1].isspace()
    before = chars[at - 1 : at]
    return before.isspace() or before in "([{〈《<" or (chars[at] in "“‘" and before not in ".?!…")


def _may_open(chars: str, at: int, end: int) -> bool:
    if chars[at] not in _CLOSERS or at + 1 >= end:
        return False
    before = chars[at - 1 : at] if at else " "
    if chars[at + 1].isspace():
        return chars[at] in _DOUBLE and before.isspace()
    if not before.isspace() and before not in "([{," and _QUOTATIVE.match(chars, at + 1, end):
        return False
    return chars[at] not in "”’" or not before.isalnum()


def _unopened(chars: str, line: int, at: int, end: int, found: list[Quotation]) -> Quotation | None:
    """The words that a closing mark ends where the opening one was left out behind another quotation."""
    if not found or found[-1].span.end <= line or chars[at] not in _DOUBLE:
        return None
    if chars[at - 1].isspace() or not _QUOTATIVE.match(chars, at + 1, end):
        return None
    goes_on = _GOES_ON.match(chars, found[-1].span.end, at)
    if not goes_on or goes_on.end() >= at:
        return None
    return Quotation(Span(goes_on.end(), at + 1), Span(goes_on.end(), at), double=True, opened=False)


def _nest(found: list[Quotation]) -> Iterator[Quotation]:
    outer_end = -1
    for pair in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        if pair.span.start >= outer_end:
            outer_end = pair.span.end
            yield pair
        else:
            yield Quotation(pair.span, pair.inner, pair.double, 1, pair.opened)
