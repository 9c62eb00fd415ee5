"""Where sentences end on a news page: with or without a blank after the full stop, never inside a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.korean.quotation import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[.?!。…]+")
_HANGUL_OR_CLOSER = re.compile(r"[가-힣ㄱ-ㅎ\"'”’」』)\]%]")
# Syllables that end a Korean sentence; a full stop glued to the next word ends one only behind these (초.중.고).
_FINAL = re.compile(r"[다요까죠네라자지군오음함됨임냐니듯셈것뿐걸랴]")
# What a sentence goes on with behind a closing mark: particles, citation, 하다, and words such as 등 and 처럼.
_GOES_ON = re.compile(
    r"\s?(?:이?라[고며는면]|고[\s,도]|며[\s,]|면서|는[\s,])"
    r"|(?:은|는|이|가|을|를|의|에|에서|으?로|과|와|도|만|란|이란|던|등|처럼|보다|까지|부터|뿐)(?=[\s,.])"
    r"|(?:이라|라|하|한|할|했|냐|자|이[다었]|였)"
)


def sentences(chars: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The sentences of `chars[start:end]`, without the blanks between them.

    A line's end always ends a sentence. A full stop ends one where a Korean ending stands before it and
    anything but a digit or a closing mark behind it, blank or none ("…밝혔다.그는"). One inside quotation marks
    ends nothing; the one that closes a quotation ends the sentence unless this goes on ("…다."라고 말했다).
    """
    end = len(chars) if end is None else end
    for line in _LINE.finditer(chars, start, end):
        at = line.start()
        for stop in _stops(chars, line.start(), line.end()):
            yield from _trimmed(chars, at, stop)
            at = stop
        yield from _trimmed(chars, at, line.end())


def _stops(chars: str, start: int, end: int) -> Iterator[int]:
    """The places behind each full stop that ends a sentence; the pairs of marks are passed once, in step."""
    pairs = [pair.span for pair in quotations(chars, start, end)]
    opens = {pair.start for pair in pairs}
    nth = 0
    for mark in _END.finditer(chars, start, end):
        while nth < len(pairs) and pairs[nth].end < mark.end():
            nth += 1
        stop = mark.end()
        inside = nth < len(pairs) and pairs[nth].start < mark.start()
        if inside:
            if stop != pairs[nth].end - 1:
                continue
            stop = pairs[nth].end
        while stop < end and chars[stop] in ")]」』’”" and stop not in opens:
            stop += 1
        if _ends_here(chars, mark.start(), stop, end, closed=inside, opens=opens):
            yield stop


def _ends_here(chars: str, mark: int, stop: int, end: int, *, closed: bool, opens: set[int]) -> bool:
    if stop >= end:
        return True
    if not closed and (mark == 0 or not _HANGUL_OR_CLOSER.match(chars[mark - 1])):
        return False
    after = chars[stop]
    if closed:
        next_ = stop + (after == " ")
        return not (after in ",·~(" or next_ in opens or _GOES_ON.match(chars, stop, end))
    if after.isspace():
        return True
    if after in ",·~)" or chars[mark] == "…" or (after.isdigit() and not _FINAL.match(chars[mark - 1])):
        return False
    return bool(_FINAL.match(chars[mark - 1])) or stop in opens or chars[mark] in "?!" or chars[mark - 1] in "\"'”’)"


def _trimmed(chars: str, start: int, end: int) -> Iterator[Span]:
    while start < end and chars[start].isspace():
        start += 1
    while end > start and chars[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
