"""Sentences that stand alone, read by Kiwi once: forms, solver and review ask after the same ones again and again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.korean.kiwi import Analyser, Morpheme

_HELD = 4096  # sentences; an article has some hundred with all their changes


@lru_cache(maxsize=_HELD)
def morphemes_of(sentence: str, analyser: Analyser) -> tuple[Morpheme, ...]:
    """The morphemes of the sentence, counted from its first character."""
    (found,) = analyser.analyse([(sentence, 0)])
    return found


@lru_cache(maxsize=_HELD)
def likelihood(sentence: str, analyser: Analyser) -> float:
    """How much the sentence is like others: mean log likelihood a morpheme."""
    return analyser.likelihood(sentence)
