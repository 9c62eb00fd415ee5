"""Sentences → names with their kinds: the order of the steps, and nothing else."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from sagwan.core.span import Span
from sagwan.extract.names.tagger.confidence import confidence
from sagwan.extract.names.tagger.decode import Segment, names
from sagwan.extract.names.tagger.linear import weigh
from sagwan.extract.names.tagger.network import emissions
from sagwan.extract.names.tagger.steps import arrange
from sagwan.extract.names.tagger.view import view
from sagwan.extract.names.tagger.vocabulary import Vocabulary
from sagwan.extract.names.tagger.weights import Weights, load_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.passage import Sentence


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name by the tagger. `kind` is KLUE's: PS person, LC place, OG organisation, DT date, TI time, QT quantity.

    `confidence` is the share of names so marked that are right in span and kind, as measured on sentences that
    the model had not seen: of those with 0.9, nine in ten.
    """

    span: Span
    kind: str
    confidence: float


class Tagger:
    """A model ready to read."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._vocabulary = Vocabulary(weights)

    def tag(self, sentences: Sequence[Sentence]) -> list[list[Tagged]]:
        """See `tag`."""
        filled = [s.morphemes for s in sentences if s.morphemes]
        found = iter(self.segments(filled)) if filled else iter(())
        return [self._placed(s.morphemes, next(found)) if s.morphemes else [] for s in sentences]

    def segments(self, sentences: Sequence[Sequence[Morpheme]]) -> list[list[Segment]]:
        """The names of each sentence by the numbers of its morphemes; no sentence may be empty."""
        weights = self._weights
        lengths = np.array([len(s) for s in sentences])
        seen = view(sentences)
        told = self._vocabulary.tell(seen)
        scores = emissions(weights, told, seen.places, arrange(lengths)) + weigh(weights, told, seen)
        starts = (np.cumsum(lengths) - lengths).tolist()
        found: list[list[Segment]] = [[] for _ in starts]
        for name in names(scores, weights["follow"], weights["start"], lengths):
            nth = bisect_right(starts, name.first) - 1
            found[nth].append(name._replace(first=name.first - starts[nth], last=name.last - starts[nth]))
        return found

    def _placed(self, morphemes: Sequence[Morpheme], found: list[Segment]) -> list[Tagged]:
        return [
            Tagged(
                Span(morphemes[s.first].start, max(m.end for m in morphemes[s.first : s.last + 1])),
                s.kind,
                # Calibrated to a hundredth at best; the digits beyond are the processor's, not the text's.
                round(confidence(self._weights, s.kind, s.belief), 3),
            )
            for s in found
        ]


@cache
def _shipped() -> Tagger:
    return Tagger(load_weights())


def tag(sentences: Sequence[Sentence]) -> list[list[Tagged]]:
    """The names of each sentence in text order, none overlapping; positions are those of the sentences' text.

    A sentence's names depend on that sentence alone, whichever others stand beside it.
    """
    return _shipped().tag(sentences)


def has_met(form: str, tag: str) -> bool:
    """Whether the morpheme is one that Kiwi's language model has read; others are guessed by their letters."""
    return (form, tag) in load_weights().morphemes
