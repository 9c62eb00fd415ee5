"""Where sentences end on a news page: with or without a blank after the full stop, never inside a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.korean.quotation import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

# A mark that may end a sentence, with the quotation marks and brackets that close right behind it.
_END = re.compile(r"[.?!。…]+[\"'”’」』)\]]*")
_HANGUL_OR_CLOSER = re.compile(r"[가-힣ㄱ-ㅎ\"'”’」』)\]%]")


def sentences(chars: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The sentences of `chars[start:end]`, without the blanks between them.

    A line's end always ends a sentence. A full stop ends one where a Korean ending stands before it and
    anything but a digit or a closing mark behind it, blank or none ("…밝혔다.그는"). One inside quotation marks
    ends nothing.
    """
    end = len(chars) if end is None else end
    at = start
    for line in re.compile(r"[^\n]+").finditer(chars, start, end):
        at = line.start()
        inside = [q.span for q in quotations(chars, line.start(), line.end())]
        for mark in _END.finditer(chars, line.start(), line.end()):
            if _ends_here(chars, mark.start(), mark.end(), line.end(), inside):
                yield from _trimmed(chars, at, mark.end())
                at = mark.end()
        yield from _trimmed(chars, at, line.end())


def _ends_here(chars: str, start: int, end: int, line_end: int, inside: list[Span]) -> bool:
    if start == 0 or not _HANGUL_OR_CLOSER.match(chars[start - 1]):
        return False
    if any(q.start < start and end < q.end for q in inside):
        return False
    # The mark's own closing quotation mark may belong to a quotation that the sentence goes on after: “…다.”라고
    if end < line_end and chars[end - 1] in "\"'”’」』" and not chars[end].isspace():
        return False
    return not (end < line_end and (chars[end].isdigit() or chars[end] in ",·~)"))


def _trimmed(chars: str, start: int, end: int) -> Iterator[Span]:
    while start < end and chars[start].isspace():
        start += 1
    while end > start and chars[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
