"""What may be true for a reader, although no record says so, is never taken for false."""

import pytest

from sagwan.items.model import Fills, Said, Truth
from sagwan.items.prove.meaning import Senses
from sagwan.items.prove.solver import Solver
from sagwan.items.source import Source, load_source
from sagwan.korean.kiwi import analyser
from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default

PAGE = """옛 공장 터 두고 다툼

한빛일보 | 입력 2031-06-02 09:12

나도윤 단비배터리 대표는 “옛 공장 터에 공원을 짓겠다”고 밝혔다.

임하늬 회장은 “새 연구실을 내년에 열겠다”고 말했다.

재판부는 “계약이 이미 끝났다고 봐야 한다”고 설명했다.

윤가람 소라모터스 대표는 “남은 부품을 모두 돌려주겠다”고 말했다고 서이레 소라모터스 이사가 전했다.

문소담 사단법인 가온출판협회 회장은 “책값을 내리겠다”고 말했다. 가출협은 “새 기준을 세웠다”고 밝혔다.

고등법원은 “서류가 빠짐없이 갖추어져 있다”고 밝혔다.

소라모터스는 부품 614억5214만원어치를 들여왔다. 단비배터리는 부품 27억원어치를 팔았다.

고은별 기자 press@hanbit.example
"""


@pytest.fixture(scope="module")
def doubt(kept):
    with reading(kept({"page.txt": PAGE})) as db:
        source = load_source(db, "page.txt")
        yield source, Solver(db, analyser(), load_default())


def said(doubt: tuple[Source, Solver], name: str, content: str) -> Truth:
    source, solver = doubt
    voice = next((e.id for e in source.records.entities if e.name == name), name)
    return solver.judge(Said(source.address, voice, content)).truth


PARK, ROOM, ENDED = "옛 공장 터에 공원을 짓겠다", "새 연구실을 내년에 열겠다", "계약이 이미 끝났다고 봐야 한다"


@pytest.mark.parametrize(
    ("name", "content", "truth"),
    [
        ("나도윤", PARK, Truth.TRUE),
        ("임하늬", PARK, Truth.FALSE),
        ("윤가람", PARK, Truth.FALSE),
        ("단비배터리", PARK, Truth.UNSUPPORTED),  # his house
        ("단비배터리", ROOM, Truth.UNSUPPORTED),  # it may be hers: nobody says of what she is the chair
        ("가출협", "책값을 내리겠다", Truth.UNSUPPORTED),  # 가온출판협회
        ("고등법원", ENDED, Truth.UNSUPPORTED),  # the bench may be that court's
        ("나도윤", ENDED, Truth.FALSE),
        ("서이레", "남은 부품을 모두 돌려주겠다", Truth.UNSUPPORTED),  # passed it on
    ],
)
def test_whose_word_it_may_be_as_well(doubt, name: str, content: str, truth: Truth):
    assert said(doubt, name, content) is truth


def test_a_rounding_is_no_other_sum(doubt):
    source, solver = doubt
    start = source.text.chars.index("614억5214만원")
    place = (source.address, start, start + len("614억5214만원"))
    assert solver.judge(Fills(*place, "614억원")).truth is Truth.UNSUPPORTED
    assert solver.judge(Fills(*place, "734억원")).truth is Truth.FALSE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("관람객이 2만명을 넘었다", "관람객이 1만명을 넘었다"),
        ("값을 10% 이상 올렸다", "값을 7% 이상 올렸다"),
        ("손님이 늘지 않았다", "손님이 줄지 않았다"),
    ],
)
def test_both_may_hold(one: str, other: str):
    senses = Senses(analyser(), load_default(), ())
    assert not senses.of(one).excludes(senses.of(other))
    assert senses.of("관람객이 2만명이었다").excludes(senses.of("관람객이 1만명이었다"))
