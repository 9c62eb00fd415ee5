"""일어난 순서: a date counts only as the day of the act that its sentence ends with."""

import pytest

from sagwan.items.make import make_items
from sagwan.items.model import Form, Orders, Truth
from sagwan.items.prove.solver import Solver
from sagwan.items.source import load_source
from sagwan.korean.kiwi import analyser
from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default

PAGE = """물레방아 마을의 세 해

한빛일보 | 입력 2031-06-02 09:12

소라모터스는 2029년 3월 4일 물레방아 마을에 공장을 열었다. 단비배터리는 2030년 5월 6일 마을 도서관을 지었다.

가온출판협회는 2031년 2월 1일 책 3000권을 보냈다. 나도윤 이장은 2028년 9월 9일 받은 상을 도서관에 건넸다.

임하늬 회장은 2027년 7월 7일 땅을 사고 집을 지었다.

고은별 기자 press@hanbit.example
"""


@pytest.fixture(scope="module")
def village(kept):
    with reading(kept({"page.txt": PAGE})) as db:
        yield db, load_source(db, "page.txt"), Solver(db, analyser(), load_default())


@pytest.mark.parametrize(
    ("opening", "truth"),
    [
        ("소라모터스", Truth.TRUE),
        ("단비배터리", Truth.TRUE),
        ("나도윤", Truth.UNSUPPORTED),
        ("임하늬", Truth.UNSUPPORTED),
    ],
)
def test_a_date_of_another_act_is_no_day(village, opening: str, truth: Truth):
    _, source, solver = village
    sentence = next(s for s in source.sentences if source.text.cut(s).startswith(opening))
    claim = Orders(source.address, ((sentence.start, sentence.end),))
    assert solver.judge(claim).truth is truth


def test_three_days_make_an_item(village):
    db, source, _ = village
    made = make_items(db, source.address, analyser(), load_default(), forms=frozenset({Form.ORDER})).made
    (item,) = (one.item for one in made)
    days = {"소라모터스": 0, "단비배터리": 1, "가온출판협회": 2}
    place = {line[0]: next(day for name, day in days.items() if name in line) for line in item.box}
    assert [place[mark] for mark in item.options[item.key].text.split(" → ")] == [0, 1, 2]
    assert not any("년" in line for line in item.box)
