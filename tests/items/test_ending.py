"""Contents made fit to be reported, and turned into their contrary."""

import random
import re
from decimal import Decimal

import pytest

from sagwan.items.renumber import other_number, other_values
from sagwan.items.vary import other_name
from sagwan.items.write.ending import clause, denied
from sagwan.korean.kiwi import analyser

QUOTED = {
    "공장은 매물이 아니다": "공장은 매물이 아니라고",
    "약속한 값을 냈습니다": "약속한 값을 냈다고",
    "모두 같은 곳에서 일합니다": "모두 같은 곳에서 일한다고",
    "조건을 글로 남겨 달라": "조건을 글로 남겨 달라고",
    "모두 최선을 다하자": "모두 최선을 다하자고",
    "새 노선을 열 계획": "새 노선을 열 계획이라고",
    "물량이 늘 것": "물량이 늘 것이라고",
    "믿을 만한 회사": "믿을 만한 회사라고",
    "부담이 크지 않습니다": "부담이 크지 않다고",
    "빈틈을 살피지 못했다": "빈틈을 살피지 못했다고",
    "정말 죄송합니다": "정말 죄송하다고",
    "공장을 지었다": "공장을 지었다고",
}
CONTRARY = {
    "공장은 매물이 아니다": "공장은 매물이다",
    "만날 계획이 없다": "만날 계획이 있다",
    "값을 올릴 수 있다": "값을 올릴 수 없다",
    "직원에게 일을 맡기지 않는다": "직원에게 일을 맡긴다",
    "끝까지 기다리겠다": "끝까지 기다리지 않겠다",
    "공장을 지었다": "공장을 짓지 않았다",
    "지금도 살피고 있다": "지금도 살피고 있지 않다",
    "사실무근": "사실무근이 아니다",
}


@pytest.mark.parametrize(("words", "quoted"), QUOTED.items())
def test_reported(words: str, quoted: str):
    said = clause(words, analyser())
    assert said is not None
    assert said.quoted(analyser()) == quoted


@pytest.mark.parametrize(("words", "contrary"), CONTRARY.items())
def test_contrary(words: str, contrary: str):
    said = clause(words, analyser())
    assert said is not None
    turned = denied(said, analyser())
    assert turned is not None
    assert turned.plain(analyser()) == contrary


@pytest.mark.parametrize("words", ["값을 올릴까?", "밝혀야 한다. 그래야 산다", "", "왜 그랬나"])
def test_what_is_no_single_statement_is_left(words: str):
    assert clause(words, analyser()) is None


def test_must_is_not_denied():
    said = clause("먼저 밝혀야 한다", analyser())
    assert said is not None
    assert denied(said, analyser()) is None


def test_a_changed_number_keeps_its_length_and_roundness():
    for seed in range(20):
        new = other_number("직원 240명이 옮겼다", random.Random(seed))
        assert new is not None
        digits = "".join(c for c in new if c.isdigit())
        assert len(digits) == 3
        assert digits.endswith("0")
        assert digits != "240"


def test_a_changed_name_takes_its_own_particle():
    assert other_name("누리전자가 값을 올렸다", "누리전자", "한빛물산") == "한빛물산이 값을 올렸다"
    assert other_name("서하린 누리전자 대표가 왔다", "누리전자", "한빛물산") is None
    assert other_name("LX 솔루션스를 세웠다", "LX", "한빛물산") is None  # the name goes on
    assert other_name("한빛물산, 누리전자, 가온경제가 왔다", "누리전자", "다솜제약") is None  # a row of names


def test_a_number_of_several_parts_is_changed_as_a_whole():
    chance = random.Random(1)
    drawn = other_values("8만6808명", chance, 6)
    assert len(drawn) == 6
    assert all(re.fullmatch(r"\d만\d{4}명", words) for words in drawn)
    assert not any(words.endswith("6808명") for words in drawn)
    assert all(words.endswith("000만원") for words in other_values("3억5000만원", chance, 4))
    assert len(other_values("123,456,789원", chance, 5)) == 5  # at once, of millions


def test_a_number_comes_near_those_of_its_unit():
    known = {"타": (Decimal(8), Decimal(203), Decimal(204), Decimal(207))}
    drawn = other_values("204타", random.Random(1), 6, known)
    assert drawn
    assert all(197 <= int(words[:-1]) <= 207 for words in drawn)
    assert not any("3위" in str(other_number("2위 팀과 3위 팀", random.Random(n)))[:3] for n in range(9))


def test_years_stay_in_their_order():
    for seed in range(30):
        new = other_number("2017년부터 2019년까지 냈다", random.Random(seed))
        years = re.findall(r"\d{4}", new or "")
        assert years == sorted(years)
