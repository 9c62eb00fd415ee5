"""Words that the analyser has never read: names in whole, and names that swallowed a particle."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("sentence", ["상은 조은지가 받았다.", "상은 이혜영이, 꽃은 김서연이 받았다."])
def test_a_full_name_is_cut_out_of_the_noun_that_it_was_taken_for(read, sentence):
    found = read(sentence)
    assert set(found.kinds().values()) == {"person"}
    assert {"조은지", "이혜영"} & set(found.kinds())


def test_a_company_taken_for_one_noun_is_told_by_its_end(read):
    assert read("지난 15일 고래건설은 상생기금 200억원을 기부했다.").kinds() == {"고래건설": "org"}


def test_capital_letters_before_a_title_are_no_person(read):
    found = read("물결대(Wave Univ·WVX)는 8일 문을 열었다. WVX 총장 빌 윌슨은 WVX가 대표라고 말했다.")
    assert found.kinds()["물결대"] == "org"
    assert found["물결대"].aliases == ("Wave Univ", "WVX")
    assert "WVX" not in found


def test_a_branch_belongs_to_the_name_of_its_organisation(read):
    assert read("한국물결협회 경남지부는 8일 문을 열었다.").kinds() == {"한국물결협회 경남지부": "org"}


def test_a_country_s_university_is_any_of_many(read):
    assert read("프랑스 대학은 8일 문을 열었다.").kinds() == {"프랑스": "place"}


def test_nobody_is_chosen_of_two_named_in_one_sentence(read):
    found = read("박지연 대표와 박하늘 대표가 만났다. 박 대표는 웃었다.")
    assert found.words("박지연") == ["박지연"]
    assert found.words("박하늘") == ["박하늘"]


def test_the_organisation_tells_two_of_one_family_name_apart(read):
    found = read("박지연 한빛물산 대표와 박하늘 누리전자 대표가 만났다. 한빛물산 박 대표는 웃었다.")
    assert found.words("박지연") == ["박지연", "박"]
