"""One identity through a page: short forms, titles, brackets, signs."""

from __future__ import annotations


def test_a_family_name_with_a_title_is_the_person_introduced_with_it(read):
    found = read("박도현 한빛물산 대표는 8일 새 공장을 짓겠다고 밝혔다. 박 대표는 올해 안에 착공한다고 말했다.")
    assert found.words("박도현") == ["박도현", "박"]
    assert found["박도현"].aliases == ("박",)
    assert found.roles("박도현") == [("대표", "한빛물산", None)]


def test_two_people_of_one_family_name_are_told_apart_by_their_titles(read):
    found = read("김민수 한빛물산 대표와 김서연 누리은행 부행장이 만났다. 김 대표는 웃었고 김 부행장은 손을 흔들었다.")
    assert found.words("김민수") == ["김민수", "김"]
    assert found.words("김서연") == ["김서연", "김"]


def test_the_last_name_of_a_foreigner_is_he(read):
    found = read(
        "브루노 알베르 한빛물산 최고경영자가 방한했다. 알베르는 9일 출국한다. 알베르 최고경영자는 말을 아꼈다."
    )
    assert found.words("브루노 알베르") == ["브루노 알베르", "알베르", "알베르"]
    assert found.roles("브루노 알베르") == [("최고경영자", "한빛물산", None)]


def test_other_names_in_brackets_are_declared(read):
    found = read(
        "한국보라연구원(이하 보라연)은 8일 보고서를 냈다. 보라연은 한빛협회(HBA)와 함께했다고 밝혔다. HBA는 말이 없다."
    )
    assert found.words("한국보라연구원") == ["한국보라연구원", "보라연", "보라연"]
    assert found.words("한빛협회") == ["한빛협회", "HBA", "HBA"]


def test_letters_that_mean_another_body_or_none_elsewhere_are_declared_too(read):
    found = read("누리개발은행(ADB)이 8일 누리중앙TV(CCTV)에 알렸다. ADB는 CCTV에 따르면 문을 닫는다.")
    assert found.words("누리개발은행") == ["누리개발은행", "ADB", "ADB"]
    assert found.words("누리중앙TV") == ["누리중앙TV", "CCTV", "CCTV"]
    assert "CCTV" not in read("경찰은 8일 한빛물산 CCTV를 확인했다.").kinds()
    assert read("한빛 드래곤즈(NBA)가 8일 이겼다.")["한빛 드래곤즈"].aliases == ()


def test_ages_and_countries_in_brackets_are_no_names(read):
    found = read("박도현(52·네덜란드) 감독은 8일 구단과 계약했다.")
    assert found["박도현"].aliases == ()
    assert found.kinds()["네덜란드"] == "place"


def test_a_known_short_form_is_its_full_name(read):
    found = read("더불어민주당은 8일 후보를 뽑았다. 민주당 관계자는 경선이 끝났다고 말했다.")
    assert found.words("더불어민주당") == ["더불어민주당", "민주당"]


def test_a_sign_in_a_headline_is_the_politician_of_that_family_name(read):
    found = read("文대통령 오늘 귀국. 문서진 대통령은 8일 오후 귀국한다.")
    assert found.words("문서진") == ["文", "문서진"]


def test_a_given_name_with_its_suffix_is_the_one_who_bears_it(read):
    found = read("박도현은 8일 무대에 올랐다. 친구들은 도현이에게 꽃을 건넸다.")
    assert found.words("박도현") == ["박도현", "도현"]


def test_a_city_stands_for_its_club_where_it_plays(read):
    found = read("수원 삼성은 8일 홈에서 이겼다. 수원은 승점 3을 보탰다. 경기는 수원에서 열렸다.")
    assert found.words("수원 삼성") == ["수원 삼성", "수원"]
    assert found.words("수원") == ["수원"]


def test_a_bare_title_is_its_only_holder(read):
    found = read("문서진 대통령은 8일 귀국한다. 대통령은 공항에서 소감을 밝힌다.")
    forms = [(found.text.cut(m.span), m.form) for m in found["문서진"].mentions]
    assert forms == [("문서진", "name"), ("대통령", "title")]
    assert found["문서진"].aliases == ()


def test_anonymous_people_keep_their_letters(read):
    found = read("경찰은 A씨를 불러 조사했다. A씨는 김모(34)씨와 다퉜다고 말했다.")
    assert found.words("A씨") == ["A", "A"]
    assert found.words("김모씨") == ["김모"]


def test_two_unknown_words_are_a_person_where_the_last_stands_alone_too(read):
    found = read("브루노 알베르가 8일 방한했다. 알베르는 공항에서 손을 흔들었다. 알베르는 9일 떠난다.")
    assert found.kinds() == {"브루노 알베르": "person"}
    assert found["브루노 알베르"].aliases == ("알베르",)


