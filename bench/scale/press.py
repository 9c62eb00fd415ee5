"""A press that prints invented articles: running stories about invented people and companies, told by several outlets.

Every article is a real reading (text, layout, records with exact spans) composed without an analyser, so that 100,000
of them take minutes. Who stands in how many articles falls off as in newspapers (Zipf): a few are everywhere.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.core.entity import Entity, Kind, Mention, Role
from sagwan.core.event import Argument, Event, Status
from sagwan.core.ids import content_id
from sagwan.core.page import Article, Block, Layout, Page, Part, Published, Zone
from sagwan.core.reading import Reading, Records
from sagwan.core.span import Span
from sagwan.core.statement import Found, Speech, Stance, Statement
from sagwan.core.text import Text
from sagwan.core.values import Amount, Money, TimeType, When

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTLETS = ("가온일보", "누리뉴스", "다솜통신", "한빛일보", "가온경제", "새벽신문", "미리내방송", "해오름저널")
SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허남심노하곽성차주우구민진나지엄원천방공현함변염여추도소석선설마길"
    "연위표명기반왕금옥육인맹제모탁국어은편용"
)
GIVEN = (
    "가강건경고관광국규균근기길나남노다단담대덕도동두라래려련록류리린림마만면명모무문미민배범병보봉빈산상새서석선섭성세소솔송"
    "수숙순승시신아안애양언여연열영예오옥완용우욱운원월유윤율은의이익인일자장재정제조종주준중지진찬창채천철초춘충치태하한해향"
    "헌혁현형혜호홍화환효후훈휘희"
)
FIRST = (
    "가람 가온 고운 나래 노을 누리 다온 다솜 단비 도담 두루 든솔 마루 모아 미르 미리 벼리 보람 빛가람 사랑 "
    "새길 새론 새벽 샛별 서람 소담 솔빛 슬기 시나브로 아람 아침 여울 예솔 온새 우람 윤슬 으뜸 이든 잔별 "
    "조약 초롱 큰솔 키움 하늘 한결 한길 한빛 한솔 해든 해솔 해오름 향기 화담 힘찬"
)
LAST = (
    "전자 물산 에너지 제련 건설 화학 제약 바이오 통신 해운 항공 조선 금융 증권 보험 은행 식품 유통 소재 "
    "정밀 클라우드 칩스 모터스 로보틱스 게임즈 미디어 반도체 디스플레이 엔지니어링 홀딩스"
)
FOREIGN = "벨 도 란 카 미 르 토 사 엘 린 바 노 페 가 드 루 시 오 마 네 테 코 라 빈 슈 하 자 펠 고 베"
TITLES = ("대표", "회장", "부사장", "사장", "이사", "본부장", "위원장", "의원", "장관", "교수", "노조위원장", "대변인")
THINGS = (
    "공장 설비 물량 부지 특허 기술 인력 매출 영업이익 점유율 공급망 원자재 전력 용수 안전 환경 노동 임금 "
    "고용 지역 주민 예산 조례 감사 수사 재판 합병 분할 상장 배당 주가 금리 환율 수출 수입 관세 규제 허가 "
    "심사 입찰 낙찰 계약 납품 품질 결함 회수 보상 배상 소송 가처분 판결 항소 협상 파업 교섭 복지 연금 의료 "
    "급여 진료 병원 학교 교육 시험 주택 분양 재개발 교통 철도 도로 항만 공항"
)
HOW = "늘었다 줄었다 미뤄졌다 앞당겨졌다 확정됐다 취소됐다 재개됐다 검토됐다 공개됐다 바뀌었다"
# Frame, the particle after the target, what stands before the sum and after it, the predicate, its lemma.
DEEDS = (
    ("deal.acquire", "을를", " ", "에 ", "인수했다", "인수하다"),
    ("deal.invest", "에에", " ", "을 ", "투자했다", "투자하다"),
    ("law.sue", "을를", " 상대로 ", "짜리 ", "소송을 냈다", "소송을 내다"),
    ("deal.supply", "에에", " ", "어치 부품을 ", "공급했다", "공급하다"),
    ("talk.criticise", "을를", " ", None, "비판했다", "비판하다"),
)
CUES = (
    ("라고 말했다", "말하다", Stance.ASSERT),
    ("라고 부인했다", "부인하다", Stance.DENY),
    ("라고 비판했다", "비판하다", Stance.CRITICISE),
    ("라고 약속했다", "약속하다", Stance.PROMISE),
    ("라고 내다봤다", "내다보다", Stance.FORECAST),
)
FIRST_DAY = date(2025, 1, 1)
DAYS = 730


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody invented: a person has a house and a title."""

    name: str
    kind: Kind
    house: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What several articles tell: whose it is, the deed, its sum and its day."""

    n: int
    orgs: tuple[Actor, ...]
    people: tuple[Actor, ...]
    deed: tuple[str, str, str, str | None, str, str]
    sum: int
    day: date
    things: tuple[str, ...]
    claim: str


@dataclass
class _Sheet:
    """Text that grows, and the records over it."""

    chars: str = ""
    spans: dict[str, list[Span]] = field(default_factory=dict)

    def add(self, words: str) -> Span:
        start = len(self.chars)
        self.chars += words
        return Span(start, len(self.chars))

    def name(self, actor: Actor) -> None:
        self.spans.setdefault(actor.name, []).append(self.add(actor.name))


def print_articles(n: int, seed: int = 7) -> Iterator[tuple[Page, Reading]]:
    """`n` pages with their readings; the same for the same seed."""
    rng = random.Random(seed)
    orgs, people = _cast(rng, n)
    made = story = 0
    while made < n:
        told = _story(rng, story, orgs, people)
        story += 1
        for k in range(min(1 + int(rng.paretovariate(1.1)), 12, n - made)):
            yield _article(rng, told, made, k)
            made += 1


def _cast(rng: random.Random, n: int) -> tuple[list[Actor], list[Actor]]:
    houses = [a + b for a in FIRST.split() for b in LAST.split()]
    rng.shuffle(houses)
    orgs = [Actor(name, Kind.ORG) for name in houses]
    people = []
    for i in range(max(200, n // 5)):
        if i % 9 == 8:
            name = " ".join("".join(rng.choices(FOREIGN.split(), k=k)) for k in (2, 3))
        else:
            name = rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=2))
        people.append(Actor(name, Kind.PERSON, rng.choice(orgs).name, rng.choice(TITLES)))
    return orgs, people


def _some(rng: random.Random, of: list[Actor], k: int) -> tuple[Actor, ...]:
    """The n-th of a list stands about 1/n as often as the first."""
    found: list[Actor] = []
    while len(found) < k:
        one = of[int(len(of) ** rng.random()) - 1]
        if all(one.name != other.name for other in found):
            found.append(one)
    return tuple(found)


def _story(rng: random.Random, n: int, orgs: list[Actor], people: list[Actor]) -> Story:
    things = tuple(rng.sample(THINGS.split(), 6))
    return Story(
        n,
        _some(rng, orgs, 2),
        _some(rng, people, 3),
        rng.choice(DEEDS),
        rng.randrange(10, 9999),
        FIRST_DAY + timedelta(rng.randrange(DAYS)),
        things,
        f"{things[0]} {things[1]} 문제는 {rng.randrange(2, 90)}일 안에 {things[2]}부터 풀어야 한다",
    )


def _article(rng: random.Random, story: Story, n: int, k: int) -> tuple[Page, Reading]:
    sheet, day = _Sheet(), story.day + timedelta(rng.randrange(3) + (k // 3) * rng.randrange(1, 9))
    outlet = rng.choice(OUTLETS)
    actor, target = story.orgs
    headline = _headline(rng, sheet, story)
    sheet.add("\n")
    dateline = sheet.add(f"{outlet} | 입력 {day.isoformat()} 10:{n % 60:02d}")
    sheet.add("\n\n")
    body, records = len(sheet.chars), _Records(sheet, story)
    records.act(actor, target, day)
    for person in story.people:
        records.speak(rng, person, story.claim if person is story.people[0] else _remark(rng, story))
        if rng.random() < 0.7:
            sheet.add(" " + _remark(rng, story) + ".")
    sheet.add("\n")
    text = Text.of(sheet.chars)
    page = Page(f"{text.chars}<!-- {n} -->".encode(), f"press/{n:06d}.txt")
    blocks = (
        Block(Zone.HEADLINE, Span(0, headline.end + 1)),
        Block(Zone.DATE, Span(headline.end + 1, dateline.end + 1)),
        Block(Zone.BODY, Span(dateline.end + 1, len(text))),
    )
    article = Article(
        Part.MAIN,
        outlet,
        "경제",
        headline,
        (),
        Published(day.isoformat(), "stated", None),
        (Span(body, len(text) - 1),),
        truncated=False,
    )
    layout = Layout(page.id, page.source, text, blocks, (article,), outlet, "경제")
    return page, Reading(layout, (records.of(text, article),))


def _headline(rng: random.Random, sheet: _Sheet, story: Story) -> Span:
    sheet.name(story.orgs[0])
    sheet.add(f", {rng.choice(story.things)} {rng.choice(story.things)} 놓고 ")
    sheet.name(story.orgs[1])
    sheet.add(rng.choice((" 정조준", "와 맞손", " 압박", " 논란", "…향방은")))
    return Span(0, len(sheet.chars))


def _remark(rng: random.Random, story: Story) -> str:
    one, other = rng.sample(story.things, 2)
    return f"{one} {other} {rng.choice(THINGS.split())}은 {rng.randrange(2, 99)}% {rng.choice(HOW.split())}"


def _fit(word: str, pair: str) -> str:
    """The particle of a pair that follows this word: 은 behind a consonant, 는 behind a vowel."""
    return pair[0] if (ord(word[-1]) - ord("가")) % 28 else pair[1]


class _Records:
    """The records of one article, as its sentences are written."""

    def __init__(self, sheet: _Sheet, story: Story) -> None:
        self._sheet = sheet
        self._story = story
        self._roles: dict[str, list[tuple[str, Span, str | None]]] = {}
        self._said: list[tuple[Actor, Span, Span, str, Stance]] = []
        self._deed: tuple[Span, Span | None, Span] | None = None

    def act(self, actor: Actor, target: Actor, day: date) -> None:
        """The deed of the story, in one sentence."""
        _, particle, before, behind, predicate, _ = self._story.deed
        sheet = self._sheet
        sheet.name(actor)
        sheet.add(_fit(actor.name, "은는") + " 지난 ")
        when = sheet.add(f"{day.day}일")
        sheet.add(" ")
        sheet.name(target)
        sheet.add(_fit(target.name, particle) + before)
        money = None
        if behind is not None:
            money = sheet.add(f"{self._story.sum}억원")
            sheet.add(behind)
        self._deed = (sheet.add(predicate), money, when)
        sheet.add(".")

    def speak(self, rng: random.Random, person: Actor, words: str) -> None:
        """One sentence in which somebody is quoted."""
        sheet = self._sheet
        sheet.add(" ")
        sheet.name(person)
        if person.house is not None:
            sheet.add(" ")
            house = Actor(person.house, Kind.ORG)
            sheet.name(house)
        sheet.add(" ")
        title = sheet.add(person.title or "대표")
        self._roles.setdefault(person.name, []).append((person.title or "대표", title, person.house))
        sheet.add(_fit(person.title or "대표", "은는") + " “")
        content = sheet.add(words)
        sheet.add("”")
        cue, lemma, stance = rng.choice(CUES)
        self._said.append((person, content, sheet.add(cue), lemma, stance))
        sheet.add(".")

    def of(self, text: Text, article: Article) -> Records:
        """All of them, with ids that follow from the text."""
        actors = {a.name: a for a in (*self._story.orgs, *self._story.people)}
        ids = {name: content_id("entity", text.id, name) for name in self._sheet.spans}
        entities = tuple(self._entity(ids, actors.get(name), name) for name in self._sheet.spans)
        assert self._deed is not None
        predicate, money, when = self._deed
        frame, *_, lemma = self._story.deed
        actor, target = self._story.orgs
        day = f"{article.published.value[:8]}{int(text.cut(when)[:-1]):02d}" if article.published else None
        sums = (Money(money, Amount(Decimal(self._story.sum) * 10**8), "KRW"),) if money else ()
        event = Event(
            content_id("event", text.id, frame, predicate.start),
            frame,
            lemma,
            predicate,
            Status.HAPPENED,
            arguments=tuple(
                Argument(role, self._sheet.spans[one.name][-1], ids[one.name])
                for role, one in (("actor", actor), ("target", target))
            ),
            actor=ids[actor.name],
            target=ids[target.name],
            amount=0 if money else None,
            time=0,
        )
        return Records(
            article,
            entities,
            tuple(self._statement(text, ids, n, one) for n, one in enumerate(self._said)),
            sums,
            (),
            (),
            (When(when, TimeType.DATE, day),),
            (event,),
        )

    def _entity(self, ids: dict[str, str], actor: Actor | None, name: str) -> Entity:
        roles = tuple(Role(title, span, ids.get(org or "")) for title, span, org in self._roles.get(name, ()))
        spans = self._sheet.spans[name]
        return Entity(ids[name], name, actor.kind if actor else Kind.ORG, tuple(map(Mention, spans)), (), roles)

    def _statement(
        self, text: Text, ids: dict[str, str], n: int, said: tuple[Actor, Span, Span, str, Stance]
    ) -> Statement:
        person, content, cue, lemma, stance = said
        before = self._said[n - 1] if n and stance is Stance.DENY else None
        return Statement(
            content_id("statement", text.id, content.start),
            content,
            Speech.DIRECT,
            ids[person.name],
            None,
            lemma,
            cue,
            stance,
            Found.WRITTEN,
            about=(ids[self._story.orgs[n % 2].name],),
            responds_to=content_id("statement", text.id, before[1].start) if before else None,
        )
