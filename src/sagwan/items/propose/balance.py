"""No key that its face gives away: of several items on the same matters, the one that a draw of chance asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.items.review.clues import clues
from sagwan.items.review.guess import likings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.items.model import Item
    from sagwan.items.propose.material import Material


def even(of: Material, variants: Sequence[Item]) -> Item:
    """The item whose key draws a reader without the text as much as a place drawn by chance says.

    True tellings are longer, likelier and more alike than false ones; so, left alone, the key stands out. Never to
    let it stand out would be a clue as well: every place, from the most drawing to the least, comes as often.
    """
    clean = [item for item in variants if not any(clues(item, of.lexicon))] or variants
    place = of.rng.randrange(min(len(item.options) for item in clean))
    return min(clean, key=lambda item: abs(_place(of, item) - place))


def _place(of: Material, item: Item) -> int:
    """How many options draw more than the key."""
    scores = likings(item, of.analyser, of.lexicon)
    return sum(score > scores[item.key] for score in scores)
