"""One invented page and its reading, with every kind of record filled in."""

from decimal import Decimal

import pytest

from sagwan.core.entity import Entity, Kind, Mention, Role
from sagwan.core.event import Argument, Event, Status
from sagwan.core.page import Article, Block, Byline, Layout, Page, Part, Published, Weather, WeatherReading, Zone
from sagwan.core.reading import Reading, Records
from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.core.statement import Found, Speech, Stance, Statement
from sagwan.core.text import Text
from sagwan.core.values import Amount, Count, Money, Share, TimeType, When
from sagwan.ledger.keys import Run

WORDS = (
    "동두천 흐림 2.0\n"
    "누리전자, 한빛물산 인수\n"
    "한서린 기자\n"
    "누리전자 이도윤 대표는 3일 😀 “한빛물산을 약 1조2천억원에 인수했다”고 엑스에서 밝혔다. "
    "직원 300명 가운데 10% 이상이 옮긴다.\n"
)


def words_at(words: str, n: int = 0) -> Span:
    """The range of the n-th occurrence."""
    at = -1
    for _ in range(n + 1):
        at = WORDS.index(words, at + 1)
    return Span(at, at + len(words))


def page_of(more: str = "", source: str = "지면.txt") -> Page:
    return Page((WORDS + more).encode(), source)


def reading_of(page: Page) -> Reading:
    text = Text.of(page.data.decode())
    lines = [i for i, c in enumerate(text.chars) if c == "\n"]
    weather, headline, byline = (Span(0, lines[0] + 1), words_at("누리전자, 한빛물산 인수"), words_at("한서린 기자"))
    blocks = (
        Block(Zone.WEATHER, weather),
        Block(Zone.HEADLINE, Span(weather.end, headline.end + 1)),
        Block(Zone.BYLINE, Span(headline.end + 1, byline.end + 1)),
        Block(Zone.BODY, Span(byline.end + 1, len(text))),
    )
    body = Span(byline.end + 1, len(WORDS) - 1)
    article = Article(
        Part.MAIN,
        "가온일보",
        "경제",
        headline,
        (Byline("한서린", words_at("한서린")),),
        Published("2025-03-03", "inferred", words_at("3일"), "10:04"),
        (body,),
        truncated=True,
    )
    station = WeatherReading("동두천", "흐림", Decimal("2.0"), words_at("동두천 흐림 2.0"))
    layout = Layout(
        page.id,
        page.source,
        text,
        blocks,
        (article,),
        "가온일보",
        "경제",
        "2025-03-04",
        3,
        Weather("기상청", (station,)),
    )
    return Reading(layout, (records_of(article),))


def records_of(article: Article) -> Records:
    below = Reason("앞 절의 주제어", words_at("이도윤 대표는"), "은/는")
    why = Reason("어미 뒤의 인용격 조사", words_at("고 엑스에서"), None, (below,))
    twice = (Mention(words_at("누리전자")), Mention(words_at("누리전자", 1)))
    nuri = Entity("ent-1", "누리전자", Kind.ORG, twice, reason=why)
    role = Role("대표", words_at("대표"), "ent-1", "acting", Reason("직함이 이름 뒤에 붙음", words_at("이도윤 대표")))
    lee = Entity(
        "ent-2",
        "이도윤",
        Kind.PERSON,
        (Mention(words_at("이도윤"), "tagger", 0.875, "title"),),
        ("이 대표",),
        (role,),
        why,
    )
    hanbit = Entity("ent-3", "한빛물산", Kind.ORG, (Mention(words_at("한빛물산")),))
    said = Statement(
        "sta-1",
        words_at("한빛물산을 약 1조2천억원에 인수했다"),
        Speech.DIRECT,
        "ent-2",
        "회사 관계자",
        "밝히다",
        words_at("밝혔다"),
        Stance.ASSERT,
        Found.WRITTEN,
        ("ent-2",),
        "ent-1",
        ("ent-3", "ent-1"),
        "ent-3",
        "엑스",
        words_at("엑스"),
        0,
        "sta-0",
        "sta-2",
        "sta-3",
        why,
    )
    total = Amount(Decimal("1.2E12"), approx=True)
    money = Money(words_at("약 1조2천억원"), total, "KRW", implied=True, per="주", same_as=0, reason=why)
    bounds = Amount(low=Decimal("10.50"), high=Decimal(12), low_open=True, high_open=True)
    share = Share(words_at("10% 이상"), bounds, "%", words_at("직원 300명"), "up", why)
    count = Count(words_at("300명"), Amount(Decimal(300)), "명", "age", why)
    when = When(
        words_at("3일"), TimeType.DATE, None, "XXXX-XX-03", "달을 알 수 없음", ("approx",), "P1D", "P3D", 1, why
    )
    bought = Event(
        "evt-1",
        "deal.acquire",
        "인수하다",
        words_at("인수했다"),
        Status.CLAIMED,
        negated=True,
        arguments=(
            Argument("target", words_at("한빛물산", 1), "ent-3"),
            Argument("actor", words_at("누리전자", 1), "ent-1", Found.INFERRED),
        ),
        actor="ent-1",
        target="ent-3",
        amount=0,
        time=0,
        source="ent-2",
        statement="sta-1",
        same_as="evt-0",
        reason=why,
    )
    today = When(words_at("3일"), TimeType.DATE, "2025-03-03")
    return Records(article, (nuri, lee, hanbit), (said,), (money,), (share,), (count,), (when, today), (bought,))


@pytest.fixture
def make_page():
    return page_of


@pytest.fixture
def make_reading():
    return reading_of


@pytest.fixture
def page() -> Page:
    return page_of()


@pytest.fixture
def reading(page: Page) -> Reading:
    return reading_of(page)


@pytest.fixture
def run() -> Run:
    return Run("0.1.0", "1f" * 32, "kiwipiepy 0.0 / model 0.0")
