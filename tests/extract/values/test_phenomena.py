"""What Korean news writes, one invented sentence a phenomenon: every value of the sentence, and nothing besides."""

from __future__ import annotations

from datetime import date

import pytest

from sagwan.extract.values import read_values_in
from sagwan.extract.values.brief import marked
from sagwan.lexicon.marked import unmark

PUBLISHED = date(2025, 3, 14)

SENTENCES = [
    ("누리전자는 [money:3조2천억원]을 들여 [date:내년]까지 공장을 짓는다.", "3200000000000 KRW ; 2026"),
    ("한빛물산은 [money:12억 5천만 원] 규모의 계약을 맺었다.", "1250000000 KRW"),
    ("성금은 [money:1만 1천590원]에서 시작했다.", "11590 KRW"),
    ("누리전자가 [money:20억달러](약 [money:2조9000억원])를 조달했다.", "2000000000 USD ; ~2900000000000 KRW"),
    ("펀드에 [money:수백억 엔]이 몰렸다.", "~[10000000000, 100000000000) JPY"),
    ("수주액이 [money:700억원대]로 올라섰다.", "~[70000000000, 80000000000) KRW"),
    ("과징금은 [money:10억원 이상 30억원 미만]이다.", "[1000000000, 3000000000) KRW"),
    ("월세는 [money:2~3백만원] 선이다.", "[2000000, 3000000] KRW"),
    ("그림은 [money:2억~3억원]에 팔린다.", "[200000000, 300000000] KRW"),
    ("구청은 환기 시설에 [money:4.2억]을 쓴다.", "420000000 KRW"),
    ("지지율은 [share:41.6%]로 [date:지난주]보다 [share:2.3%포인트] 올랐다.", "41.6 % ; 2025-W10 ; 2.3 %p"),
    ("금리를 [share:25bp] 내려 [share:3%대]로 낮췄다.", "25 bp ; ~[3, 4) %"),
    ("물가가 [share:-0.3%] 움직였다.", "-0.3 %"),
    ("좌석의 [number:3분의 2]가 찼고 [number:절반]은 학생이다.", "0." + "6" * 27 + "7 ; 0.5"),
    ("매출이 [multiple:1.5배]로, 이익이 [multiple:두 배]로 뛰었다.", "1.5 배 ; 2 배"),
    ("공채에 [count:1만2천340명]이 몰려 [count:삼십여 명]이 붙었다.", "12340 명 ; ~30 명"),
    ("[count:서너 곳]에서 [count:수천 명]이 모였다.", "~[3, 4] 곳 ; ~[1000, 10000) 명"),
    ("[age:20~30대] 직원과 [age:다섯 살] 아이가 왔다.", "[20, 40) 세 ; 5 세"),
    ("경찰은 운전자 한모([age:52]) 씨를 조사했다.", "52 세"),
    ("[ordinal:제3차] 협상에서 [ordinal:두 번째] 안이 나왔다.", "3 차 ; 2 번째"),
    ("홈팀이 [score:3-2]로 이겼고 안건은 [score:5 대 4]로 가결됐다.", "3-2 ; 5-4"),
    ("전용면적 [measure:84㎡]에 [measure:2천800t]의 자재가 들었다.", "84 ㎡ ; 2800 t"),
    ("기온은 [degree:영하 11.4도]까지 떨어졌다.", "-11.4 C"),
    ("[date:13일](현지시간) 회의가 열렸다.", "2025-03-13"),
    ("누리전자는 [date:지난달 27일] 이사회를 열었다.", "2025-02-27"),
    ("축제는 [date:오는 6일] 막을 올린다.", "2025-04-06"),
    ("[date:올해 초] 조직을 바꾸고 [date:지난해 말] 문을 닫았다.", "2025 ; 2024"),
    ("[date:2분기]와 [date:하반기]에 나눠 판다.", "2025-Q2 ; 2025-H2"),
    ("그는 [date:1980년대 중반]에 데뷔했다.", "198X"),
    ("대회는 [date:10~12일] 열린다.", "2025-04-10/2025-04-12"),
    ("[date:6·1일] 선거와 [date:5.10일] 총회가 열린다.", "2025-06-01 ; 2025-05-10"),
    ("전시([date:5.15∼11.20일])와 공연([date:6.7일])이 열린다.", "2025-05-15/2025-11-20 ; 2025-06-07"),
    ("약 [duration:5.10일] 머문다.", "P5.10D"),
    ("원서는 [date:9월 3일부터 14일까지] 받는다.", "2025-09-03/2025-09-14"),
    ("[time:6일 오전 2시 47분]께 불이 났다.", "2025-03-06T02:47"),
    ("상담은 [time:오전 10시~오후 6시] 한다.", "T10:00/T18:00"),
    ("고인은 [date:86년] 영화로 이름을 알렸고 [date:91년] 시집을 냈다.", "1986 ; 1991"),
    ("병원은 [date:26년]부터 문을 열고 형은 [duration:15년]부터 [duration:20년]까지다.", "2026 ; P15Y ; P20Y"),
    ("[duration:74년] 역사의 극장이 [duration:60년] 넘게 버텼다.", "P74Y ; P60Y"),
    ("사업은 [duration:4년간] 이어지고 [duration:15~20년]이 걸린다.", "P4Y ; P15Y..P20Y"),
    ("구조는 [duration:1시간 40분] 만에 끝났다.", "PT1H40M"),
    ("[duration:하루] [duration:1시간30분~2시간] 걷고 [duration:6개월~1년] 쉰다.", "P1D ; PT1H30M..PT2H ; P6M..P1Y"),
    ("굽는 데 [duration:1시간30분∼40분]이 걸린다.", "PT1H30M..PT1H40M"),
    ("폭설은 [duration:사흘]째 이어졌다.", "P3D"),
    ("[date:3년 전] 시작해 [date:이틀 뒤] 끝난다.", "2022 ; 2025-03-16"),
    ("[date:추석]과 [date:설 연휴]에 쉰다.", "2025-10-06 ; 2026-02-16/2026-02-18"),
    ("시장은 [set:매주 월요일] 쉰다.", "XXXX-WXX-1"),
    ("시장은 [set:매일 오후 3시]에 연다.", "T15:00"),
    ("대회는 [date:5월 셋째 주]에 있다.", "2025-W20"),
    ("회사는[date:지난해 말] 산 땅에 [duration:2박3일] 머물렀다.", "2024 ; P3D"),
    ("공사는 [duration:1시간반] 만에 끝났다.", "PT1H30M"),
    ("공사는 [date:삼일 뒤]에도 [duration:일 년] 동안 이어진다.", "2025-03-17 ; P1Y"),
    ("누리재단은 [money:호주 달러 3억]을 냈다.", "300000000 AUD"),
    ("가게는 24/7 문을 열고 좋은 하루 되라고 인사한다.", ""),
    ("소설 ‘먼 강’([date:1987], 한빛)이 다시 나왔다.", "1987"),
    ("투표 [date:이틀 전] 생후 [age:8개월] 아기가 왔다.", "? 기준일을 알 수 없음 ; 8 개월"),
    ("[date:22년 3월]과 [date:2019년 11월]을 견줬다.", "2022-03 ; 2019-11"),
    ("금리를 [share:3.5%]에서 [share:4%]로 올렸다.", "3.5 % ; 4 %"),
    (
        "직원을 [count:30명]에서 [count:50명]으로, 휴직을 [duration:6개월]에서 [duration:8개월]로 늘렸다.",
        "30 명 ; 50 명 ; P6M ; P8M",
    ),
    ("총회를 [date:3월]에서 [date:5월]로 미뤘다.", "2025-03 ; 2025-05"),
    ("금리는 [share:3%에서 4%]까지 오르고 값은 [money:1만원과 2만원] 사이다.", "[3, 4] % ; [10000, 20000] KRW"),
    ("총회는 [date:3월 20일]에서 [date:27~28일]로 이어진다.", "2025-03-20 ; 2025-03-27/2025-03-28"),
    ("지수가 [number:80 이상]이면 좋음, [number:20~40]이면 나쁨이다.", "[80, ] ; [20, 40]"),
    ("인구의 [number:절반 이상]이 [duration:1년 반 이상] 기다렸다.", "[0.5, ] ; P1Y6M.."),
]


