"""A reader without the text: which option would he take?

He goes by what test-wise readers go by (Millman, Bishop and Ebel 1965): length, polarity, words that claim too much or
leave a way out, what the options have in common, and what sounds likely.
"""

from __future__ import annotations

from math import sqrt
from statistics import fmean
from typing import TYPE_CHECKING

from sagwan.items.model import Asks, Form
from sagwan.items.morphemes import likelihood
from sagwan.items.review.grams import likeness
from sagwan.items.wording import found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.items.model import Item
    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon

# How much each sign weighs, in standard deviations of the item's own options.
_WEIGHTS = {"length": 0.5, "common": 1.0, "likely": 1.0, "sweeping": -1.0, "hedged": 1.0, "denies": -0.5}


def texts(item: Item) -> tuple[str, ...]:
    """The options as sentences: the lines of the 〈보기〉 where the options are their marks."""
    return item.box if item.form is Form.ERROR else tuple(option.text for option in item.options)


def signs(item: Item, analyser: Analyser, lexicon: Lexicon) -> dict[str, list[float]]:
    """Each sign, one number an option, standardised over the item's options."""
    words = texts(item)
    raw = {
        "length": [float(len(one)) for one in words],
        "common": [fmean([likeness(one, other) for other in words if other is not one] or [0.0]) for one in words],
        "likely": [likelihood(one, analyser) for one in words],
        "sweeping": [float(found("absolute", one, lexicon) is not None) for one in words],
        "hedged": [float(found("hedge", one, lexicon) is not None) for one in words],
        "denies": [float(denies(one)) for one in words],
    }
    return {name: _standard(values) for name, values in raw.items()}


def guess(item: Item, analyser: Analyser, lexicon: Lexicon) -> int | None:
    """The option that he takes; None where there is no choice."""
    if len(item.options) < len("㉠㉡"):
        return None
    scores = likings(item, analyser, lexicon)
    return scores.index(max(scores))


def likings(item: Item, analyser: Analyser, lexicon: Lexicon) -> list[float]:
    """How much he is drawn to each option as the answer."""
    told = signs(item, analyser, lexicon)
    scores = [sum(_WEIGHTS[name] * values[n] for name, values in told.items()) for n in range(len(item.options))]
    return scores if item.asks is Asks.TRUE else [-score for score in scores]


def denies(sentence: str) -> bool:
    """Whether it is told in the negative, as far as its face shows."""
    return any(part in sentence for part in ("지 않", "지 못", "없", "아니", "아닌"))


def _standard(values: Sequence[float]) -> list[float]:
    middle = fmean(values)
    spread = sqrt(fmean((v - middle) ** 2 for v in values))
    return [(v - middle) / spread if spread else 0.0 for v in values]
