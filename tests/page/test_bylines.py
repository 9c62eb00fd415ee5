"""Bylines as outlets write them: who signs, for whom, and where the article's words begin."""

from __future__ import annotations

import pytest

from sagwan.lexicon import load_default
from sagwan.page import bylines
from sagwan.page.cues import cues_of
from sagwan.page.lines import Line

CUES = cues_of(load_default())
NEWS = "누리전자가 새 공장을 강원 원주에 짓는다고 2일 밝혔다."


@pytest.mark.parametrize(
    ("opening", "writers", "outlet"),
    [
        ("[누리뉴스=한서린\u00a0기자]\u00a0", ["한서린"], "누리뉴스"),
        ("[누리뉴스=한서린 기자, 윤가람 기자] ", ["한서린", "윤가람"], "누리뉴스"),
        ("[이데일리 한서린 기자] ", ["한서린"], "이데일리"),
        ("[뉴욕=이데일리 한서린 특파원] ", ["한서린"], "이데일리"),
        ("(서울=연합뉴스) 한서린 윤가람 이나래 기자 = ", ["한서린", "윤가람", "이나래"], "연합뉴스"),
        ("(서울=뉴스1) 한서린 기자, 윤가람 기자 = ", ["한서린", "윤가람"], "뉴스1"),
        ("【서울=뉴시스】한서린 기자 = ", ["한서린"], "뉴시스"),
        ("[더팩트ㅣ서울중앙지법=한서린 기자] ", ["한서린"], "더팩트"),
        ("[스포츠서울 | 한서린 기자] ", ["한서린"], "스포츠서울"),
        ("[CBS노컷뉴스 한서린 기자] ", ["한서린"], "노컷뉴스"),
        ("[MHN스포츠 한서린 기자] ", ["한서린"], "MHN스포츠"),
        ("[서울경제TV=한서린기자] ", ["한서린"], "서울경제TV"),
        ("[헤럴드경제(원주)=한서린 기자] ", ["한서린"], "헤럴드경제"),
        ("[파이낸셜뉴스 원주=한서린 기자] ", ["한서린"], "파이낸셜뉴스"),
        ("매일일보 = 한서린 기자  |  ", ["한서린"], "매일일보"),
        ("[아시아경제 한서린 선임기자] ", ["한서린"], "아시아경제"),
        ("[일간스포츠 한서린] ", ["한서린"], "일간스포츠"),
        ("[인천=한서린 기자] ", ["한서린"], None),
        ("[비즈니스포스트] ", [], "비즈니스포스트"),
        ("[누리뉴스=디지털뉴스팀] ", [], "누리뉴스"),
        ("[하늘신보=한서린 기자] ", ["한서린"], "하늘신보"),
    ],
)
def test_before_the_first_sentence(opening: str, writers: list[str], outlet: str | None) -> None:
    line = opening + NEWS
    signed = bylines.lead(Line(line, 7), CUES)
    assert signed is not None
    assert [w.name for w in signed.writers] == writers
    assert [line[w.span.start - 7 : w.span.end - 7] for w in signed.writers] == writers
    assert signed.outlet == outlet
    assert line[signed.span.end - 7 :] == NEWS


@pytest.mark.parametrize(
    "opening", ["[인터뷰] ", "[단독] ", "(사진=누리전자) ", "[포토뉴스] ", "[오늘의 뉴스] ", "(종합) ", "“", ""]
)
def test_no_byline_before_the_first_sentence(opening: str) -> None:
    assert bylines.lead(Line(opening + NEWS, 0), CUES) is None


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("한서린 기자", ["한서린"]),
        ("한서린 산업부 기자", ["한서린"]),
        ("산업부 한서린 기자", ["한서린"]),
        ("한서린·윤가람 기자", ["한서린", "윤가람"]),
        ("한서린 기자, 윤가람 인턴기자", ["한서린", "윤가람"]),
        ("한서린 기자 구독", ["한서린"]),
        ("한빛일보 한서린 기자", ["한서린"]),
        ("글·사진=한서린 기자", ["한서린"]),
        ("글=한서린 기자, 사진=윤가람 기자", ["한서린"]),
        ("한서린기자 seorin@example.com", ["한서린"]),
        ("기자 한서린", ["한서린"]),
        ("워싱턴=한서린 특파원", ["한서린"]),
        ("원주=한서린·윤가람 기자, 서울=이나래 기자", ["한서린", "윤가람", "이나래"]),
        ("원주 | 한서린 기자 seorin@example.com", ["한서린"]),
        ("[누리뉴스=원주, 한서린 기자]", ["한서린"]),
        ("◎바른소식 누리뉴스 seorin@example.com", []),
        ("[한서린 기자 seorin@example.com]", ["한서린"]),
        ("한서린 누리대 경제학부 교수", ["한서린"]),
        ("한서린 요리연구가, 윤가람 쿠킹 객원기자 cook@example.com", ["한서린", "윤가람"]),
        ("한서린 영화평론가ㆍ전 누리영화제 프로그래머", ["한서린"]),
        ("한서린(시인)", ["한서린"]),
        ("한서린(seorin)", ["한서린"]),
        ("하늘방송 뉴스 한서린입니다.", ["한서린"]),
        ("seorin@example.com", []),
    ],
)
def test_on_a_line_of_its_own(line: str, writers: list[str]) -> None:
    signed = bylines.whole(Line(line, 0), CUES, guests=True)
    assert signed is not None
    assert [w.name for w in signed.writers] == writers
    assert [line[w.span.start : w.span.end] for w in signed.writers] == writers


@pytest.mark.parametrize(
    "line",
    [
        "누리전자, 새 공장 부지 확정",
        "마을 문화축제 온라인에서 즐기자",
        "대통령실 출입 기자",
        "김 기자는 웃었다",
        "이번에 뽑힌 사람은 한서린입니다.",
        "시내버스, 9일부터 밤 1시까지 운행",
        "한서린 “공장은 원주에”",
    ],
)
def test_no_byline(line: str) -> None:
    assert bylines.whole(Line(line, 0), CUES, guests=True) is None


@pytest.mark.parametrize(
    ("behind", "writers"),
    [
        (" 한서린 기자 seorin@example.com", ["한서린"]),
        ("/한서린 기자", ["한서린"]),
        (" [한서린 기자 seorin@example.com]", ["한서린"]),
        ("seorin@example.com", []),
        (" 원주=한서린·윤가람 기자", ["한서린", "윤가람"]),
    ],
)
def test_behind_the_last_sentence(behind: str, writers: list[str]) -> None:
    signed = bylines.tail(Line(NEWS + behind, 0), CUES)
    assert signed is not None
    assert [w.name for w in signed.writers] == writers
    assert (NEWS + behind)[: signed.span.start].rstrip() == NEWS


def test_nothing_behind_the_last_sentence() -> None:
    assert bylines.tail(Line(NEWS, 0), CUES) is None
