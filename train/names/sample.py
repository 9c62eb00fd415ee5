"""Sentences as the tagger meets them at run time: morphemes and their labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.names.tagger.weights import KINDS
from sagwan.korean.kiwi import Morpheme, analyser
from sagwan.korean.passage import read_passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from train.names.corpus import Example


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence's morphemes and the label of each (see `KINDS`)."""

    morphemes: tuple[Morpheme, ...]
    labels: tuple[int, ...]


def sample_all(examples: Iterable[Example]) -> list[list[Sample]]:
    """The samples of each example: mostly one, more where the line holds more than one sentence."""
    kiwi = analyser()
    samples = []
    for example in examples:
        text = Text.of(example.text)
        passage = read_passage(text, None, [Span(0, len(text))], kiwi)
        samples.append([_sample(s.morphemes, example) for s in passage.sentences if s.morphemes])
    return samples


def _sample(morphemes: Sequence[Morpheme], example: Example) -> Sample:
    labels = [0] * len(morphemes)
    for span, kind in sorted(example.names):
        inside = _covered(morphemes, span)
        for i in inside:
            labels[i] = 2 + 2 * KINDS.index(kind)
        if inside:
            labels[inside[0]] -= 1
    return Sample(tuple(morphemes), tuple(labels))


def _covered(morphemes: Sequence[Morpheme], span: Span) -> list[int]:
    """The morphemes of a name. Where its ends cut into a morpheme, those that lie in it by half."""
    first = [i for i, m in enumerate(morphemes) if m.start == span.start]
    last = [i for i, m in enumerate(morphemes) if m.end == span.end]
    if first and last:
        return list(range(first[0], last[-1] + 1))
    return [i for i, m in enumerate(morphemes) if 2 * _shared(m, span) >= m.end - m.start > 0]


def _shared(morpheme: Morpheme, span: Span) -> int:
    return max(0, min(morpheme.end, span.end) - max(morpheme.start, span.start))


def names_of(labels: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """The names in a row of labels: first morpheme, last morpheme, kind."""
    for i, label in enumerate(labels):
        if label % 2 == 1:
            last = i
            while last + 1 < len(labels) and labels[last + 1] == label + 1:
                last += 1
            yield i, last, KINDS[label // 2]
