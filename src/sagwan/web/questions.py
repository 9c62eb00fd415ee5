"""Every question to the ledger, once: its page, its address in the interface, its form, its answer, its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from sagwan.core.errors import SagwanError
from sagwan.items.export.printed import Sheet
from sagwan.ledger import query, shelf
from sagwan.ledger.load import load_reading
from sagwan.ledger.shelf import Maker, Renaming, Ruling, Turned
from sagwan.views import register
from sagwan.views.deals.book import Book, deals
from sagwan.views.disputes.disputes import Dispute, disputes
from sagwan.views.graph.graph import Graph, graph
from sagwan.views.index.open import index_of
from sagwan.views.register import Holdings, NameSeen, Shelved
from sagwan.views.reversals.reversal import Reversal
from sagwan.views.reversals.reversals import reversals
from sagwan.views.said import said_by
from sagwan.views.search.find import Day, Hit, Narrow, search, trend
from sagwan.views.threads.stories import Near, Thread, related, threads
from sagwan.views.ties.ties import Tie, ties
from sagwan.views.timeline import Moment, timeline
from sagwan.views.why import Why, why
from sagwan.web import items, parameters
from sagwan.web.charts import between_names
from sagwan.web.dossiers import OpenDossier, opened
from sagwan.web.front import Front, front
from sagwan.web.listing import Listing, lost, portion, sealed, unsealed
from sagwan.web.marked import Marked, marked
from sagwan.web.parameters import day
from sagwan.work.reach import is_large, reach
from sagwan.work.reading_json import to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from sagwan.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Question:
    """A question. `path` is its address below `/api/v1`, with the parameters that stand in it in braces; `answer`
    the type that `ask` gives; `rows` the field of the answer that a table is made of, dotted where it lies deeper, once
    `tabled` has put in it what a table needs to be read by itself.
    """

    id: str
    path: str
    form: type[parameters.Ask]
    ask: Callable[[sqlite3.Connection, Lexicon, Any], object]
    answer: object
    says: str
    rows: str | None = None
    tabled: Callable[[Any], object] = lambda answer: answer

    @property
    def searches(self) -> bool:
        """Whether the articles must be prepared for searching first."""
        return self.id in ("stories", "story", "related", "search", "trend")


@dataclass(frozen=True, slots=True)
class Account:
    """What came and what became of it."""

    holdings: Holdings
    outlets: tuple[tuple[str | None, int], ...]
    refusals: tuple[Turned, ...]
    makers: tuple[Maker, ...]


def _articles(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfArticles) -> Listing[Shelved]:
    start = _offset(ask.cursor)
    index = index_of(db, lexicon)
    found = tuple(register.articles(index, ask.outlet, day(ask.as_of), ask.limit, start))
    total = register.articles_counted(index, ask.outlet, day(ask.as_of))
    return Listing(found, total, _next(start, ask.limit, total))


def _names(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfNames) -> Listing[NameSeen]:
    start = _offset(ask.cursor)
    found = [NameSeen(*row) for row in _seen(db, lexicon, ask, start)]
    more = len(found) > ask.limit
    return Listing(tuple(found[: ask.limit]), start + len(found), sealed(str(start + ask.limit)) if more else None)


def _seen(
    db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfNames, start: int
) -> Iterator[tuple[str, str, int]]:
    return register.names(index_of(db, lexicon), ask.q, ask.kind, day(ask.as_of), limit=ask.limit + 1, offset=start)


def _offset(cursor: str | None) -> int:
    if cursor is None:
        return 0
    said = unsealed(cursor)
    if not said.isascii() or not said.isdigit() or len(said) > len("1000000000"):
        raise lost(cursor)
    return int(said)


def _next(start: int, limit: int, total: int) -> str | None:
    return sealed(str(start + limit)) if start + limit < total else None


def _disputes(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfName) -> Listing[Dispute]:
    since = reach(db, lexicon, day(ask.as_of), ask.name)
    found = disputes(db, lexicon, ask.name, day(ask.as_of), told_since=since)
    return portion(found, ask, lambda one: f"{one.basis}:{one.positions[0].evidence.id}", since)


def _reversals(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfName) -> Listing[Reversal]:
    since = reach(db, lexicon, day(ask.as_of), ask.name)
    found = reversals(db, lexicon, ask.name, day(ask.as_of), told_since=since)
    return portion(found, ask, lambda one: f"{one.basis}:{one.before[0].id}:{one.after[0].id}", since)


def moments(
    db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfTime
) -> tuple[Listing[Moment], tuple[Moment, ...]]:
    """The portion of a timeline that is asked for, and the whole of it."""
    since = reach(db, lexicon, day(ask.as_of), ask.name)
    found = tuple(timeline(db, ask.name, day(ask.since), day(ask.as_of), lexicon, told_since=since))
    return portion(found, ask, lambda one: f"{one.event.place.address}:{one.event.id}", since), found


def _timeline(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfTime) -> Listing[Moment]:
    return moments(db, lexicon, ask)[0]


def _said(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfSpeech) -> Listing[query.Said]:
    stance = ask.stance.value if ask.stance is not None else None
    told_since = reach(db, lexicon, day(ask.as_of), ask.name)
    since = max(filter(None, (day(ask.since), told_since)), default=None)
    found = tuple(said_by(db, ask.name, ask.about, since, stance, as_of=day(ask.as_of), lexicon=lexicon))
    return portion(found, ask, lambda one: f"{one.place.address}:{one.id}", told_since)


def _account(db: sqlite3.Connection, lexicon: Lexicon, __: parameters.Ask) -> Account:
    index = index_of(db, lexicon)
    return Account(
        register.holdings(index), register.outlets(index), tuple(shelf.refusals(db)), tuple(shelf.makers(db))
    )


def _page(db: sqlite3.Connection, _: Lexicon, ask: parameters.OfPage) -> msgspec.Raw:
    return msgspec.Raw(to_json(load_reading(db, query.page_key(db, ask.page))))


def _stories(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfTime) -> Listing[Thread]:
    told_since = reach(db, lexicon, day(ask.as_of), ask.name)
    found = threads(db, lexicon, ask.name, since=day(ask.since), as_of=day(ask.as_of), told_since=told_since)
    latest = sorted(found, key=lambda one: (one.until or "", one.tellings[0].place.address), reverse=True)
    return portion(latest, ask, lambda one: one.tellings[0].place.address, told_since)


# A story may go on for months; beyond these days before and after a page it is followed in small ledgers only.
_FOLLOWED = timedelta(120)


def _around(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfTelling) -> tuple[str | None, str | None]:
    """Since when and until when the story of a page is looked for, where the ledger is too large to look everywhere."""
    out = index_of(db, lexicon).day_of(ask.page)
    if out is None or reach(db, lexicon, day(ask.as_of)) is None:
        return None, day(ask.as_of)
    at = date.fromisoformat(out)
    until = min(filter(None, (ask.as_of, at + _FOLLOWED)))
    return day(at - _FOLLOWED), day(until)


def _story(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfTelling) -> Thread:
    since, until = _around(db, lexicon, ask)
    for one in threads(db, lexicon, as_of=until, told_since=since):
        if any(telling.page.startswith(ask.page) for telling in one.tellings):
            return one
    raise SagwanError("web.no_page", "이 지면이 든 이슈가 없습니다", ask.page, None)


def _related(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfTelling) -> Listing[Near]:
    found = related(db, lexicon, ask.page, as_of=day(ask.as_of))
    return Listing(found, len(found), None)


def narrowed(ask: parameters.OfSearch) -> Narrow:
    """What a hit must be besides having the words."""
    return Narrow(
        actor=ask.name,
        speaker=ask.speaker,
        outlet=ask.outlet,
        since=day(ask.since),
        until=day(ask.as_of),
        stance=ask.stance.value if ask.stance is not None else None,
        within=ask.within,
    )


def _search(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfSearch) -> Listing[Hit]:
    start = _offset(ask.cursor)
    found = search(db, lexicon, ask.q, narrowed(ask), limit=ask.limit, offset=start)
    return Listing(found.hits, found.total, _next(start, ask.limit, found.total))


def _trend(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfSearch) -> Listing[Day]:
    return portion(trend(db, lexicon, ask.q, narrowed(ask)), ask, lambda one: one.day or "")


def _tie(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfTwo) -> Tie:
    since = reach(db, lexicon, day(ask.as_of), ask.left, ask.right)
    return ties(db, (ask.left, ask.right), lexicon, day(ask.as_of), told_since=since)


def _network(db: sqlite3.Connection, lexicon: Lexicon, ask: parameters.OfGraph) -> Graph:
    since, near = reach(db, lexicon, day(ask.as_of), ask.name), is_large(db, lexicon)
    return graph(db, lexicon, ask.name, day(ask.as_of), ask.least, told_since=since, near=near)


QUESTIONS: tuple[Question, ...] = (
    Question(
        "start",
        "/start",
        parameters.AsOf,
        lambda db, lx, a: front(db, lx, day(a.as_of)),
        Front,
        "무엇이 새로운가",
        "latest",
    ),
    Question("articles", "/articles", parameters.OfArticles, _articles, Listing[Shelved], "기사 목록", "items"),
    Question("names", "/names", parameters.OfNames, _names, Listing[NameSeen], "이름 목록", "items"),
    Question(
        "who",
        "/who/{name}",
        parameters.OfOne,
        opened,
        OpenDossier,
        "한 인물·기관",
        "items",
        lambda found: found.statements,
    ),
    Question("said", "/said", parameters.OfSpeech, _said, Listing[query.Said], "누가 무엇을 말했나", "items"),
    Question("tie", "/ties/{left}/{right}", parameters.OfTwo, _tie, Tie, "둘 사이의 관계", "acts"),
    Question("timeline", "/timeline", parameters.OfTime, _timeline, Listing[Moment], "연표", "items"),
    Question("network", "/network", parameters.OfGraph, _network, Graph, "부호 있는 관계망", "edges", between_names),
    Question("disputes", "/disputes", parameters.OfName, _disputes, Listing[Dispute], "쟁점", "items.positions"),
    Question("reversals", "/reversals", parameters.OfName, _reversals, Listing[Reversal], "입장 변화", "items"),
    Question(
        "money",
        "/money",
        parameters.OfMoney,
        lambda db, lx, a: deals(db, lx, a.name, day(a.as_of), told_since=reach(db, lx, day(a.as_of), a.name)),
        Book,
        "거래와 합계, 환율",
        "deals.reports",
    ),
    Question(
        "stories", "/stories", parameters.OfTime, _stories, Listing[Thread], "이슈: 여러 기사가 이어 전하는 일", "items"
    ),
    Question("story", "/stories/{page}", parameters.OfTelling, _story, Thread, "한 지면이 든 이슈", "tellings"),
    Question("search", "/search", parameters.OfSearch, _search, Listing[Hit], "찾기", "items"),
    Question("trend", "/trend", parameters.OfSearch, _trend, Listing[Day], "날마다 몇이나 찾아지나", "items"),
    Question(
        "record",
        "/records/{record}",
        parameters.OfRecord,
        lambda db, _, a: why(db, a.record),
        Why,
        "기록의 근거",
        "facts",
    ),
    Question(
        "judgements",
        "/judgements",
        parameters.OfRulings,
        lambda db, _, a: portion(tuple(shelf.rulings(db, day(a.as_of))), a, lambda one: str(one.n)),
        Listing[Ruling],
        "판정 기록",
        "items",
    ),
    Question(
        "namings",
        "/namings",
        parameters.OfRulings,
        lambda db, _, a: portion(tuple(shelf.renamings(db, day(a.as_of))), a, lambda one: str(one.n)),
        Listing[Renaming],
        "사람이 지은 이름",
        "items",
    ),
    Question("items", "/items", items.OfItems, items.listed, Listing[items.ItemSeen], "문항 은행", "items"),
    Question(
        "item",
        "/items/{item}",
        items.OfItem,
        items.looked_at,
        msgspec.Raw,
        "한 문항과 증명, 검토에서 나온 것",
        "items",
        items.options_of,
    ),
    Question("paper", "/paper", items.OfPaper, items.paper, Sheet, "은행에서 짠 시험지와 정답", "items"),
    Question("related", "/pages/{page}/related", parameters.OfTelling, _related, Listing[Near], "가까운 기사", "items"),
    Question(
        "page", "/pages/{page}", parameters.OfPage, _page, msgspec.Raw, "한 지면의 판독 전부 · sagwan extract의 꼴"
    ),
    Question(
        "records", "/pages/{page}/records", parameters.OfMarks, marked, Listing[Marked], "한 지면의 기록들", "items"
    ),
    Question("account", "/account", parameters.Ask, _account, Account, "지면 회계", "refusals"),
)
BY_ID = {one.id: one for one in QUESTIONS}