@pytest.mark.parametrize(("sentence", "reads"), SENTENCES, ids=[s for s, _ in SENTENCES])
def test_a_sentence_gives_its_values_and_nothing_besides(sentence: str, reads: str) -> None:
    said = unmark(sentence)
    found = list(marked(read_values_in(said.text, PUBLISHED)))
    assert [(kind, span) for span, kind, _ in found] == list(said.marks)
    assert " ; ".join(value for _, _, value in found) == reads


def test_a_day_leans_on_the_day_last_named() -> None:
    text = "누리전자는 지난해 12월 26일 공장을 열었다. 이보다 닷새 전 시험을 마쳤고, 이듬해 2월 물건을 팔았다."
    values = [(text[t.span.start : t.span.end], t.value) for t in read_values_in(text, PUBLISHED).times]
    assert values == [("지난해 12월 26일", "2024-12-26"), ("닷새 전", "2024-12-21"), ("이듬해 2월", "2025-02")]


def test_the_day_before_counts_from_the_day_that_the_sentence_is_set_in() -> None:
    text = "12일 법원에 따르면, 지난달 3일 올라온 청원은 전날 마감됐다."
    values = [t.value for t in read_values_in(text, PUBLISHED).times]
    assert values == ["2025-03-12", "2025-02-03", "2025-03-11"]


def test_without_a_publication_day_nothing_is_invented() -> None:
    text = "누리전자는 23일(현지시간) 밝혔다. 올해 초 시작해 12월 초와 이달 중, 내년 2월에 이어진다."
    times = read_values_in(text).times
    assert [t.value for t in times] == [None] * len(times)
    assert all(t.unknown for t in times)
    assert [t.known for t in times if t.known] == ["XXXX-XX-23", "XXXX-12", "XXXX-02"]


