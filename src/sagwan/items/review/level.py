"""How much an item asks of its reader, and how hard it is likely to be, with reasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.items.model import Form
from sagwan.items.review.finding import Load
from sagwan.items.review.grams import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.items.model import Item

# Where a form starts before the item itself is looked at: to find a word is easier than to weigh five sentences.
_START = {
    Form.SHORT: 1,
    Form.BLANK: 1,
    Form.SPEAKER: 2,
    Form.PRONOUN: 2,
    Form.ACTOR: 2,
    Form.HEADLINE: 3,
    Form.MATCH: 3,
    Form.MISMATCH: 3,
    Form.ERROR: 3,
    Form.POSITION: 3,
    Form.STATUS: 3,
    Form.ORDER: 3,
    Form.CAUSE: 3,
    Form.DENIAL: 4,
    Form.CHANGE: 4,
    Form.SUM: 4,
}
_LONG_WORD, _LONG_ITEM, _LONG_TEXT = 5, 260, 1500
_CLOSE = 0.35
_HIGHEST = 5


def load_of(item: Item) -> Load:
    """The reading load of stem, 〈보기〉 and options."""
    words = [*item.box, *(option.text for option in item.options)]
    tokens = [t for line in words for t in line.split()]
    long = [t for t in tokens if len(re.sub(r"[^가-힣]", "", t)) >= _LONG_WORD]
    return Load(
        sum(map(len, (item.stem, *words))),
        round(len(tokens) / max(1, len(words)), 1),
        round(len(long) / max(1, len(tokens)), 2),
    )


def band_of(item: Item, text: str) -> tuple[int, tuple[str, ...]]:
    """From 1 to 5, and why: the form, then what the item adds to it."""
    reasons = [f"{item.form.label}: {_START[item.form]}에서 시작", *_harder(item, text)]
    return min(_HIGHEST, _START[item.form] + len(reasons) - 1), tuple(reasons)


def _harder(item: Item, text: str) -> Iterator[str]:
    load = load_of(item)
    if load.chars > _LONG_ITEM:
        yield f"문항이 깁니다 ({load.chars}자)"
    if len(text) > _LONG_TEXT:
        yield f"글이 깁니다 ({len(text)}자)"
    own = item.options[item.key].text
    near = [o for n, o in enumerate(item.options) if n != item.key and likeness(own, o.text) >= _CLOSE]
    if near and item.form in (Form.MATCH, Form.MISMATCH, Form.HEADLINE):
        yield "답과 비슷한 선택지가 있습니다"
