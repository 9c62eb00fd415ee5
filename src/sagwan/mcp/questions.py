"""What an agent may ask, a tool each. Its description is what an agent reads first: it says what comes back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
from pydantic import Field

from sagwan.core.errors import SagwanError
from sagwan.core.statement import Stance
from sagwan.ledger.connect import reading
from sagwan.ledger.state import state
from sagwan.lexicon import load_default
from sagwan.mcp import telling
from sagwan.mcp.slip import slip
from sagwan.views.deals.book import deals
from sagwan.views.disputes.disputes import disputes as disputes_of
from sagwan.views.dossier import dossier
from sagwan.views.index.open import index_of
from sagwan.views.money import money as sums_of
from sagwan.views.recollection import Recollection
from sagwan.views.reversals.reversals import reversals as reversals_of
from sagwan.views.said import said_by
from sagwan.views.search.find import Narrow, Within
from sagwan.views.search.find import search as search_of
from sagwan.views.ties.ties import ties as tie_of
from sagwan.views.timeline import timeline as moments_of
from sagwan.views.why import why as derive
from sagwan.work.draft import check_draft
from sagwan.work.prepare import Preparation
from sagwan.work.reach import reach

if TYPE_CHECKING:
    import sqlite3

    from sagwan.mcp.fact import Fact

Name = Annotated[str, Field(description="이름, 기사에 쓰인 대로 · a name as articles give it", max_length=100)]
Maybe = Annotated[str | None, Field(description="이름; 없으면 모두 · a name, or all", max_length=100)]
Day = Annotated[str | None, Field(description="YYYY-MM-DD", pattern=r"^\d{4}-\d{2}-\d{2}$")]
Cursor = Annotated[str | None, Field(description="앞 답의 next · `next` of the answer before", max_length=60)]
Limit = Annotated[int, Field(description="몇 줄까지 · how many facts at most", ge=1, le=50)]
Meant = Annotated[
    Stance | None, Field(description="태도: assert deny criticise warn promise forecast … · how it was meant")
]
FEW = 10
# How many hits the cursor goes through: who wants more asks more narrowly.
_MOST_HITS = 200


@dataclass(frozen=True)
class Tools:
    """The tools of one ledger. Each opens it to read, answers, and lets it go: what is added meanwhile is seen next."""

    ledger: Path
    preparation: Preparation = field(init=False)
    recollection: Recollection = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "preparation", Preparation(self.ledger))
        object.__setattr__(self, "recollection", Recollection(self.ledger))

    def all(self) -> tuple[Callable[..., str], ...]:
        """In the order in which an agent should think of them."""
        return (
            self.search,
            self.who,
            self.said,
            self.timeline,
            self.ties,
            self.disputes,
            self.reversals,
            self.money,
            self.check,
            self.why,
        )

    def search(  # noqa: PLR0917 — an agent passes them by name
        self,
        query: Annotated[
            str, Field(description='낱말, "이어진 말", 앞머리* · words, a "phrase", prefix*', max_length=200)
        ],
        within: Annotated[Within, Field(description="기사 또는 발언 · where to look")] = Within.ARTICLES,
        speaker: Maybe = None,
        outlet: Annotated[str | None, Field(description="매체 · the outlet", max_length=100)] = None,
        since: Day = None,
        until: Day = None,
        cursor: Cursor = None,
        limit: Limit = FEW,
    ) -> str:
        """찾기: 모든 낱말이 든 기사나 발언을 알맞은 것부터. 불기소와 기소, 비급여와 급여는 다른 말이다.

        Full text by Korean morphemes, best first. What turns a word into its contrary makes it another word: a search
        for 기소 does not find 불기소.
        """
        narrow = Narrow(speaker=speaker, outlet=outlet, since=since, until=until, within=within)
        asked = ("search", query, within, speaker, outlet, since, until)
        with self._open(*asked, cursor=cursor, limit=limit) as desk:
            self.preparation.must(index_of(desk.db, load_default()).db)
            found = search_of(desk.db, load_default(), query, narrow, limit=_MOST_HITS)
            return desk.answer(f"{query}: {found.total}", [telling.of_hit(hit) for hit in found.hits])

    def who(self, name: Name, as_of: Day = None, cursor: Cursor = None, limit: Limit = FEW) -> str:
        """누구인가: 이름·직함·발언·사건·기사를 가까운 것부터.

        A dossier: names, titles, what somebody said and did, where it was read. Two people of one name are not told
        apart here; each quotation names its article.
        """
        with self._open("who", name, as_of, cursor=cursor, limit=limit) as desk:
            early = desk.reach(as_of, name)
            found = dossier(desk.db, name, as_of, told_since=early)
            return desk.answer(f"{name}{_early(early)}", telling.of_dossier(found))

    def said(  # noqa: PLR0917 — an agent passes them by name
        self,
        name: Maybe = None,
        about: Annotated[str | None, Field(description="무엇에 대해 · an entity or words", max_length=100)] = None,
        since: Day = None,
        stance: Meant = None,
        as_of: Day = None,
        cursor: Cursor = None,
        limit: Limit = FEW,
    ) -> str:
        """누가 무엇을 말했나: 발언을 보도된 차례로, 말 그대로.

        Statements in time order with the words themselves, whom they are about, the stance and the channel.
        """
        with self._open("said", name, about, since, stance, as_of, cursor=cursor, limit=limit) as desk:
            early = desk.reach(as_of, name) if since is None else None
            told = said_by(desk.db, name, about, since or early, stance, as_of=as_of)
            facts = [telling.of_statement(one) for one in told]
            return desk.answer(f"발언 {len(facts)}{_early(early)}", facts)

    def timeline(
        self, name: Maybe = None, since: Day = None, as_of: Day = None, cursor: Cursor = None, limit: Limit = FEW
    ) -> str:
        """언제 무슨 일이: 사건을 일어난 때의 차례로, 날짜를 모르는 것은 뒤에 따로.

        Events by their own time and how sure the text is: 있었음 (told as fact), 계획, 요청, 주장 (on somebody's word),
        부인, 거절, 가능. Undated ones stand last.
        """
        with self._open("timeline", name, since, as_of, cursor=cursor, limit=limit) as desk:
            early = desk.reach(as_of, name)
            facts = [telling.of_moment(one) for one in moments_of(desk.db, name, since, as_of, told_since=early)]
            return desk.answer(f"사건 {len(facts)}{_early(early)}", facts)

    def ties(self, left: Name, right: Name, as_of: Day = None, cursor: Cursor = None, limit: Limit = FEW) -> str:
        """둘 사이: 협력과 갈등을 차례로.

        What two did and said to each other; cooperation and conflict, what was done and what is only claimed apart.
        """
        with self._open("ties", left, right, as_of, cursor=cursor, limit=limit) as desk:
            early = desk.reach(as_of, left, right)
            found = tie_of(desk.db, (left, right), load_default(), as_of, told_since=early)
            about = f"{left} – {right}: {telling.LEAN.get(found.lean or '', '기울기 모름')}{_early(early)}"
            return desk.answer(about, telling.of_tie(found))

    def disputes(self, name: Maybe = None, as_of: Day = None, cursor: Cursor = None, limit: Limit = FEW) -> str:
        """쟁점: 주장, 부인, 다른 이들의 말을 한 줄에.

        Claims, who denies them and who else speaks to them; no side is left out, no outcome inferred.
        """
        with self._open("disputes", name, as_of, cursor=cursor, limit=limit) as desk:
            early = desk.reach(as_of, name)
            found = disputes_of(desk.db, load_default(), name, as_of, told_since=early)
            return desk.answer(f"쟁점 {len(found)}{_early(early)}", [telling.of_dispute(one) for one in found])

    def reversals(self, name: Maybe = None, as_of: Day = None, cursor: Cursor = None, limit: Limit = FEW) -> str:
        """입장 변화: 먼저 한 말과 나중에 한 말을 나란히.

        Who changed a position, both quotations side by side.
        """
        with self._open("reversals", name, as_of, cursor=cursor, limit=limit) as desk:
            early = desk.reach(as_of, name)
            found = reversals_of(desk.db, load_default(), name, as_of, told_since=early)
            return desk.answer(f"입장 변화 {len(found)}{_early(early)}", [telling.of_reversal(one) for one in found])

    def money(
        self,
        name: Maybe = None,
        as_of: Day = None,
        sums: Annotated[bool, Field(description="거래 대신 금액을 낱낱이 · every sum instead of deals")] = False,  # noqa: FBT002
        cursor: Cursor = None,
        limit: Limit = FEW,
    ) -> str:
        """돈: 누가 누구에게 무엇으로 얼마를. 계획과 지급은 따로 더한다.

        Commitments with payer, payee, sum and stage; plans are never added to payments; exchange rates that the
        articles imply.
        """
        with self._open("money", name, as_of, str(sums), cursor=cursor, limit=limit) as desk:
            early = desk.reach(as_of, name)
            if sums:
                facts = [telling.of_sum_row(one) for one in sums_of(desk.db, name, as_of=as_of, told_since=early)]
                return desk.answer(f"줄 {len(facts)}{_early(early)}", facts)
            facts = list(telling.of_book(deals(desk.db, load_default(), name, as_of, told_since=early)))
            return desk.answer(f"줄 {len(facts)}{_early(early)}", facts)

    def check(
        self,
        draft: Annotated[str, Field(description="초고 · the draft as plain text", max_length=20_000)],
        day: Day = None,
        cursor: Cursor = None,
        limit: Limit = FEW,
    ) -> str:
        """초고 점검: 초고가 스스로, 또는 장부와 어긋나는 곳. `day`는 실릴 날.

        What a copy desk should look at before print: numbers, days, names, titles and quotations of the draft that are
        at odds with each other or with the ledger. Silence is no proof that the draft is right.
        """
        digest = hashlib.sha256(draft.encode()).hexdigest()
        with self._open("check", digest, day, cursor=cursor, limit=limit) as desk:
            found = check_draft(draft, day, load_default(), desk.db).findings
            return desk.answer(f"살필 곳 {len(found)}", [telling.of_finding(one) for one in found])

    def why(
        self,
        record: Annotated[str, Field(description="quoted의 id · the id of a quotation", max_length=120)],
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> str:
        """왜 그렇게 적혔나: 한 기록의 글자, 규칙, 근거.

        The derivation of one record: its exact words in their sentence, the rules by name, how the speaker or actor
        was found.
        """
        with self._open("why", record, cursor=cursor, limit=limit) as desk:
            return desk.answer(record, telling.of_why(derive(desk.db, record)))

    @contextmanager
    def _open(self, *asked: str | None, cursor: str | None, limit: int) -> Iterator[_Desk]:
        with reading(self.ledger) as db:
            if self.recollection.standing is None:
                self.recollection.recall(index_of(db, load_default()).db)
            yield _Desk(db, repr((asked, state(db))), cursor, limit)
        self.recollection.keep()


@dataclass(frozen=True)
class _Desk:
    """An open ledger and the question put to it: a cursor belongs to both, the ledger's state and what was asked."""

    db: sqlite3.Connection
    question: str
    cursor: str | None
    limit: int

    def reach(self, as_of: str | None, *names: str | None) -> str | None:
        """Since which day articles count; None where all do."""
        return reach(self.db, load_default(), as_of, *names)

    def answer(self, about: str, facts: Iterable[Fact]) -> str:
        """As much of it as may be said at once, as one line of JSON."""
        return msgspec.json.encode(slip(about, tuple(facts), self.question, self.cursor, self.limit)).decode()


def _early(since: str | None) -> str:
    """What an answer from the latest articles says of itself."""
    return f" ({since}부터 나온 기사에서; 더 이른 것은 as_of로)" if since else ""


def refusal(error: SagwanError) -> str:
    """A refusal in the words an agent can act on."""
    refused = error.refusal
    return f"{refused.code}: {refused.what} ({refused.where}){f' → {refused.repair}' if refused.repair else ''}"
