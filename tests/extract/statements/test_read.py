"""What a statement carries besides its words and its speaker."""

from typing import Any

import pytest

from sagwan.core.statement import Found, Stance


def one(read: Any, chars: str, headline: str | None = None) -> Any:
    text, statements = read(chars, headline)
    assert len(statements) == 1
    return text, statements[0]


@pytest.mark.parametrize(
    ("chars", "channel"),
    [
        ("한서린 대표는 자신의 페이스북에 “곧 간다”고 적었다.", "페이스북"),
        ("한서린 대표는 한빛일보와의 인터뷰에서 “곧 간다”고 말했다.", "한빛일보"),
        ("한서린 대표는 한빛일보와 인터뷰에서 “곧 간다”고 말했다.", "한빛일보"),
        ("한서린 대표는 8일 국회에서 “곧 간다”고 말했다.", "국회"),
        ("두루통신은 이날 보도자료를 통해 “곧 간다”고 밝혔다.", "보도자료"),
        ("한서린 대표는 소셜미디어 엑스(X)에 “곧 간다”고 썼다.", "소셜미디어 엑스(X)"),
        ("한서린 대표는 이날 누리집에 글을 올려 “곧 간다”고 밝혔다.", "누리집"),
        ("한서린 대표는 도경우 의원이 국회에서 한 말을 두고 “곧 간다”고 말했다.", None),
        ("한서린 대표는 “곧 간다”고 한빛일보에 말했다.", "한빛일보"),
        ("누리전자는 설명회를 열고 값을 내리겠다고 밝혔다.", None),
        ("한서린 대표는 8일 국회에 낸 서면 답변에서 “곧 간다”고 밝혔다.", "서면 답변"),
        ("한서린 대표는 웃으며 “곧 간다”고 말했다.", None),
    ],
)
def test_where_it_was_said(read, chars, channel):
    text, statement = one(read, chars)
    assert statement.channel == channel
    assert (statement.channel_span is None) == (channel is None)
    assert channel is None or text.cut(statement.channel_span) == channel


@pytest.mark.parametrize(
    ("chars", "stance"),
    [
        ("한서린 대표는 “새 길을 함께 이끌자”고 말했다.", Stance.DEMAND),
        ("한서린 대표는 먼저 나서라고 말했다.", Stance.DEMAND),
        ("한서린 대표는 “둑을 다시 쌓아야 한다고 생각한다”고 말했다.", Stance.DEMAND),
        ("한서린 대표는 “언제 끝나나”라고 말했다.", Stance.QUESTION),
        ("한서린 대표는 “손님은 환자”라고 말했다.", Stance.ASSERT),
        ("한서린 대표는 “안녕하세요”라고 말했다.", Stance.ASSERT),
        ("한서린 대표는 “값이 흔들릴 수 있다”고 어두운 전망을 내놨다.", Stance.FORECAST),
        ("한서린 대표는 “도경우 의원이 손님을 모시고 나오실 예정”이라고 말했다.", Stance.FORECAST),
        ("한서린 대표는 “저는 그곳에 공장을 짓지 않을 것”이라고 말했다.", Stance.PROMISE),
    ],
)
def test_what_the_words_do(read, chars, stance):
    _, statement = one(read, chars)
    assert statement.stance is stance


def test_a_title_is_no_speech_and_tells_where_its_author_goes_on(read):
    _, statement = one(read, "한서린 대표는 누리집에 “봄은 오는가”라는 제목의 글을 올렸다. 이어 “곧 간다”고 덧붙였다.")
    assert statement.channel == "누리집"


def test_whom_the_words_name_is_not_told_them(read):
    _, statement = one(read, "한서린 대표는 자료를 도경우 의원에게 모두 넘겼다고 말했다.")
    assert statement.addressee is None


def test_a_channel_goes_on_with_the_speaker(read):
    _, (_, then) = read("한서린 대표는 페이스북에 “곧 간다”고 적었다. 이어 “기다려 달라”고 덧붙였다.")
    assert then.channel == "페이스북"
    assert then.found is Found.CARRIED


