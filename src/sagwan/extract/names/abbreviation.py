"""Abbreviations that the page does not explain: 누리경제연구원, and then 누경연."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.names.shape import is_hangul

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sagwan.extract.names.census import Census
    from sagwan.extract.names.knowledge import Knowledge

_SHORT = range(3, 5)
_LONG = 6
# Evidence that a word is somebody or something which its letters or its place alone may have given.
_BY_LETTERS = frozenset({"shape", "pieces", "tagger", "place-like", "title-org"})


def abbreviations(kinds: Mapping[str, Kind], census: Census, known: Knowledge) -> Iterator[tuple[str, str]]:
    """Pairs (full, short): a word of three or four syllables that nothing but its letters explains, and the one
    organisation of the page whose name it is made of, from its first syllable to one of its ending's.
    """
    shorts = [s for s in census.seen if len(s) in _SHORT and _is_open(s, kinds, census, known)]
    if not shorts:
        return
    fulls = [s for s, kind in kinds.items() if kind is Kind.ORG and len(s) >= _LONG and is_hangul(s)]
    for short in shorts:
        fitting = [full for full in fulls if full[0] == short[0] and _is_made_of(short, full, known)]
        if len(fitting) == 1:
            yield fitting[0], short


def _is_open(surface: str, kinds: Mapping[str, Kind], census: Census, known: Knowledge) -> bool:
    if surface in known.forms or not is_hangul(surface):
        return False
    kind = kinds.get(surface)
    return kind is None or census.heard[surface][kind].keys() <= _BY_LETTERS


def _is_made_of(short: str, full: str, known: Knowledge) -> bool:
    """Whether the last syllable is one of the ending's and the others stand before it in the same order."""
    ending = known.ending_of(full)
    if ending is None or short[-1] not in ending[0]:
        return False
    at = 0
    stem = full[: -len(ending[0])]
    for syllable in short[:-1]:
        at = stem.find(syllable, at) + 1
        if not at:
            return False
    return short not in full
