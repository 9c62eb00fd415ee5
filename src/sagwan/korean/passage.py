"""A text as a reader takes it in: paragraphs, sentences, words and their morphemes."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from sagwan.core.span import Span
from sagwan.korean.kiwi import Morpheme
from sagwan.korean.sentence import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.core.text import Text
    from sagwan.korean.kiwi import Analyser


class Sentence(Struct, frozen=True):
    """A sentence at its place: its morphemes, and where each word (어절) begins among them.

    `words[i]` is the index of the first morpheme of word i. `paragraph` counts from 0; the headline is -1.
    """

    span: Span
    morphemes: tuple[Morpheme, ...]
    words: tuple[int, ...]
    paragraph: int


class Passage(Struct, frozen=True):
    """The sentences of one article in reading order, the headline's first."""

    text: Text
    sentences: tuple[Sentence, ...]


def read_passage(text: Text, headline: Span | None, body: Iterable[Span], analyser: Analyser) -> Passage:
    """Cut the stretches into sentences and analyse each stretch once. All positions are those of `text`."""
    stretches = [(-1, headline)] if headline else []
    stretches += list(enumerate(body))
    analysed = analyser.analyse((text.cut(span), span.start) for _, span in stretches)
    found: list[Sentence] = []
    for (paragraph, span), morphemes in zip(stretches, analysed, strict=True):
        # A line's end inside a paragraph is a converter's wrap and ends no sentence.
        chars = text.chars if text.chars.find("\n", span.start, span.end) < 0 else text.chars.replace("\n", " ")
        found.extend(_cut(chars, span, morphemes, paragraph))
    return Passage(text, tuple(found))


def _cut(chars: str, stretch: Span, morphemes: tuple[Morpheme, ...], paragraph: int) -> Iterable[Sentence]:
    starts = [m.start for m in morphemes]
    at = 0
    for span in sentences(chars, stretch.start, stretch.end):
        first, at = at, bisect_left(starts, span.end, at)
        own = morphemes[first:at]
        yield Sentence(span, own, _words(chars, own), paragraph)


def _words(chars: str, morphemes: tuple[Morpheme, ...]) -> tuple[int, ...]:
    if not morphemes:
        return ()
    neighbours = enumerate(pairwise(morphemes), 1)
    return (0, *[i for i, (m, n) in neighbours if n.start >= m.end and chars[n.start - 1].isspace()])