def test_to_whom_and_about_whom(read):
    _, statement = one(read, "도경우 의원은 유다온 위원장에게 “누리전자를 함께 찾자”고 말했다.")
    assert statement.addressee == "유다온"
    assert statement.about == ("누리전자",)


def test_a_spokesman_speaks_on_behalf_of_his_house(read):
    _, statement = one(read, "차무영 누리전자 대변인은 “사실과 다르다”고 밝혔다.")
    assert (statement.speaker, statement.behalf) == ("차무영", "누리전자")


def test_a_title_behind_a_name_is_no_crowd(read):
    _, statement = one(read, "한서린 여울시장은 “곧 간다”고 말했다. 도경우 두루연구원 연구원은 자리를 떴다.")
    assert statement.speaker is not None
    assert statement.label is None


def test_who_opens_a_sentence_alone_is_whom_it_is_about(read):
    _, statement = one(read, "한서린 대표가 누리전자와 손잡을 가능성을 살폈다. 그는 8일 “합작하지 않겠다”고 말했다.")
    assert (statement.label, statement.found) == (None, Found.CARRIED)


def test_an_unnamed_source_keeps_its_label_and_its_house(read):
    _, statement = one(read, "누리전자 관계자는 “곧 연다”고 말했다.")
    assert (statement.speaker, statement.label, statement.behalf) == (None, "누리전자 관계자", "누리전자")


def test_the_side_of_a_candidate_is_not_his_party(read):
    _, statement = one(read, "한서린 가온당 시장 후보 측은 “곧 연다”고 말했다.")
    assert (statement.speaker, statement.behalf) == (None, "한서린")


@pytest.mark.parametrize(
    "chars",
    [
        "한서린 대표와 도경우 의원은 “함께 짓겠다”고 밝혔다.",
        "새벽건설 한서린 대표와 가온당 도경우 의원은 “함께 짓겠다”고 밝혔다.",
    ],
)
def test_people_who_speak_together_are_all_kept(read, chars):
    _, statement = one(read, chars)
    assert (statement.speaker, statement.candidates) == ("한서린", ("한서린", "도경우"))


def test_papers_that_report_together_are_no_country(read):
    _, statement = one(read, "노을국 매체 누리타임스와 한빛일보는 “다리가 끊겼다”고 전했다.")
    assert (statement.speaker, statement.candidates) == ("누리타임스", ("누리타임스", "한빛일보"))


def test_where_two_speakers_fit_none_is_chosen(read):
    chars = "한서린 대표는 “간다”고 말했고 도경우 의원은 “온다”고 말했다. “내일 다시 만난다”고 했다."
    _, (_, _, last) = read(chars)
    assert last.speaker is None
    assert last.candidates == ("한서린", "도경우")


def test_an_answer_points_at_what_it_answers(read):
    chars = "한서린 대표는 “계약을 어겼다”고 주장했다. 이에 방새록 회장은 “그런 적이 없다”고 반박했다."
    _, (claim, answer) = read(chars)
    assert answer.responds_to == claim.id
    assert answer.stance is Stance.DENY
    assert claim.responds_to is None


def test_an_answer_may_say_so_behind_who_answers(read):
    _, (claim, answer) = read(
        "한서린 대표는 “새 노선은 안전하다”고 주장했다. 도경우 의원은 이에 대해 “조사가 끝난 뒤에 보자”고 말했다."
    )
    assert answer.responds_to == claim.id


def test_an_answer_to_a_claim_points_at_the_words_that_were_claimed(read):
    chars = (
        "한서린 대표는 “배가 늦게 왔다”고 말했다. 그는 “값도 비쌌다”고 했다. "
        "방새록 회장은 배가 늦게 왔다는 한서린 대표의 주장에 대해 “날짜를 지켰다”고 말했다."
    )
    _, (late, _, answer) = read(chars)
    assert answer.responds_to == late.id


def test_a_change_of_position_points_at_what_it_takes_back(read):
    chars = "민하늘 교수는 지난해 “강이 마른다”고 말했으나 올해 “강이 살아난다”며 입장을 바꿨다."
    _, (before, after) = read(chars)
    assert after.reverses == before.id


