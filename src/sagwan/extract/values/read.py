"""All values of a passage, or of plain characters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.extract.values.assemble import Assembly, whole
from sagwan.extract.values.pairs import paired
from sagwan.extract.values.scan import scan
from sagwan.extract.values.timeline import Timeline
from sagwan.extract.values.vocabulary import vocabulary
from sagwan.korean.numeral import LONGEST
from sagwan.lexicon import load_default

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Set as AbstractSet

    from sagwan.core.page import Published
    from sagwan.core.values import Count, Money, Score, Share, When
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon


# The length of an ISO 8601 day; a shorter value names no day to count from.
_DAY = 10


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one article, each kind in text order."""

    money: tuple[Money, ...] = ()
    shares: tuple[Share, ...] = ()
    counts: tuple[Count, ...] = ()
    times: tuple[When, ...] = ()
    scores: tuple[Score, ...] = ()


def read_values(
    passage: Passage, lexicon: Lexicon, published: Published | None, names: Collection[Span] = ()
) -> Values:
    """Read money, shares, counts and times; times are anchored on the publication day where there is one. What stands
    at the place of one of `names` is no value: 이억원 차관.
    """
    anchor = _day(published.value) if published else None
    return _read(passage.text.chars, _paragraphs(passage), anchor, lexicon, frozenset(names))


def _day(value: str) -> date | None:
    return date.fromisoformat(value[:_DAY]) if len(value) >= _DAY else None


def read_values_in(chars: str, anchor: date | None = None, lexicon: Lexicon | None = None) -> Values:
    """Read every value of plain Korean text, in time linear in its length.

    `anchor` is the day that "어제", "지난달" and "31일" are counted from; without it they stay unknown and say why.
    Positions are code points of `chars`. `lexicon` defaults to the one that ships with the package.
    """
    return _read(chars, [(0, len(chars))], anchor, lexicon or load_default())


def _read(
    chars: str,
    stretches: list[tuple[int, int]],
    anchor: date | None,
    lexicon: Lexicon,
    names: AbstractSet[Span] = frozenset(),
) -> Values:
    known = vocabulary(lexicon)
    if len(stretches) == 1 and stretches[0] == (0, len(chars)) and len(chars) <= LONGEST:
        alone = whole(chars, known)
        if alone:
            return Values(counts=(alone,))
    found = Assembly(chars, known, Timeline(anchor))
    for start, end in stretches:
        atoms = scan(chars, start, end, known)
        found.read([a for a in atoms if Span(a.start, a.end) not in names] if names else atoms, end)
    return Values(
        paired(chars, found.money), tuple(found.shares), found.all_counts(), tuple(found.times), tuple(found.scores)
    )


def _paragraphs(passage: Passage) -> list[tuple[int, int]]:
    """The stretches of running sentences, in reading order: the headline, then each paragraph at once."""
    found: list[tuple[int, int, int]] = []
    for sentence in passage.sentences:
        if found and found[-1][0] == sentence.paragraph:
            found[-1] = (sentence.paragraph, found[-1][1], sentence.span.end)
        else:
            found.append((sentence.paragraph, sentence.span.start, sentence.span.end))
    return [(start, end) for _, start, end in found]
