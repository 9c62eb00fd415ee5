"""Laws, festivals and undertakings by their titles in quotation marks."""

from __future__ import annotations


def test_a_quoted_title_is_told_by_its_last_word(read):
    found = read("누리시는 ‘지역 책방 지원에 관한 조례’를 고쳤다. 8일에는 ‘제3회 누리 물빛 축제’가 열린다.")
    assert found.kinds()["지역 책방 지원에 관한 조례"] == "law"
    assert found.kinds()["제3회 누리 물빛 축제"] == "event"


def test_a_quoted_title_is_told_by_the_noun_behind_it(read):
    found = read("한빛물산은 '물빛 한마당' 행사를 9일 연다. 직원들은 '배달의 기쁨' 회식을 했다.")
    assert found.kinds()["물빛 한마당"] == "event"
    assert "배달의 기쁨" not in found.kinds()


def test_one_word_in_marks_is_stressed_and_no_title(read):
    found = read("누리시는 '반값' 행사를 열고 '선심성' 사업을 접었다.")
    assert {"반값", "선심성"}.isdisjoint(found.kinds())


def test_a_title_without_its_number_is_the_same(read):
    found = read("누리시는 8일 ‘제3회 누리 물빛 축제’를 알렸다. 올해 누리 물빛 축제 행사에는 가수가 온다.")
    assert found["제3회 누리 물빛 축제"].aliases == ("누리 물빛 축제",)


def test_an_amendment_is_the_one_that_the_page_names(read):
    found = read("국회는 8일 병역법 개정안을 다뤘다. 의원들은 개정안을 놓고 다퉜다.")
    assert found.words("병역법 개정안") == ["병역법 개정안", "개정안"]
