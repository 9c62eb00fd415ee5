"""What may be asked: the parameters of every question, strict, and said in the words of the interface's description."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
from msgspec import Meta

from sagwan.core.entity import Kind
from sagwan.core.errors import SagwanError
from sagwan.core.statement import Stance
from sagwan.views.search.find import Within

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 200
# What says where a list is turned to, beside what is asked for.
CURSORS = frozenset({"cursor", "said", "did", "told"})

Name = Annotated[str, Meta(min_length=1, max_length=100, description="이름 · a name as the articles give it")]
Words = Annotated[str, Meta(min_length=1, max_length=200, description="찾을 말 · words to find")]
Day = Annotated[date, Meta(description="이 날까지 나온 기사로만 · as told by this day")]
Since = Annotated[date, Meta(description="이 날부터 · from this day on")]
Cursor = Annotated[
    str, Meta(pattern=r"^[A-Za-z0-9_-]{1,400}$", description="앞 답의 next · `next` of the answer before")
]
Limit = Annotated[int, Meta(ge=1, le=MOST, description="몇 개까지 · how many at most")]
Id = Annotated[str, Meta(min_length=1, max_length=200, description="기록의 id · a record's id or address")]
Page = Annotated[
    str, Meta(pattern=r"^[0-9a-f]{12,64}$", description="지면 id, 열두 자리부터 · a page's id or its start")
]


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question without parameters."""


class Listed(Ask, frozen=True, kw_only=True):
    """A question whose answer comes in portions."""

    cursor: Cursor | None = None
    limit: Limit = 50


class OfName(Listed, frozen=True, kw_only=True):
    """About somebody, or about all."""

    name: Name | None = None
    as_of: Day | None = None


class OfTime(OfName, frozen=True, kw_only=True):
    """About somebody or all, from a day on."""

    since: Since | None = None


class OfSpeech(OfTime, frozen=True, kw_only=True):
    """Who said what."""

    about: Words | None = None
    stance: Stance | None = None


class OfMoney(Ask, frozen=True, kw_only=True):
    """Deals of somebody, or all."""

    name: Name | None = None
    as_of: Day | None = None


class OfTwo(Ask, frozen=True, kw_only=True):
    """About two."""

    left: Name
    right: Name
    as_of: Day | None = None


class OfOne(Ask, frozen=True, kw_only=True):
    """About one. Each of the long lists has a cursor of its own: of what was said, what was done, where it is told."""

    name: Name
    as_of: Day | None = None
    limit: Limit = 20
    said: Cursor | None = None
    did: Cursor | None = None
    told: Cursor | None = None


class OfNames(Listed, frozen=True, kw_only=True):
    """The names of the ledger."""

    q: Words | None = None
    kind: Kind | None = None
    as_of: Day | None = None


class OfArticles(Listed, frozen=True, kw_only=True):
    """The articles of the ledger."""

    outlet: Words | None = None
    as_of: Day | None = None


class OfPage(Ask, frozen=True, kw_only=True):
    """A page."""

    page: Page


class OfMarks(Listed, frozen=True, kw_only=True):
    """The records of a page."""

    page: Page


class OfTelling(OfPage, frozen=True, kw_only=True):
    """A page, and by which day it was told."""

    as_of: Day | None = None


class OfRecord(Ask, frozen=True, kw_only=True):
    """A record."""

    record: Id


class OfGraph(Ask, frozen=True, kw_only=True):
    """The graph of everybody, or around one."""

    name: Name | None = None
    as_of: Day | None = None
    least: Annotated[int, Meta(ge=1, le=1000, description="적어도 몇 번 · ties of fewer acts are left out")] = 1


class OfSearch(Listed, frozen=True, kw_only=True):
    """Words to find and where."""

    q: Words
    within: Within = Within.ARTICLES
    name: Name | None = None
    speaker: Name | None = None
    outlet: Words | None = None
    stance: Stance | None = None
    since: Since | None = None
    as_of: Day | None = None


class OfFinding(OfSearch, frozen=True, kw_only=True):
    """The page to search on, which may be asked for nothing yet."""

    q: Words | None = None  # type: ignore[assignment]


class OfRulings(Listed, frozen=True, kw_only=True):
    """What people ruled, as it stood on a day."""

    as_of: Day | None = None


class AsOf(Ask, frozen=True, kw_only=True):
    """The whole, as it was told by a day."""

    as_of: Day | None = None


A = TypeVar("A", bound=Ask)


def asked(form: type[A], given: Mapping[str, str]) -> A:
    """The question as put in an address.

    Raises `SagwanError` (`web.parameter`), with what does not fit.
    """
    try:
        return msgspec.convert(given, form, strict=False)
    except msgspec.ValidationError as wrong:
        raise SagwanError("web.parameter", f"물음이 맞지 않습니다: {wrong}", "주소 · the address", None) from wrong


def day(written: date | None) -> str | None:
    """A day as the views take it."""
    return written.isoformat() if written is not None else None
