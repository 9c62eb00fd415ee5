"""Names that no list knows: read in whole, cut out of a noun, told by what stands around them."""

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


def test_a_committee_is_named_by_what_it_is_about(read):
    found = read("누리동 재개발 반대 대책위원회는 8일 소송을 냈다.")
    assert found.kinds() == {"누리동 재개발 반대 대책위원회": "org"}


def test_who_leads_a_group_belongs_to_all_of_its_name(read):
    found = read("안전한 학교를 위한 시민모임 박도현 대표는 8일 웃었다.")
    assert found.roles("박도현") == [("대표", "안전한 학교를 위한 시민모임", None)]


def test_an_envoy_is_no_place(read):
    found = read("윌리엄 반스 주카자흐스탄 미국대사는 8일 웃었다.")
    assert found.roles("윌리엄 반스") == [("대사", "미국", None)]


def test_what_an_artist_made_is_a_work(read):
    assert read("‘소희야’ 정다은 감독은 8일 웃었다. ‘소희야’가 좋다.").kinds()["소희야"] == "product"


def test_what_somebody_does_is_no_post(read):
    assert read("누리 알베르는 한국을 대표하는 사람이다.").kinds().get("누리 알베르") != "org"


def test_a_mayor_is_of_a_town_and_no_name_of_his(read):
    assert read("누란코 시장은 8일 말했다. 총리는 누란코를 찾았다.").kinds() == {"누란코": "place"}


@pytest.mark.parametrize("words", ["후세인 알무라드 OXA 사무총장은", "OXA 후세인 알무라드 사무총장은"])
def test_capital_letters_beside_a_name_are_the_organisation(read, words):
    assert read(f"{words} 8일 웃었다.").roles("후세인 알무라드") == [("사무총장", "OXA", None)]


def test_a_post_of_many_is_nobody_s(read):
    assert "person" not in read("영화 ‘남산의 부장들’이 8일 나왔다.").kinds().values()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("나타라잔 찬드라 회장은 8일 웃었다.", "나타라잔 찬드라"),  # the first word a noun that nobody has met
        ("마리아 라모스 총리는 8일 웃었다.", "마리아 라모스"),  # of Korean shape
        ("이안 브레머 회장은 8일 웃었다.", "이안 브레머"),
        ("에밀리 탄 박사는 8일 웃었다.", "에밀리 탄"),  # a noun of one syllable
        ("표진솔 노조 지부장은 8일 웃었다.", "표진솔"),
        ("로광철 총정치국장은 8일 웃었다.", "로광철"),  # as names are written in the North
    ],
)
def test_a_name_keeps_its_words_before_a_title(read, sentence, name):
    assert [n for n, kind in read(sentence).kinds().items() if kind == "person"] == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("나루동물코리아 소속 팀장은 8일 웃었다.", "나루동물코리아"),
        ("동나대 국어교육과 교수팀은 8일 웃었다.", "동나대"),
        ("물결작가회의 소식이다.", "물결작가회의"),
        ("솔빛에너지가 올랐다.", "솔빛에너지"),  # of three common nouns
        ("이는 나라의 계획.WVX엔터테인먼트 소속 가수도 웃었다.", "WVX엔터테인먼트"),  # no blank behind the full stop
    ],
)
def test_an_organisation_keeps_to_its_own_letters(read, sentence, name):
    assert read(sentence).kinds() == {name: "org"}


def test_a_sign_for_a_party_is_no_person(read):
    assert read("與 원내대표인 박도현 의원은 8일 웃었다.").kinds() == {"박도현": "person"}


def test_no_name_begins_with_an_ending(read):
    found = read("린다 알베르 보좌관이 왔다. 린다는 웃었다. 그는 감사드린다고 말했다.")
    assert found.words("린다 알베르") == ["린다 알베르", "린다"]


def test_a_ruler_is_named_with_the_number(read):
    found = read("엘리자베스 2세 여왕은 8일 웃었다. 엘리자베스 2세는 손을 흔들었다.")
    assert found.words("엘리자베스 2세") == ["엘리자베스 2세", "엘리자베스 2세"]


def test_what_a_firm_says_in_a_headline_is_no_firm(read):
    assert read('1위에 오른 뒤 소속사 "월드투어 준비"').kinds() == {}


def test_a_name_made_of_plain_words_is_one_word(read):
    """The analyser reads a blank into it: 노란 별, 반이 든, 물빛 내 노조."""
    found = read("노란별 누리전자 대표는 8일 말했다. 반이든 물빛내노조 위원장은 답하지 않았다. 노란별은 떴다.")
    assert found.roles("노란별") == [("대표", "누리전자", None)]
    assert found.roles("반이든") == [("위원장", "물빛내노조", None)]
    assert "고운말" not in read("고운말 쓰기 운동이 8일 시작됐다.").kinds()


def test_a_university_keeps_an_end_that_the_analyser_takes_for_a_counter(read):
    found = read("미국 존스홉킨스대 에밀리 탄 박사는 뜻깊다고 평가했다.")
    assert found.roles("에밀리 탄") == [("박사", "존스홉킨스대", None)]


def test_a_particle_within_an_unmet_noun_is_no_part_of_a_name(read):
    assert "박도현 나래인비테이셔널이" not in read("이날 박도현 나래인비테이셔널이 열렸다.").kinds()


@pytest.mark.parametrize(
    "sentence",
    [
        "이 마을은 8일 세계유산 목록에 올랐다.",  # two common nouns, the second ends like a mountain
        "드라마 ‘먼 나라 물결리온’ 시청률이 올랐다. 이날 ‘물결리온’도 화제였다.",
    ],
)
def test_no_place_is_made_of_an_ending(read, sentence):
    assert "place" not in read(sentence).kinds().values()


def test_a_family_name_taken_for_an_adverb_begins_a_name_before_a_title(read):
    found = read("탁민재 외교부 비서관은 8일 귀국했다. 탁 비서관은 말이 없었다.")
    assert found.words("탁민재") == ["탁민재", "탁"]


def test_a_bank_abroad_is_no_country(read):
    assert read("KB증권베트남은 8일 문을 열었다.").kinds() == {"KB증권베트남": "org"}


def test_who_is_played_and_who_plays_are_people(read):
    found = read("‘해온’(박도현 분)은 달아났다. 이서준(차은결 역)이 쫓는다.").kinds()
    assert found == dict.fromkeys(("해온", "박도현", "이서준", "차은결"), "person")


def test_a_school_in_brackets_is_where_somebody_learns(read):
    assert read("투수 박도현(18·누란고)이 8일 던졌다.").kinds() == {"박도현": "person", "누란고": "org"}


def test_an_index_is_nobody(read):
    kinds = read("다우존스30산업평균지수와 CAC40 지수, FTSE100 지수는 8일 떨어졌다.").kinds()
    assert set(kinds.values()) == {"product"}
