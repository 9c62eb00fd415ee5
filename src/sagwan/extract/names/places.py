"""Every place where a name of the page stands, the ones that the analyser cut to pieces among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from sagwan.korean.passage import Passage

# What may follow a name within its word where no morpheme ends: particles, honorifics, and what news hangs on.
BEHIND = re.compile(
    r"(?:씨|님|측|군|양|전|발|산|계|팀|호|들|네|표|장)?"
    r"(?:은|는|이|가|을|를|의|에|에서|서|에게|에겐|에게서|께서|께|도|만|과|와|로|으로|로부터|으로부터|이나|나|부터|까지|처럼|보다|라고|이라고|라는|이라는|인|이다|이며|이고|이자|였|이었|입니다|조차|마저|뿐|랑|이랑|한테|이란|란|라며|이라며|이라|라|다|이라도|라도|하고|엔|에는|에선|에도|와의|과의|와는|과는|에게는|에게도|만의|만이|로는|로서|으로서|로써)?"
    r"(?:[^\w]|$)"
)


def places(
    passage: Passage, surfaces: Iterable[str], starts: AbstractSet[int], ends: AbstractSet[int]
) -> Iterator[tuple[int, int, str]]:
    """(start, end, surface) of every place, longest first where several begin together; none overlap."""
    chars = passage.text.chars
    found = _found(chars, sorted(set(surfaces), key=lambda s: (-len(s), s)))
    begins = sorted(found)
    for sentence in passage.sentences:
        free = sentence.span.start
        for start in begins[bisect_left(begins, free) : bisect_left(begins, sentence.span.end)]:
            surface = next((s for s in found[start] if start + len(s) <= sentence.span.end), None)
            if start >= free and surface and _whole(chars, start, start + len(surface), starts, ends):
                free = start + len(surface)
                yield start, free, surface


def _found(chars: str, surfaces: Iterable[str]) -> dict[int, list[str]]:
    """Where each surface stands, by its first character. One search for each: an expression of all of them would be
    compiled for one page.
    """
    found: dict[int, list[str]] = {}
    for surface in surfaces:
        at = chars.find(surface)
        while at >= 0:
            found.setdefault(at, []).append(surface)
            at = chars.find(surface, at + 1)
    return found


def _whole(chars: str, start: int, end: int, starts: AbstractSet[int], ends: AbstractSet[int]) -> bool:
    before = chars[start - 1 : start]
    if before.isalnum() and (start not in starts or (before.isascii() and chars[start].isascii())):
        return False
    after = chars[end : end + 1]
    if not after.isalnum():
        return True
    if after.isascii() and chars[end - 1].isascii():
        return False
    return end in ends or after == "장" or (not before.isalnum() and BEHIND.match(chars, end) is not None)
