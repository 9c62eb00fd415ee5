"""What people without a name are called by."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.cue import SourceWord

if TYPE_CHECKING:
    from sagwan.lexicon import Lexicon


@cache
def people(lexicon: Lexicon) -> frozenset[str]:
    """The words themselves: 주민, 관계자, 재판부, 사절단."""
    acting = [s for s in lexicon.all(SourceWord) if s.kind not in ("paper", "own")]
    words = frozenset(word for s in acting for word in s.words)
    return words.union(*(s.tails for s in acting if s.kind == "group"))


def ends_in(word: str, ends: frozenset[str]) -> bool:
    """Whether the word is or ends in one of two letters or more."""
    return any(word[k:] in ends for k in range(len(word) - 1))
