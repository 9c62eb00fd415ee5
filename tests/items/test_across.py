# ruff: noqa: E501  a paragraph of a page is one line
"""Items over several articles, changes of position, causes: each key borne out, and a tampered one refused."""

import msgspec
import pytest

from sagwan.items.make import make_items, make_story_items
from sagwan.items.model import Because, Changed, Form, OneDeal, Reported, Truth
from sagwan.items.prove.solver import Solver
from sagwan.korean.kiwi import analyser
from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default

FIRST = """
소라모터스가 단비배터리를 상대로 300억원의 손해배상 소송을 냈다.

윤가람 소라모터스 대표는 “단비배터리가 충전 설계를 베꼈다”고 주장했다. 이에 대해 나도윤 단비배터리 대표는 “충전 설계를 베낀 적이 없다”고 반박했다.

임하늬 해든대 교수는 “판결까지 3년이 걸린다”고 말했다.

소라모터스는 전력 비용을 줄이기 위해 본사 지붕을 고쳤다. 단비배터리는 지난해 공장을 옮겼다. 해든대는 새 연구실을 세웠다. 시청은 주차장을 넓혔다. 조합은 낡은 창고를 허물었다.
"""

SECOND = """
소라모터스가 단비배터리를 상대로 320억원의 손해배상 소송을 냈다.

나도윤 단비배터리 대표는 “특허 공개를 요구하겠다”고 밝혔다.

서이레 소라모터스 이사는 “합의 제안을 받은 적이 없다”고 말했다.

임하늬 해든대 교수는 지난달 “소송이 길어질 이유가 없다”고 했으나 이날 “재판이 한 해를 넘길 것으로 예상한다”고 입장을 바꿨다.
"""


THIRD = """
나도윤 단비배터리 대표는 “소라모터스가 배터리 설계 자료를 먼저 요구했다”고 말했다.

임하늬 해든대 교수는 “두 회사의 합의 시점은 알 수 없다”고 내다봤다.

서이레 소라모터스 이사는 “하반기에 새 공장 부지를 사들이겠다”고 밝혔다.
"""

FOURTH = """
윤가람 소라모터스 대표는 “배터리 설계 자료를 먼저 요구한 적이 없다”고 반박했다.

서이레 소라모터스 이사는 “하반기에 새 공장 부지를 사들이지 않겠다”고 말했다.

임하늬 해든대 교수는 “배터리 업계의 소송 비용이 불어난다”고 지적했다.
"""


def page(headline: str, outlet: str, day: str, body: str) -> str:
    return f"{headline}\n\n{outlet} | 입력 {day} 09:12\n{body}\n고은별 기자 press@hanbit.example\n"


@pytest.fixture(scope="module")
def apart(kept):
    third = page("소라·단비 설계 자료 공방", "한빛일보", "2031-06-02", THIRD)
    fourth = page("소라모터스 “자료 요구 없었다”", "가온경제", "2031-06-09", FOURTH)
    with reading(kept({"third.txt": third, "fourth.txt": fourth})) as db:
        yield db


@pytest.fixture(scope="module")
def story(kept):
    head = "\ufeff소라모터스, 단비배터리 제소\n\n한빛일보 | 입력 2031-05-02 18:42\n"
    first = f"{head}{FIRST}\n고은별 기자 press@hanbit.example\n"
    head = "단비배터리 “특허 공개 요구”\n가온경제 | 입력 2031-05-03 10:17\n"
    second = f"{head}{SECOND}\n[마루한 기자 press@gaon.example]\n"
    with reading(kept({"first.txt": first, "second.txt": second})) as db:
        yield db


@pytest.fixture(scope="module")
def batch(story):
    return make_story_items(story, ["first.txt", "second.txt"], analyser(), load_default())


@pytest.fixture(scope="module")
def own(story):
    both = ("first.txt", "second.txt")
    forms = frozenset({Form.CAUSE, Form.CHANGE, Form.DENIAL})
    return [m for page in both for m in make_items(story, page, analyser(), load_default(), forms=forms).made]


def test_positions_and_sums_of_two_outlets(story, batch):
    again = Solver(story, analyser(), load_default())
    assert {m.item.form for m in batch.made} >= {Form.POSITION, Form.SUM}
    for one in batch.made:
        assert len(one.item.articles) == 2
        assert again.prove(one.item).keys == (one.item.key,)
        assert all(v.records and v.words for v in one.proof.verdicts)


def test_a_moved_key_over_two_articles_is_refused(story, batch):
    solver = Solver(story, analyser(), load_default())
    for one in batch.made:
        moved = msgspec.structs.replace(one.item, key=(one.item.key + 1) % len(one.item.options))
        assert not solver.prove(moved).sound


def test_the_sums_are_those_of_the_articles(batch):
    (key,) = {
        (claim.one.words, claim.other.words)
        for m in batch.made
        if isinstance(claim := m.item.options[m.item.key].claim, OneDeal)
    }
    assert set(key) == {"300억원", "320억원"}


def test_a_colleague_is_no_proof_of_falsehood(story, batch):
    solver = Solver(story, analyser(), load_default())
    claim = Reported(batch.made[0].item.articles, "소라모터스", "단비배터리가 충전 설계를 베꼈다")
    assert solver.judge(claim).truth is Truth.UNSUPPORTED


def test_a_denial_goes_with_its_claim(own):
    denials = [m.item for m in own if m.item.form is Form.DENIAL]
    assert denials
    for item in denials:
        assert "베꼈다" in item.options[item.key].text
        assert "베낀 적이 없다" in item.options[item.key].text


def test_a_change_has_both_quotations_in_order(story, own):
    (item,) = [m.item for m in own if m.item.form is Form.CHANGE]
    claim = item.options[item.key].claim
    assert isinstance(claim, Changed)
    assert claim.before.content == "소송이 길어질 이유가 없다"
    assert claim.after.content == "재판이 한 해를 넘길 것으로 예상한다"
    turned = Changed(claim.after, claim.before)
    assert Solver(story, analyser(), load_default()).judge(turned).truth is Truth.FALSE


def test_a_purpose_is_asked_where_it_is_written(story, own):
    (item,) = [m.item for m in own if m.item.form is Form.CAUSE]
    assert item.options[item.key].text == "전력 비용을 줄이기 위해"
    assert item.box == ("소라모터스는 ( ㉠ ) 본사 지붕을 고쳤다.",)
    claim = item.options[item.key].claim
    assert isinstance(claim, Because)
    elsewhere = msgspec.structs.replace(claim, start=claim.start - 3, stop=claim.stop - 3)
    assert Solver(story, analyser(), load_default()).judge(elsewhere).truth is Truth.UNSUPPORTED


def test_a_denial_in_another_outlet_goes_with_its_claim(apart):
    made = make_story_items(apart, ["third.txt", "fourth.txt"], analyser(), load_default()).made
    (denial, *_) = [one for one in made if one.item.form is Form.DENIAL]
    key = denial.item.options[denial.item.key].text
    assert "먼저 요구했다" in key
    assert "요구한 적이 없다" in key
    assert Solver(apart, analyser(), load_default()).prove(denial.item).keys == (denial.item.key,)


def test_a_change_of_position_from_one_week_to_the_next(apart):
    made = make_story_items(apart, ["third.txt", "fourth.txt"], analyser(), load_default()).made
    (change,) = [one for one in made if one.item.form is Form.CHANGE]
    claim = change.item.options[change.item.key].claim
    assert isinstance(claim, Changed)
    assert claim.before.content == "하반기에 새 공장 부지를 사들이겠다"
    assert claim.after.content == "하반기에 새 공장 부지를 사들이지 않겠다"
