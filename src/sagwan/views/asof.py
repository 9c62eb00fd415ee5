"""What had been told by a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sagwan.ledger.acts import Coin, Deed, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

R = TypeVar("R", Deed, Word, Coin)


def told_by(records: Iterable[R], day: str | None) -> tuple[R, ...]:
    """The records whose article had come out by the end of an ISO 8601 day; all of them where `day` is None.

    An article without a day of publication is left out then: nobody can say that it had been read.
    """
    if day is None:
        return tuple(records)
    return tuple(one for one in records if one.told.place.published is not None and one.told.place.published <= day)