def test_the_same_sum_in_two_currencies_is_linked() -> None:
    first, second = read_values_in("1000억달러(143조800억원)를 쓴다.").money
    assert (first.same_as, second.same_as) == (None, 0)


def test_a_share_knows_its_base_and_its_direction() -> None:
    text = "매출이 전년 동기 대비 22.5% 증가했다."
    (share,) = read_values_in(text, PUBLISHED).shares
    assert share.base is not None
    assert (text[share.base.start : share.base.end], share.direction) == ("전년 동기", "up")


def test_a_weekday_in_brackets_is_checked_and_not_believed() -> None:
    right, wrong = read_values_in("3월 14일(금)과 3월 12일(일)", PUBLISHED).times
    assert "weekday_differs" not in right.mods
    assert "weekday_differs" in wrong.mods


def test_parts_of_a_period_point_at_the_whole() -> None:
    times = read_values_in("행사는 3월 3일부터 5일까지 열렸다.", PUBLISHED).times
    assert [(t.value, t.part_of) for t in times] == [
        ("2025-03-03/2025-03-05", None),
        ("2025-03-03", 0),
        ("2025-03-05", 0),
    ]


def test_every_value_says_how_it_was_read() -> None:
    values = read_values_in("누리전자는 3조원을 15일 투자해 12명을 20% 늘렸다.", PUBLISHED)
    reasons = [r.reason for r in values.money] + [r.reason for r in values.shares]
    reasons += [r.reason for r in values.counts] + [r.reason for r in values.times]
    assert len(reasons) == 4
    assert all(reason is not None and reason.span is not None for reason in reasons)


LEANING = [
    (
        "총회는 개막 하루 전날인 3월 5일 열렸고, 열흘 뒤인 20일 끝난다.",
        ["2025-03-05", "2025-03-05", "2025-03-20", "2025-03-20"],
    ),
    (
        "토요일인 15일은 맑고 이날 밤에는 비가 내릴 전망이다.",
        ["2025-03-15", "2025-03-15", "2025-03-15TNI", "2025-03-15"],
    ),
    ("지난해 6월 3일 시작한 공사가 끝나지 않았다. 누리시는 이날 밝혔다.", ["2024-06-03", "2025-03-14"]),
    (
        "13일 시장이 열렸다. 지난해 6월 3일 값과 같다. 이날 모인 사람은 12명이다.",
        ["2025-03-13", "2024-06-03", "2025-03-13"],
    ),
    ("12일 12명이 나왔다. 전날보다 적다. 이날 누리시는 기뻐했다.", ["2025-03-12", "2025-03-11", "2025-03-12"]),
    ("누리전자는 13일 “새 공장을 열 예정”이라고 밝혔다.", ["2025-03-13"]),
    ("공장 부지를 고르는 일은 13일 기준으로 아직 끝나지 않아 회사는 서두를 방침이다.", ["2025-03-13"]),
    ("오는 4월 20일 총회가 열린다. 이날 총회에서는 정관을 고칠 예정이다.", ["2025-04-20", "2025-04-20"]),
    ("다음 달 3일 전시가 열린다. 누리전자는 이날 밝혔다.", ["2025-04-03", "2025-03-14"]),
    (
        "오는 20일 총회를 연다고 14일 밝혔다. 이날 총회에서는 표결할 예정이다.",
        ["2025-03-20", "2025-03-14", "2025-03-20"],
    ),
    ("11일 총회가 열렸다. 이날 위원들은 정관을 고쳤다.", ["2025-03-11", "2025-03-11"]),
]


@pytest.mark.parametrize(("text", "values"), LEANING, ids=[t for t, _ in LEANING])
def test_this_day_is_one_that_its_own_verb_allows(text: str, values: list[str]) -> None:
    assert [t.value for t in read_values_in(text, PUBLISHED).times] == values


@pytest.mark.parametrize("text", ["9" * 20 + "일", "9월 " + "9" * 20 + "일"])
def test_a_day_that_no_calendar_has_is_unknown_and_no_error(text: str) -> None:
    assert all(t.value is None or t.type == "duration" for t in read_values_in(text, PUBLISHED).times)


CLOCKS = [
    ("13일(현지시간) 총회가 열렸다.", "2025-03-13", "local_time"),
    ("한국시간으로 13일 오전 3시에 열렸다.", "2025-03-13T03:00", "zone:Asia/Seoul"),
    ("미국 동부시간 기준 5일 오후 2시다.", "2025-03-05T14:00", "zone:America/New_York"),
]


@pytest.mark.parametrize(("text", "value", "mod"), CLOCKS, ids=[t for t, _, _ in CLOCKS])
def test_a_time_keeps_the_clock_that_it_is_told_by(text: str, value: str, mod: str) -> None:
    time = read_values_in(text, PUBLISHED).times[0]
    assert (time.value, time.mods) == (value, (mod,))


def test_a_feast_stretches_over_the_days_off_beside_it() -> None:
    (time,) = read_values_in("설 연휴에 시장이 열렸다.", date(2024, 2, 20)).times
    assert time.value == "2024-02-09/2024-02-12"
