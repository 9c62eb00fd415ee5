"""The pages for people: each is what the ledger answers, in a template, at an address that stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Meta

from sagwan.core.errors import SagwanError
from sagwan.core.span import Span
from sagwan.items.model import Form
from sagwan.ledger import query
from sagwan.ledger.load import load_reading
from sagwan.views import register
from sagwan.views.identities import identities
from sagwan.views.index.open import index_of
from sagwan.views.search.find import facets, trend
from sagwan.views.why import why
from sagwan.web import charts, evidence, items, parameters
from sagwan.web.cutting import RANGE, counted, zoned
from sagwan.web.questions import BY_ID, moments, narrowed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from sagwan.views.deals.book import Book
    from sagwan.views.disputes.disputes import Dispute
    from sagwan.views.why import Why
    from sagwan.web.desk import Desk

Shown = dict[str, object]
_FACETS = 8
# Articles that somebody who makes items chooses from by headline.
_TO_CHOOSE = 60


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, what may be asked of it, and what it shows. `question`: whose answer can be downloaded.

    `template` is named after `id`; `fragment` is the part of it that is sent where a script asks for that alone.
    """

    id: str
    path: str
    form: type[parameters.Ask]
    show: Callable[[sqlite3.Connection, Desk, Any], Shown]
    question: str | None = None
    fragment: str | None = None


class OfArticle(parameters.OfPage, frozen=True, kw_only=True):
    """A page with one record shown beside it, or with the characters from one to another marked."""

    record: parameters.Id | None = None
    at: Annotated[str, Meta(pattern=r"^[0-9]{1,8}-[0-9]{1,8}$")] | None = None


class OfIdentity(parameters.OfRulings, frozen=True, kw_only=True):
    """The rulings, and the identities behind a name."""

    name: parameters.Name | None = None


def _answered(id_: str, more: Callable[[Any], Shown] | None = None) -> Callable[[sqlite3.Connection, Desk, Any], Shown]:
    """A page that shows the answer to a question and what follows from it."""

    def show(db: sqlite3.Connection, desk: Desk, ask: parameters.Ask) -> Shown:
        if BY_ID[id_].searches:
            desk.preparation.must(db)
        answer = BY_ID[id_].ask(db, desk.lexicon, ask)
        return {"answer": answer, **(more(answer) if more else {})}

    return show


def _naming(
    id_: str, told: Callable[[Any], Iterable[str | None]], more: Callable[[Any], Shown] | None = None
) -> Callable[[sqlite3.Connection, Desk, Any], Shown]:
    """As `_answered`, with which of those that are `told` of are names, and open, rather than words of an article
    (소상공인들, B 검사).
    """
    answered = _answered(id_, more)

    def show(db: sqlite3.Connection, desk: Desk, ask: parameters.Ask) -> Shown:
        shown, index = answered(db, desk, ask), index_of(db, desk.lexicon)
        return {**shown, "named": frozenset(one for one in set(told(shown["answer"])) if one and index.known(one))}

    return show


def _speakers(disputes: Iterable[Dispute]) -> Iterable[str | None]:
    return (position.speaker for dispute in disputes for position in dispute.positions)


def _parties(book: Book) -> Iterable[str]:
    return (name for deal in book.deals for name in deal.parties)


def _article(db: sqlite3.Connection, desk: Desk, ask: OfArticle) -> Shown:
    reading = load_reading(db, query.page_key(db, ask.page))
    told = why(db, ask.record) if ask.record is not None else None
    at = _range(ask.at, len(reading.layout.text.chars))
    here = told.id if told is not None else RANGE
    shown: Shown = {"reading": reading, "blocks": zoned(reading, at), "totals": counted(reading)}
    banked = items.of_article(db, f"{reading.layout.page_id[:12]}:0")
    shown |= _why(told, db, desk) if told is not None else {"why": None}
    return {**shown, "here": here, "banked": banked}


def _range(written: str | None, chars: int) -> Span | None:
    """The characters named by an address, None where the text has no such place."""
    start, end = (int(n) for n in written.split("-")) if written else (0, 0)
    return Span(start, end) if start < end <= chars else None


def _search(db: sqlite3.Connection, desk: Desk, ask: parameters.OfFinding) -> Shown:
    if ask.q is None:
        return {"answer": None, "outlets": (), "stances": (), "chart": (), "somebody": None, "like": ()}
    desk.preparation.must(db)
    plain = parameters.OfSearch(**{name: getattr(ask, name) for name in ask.__struct_fields__})
    answer = BY_ID["search"].ask(db, desk.lexicon, plain)
    left = facets(db, desk.lexicon, ask.q, narrowed(plain))
    by_day = trend(db, desk.lexicon, ask.q, narrowed(plain))
    index, name = index_of(db, desk.lexicon), ask.q.strip()
    return {
        "answer": answer,
        "chart": charts.by_month(by_day),
        "outlets": left.outlets[:_FACETS],
        "stances": left.stances,
        "somebody": name if index.known(name) else None,
        "like": () if by_day else index.names_like(name),
    }


def _timeline(db: sqlite3.Connection, desk: Desk, ask: parameters.OfTime) -> Shown:
    answer, whole = moments(db, desk.lexicon, ask)
    chart = charts.events_by_month(whole)
    return {"answer": answer, "chart": chart, "charted": sum(n for _, n in chart)}


def _near(db: sqlite3.Connection, desk: Desk, ask: parameters.OfTelling) -> Shown:
    desk.preparation.must(db)
    at = f"{ask.page[:12]}:0"
    return {"answer": BY_ID["related"].ask(db, desk.lexicon, ask), "near_to": _headed(db, desk, (at,)).get(at)}


