"""Sums that are told as a part of a larger one: 100억원을 시작으로 총 500억원을 투자한다."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.relation import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sagwan.ledger.acts import Coin, Deed
    from sagwan.lexicon import Lexicon

_ASIDE = re.compile(r"\([^()]*\)")  # the same sum in another currency


def portions(whole: Coin, coins: Iterable[Coin], deed: Deed, lexicon: Lexicon) -> Iterator[Coin]:
    """The sums of an event's sentence that its words make a part of the event's own, in text order."""
    began = deed.told.start - deed.at
    for coin in coins:
        stop = coin.told.stop - began
        told = began <= coin.told.start and coin.told.stop <= whole.told.start
        if told and _less(coin, whole) and _marked(deed.sentence[stop:], lexicon):
            yield coin


def _less(coin: Coin, whole: Coin) -> bool:
    known = coin.value is not None and whole.value is not None and coin.per is None
    return known and coin.currency == whole.currency and (coin.value or 0) < (whole.value or 0)


def _marked(behind: str, lexicon: Lexicon) -> bool:
    aside = _ASIDE.match(behind)
    return behind[aside.end() if aside else 0 :].startswith(_behind(lexicon))


@cache
def _behind(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(words for one in lexicon.all(Part) for words in one.behind)
