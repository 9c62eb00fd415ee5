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


def test_behind_a_quotation_mark_an_unknown_word_before_a_country_and_a_title_is_a_name(read):
    found = read('박도현은 "가렐리코프 프랑스 대통령이 참석할 예정"이라고 말했다.')
    assert found.roles("가렐리코프") == [("대통령", "프랑스", None)]


def test_a_name_that_begins_with_another_and_ends_like_a_title_is_its_own(read):
    found = read("한국경제연구원은 8일 보고서를 냈다. 박도현 한국경제연구원 선임연구위원이 썼다.")
    assert found.kinds()["한국경제연구원"] == "org"
    assert "한국경제" not in found.kinds()


def test_somebody_designate_is_called_by_the_family_name(read):
    found = read("박도현 산업통상부 장관 내정자는 8일 출근했다. 박 내정자는 말을 아꼈다.")
    assert found.words("박도현") == ["박도현", "박"]


def test_a_compound_says_what_the_name_behind_it_is(read):
    assert read("이웃 나라 가전업체 엘로팝이 8일 새 가게를 열었다.").kinds()["엘로팝"] == "org"
    assert "마루난" not in read("한빛골프클럽 마루난 코스에서 8일 경기가 열렸다.").kinds()


def test_words_in_marks_are_what_they_are_called(read):
    assert read("박도현은 ‘달이’라는 영화에 8일 나온다.").kinds()["달이"] == "product"


def test_a_name_before_a_title_ends_where_marks_close(read):
    assert "찰스 로" in read("'럭비 알베르' 찰스 로 감독은 8일 웃었다.").kinds()
