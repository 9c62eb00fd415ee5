"""Long answers in portions: a cursor is the last thing seen, so that what comes in between shifts nothing."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from sagwan.core.errors import SagwanError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sagwan.web.parameters import Listed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A portion: `total` is how many there are in all, `next` the cursor of what follows, None at the end.

    `told_since`: the day of the earliest articles that all this is made from, None for the whole ledger; what earlier
    ones tell is asked for with `as_of` before it.
    """

    items: tuple[T, ...]
    total: int
    next: str | None
    told_since: str | None = None


def portion(found: Sequence[T], ask: Listed, key: Callable[[T], str], told_since: str | None = None) -> Listing[T]:
    """The portion of `found` that is asked for; `key` names an item and no other.

    Raises `SagwanError` (`web.cursor`) where the thing that the cursor names is not there.
    """
    start = 0
    if ask.cursor is not None:
        last = unsealed(ask.cursor)
        at = next((n for n, item in enumerate(found) if key(item) == last), None)
        if at is None:
            raise lost(ask.cursor)
        start = at + 1
    items = tuple(found[start : start + ask.limit])
    more = start + ask.limit < len(found)
    return Listing(items, len(found), sealed(key(items[-1])) if more and items else None, told_since)


def sealed(key: str) -> str:
    """A key as a cursor: what may stand in an address."""
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def unsealed(cursor: str) -> str:
    """The key of a cursor. Raises `SagwanError` (`web.cursor`)."""
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError) as broken:
        raise lost(cursor) from broken


def lost(cursor: str) -> SagwanError:
    """What is said of a cursor that leads nowhere."""
    return SagwanError("web.cursor", "이어 볼 자리를 찾을 수 없습니다", cursor, "처음부터 다시 물으십시오")
