"""What can be told away from its place, and in which words."""

import random

import pytest

from sagwan.items.fit import fit, has_subject, tells_a_state
from sagwan.items.write.ending import clause
from sagwan.items.write.report import narrate, report, way_for
from sagwan.korean.kiwi import analyser
from sagwan.lexicon import load_default
from sagwan.lexicon.schema.item import Saying


@pytest.mark.parametrize(
    "words",
    [
        "반복하면서 다음 분기에 값을 올리겠다",  # what is repeated?
        "온라인 공연의 경우에도 마찬가지다",
        "더 좋은 성적 내도록 애쓰겠다",
    ],
)
def test_words_cut_off_from_their_place_are_left(words: str):
    assert fit(words, analyser(), load_default()) is None


def test_invisible_characters_are_left_out():
    said = fit("누리전자는 여전히 \u200b\u200b거의 모든 부품을 사들인다", analyser(), load_default())
    assert said is not None
    assert said.plain(analyser()) == "누리전자는 여전히 거의 모든 부품을 사들인다"


STATES = ["값을 내릴 수 있는 좋은 기회다", "조건이 무척 까다롭다"]
ACTS = ["하반기에 새 부지를 사들일 방침이다", "하반기에 새 부지를 사들이겠다", "주민들에게 깊은 양해를 구한다"]


@pytest.mark.parametrize("words", [*STATES, *ACTS])
def test_a_state_is_told_from_an_act_and_a_plan(words: str):
    said = clause(words, analyser())
    assert said is not None
    assert tells_a_state(said, analyser()) is (words in STATES)
    assert has_subject(said, analyser()) is ("조건이" in words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("미르칩스는 2021년 남쪽 단지에 문을 열었다", "2021년 남쪽 단지에 문을 연 것은 미르칩스이다."),
        ("2분기에는 새로 들어온 서하린이 결승점을 뽑았다", None),  # 2분기에는 is no subject
        ("민주노동연대는 서하린 전 대변인이 후보로 나섰다", None),  # two subjects
    ],
)
def test_a_sentence_is_turned_round_its_only_subject(words: str, told: str | None):
    said = clause(words, analyser())
    assert said is not None
    assert narrate(said, analyser()) == (told or f"{words}.")


def test_reports_claim_no_more_than_that_it_was_said():
    lexicon = load_default()
    for way in lexicon.all(Saying):
        assert way.text.rstrip(".").endswith(("말했다", "밝혔다"))
    topic, plain = clause("값은 올리지 않는다", analyser()), clause("값을 올리지 않는다", analyser())
    assert topic is not None
    assert plain is not None
    for seed in range(8):
        way = way_for([plain, topic], lexicon, analyser(), random.Random(seed))
        assert report("서하린 대표", topic, way, analyser()).startswith("값은 올리지 않는다고 서하린 대표가")
        assert "말했다" not in way_for([plain], lexicon, analyser(), random.Random(seed), people=False).text