def test_a_family_name_behind_a_first_name_belongs_to_it(read):
    found = read("누리전자 최고경영자 브루노 황은 8일 방한했다. 황 최고경영자는 웃었다.")
    assert found.words("브루노 황") == ["브루노 황", "황"]


def test_an_abbreviation_is_made_of_the_name_s_letters(read):
    found = read("한국경제나루연구원은 8일 보고서를 냈다. 한경연은 내년 성장이 더디리라고 봤다. 한가람 씨는 웃었다.")
    assert found.words("한국경제나루연구원") == ["한국경제나루연구원", "한경연"]
    assert found.words("한가람") == ["한가람"]


def test_letters_that_fit_two_organisations_name_neither(read):
    found = read("가람소상공인연합회와 가온소매상연합회가 만났다. 가소연은 9일 성명을 냈다.")
    assert found["가람소상공인연합회"].aliases == ()
    assert found["가온소매상연합회"].aliases == ()


def test_an_age_and_a_home_stand_between_somebody_and_ssi(read):
    found = read("도모(43·가람시 나루구)씨는 값이 올랐다고 말했다. 여모(여·34) 씨도 그랬다.")
    assert found.words("도모씨") == ["도모"]
    assert found.words("여모씨") == ["여모"]


def test_a_bill_is_called_by_part_of_its_last_word(read):
    found = read("박도현 의원은 나루관리법 일부개정법률안을 냈다. 개정안은 나루를 넓힌다. 시행령은 손대지 않는다.")
    assert found.words("나루관리법 일부개정법률안") == ["나루관리법 일부개정법률안", "개정안"]


def test_a_law_s_nickname_stands_with_law_or_without(read):
    found = read("국회가 8일 ‘김영란법’과 검수완박을 두고 맞섰다. 여당은 '검수완박법' 시행을 미루자고 했다.")
    assert found.words("검수완박") == ["검수완박", "검수완박법"]
    assert found.words("김영란법") == ["김영란법"]


def test_a_firm_s_name_is_its_club_s_where_the_page_names_the_club(read):
    found = read("KT 위즈가 8일 삼성 라이온즈를 5-4로 꺾었다. KT는 3연승이다. 삼성은 4위로 처졌다.")
    assert found.words("KT 위즈") == ["KT 위즈", "KT"]
    assert found.words("삼성 라이온즈") == ["삼성 라이온즈", "삼성"]


def test_a_firm_that_somebody_leads_is_no_club(read):
    found = read("KT 위즈가 8일 이겼다. 박도현 KT 대표는 웃었다. KT는 표를 나눠 줬다.")
    assert found.words("KT 위즈") == ["KT 위즈"]


def test_a_name_may_stop_within_its_ending(read):
    found = read("물결엔터테인먼트는 8일 새 가수를 알렸다. 물결엔터 측은 말을 아꼈다.")
    assert found.words("물결엔터테인먼트") == ["물결엔터테인먼트", "물결엔터"]


def test_a_group_known_by_its_short_name_is_the_one_that_the_page_spells_out(read):
    found = read("민주사회를 위한 변호사모임(민변)은 8일 성명을 냈다. 민변은 법원을 찾았다.")
    assert found.words("민주사회를 위한 변호사모임") == ["민주사회를 위한 변호사모임", "민변", "민변"]


def test_a_family_name_that_is_a_country_s_sign_is_one_before_a_title(read):
    found = read("한민수 환경부 장관 후보자가 나섰다. 새 내각의 얼굴로 꼽히는 한 후보자 청문회가 열렸다.")
    assert found.words("한민수") == ["한민수", "한"]


def test_a_name_borne_before_is_another_of_the_same(read):
    found = read("박도현(개명 전 김보람)씨가 8일 나섰다.")
    assert found["박도현"].aliases == ("김보람",)


def test_where_somebody_belongs_is_no_other_name(read):
    found = read("투수 박도현(18·누리고)이 8일 이겼다. 누리고 야구부는 다시 웃었다.")
    assert found["박도현"].aliases == ()


def test_a_ministry_of_another_country_is_not_the_one_named_before_it(read):
    found = read("국방부는 8일 말을 아꼈다. 미 국방부는 이를 확인했다.")
    assert found.words("국방부") == ["국방부"]
    assert found.words("미 국방부") == ["미 국방부"]


def test_brackets_that_tell_where_people_belong_hold_no_other_names(read):
    found = read("박도현(토트넘)과 이강민(마요랑카)이 8일 뛰었다.")
    assert found["이강민"].aliases == ()
