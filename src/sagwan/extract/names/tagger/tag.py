"""Sentences → names with their kinds: the order of the steps, and nothing else."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from sagwan.core.span import Span
from sagwan.extract.names.tagger.confidence import confidences
from sagwan.extract.names.tagger.decode import Segment, names
from sagwan.extract.names.tagger.linear import weigh
from sagwan.extract.names.tagger.network import emissions
from sagwan.extract.names.tagger.view import view
from sagwan.extract.names.tagger.vocabulary import Vocabulary
from sagwan.extract.names.tagger.weights import Weights, load_weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.passage import Sentence

# Morphemes that go through the networks at once, 10 kB each.
_ROOM = 6000


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
        found = [of_sentence for together in _rooms(filled) for of_sentence in self.segments(together)]
        placed = iter(self._placed(filled, found))
        return [next(placed) if s.morphemes else [] for s in sentences]

    def segments(self, sentences: Sequence[Sequence[Morpheme]]) -> list[list[Segment]]:
        """The names of each sentence by the numbers of its morphemes; no sentence may be empty."""
        weights = self._weights
        lengths = np.array([len(s) for s in sentences])
        seen = view(sentences)
        told = self._vocabulary.tell(seen)
        scores = emissions(weights, told, seen.places, lengths) + weigh(weights, told, seen)
        starts = (np.cumsum(lengths) - lengths).tolist()
        found: list[list[Segment]] = [[] for _ in starts]
        for name in names(scores, weights["follow"], weights["start"], lengths):
            nth = bisect_right(starts, name.first) - 1
            start = starts[nth]
            found[nth].append(Segment(name.first - start, name.last - start, name.kind, name.belief))
        return found

    def _placed(self, sentences: Sequence[Sequence[Morpheme]], found: Sequence[list[Segment]]) -> list[list[Tagged]]:
        names = [name for of_sentence in found for name in of_sentence]
        sure = iter(confidences(self._weights, [name.kind for name in names], [name.belief for name in names]))
        # Calibrated to a hundredth at best; the digits beyond are the processor's, not the text's.
        return [
            [Tagged(_span(morphemes, name), name.kind, round(next(sure), 3)) for name in of_sentence]
            for morphemes, of_sentence in zip(sentences, found, strict=True)
        ]


def _span(morphemes: Sequence[Morpheme], name: Segment) -> Span:
    ends = [m.end for m in morphemes[name.first : name.last + 1]]
    return Span(morphemes[name.first].start, max(ends))


def _rooms(sentences: Sequence[Sequence[Morpheme]]) -> Iterator[list[Sequence[Morpheme]]]:
    """The sentences in their order, as many at a time as have `_ROOM` morphemes or a little more."""
    room: list[Sequence[Morpheme]] = []
    size = 0
    for sentence in sentences:
        room.append(sentence)
        size += len(sentence)
        if size >= _ROOM:
            yield room
            room, size = [], 0
    if room:
        yield room


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
