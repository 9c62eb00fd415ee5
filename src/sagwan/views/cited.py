"""Where a line of a view can be opened: the record, its words, and the article that they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.ledger.acts import Word

if TYPE_CHECKING:
    from sagwan.ledger.acts import Coin, Deed, Told
    from sagwan.ledger.query import Place

_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Cited:
    """A record by its id, its words, and its place. `teaser`: read in the teaser of another page's article.

    `start` is the first character of the words in the page's text, a code point. `sentence` is what an event's words
    stand in; a statement and a sum speak for themselves.
    """

    id: str
    quote: str
    sentence: str | None
    teaser: bool
    start: int
    place: Place


def cite(record: Deed | Word) -> Cited:
    """An event or a statement as evidence."""
    sentence = None if isinstance(record, Word) else record.sentence
    return Cited(record.id, record.quote, sentence, record.told.teaser, record.told.start, record.told.place)


def cite_sum(coin: Coin) -> Cited:
    """A sum as evidence; its id is the address that `sagwan why` takes."""
    told = coin.told
    return Cited(f"{told.place.address}:money:{coin.n}", coin.quote, None, told.teaser, told.start, told.place)


def text_order(told: Told) -> tuple[str, str, int, int]:
    """By the day of publication, those without one last; then by page, article and place in the text."""
    return told.place.published or "9999", told.page, told.article, told.start


def folded(quote: str) -> str:
    """The letters and digits alone: what two outlets that quote the same words share."""
    return _MARKS.sub("", quote)
