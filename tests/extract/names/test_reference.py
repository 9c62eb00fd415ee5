"""Pronouns: resolved where one reading is left, open with candidates where not, never an alias."""

from __future__ import annotations

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.names.read import read_names
from sagwan.extract.names.reference import read_references
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon import load_default


def read(chars: str):
    text = Text.of(chars)
    passage = read_passage(text, None, [Span(0, len(text))], analyser())
    entities = read_names(passage, load_default())
    names = {e.id: e.name for e in entities}
    assert not any(alias in ("그", "그녀", "양사") for e in entities for alias in e.aliases)
    return [
        (text.cut(r.span), [names[i] for i in r.entities], [names[i] for i in r.candidates])
        for r in read_references(passage, entities, load_default())
    ]


def test_he_is_the_only_person_of_the_sentence_before():
    assert read("박도현 한빛물산 대표는 8일 웃었다. 그는 곧 떠난다고 말했다.") == [("그", ["박도현"], [])]


def test_he_is_the_topic_where_two_are_named():
    assert read("박도현 대표는 8일 김서연 의원을 만났다. 그는 곧 떠난다고 말했다.") == [("그", ["박도현"], [])]


def test_he_stays_open_where_two_fit():
    found = read("박도현 대표와 김서연 의원의 사진이 나왔다. 그는 곧 떠난다고 한다.")
    assert found == [("그", [], ["김서연", "박도현"])]


def test_the_firm_is_the_one_business_of_the_page():
    found = read("삼성전자는 8일 공장을 닫았다. 경찰은 조사에 나섰다. 회사 측은 말을 아꼈다.")
    assert found == [("회사 측", ["삼성전자"], [])]
    found = read("삼성전자와 오뚜기의 다툼이 8일 이어졌다. 회사 측은 말을 아꼈다.")
    assert found == [("회사 측", [], ["오뚜기", "삼성전자"])]


def test_this_company_is_the_company_of_the_sentence_before():
    assert read("삼성전자는 8일 새 공장을 짓겠다고 밝혔다. 이 회사는 올해 착공한다.") == [("이 회사", ["삼성전자"], [])]


def test_both_companies_are_the_two_named_last():
    assert read("네이버와 카카오는 8일 손을 잡았다. 양사는 새 서비스를 낸다.") == [("양사", ["네이버", "카카오"], [])]


def test_nobody_is_meant_where_nobody_is_named():
    assert read("비가 내렸다. 그는 떠났다.") == [("그", [], [])]


def test_that_with_a_noun_is_no_pronoun():
    assert read("박도현 대표는 웃었다. 그 회의는 길었다. 그동안 말이 없었다.") == []


def test_whom_a_speaker_names_is_not_meant_after_his_words():
    said = "박도현 대표는 8일 웃었다. 그러면서 “김서연 의원을 불러야 한다”고 강조했다. 아울러 그는 떠난다고 말했다."
    assert read(said) == [("그", ["박도현"], [])]


def test_a_speaker_does_not_mean_himself():
    assert read("박도현 대표는 8일 김서연 의원에 대해 “그는 곧 떠난다”고 말했다.") == [("그", ["김서연"], [])]


def test_a_name_alone_in_quotation_marks_is_a_name():
    assert read("“박도현”이 다시 불렸다. 그는 떠난다고 말했다.") == [("그", ["박도현"], [])]


def test_who_only_begins_a_longer_noun_is_not_meant():
    said = "박도현은 2020년 한빛상을 받았다. 김서연 감독 영화 ‘봄밤’에 나왔다. 그는 곧 떠난다고 말했다."
    assert read(said) == [("그", ["박도현"], [])]
