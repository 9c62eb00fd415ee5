"""Exact values as the text gives them: decimals, open and closed bounds, and what is unknown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sagwan.core.reason import Reason
from sagwan.core.span import Span

# What is unknown of a time that no calendar holds: 2월 30일, 13월.
NO_SUCH_DAY, NO_SUCH_MONTH = "없는 날", "없는 달"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, and the range that the words around it make of it.

    `value` is the one number that the text writes, None where it writes two or none ("60만~75만원", "수백억").
    `low` and `high` bound the range, None being open on that side: "1조원 이상" has value 1조 and low 1조,
    "100억원대" value 100억 in [100억, 200억). Both None: the number itself is meant. `low_open` and `high_open`
    say that the bound itself is out (초과, 미만). `approx`: the text says about.
    """

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in base units of an ISO 4217 currency (or a coin's own name).

    `implied`: the text leaves the currency out. `per`: the unit of a unit price (주, 평, 1인). `same_as` is the
    index, among the article's money, of the same sum in another currency ("1000억달러(143조800억원)").
    """

    span: Span
    amount: Amount
    currency: str | None
    implied: bool = False
    per: str | None = None
    same_as: int | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A share or a rate: `unit` is `%`, `%p` (percentage points) or `bp`.

    `base` and `direction` are filled where the text says what it is compared with and which way it moved.
    """

    span: Span
    amount: Amount
    unit: str
    base: Span | None = None
    direction: str | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: `unit` is the counter or measure in its canonical form (명, 건, km), "" for a bare number.

    `kind`: `count`, `measure`, `age`, `ordinal`, `multiple`, `degree` (temperature) or `number`.
    """

    span: Span
    amount: Amount
    unit: str
    kind: str = "count"
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """The result of a game or a vote as written: 3-1, 4 대 2."""

    span: Span
    left: Decimal
    right: Decimal
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in a row told from one of its ends or from here: 마지막 is 0 from the `end`, 다음 것 is 1 from the
    `current` one, 처음 is 0 from the `start`; `offset` counts forward.
    """

    span: Span
    relative_to: str
    offset: int


class TimeType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class When:
    """A time as written. `value` is ISO 8601 / TIMEX3 (`2025-02`, `2025-Q3`, `P3Y`) or None; then `unknown`
    says what is missing ("연도를 알 수 없음"). `known` keeps the parts that are known (`XXXX-12-23`).

    A period between two named times is an ISO 8601-2 interval, both ends in it (`2025-09-10/2025-09-12`), `..`
    for an open end; the two days follow as times of their own with `part_of`, the index of the whole among the
    times, and so does the day of "6일 오후 3시". A duration in a range has `low` and `high` instead of `value`
    (15~20년: P15Y, P20Y). `mods`: `start mid end` (초, 중순, 말), `approx`, `local_time` (현지시간) or
    `zone:` and an IANA name where the text says whose clock it is, `weekday_differs` (the weekday in brackets is
    another day's), `before after since` (이전, 이후, 부터) and, for
    durations, `past future next within` (지난, 앞으로, 다음, 안에), then `known` gives the days that they reach over.
    """

    span: Span
    type: TimeType
    value: str | None
    known: str | None = None
    unknown: str | None = None
    mods: tuple[str, ...] = ()
    low: str | None = None
    high: str | None = None
    part_of: int | None = None
    reason: Reason | None = None
