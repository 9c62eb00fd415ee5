# ruff: noqa: PLC0415 — what proposes and proves items takes half a second to load: only who asks for items waits for it
"""Questions about 문항: the bank, one item with its proof and review, a paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from msgspec import Meta

from sagwan.core.errors import SagwanError
from sagwan.items.model import Form
from sagwan.web.listing import Listing, portion
from sagwan.web.parameters import Ask, Listed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from sagwan.items.bank import Banked
    from sagwan.items.export.printed import Sheet
    from sagwan.items.make import Made
    from sagwan.items.model import Proof
    from sagwan.items.review.finding import Review
    from sagwan.lexicon import Lexicon

State = Literal["draft", "accepted", "returned", "rejected", "retired"]
STATES: tuple[str, ...] = get_args(State)
Address = Annotated[str, Meta(pattern=r"^[0-9a-f]{12}:[0-9]{1,3}$", description="기사 · an article, PAGE:N")]
ItemId = Annotated[str, Meta(pattern=r"^item-[0-9a-f]{4,16}$", description="문항 id, 앞부분도 됨 · an item's id")]
Count = Annotated[int, Meta(ge=1, le=60)]


# How papers are taken along: the ending of the file and its media type, as `items/export/formats.py` makes them.
FORMATS: Mapping[str, tuple[str, str]] = {
    "markdown": ("md", "text/markdown; charset=utf-8"),
    "csv": ("csv", "text/csv; charset=utf-8"),
    "gift": ("gift.txt", "text/plain; charset=utf-8"),
    "moodle": ("moodle.xml", "application/xml"),
    "qti3": ("qti3.zip", "application/zip"),
    "qti21": ("qti21.zip", "application/zip"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "hwpx": ("hwpx", "application/hwp+zip"),
    "pdf": ("pdf", "application/pdf"),
}


class OfItems(Listed, frozen=True, kw_only=True):
    """The items of the bank."""

    form: Form | None = None
    state: State | None = None
    article: Address | None = None


class OfItem(Ask, frozen=True, kw_only=True):
    """One item."""

    item: ItemId


class OfPaper(Ask, frozen=True, kw_only=True):
    """A paper put together from the bank, or of the items that are named."""

    title: Annotated[str, Meta(min_length=1, max_length=80, description="시험지 이름 · its title")] = "읽기 문항"
    number: Annotated[Count, Meta(description="문항 수 · how many items")] = 5
    each_form: Annotated[Count, Meta(description="한 꼴에서 많아야 · at most of one form")] | None = None
    each_article: Annotated[Count, Meta(description="한 기사에서 많아야 · at most of one article")] | None = None
    copies: Annotated[int, Meta(ge=1, le=4, description="동형 시험지 수 · equivalent papers")] = 1
    copy: Annotated[int, Meta(ge=1, le=4, description="몇째 시험지 · which of them")] = 1
    items: (
        Annotated[
            str,
            Meta(
                pattern=r"^item-[0-9a-f]{4,16}(,item-[0-9a-f]{4,16}){0,59}$",
                description="이 문항으로 · of these items, with commas",
            ),
        ]
        | None
    ) = None


@dataclass(frozen=True, slots=True)
class ItemSeen:
    """An item of the bank in one line: `stem` and what it asks about, which are None where its text was taken down."""

    id: str
    form: str
    state: str
    band: int | None
    stem: str | None
    about: str | None
    articles: tuple[str, ...]
    by: str
    because: str
    at: str


@dataclass(frozen=True, slots=True)
class ItemLook:
    """An item with its proof from the ledger as it is now, and with what a review finds."""

    id: str
    state: str
    band: int | None
    banked: Banked
    proof: Proof | None
    review: Review | None


@dataclass(frozen=True, slots=True)
class Option:
    """One option of an item with what the proof says of it: `truth` and why, and the records or ranges it stands on."""

    n: int
    text: str
    key: bool
    truth: str
    because: str
    records: tuple[str, ...]


def options_of(look: ItemLook) -> Listing[Option]:
    """The options of an item as rows; none where its text was taken down."""
    if look.banked.made is None or look.proof is None:
        return Listing((), 0, None)
    item = look.banked.made.item
    found = tuple(
        Option(n + 1, option.text, n == item.key, told.truth, told.because, told.records)
        for n, (option, told) in enumerate(zip(item.options, look.proof.verdicts, strict=True))
    )
    return Listing(found, len(found), None)


def listed(db: sqlite3.Connection, _: Lexicon, ask: OfItems) -> Listing[ItemSeen]:
    """The bank, the latest first."""
    from sagwan.items.bank import banked

    form = ask.form.value if ask.form is not None else None
    found = banked(db, form=form, state=ask.state, article=ask.article)
    return portion([_seen(one) for one in reversed(found)], ask, lambda one: one.id)


def looked_at(db: sqlite3.Connection, _: Lexicon, ask: OfItem) -> ItemLook:
    """One item. Raises `SagwanError` (`items.unknown`)."""
    from sagwan.items.bank import find
    from sagwan.work import authoring

    one = find(db, ask.item)
    if one.made is None:
        return ItemLook(one.id, one.state, one.band, one, None, None)
    ((_id, proof),) = authoring.prove(db, (one,))
    review = authoring.look(db, one.made, authoring.earlier_items(db, one.id, ()))
    return ItemLook(one.id, one.state, one.band, one, proof, review)


def chosen(db: sqlite3.Connection, ask: OfPaper) -> tuple[tuple[str, Made], ...]:
    """The items of the paper in its order, each with its id in the bank: a paper may move the options.

    Raises `SagwanError`: `items.unknown`, `items.paper`, `web.parameter`.
    """
    from sagwan.items.bank import banked, find
    from sagwan.items.paper import Plan, assemble

    if ask.items is not None:
        found = [find(db, id_) for id_ in ask.items.split(",")]
        return tuple((one.id, _standing(one)) for one in found)
    if ask.copy > ask.copies:
        raise SagwanError(
            "web.parameter", "그만큼의 시험지를 짜지 않았습니다", f"copy={ask.copy}", "copies를 늘리십시오"
        )
    plan = Plan(ask.number, each_form=ask.each_form, each_article=ask.each_article)
    put = assemble(banked(db), plan, ask.copies)[ask.copy - 1]
    return tuple(zip(put.ids, put.items, strict=True))


def titled(ask: OfPaper) -> str:
    """The name of the paper, with the number of the copy where there are several."""
    return ask.title if ask.copies == 1 else f"{ask.title} ({ask.copy}형)"


def paper(db: sqlite3.Connection, _: Lexicon, ask: OfPaper) -> Sheet:
    """The paper with its passages, its items and their answers."""
    from sagwan.work import authoring

    found = chosen(db, ask)
    laid = authoring.lay_out(db, titled(ask), [made for _, made in found])
    return replace(laid, items=tuple(replace(one, id=id_) for one, (id_, _) in zip(laid.items, found, strict=True)))


def of_article(db: sqlite3.Connection, address: str) -> int:
    """How many items of the bank are about an article."""
    from sagwan.items.bank import banked

    return len(banked(db, article=address))


def _standing(one: Banked) -> Made:
    if one.made is None:
        raise SagwanError("items.unknown", "글이 내려져 문항도 없습니다", one.id, None)
    return one.made


def _seen(one: Banked) -> ItemSeen:
    item = one.made.item if one.made is not None else None
    because = one.rulings[-1].because if one.rulings else one.because
    told = (one.id, one.form, one.state, one.band)
    if item is None:
        return ItemSeen(*told, None, None, (), one.by, because, one.at)
    about = " ".join(item.box) or item.options[item.key].text
    return ItemSeen(*told, item.stem, about, item.articles, one.by, because, one.at)