def test_words_that_come_again_point_at_the_first(read):
    chars = "한서린 대표는 “공장을 두 곳 더 짓겠다”고 말했다. 한서린 대표는 거듭 “공장을 두 곳 더 짓겠다”고 밝혔다."
    _, (first, again) = read(chars)
    assert again.repeats == first.id


@pytest.mark.parametrize(
    ("title", "note"), [("공장을 두 곳 더 짓겠다", "같은 말"), ("공장 두 곳 더 짓는다", "줄이거나 바꾼 말")]
)
def test_a_headline_quotation_is_linked_to_the_words_of_the_body(read, title, note):
    text, statement = one(read, "한서린 대표는 “내년에 공장을 두 곳 더 짓겠다”고 말했다.", f"한서린 “{title}”")
    linked = [part for part in statement.reason.parts if part.rule == "제목의 따옴표"]
    assert [(text.cut(part.span), part.note) for part in linked] == [(title, note)]


def test_how_the_speaker_was_found(read):
    chars = "한서린 대표는 “간다”고 말했다. 이어 “곧 온다”고 했다. 그는 “기다려 달라”고 했다."
    _, statements = read(chars)
    assert [s.found for s in statements] == [Found.WRITTEN, Found.CARRIED, Found.CARRIED]
    assert all(s.reason.rule for s in statements)


def test_reading_twice_gives_the_same_ids_and_no_two_alike(read):
    chars = "한서린 대표는 “간다”며 곧 돌아오겠다고 말했다."
    _, first = read(chars)
    read.cache_clear()
    _, second = read(chars)
    assert first == second
    assert len({s.id for s in first}) == len(first) == 2


@pytest.mark.parametrize(
    "chars", ["“", "“”", "고 말했다.", "“가”", "다고", "라며", "것으로", "에 따르면", "(“", "그는", "“가”고"]
)
def test_fragments_are_read_without_complaint(read, chars):
    _, statements = read(chars)
    assert len(statements) <= 1


def test_a_modifier_with_an_object_of_its_own_does_not_speak(read):
    _, statement = one(read, "한서린 대표는 “돈만 쫓는다”라며 옛 계약을 언급한 누리전자를 비판했다.")
    assert statement.speaker == "한서린"
    _, statement = one(read, "“돈만 쫓는다”라고 입장을 밝힌 한서린 대표를 가온당이 불렀다.")
    assert statement.speaker == "한서린"


def test_words_of_address_are_no_army(read):
    text, then = one(read, "한서린 군은 8일 대회에 나왔다. 한서린 군은 “많이 배웠다”고 말했다.")
    assert (then.speaker, then.label) == ("한서린", None)
    assert text.cut(then.span) == "많이 배웠다"


def test_nothing_stands_between_the_reporting_words_and_a_comma(read):
    _, statements = read("한서린 대표는 “마음이 편하겠다”라고 운을 뗀 뒤, “좋은 날이 온다”라고 말했다.")
    assert [s.speaker for s in statements] == ["한서린", "한서린"]


def test_each_answer_of_an_interview_is_said_by_the_person_asked(read):
    text, told = read(
        "한서린 대표를 인터뷰했다.\n- 공장은 내년 봄에 엽니다.\n값은 어떻게 되나\n"
        "- 값은 그대로입니다. 더 올리지 않습니다.\n- 고맙습니다."
    )
    assert [text.cut(s.span) for s in told] == [
        "공장은 내년 봄에 엽니다.",
        "값은 그대로입니다. 더 올리지 않습니다.",
        "고맙습니다.",
    ]
    assert {(s.speaker, s.found) for s in told} == {("한서린", "inferred")}


def test_recorded_words_in_brackets_are_said_by_who_is_named_before_the_colon(read):
    text, told = read(
        "누리전자가 값을 올렸다.\n[한서린/누리전자 대표 : “더는 버틸 수 없었습니다. 죄송합니다.”]\n"
        "[주의: “만지지 마시오”]"
    )
    assert [(s.speaker, s.found, text.cut(s.span)) for s in told] == [
        ("한서린", "written", "더는 버틸 수 없었습니다. 죄송합니다.")
    ]