def _record(db: sqlite3.Connection, desk: Desk, ask: parameters.OfRecord) -> Shown:
    return _why(why(db, ask.record), db, desk)


def _why(told: Why, db: sqlite3.Connection, desk: Desk) -> Shown:
    return {"why": told, "fields": tuple(evidence.fields(told, index_of(db, desk.lexicon)))}


def _who(db: sqlite3.Connection, desk: Desk, ask: parameters.OfOne) -> Shown:
    answer = BY_ID["who"].ask(db, desk.lexicon, ask)
    return {"answer": answer, "beside": register.beside(index_of(db, desk.lexicon), ask.name)}


def _account(db: sqlite3.Connection, desk: Desk, ask: parameters.OfArticles) -> Shown:
    return {
        "answer": BY_ID["articles"].ask(db, desk.lexicon, ask),
        "account": BY_ID["account"].ask(db, desk.lexicon, parameters.Ask()),
    }


def _judgements(db: sqlite3.Connection, desk: Desk, ask: OfIdentity) -> Shown:
    plain = parameters.OfRulings(cursor=ask.cursor, limit=ask.limit, as_of=ask.as_of)
    found = identities(db, ask.name, desk.lexicon, parameters.day(ask.as_of)) if ask.name else ()
    return {
        "answer": BY_ID["judgements"].ask(db, desk.lexicon, plain),
        "identities": found,
        "namings": BY_ID["namings"].ask(db, desk.lexicon, parameters.OfRulings(as_of=ask.as_of)),
        "headed": _headed(db, desk, (seen.article for one in found for seen in one.sightings)),
    }


def _headed(db: sqlite3.Connection, desk: Desk, addresses: Iterable[str]) -> dict[str, str]:
    """The headlines of articles by their addresses."""
    return register.headlines(index_of(db, desk.lexicon), addresses)


def _items(db: sqlite3.Connection, desk: Desk, ask: items.OfItems) -> Shown:
    answer = items.listed(db, desk.lexicon, ask)
    headed = _headed(db, desk, (at for one in answer.items for at in one.articles))
    latest = [one for one in register.articles(index_of(db, desk.lexicon), limit=_TO_CHOOSE) if one.part == "main"]
    return {"answer": answer, "forms": tuple(Form), "states": items.STATES, "headed": headed, "latest": latest}


def _item(db: sqlite3.Connection, desk: Desk, ask: items.OfItem) -> Shown:
    answer = items.looked_at(db, desk.lexicon, ask)
    made = answer.banked.made
    headed = _headed(db, desk, made.item.articles if made is not None else ())
    return {"answer": answer, "formats": tuple(items.FORMATS), "headed": headed}


def _paper(db: sqlite3.Connection, desk: Desk, ask: items.OfPaper) -> Shown:
    """The paper, or why the bank cannot hold it, with the form to ask for another."""
    shown: Shown = {"ask": ask, "formats": tuple(items.FORMATS)}
    try:
        return {**shown, "answer": BY_ID["paper"].ask(db, desk.lexicon, ask), "refusal": None}
    except SagwanError as refused:
        if refused.refusal.code != "items.paper":
            raise
        return {**shown, "answer": None, "refusal": refused.refusal}


def _about(db: sqlite3.Connection, desk: Desk, _: parameters.Ask) -> Shown:
    return {"account": BY_ID["account"].ask(db, desk.lexicon, parameters.Ask()), "lexicon": desk.lexicon.digest}


def _form(_: sqlite3.Connection, __: Desk, ___: parameters.Ask) -> Shown:
    return {}


PAGES: tuple[Page, ...] = (
    Page("start", "/", parameters.AsOf, _naming("start", lambda front: _speakers(front.disputes)), "start"),
    Page("articles", "/articles", parameters.OfArticles, _account, "articles"),
    Page("article", "/articles/{page}", OfArticle, _article, "page"),
    Page("near", "/articles/{page}/near", parameters.OfTelling, _near, "related", "_near.html"),
    Page("record", "/records/{record}", parameters.OfRecord, _record, "record", "_record.html"),
    Page("names", "/who", parameters.OfNames, _answered("names"), "names"),
    Page("who", "/who/{name}", parameters.OfOne, _who, "who"),
    Page("said", "/said", parameters.OfSpeech, _answered("said"), "said"),
    Page("tie", "/ties/{left}/{right}", parameters.OfTwo, _answered("tie", charts.exchange), "tie"),
    Page("network", "/network", parameters.OfGraph, _answered("network", charts.network), "network"),
    Page("timeline", "/timeline", parameters.OfTime, _timeline, "timeline"),
    Page("stories", "/stories", parameters.OfTime, _answered("stories"), "stories"),
    Page("story", "/stories/{page}", parameters.OfTelling, _answered("story"), "story"),
    Page("search", "/search", parameters.OfFinding, _search, "search"),
    Page(
        "disputes", "/disputes", parameters.OfName, _naming("disputes", lambda told: _speakers(told.items)), "disputes"
    ),
    Page("reversals", "/reversals", parameters.OfName, _answered("reversals"), "reversals"),
    Page("money", "/money", parameters.OfMoney, _naming("money", _parties, charts.purse), "money"),
    Page("judgements", "/judgements", OfIdentity, _judgements, "judgements"),
    Page("items", "/items", items.OfItems, _items, "items"),
    Page("item", "/items/{item}", items.OfItem, _item, "item"),
    Page("paper", "/paper", items.OfPaper, _paper, "paper"),
    Page("about", "/about", parameters.Ask, _about, "account"),
    Page("upload", "/upload", parameters.Ask, _form),
)
