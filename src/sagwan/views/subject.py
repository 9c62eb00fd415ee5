"""What a few words are about: the nouns and verbs in them, enough to say that two quotations speak of one matter."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sagwan.korean.kiwi import analyser

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAGS = ("NNG", "NNP", "SL", "XR", "VV")
_LETTERS = 2  # words of one letter (말, 수, 하) stand in every sentence


@lru_cache(maxsize=4096)
def _of(quote: str) -> frozenset[str]:
    (morphemes,) = analyser().analyse([(quote, 0)])
    return frozenset(m.form for m in morphemes if m.tag in _TAGS and len(m.form) >= _LETTERS)


def subject(quotes: Iterable[str], names: Iterable[str] = ()) -> frozenset[str]:
    """The nouns and verb stems of two or more letters in some quotations, without those that are part of `names`."""
    named = tuple(names)
    words = frozenset(word for quote in quotes for word in _of(quote))
    return frozenset(word for word in words if not any(word in name for name in named))


def shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words of one subject are in the other, whole or within a compound (도면 in 설계도면)."""
    return sum(any(word in whole or whole in word for whole in other) for word in one)