def test_an_answer_bears_on_what_it_shares_nouns_and_verbs_with(read):
    text, told = read(
        "한서린은 “제안서를 받기 전에 만난 적이 없다”고 주장했다. 도경우는 “값이 비싸다”고 말했다. "
        "한빛물산의 설명은 다르다. 한빛물산은 “세 차례 만나 값을 논의했다”고 반박했다."
    )
    answered = next(s for s in told if s.id == told[-1].responds_to)
    assert text.cut(answered.span) == "제안서를 받기 전에 만난 적이 없다"


def test_a_denial_finds_the_claim_that_names_the_denier(read):
    _, told = read(
        "누리전자는 “연구원들이 도면을 내려받아 한빛물산으로 옮겼다”고 주장했다. 도경우는 “지켜보겠다”고 말했다. "
        "한빛물산은 입장문에서 “도면을 받은 적이 없다”고 밝혔다."
    )
    assert told[-1].responds_to == told[0].id


def test_a_list_is_no_interview(read):
    assert read("누리전자는 새 모델을 냈다.\n- 값은 백만원이다.\n- 무게는 1kg이다.\n- 색은 둘이다.")[1] == ()


@pytest.mark.parametrize(
    "chars",
    [
        "한서린 대표는 “공장을 팔지 않는다”고 했다가 이틀 만에 “공장을 팔겠다”고 말했다.",
        "“공장을 팔 계획이 없다”던 한서린 대표는 이날 “공장을 팔 수 있다”고 말했다.",
        "한서린 대표는 “공장을 팔지 않는다”고 밝혔다. 한 대표는 이날 말을 바꿨다. 그는 “팔 수 있다”고 말했다.",
        "한서린 대표는 “공장 인수를 제안하겠다”고 밝혔다. 한 대표는 20일 “공장 인수 제안을 철회한다”고 밝혔다.",
    ],
)
def test_a_change_of_position_is_told_in_more_ways_than_by_the_cue(read, chars):
    before, after = read(chars)[1]
    assert after.reverses == before.id


def test_taking_back_a_suit_takes_no_words_back(read):
    told = read("한서린 대표는 “계약을 어겼다”고 말했다. 한 대표는 소송을 철회하며 “다 끝났다”고 말했다.")[1]
    assert [s.reverses for s in told] == [None, None]


def test_the_own_house_in_somebodys_words_is_what_they_are_about(read):
    (said,) = read("유다온 누리전자 대변인은 “당사는 물러서지 않는다”고 말했다.")[1]
    assert said.about == ("누리전자",)


def test_what_nobody_said_is_answered_by_no_link(read):
    _, (_, answer) = read(
        "한서린 대표는 “새 노선은 안전하다”고 말했다. 일각에서는 노선에 웃돈이 오갔다는 의혹이 나온다. "
        "이와 관련, 도경우 의원은 “근거 없는 추측”이라고 반박했다."
    )
    assert answer.responds_to is None


def test_what_somebody_may_have_said_is_supposed(read):
    text, (guess,) = read("관객들은 한서린 감독이 ‘왜 왔나’라고 말했을 것이라고 추정했다.")
    assert (guess.label, text.cut(guess.span)) == ("관객들", "한서린 감독이 ‘왜 왔나’라고 말했을 것")


def test_whom_a_lone_quotation_names_does_not_say_it(read):
    chars = "도경우 배우는 “기뻤다”고 말했다. 한서린 감독은 그 자리에서 환하게 웃었다. “한서린 감독님은 늘 다정하세요.”"
    _, (*_, last) = read(chars)
    assert last.speaker == "도경우"


def test_a_place_in_somebodys_name_is_not_told_anything(read):
    _, statement = one(read, "한서린 대표는 가람시 주민에게 “곧 간다”고 말했다.")
    assert statement.addressee is None
