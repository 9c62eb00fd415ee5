"""What headlines write otherwise: 누리전자, 한빛물산 인수 / 김하늘, 박도현에 "사과 요구"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sagwan.extract.events.clause import SUBJECTS
from sagwan.extract.events.phrase import Phrase, Predicate
from sagwan.extract.events.scan import CLOSE, OPEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.events.phrase import Item
    from sagwan.extract.events.scan import Mark


def as_sentence(items: Sequence[Item | Mark]) -> list[Item | Mark]:
    """The items of a headline with what stands before a comma or quoted words as their topic, and without the quotation
    marks around nouns alone.
    """
    _name_topic(items)
    return [item for at, item in enumerate(items) if not _around_nouns(items, at)]


def _name_topic(items: Sequence[Item | Mark]) -> None:
    for item, behind in pairwise(items):
        if not isinstance(item, Phrase) or item.mark:
            return
        listed = isinstance(behind, Phrase) and (behind.mark in SUBJECTS or (behind.comma and not behind.mark))
        if (item.comma or isinstance(behind, tuple)) and not listed:
            item.mark = "은"
            return


def _around_nouns(items: Sequence[Item | Mark], at: int) -> bool:
    """Whether the mark at `at` opens or closes a quotation of nothing but nouns."""
    mark = items[at]
    if not isinstance(mark, tuple) or mark[0] not in (OPEN, CLOSE):
        return False
    other, inside = (CLOSE, items[at + 1 :]) if mark[0] == OPEN else (OPEN, items[:at][::-1])
    for item in inside:
        if isinstance(item, Predicate):
            return False
        if isinstance(item, tuple):
            return item[0] == other
    return False
