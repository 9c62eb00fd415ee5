"""Titles as written, with their organisations and their time."""

from __future__ import annotations

import pytest

CASES = [
    ("박도현 한빛물산 회장이 8일 나섰다.", [("회장", "한빛물산", None)]),
    ("한빛물산 박도현 회장이 8일 나섰다.", [("회장", "한빛물산", None)]),
    ("한빛물산의 박도현 회장이 8일 나섰다.", [("회장", "한빛물산", None)]),
    ("한빛물산 회장인 박도현이 8일 나섰다.", [("회장", "한빛물산", None)]),
    ("한빛물산 회장 박도현이 8일 나섰다.", [("회장", "한빛물산", None)]),
    ("박도현 전 한빛물산 회장이 8일 나섰다.", [("회장", "한빛물산", "former")]),
    ("박도현 한빛물산 전 회장이 8일 나섰다.", [("회장", "한빛물산", "former")]),
    ("박도현 보라솔에너지 재무총괄 부사장은 8일 나섰다.", [("부사장", "보라솔에너지", None)]),
    ("누리전자가 값을 올렸다. [박도현/한빛물산 대표 : “더는 못 버팁니다.”]", [("대표", "한빛물산", None)]),
    ("배우 박도현이 8일 무대에 섰다.", [("배우", None, None)]),
    ("박도현 대통령 당선인은 8일 귀국했다.", [("대통령 당선인", None, "designate")]),
    ("박도현 한빛대병원 소아청소년과 교수는 8일 논문을 냈다.", [("교수", "한빛대병원", None)]),
    ("박도현 누리대학교 한빛병원 소아청소년과 교수는 8일 논문을 냈다.", [("교수", "한빛병원", None)]),
    ("박도현 한빛연구원 중국연구센터장은 8일 논문을 냈다.", [("연구센터장", "한빛연구원", None)]),
    ("대전지법 형사3단독 박도현 부장판사는 8일 풀어 줬다.", [("부장판사", "대전지법", None)]),
    ("대전지검 형사2부(박도현 부장검사)는 8일 풀어 줬다.", [("부장검사", "대전지검", None)]),
    ("박도현 질병관리청 방역상황반장은 8일 나섰다.", [("방역상황반장", "질병관리청", None)]),
    ("박도현은 한빛물산 감사로 선임됐다.", [("감사", "한빛물산", None)]),
    ("한빛물산 사장으로 임명된 박도현은 8일 출근했다.", [("사장", "한빛물산", None)]),
    ("박도현은 8일 한빛물산 사장이다.", [("사장", "한빛물산", None)]),
    ("박도현 문화재청장은 8일 현장을 찾았다.", [("문화재청장", "문화재청", None)]),
    ("박도현 외교부 1차관은 8일 현장을 찾았다.", [("1차관", "외교부", None)]),
    ("누리당 한가람·박도현 의원은 8일 법안을 냈다.", [("의원", "누리당", None)]),
    ("당시 한빛물산 사장이던 박도현은 8일 말을 아꼈다.", [("사장", "한빛물산", "former")]),
    ("박도현 국방부 장관 직무대행은 8일 나섰다.", [("장관", "국방부", "acting")]),
    ("서울시장 권한대행 박도현은 8일 나섰다.", [("서울시장", "서울시", "acting")]),
    ("한빛물산 대표이사는 박도현이다.", [("대표이사", "한빛물산", None)]),
    ("◇부사장 ▲한가람 ▲박도현 ◇전무 ▲김서연", [("부사장", None, None)]),
    ("◇부사장 한가람 ◇전무 박도현 김서연", [("전무", None, None)]),
    ("가람병원장 박도현은 8일 나섰다.", [("가람병원장", "가람병원", None)]),
    ("가수 겸 배우 박도현이 8일 나섰다.", [("가수", None, None), ("배우", None, None)]),
    ("미국 소설가 박도현이 8일 새 책을 냈다.", [("소설가", None, None)]),
    ("대전지법 박도현 영장전담 부장판사는 8일 풀어 줬다.", [("부장판사", "대전지법", None)]),
    ("박도현 서울교육감 단일화에 8일 뜻을 모았다.", [("교육감", "서울", "candidate")]),
    ("원로배우 고 박도현 씨의 편지가 8일 나왔다.", [("원로배우", None, "late")]),
    ("박도현 육군 제1야전군사령관이 8일 물러났다.", [("제1야전군사령관", "육군", None)]),
    ("박도현 씨는 8일 집으로 돌아갔다.", []),
    ("박도현 여사는 8일 집으로 돌아갔다.", []),
]


@pytest.mark.parametrize(("sentence", "roles"), CASES, ids=[c[0][:20] for c in CASES])
def test_the_role_is_read_with_its_organisation(read, sentence, roles):
    assert read(sentence).roles("박도현") == roles


def test_a_role_said_again_or_shorter_adds_nothing(read):
    found = read("박도현 한빛물산 상임고문은 8일 나섰다. 박 고문은 말을 아꼈다. 박도현 상임고문은 웃었다.")
    assert found.roles("박도현") == [("상임고문", "한빛물산", None)]


def test_people_joined_by_dots_hold_the_title_together(read):
    found = read("박도현·김서연·이준서 전 국회의원이 8일 만났다.")
    assert [found.roles(name) for name in ("박도현", "김서연", "이준서")] == [[("국회의원", None, "former")]] * 3


def test_a_title_in_brackets_belongs_to_the_court_before_it(read):
    found = read("서울고법 민사9부(부장판사 박도현·김서연)는 8일 선고했다.")
    assert found.roles("김서연") == [("부장판사", "서울고법", None)]


def test_a_title_is_not_lent_to_somebody_introduced_later_with_another(read):
    found = read("윤 대표는 “고용을 지키겠다”고 말했다. 윤태하 가람시장은 8일 환영했다. 윤 시장은 웃었다.")
    assert [title for title, _, _ in found.roles("윤태하")] == ["가람시장"]


def test_a_post_once_held_is_told_of_whom_only_a_family_name_stands(read):
    found = read("당시 대전지검 차장검사였던 박 변호사는 8일 부인했다. 박도현 변호사는 웃었다.")
    assert found.roles("박도현") == [("차장검사", "대전지검", "former"), ("변호사", None, None)]


def test_somebody_whose_name_is_kept_back_has_a_post(read):
    assert read("변호사 A씨는 8일 말을 아꼈다.").roles("A씨") == [("변호사", None, None)]


def test_the_sign_before_a_minister_is_the_country(read):
    assert read("브루노 알베르 미 국방장관이 8일 나섰다.").roles("브루노 알베르") == [("국방장관", "미국", None)]


def test_a_captain_s_ship_is_nobody(read):
    assert read("세월호 선장은 8일 말을 아꼈다.").kinds() == {"세월호": "product"}


def test_a_title_before_another_noun_and_title_makes_nobody_a_person(read):
    assert read("누란골 대표 실력파 가수들이 8일 나섰다.").kinds().get("누란골") != "person"
