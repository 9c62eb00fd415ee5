"""The same sum in two currencies: "1000억달러(약 143조800억원)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.core.values import Money

_BRACKET = re.compile(r" ?[(（\[] ?(?:(?:한화|우리 돈|우리돈|원화|환산|미화)(?:로|으로)? ?)?(?:약|대략)? ?")
_COMMA = re.compile(r"(?:,| ?·)? ?(?:한화|우리 돈|우리돈|원화)(?:로|으로)?(?: 환산)? ?(?:약|대략)? ?")


def paired(chars: str, money: Sequence[Money]) -> tuple[Money, ...]:
    """Link each sum to the one right before it that it repeats in another currency."""
    linked = list(money)
    for i in range(1, len(linked)):
        before, here = linked[i - 1], linked[i]
        if before.currency == here.currency:
            continue
        gap = chars[before.span.end : here.span.start]
        if _BRACKET.fullmatch(gap) or _COMMA.fullmatch(gap):
            linked[i] = replace(here, same_as=i - 1)
    return tuple(linked)
