"""The packaged samples: each trap that their list names."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest

from sagwan.core.page import Layout, Page, Zone
from sagwan.lexicon import load_default
from sagwan.page import lay_out

FOLDER = files("sagwan.samples")
NAMES = sorted(f.name for f in FOLDER.iterdir() if f.name.endswith((".txt", ".html")))


@cache
def laid(name: str) -> Layout:
    return lay_out(Page(FOLDER.joinpath(name).read_bytes(), name), load_default())


def body(layout: Layout) -> str:
    return "\n".join(layout.text.cut(span) for span in layout.articles[0].body)


def zone(layout: Layout, kind: Zone) -> str:
    return "\n".join(layout.text.cut(b.span) for b in layout.blocks if b.zone is kind)


def test_there_are_ten_and_two_of_them_are_web_pages() -> None:
    assert len(NAMES) >= 10
    assert sum(n.endswith(".html") for n in NAMES) == 2


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_whole_article(name: str) -> None:
    layout = laid(name)
    main = layout.articles[0]
    assert main.headline is not None
    assert main.bylines
    assert main.outlet is not None
    assert not main.truncated
    assert sum(len(span) for span in main.body) >= 900


@pytest.mark.parametrize(
    ("name", "outlet", "published", "seen", "bylines"),
    [
        ("01_nuri_offer.txt", "누리뉴스", None, "2027-03-24", ["장하림"]),
        ("02_hanbit_reject.txt", "한빛일보", "2027-03-25", None, ["오수빈"]),
        ("03_gaon_suit.txt", "가온경제", "2027-03-31", None, ["노아린"]),
        ("04_dasom_plan.txt", "다솜통신", "2027-04-06", None, ["진유나"]),
        ("05_saebyeok_copy.txt", "새벽타임스", "2027-04-06", None, ["진유나"]),
        ("06_nuri_counterclaim.txt", "누리뉴스", None, "2027-04-23", ["장하림"]),
        ("07_haneul_done.txt", "하늘방송", "2027-06-15", None, ["차민결"]),
        ("08_saebyeok_twice.txt", "새벽타임스", "2027-06-17", "2027-06-18", ["하예준"]),
        ("09_gaon_reversal.html", "가온경제", "2027-05-20", "2027-05-22", ["노아린"]),
        ("10_hanbit_probe.html", "한빛일보", "2027-04-28", None, ["오수빈", "도하람"]),
        ("11_dasom_strike.txt", "다솜통신", "2027-06-20", None, ["진유나", "마루한"]),
    ],
)
def test_what_each_says_of_itself(
    name: str, outlet: str, published: str | None, seen: str | None, bylines: list[str]
) -> None:
    layout = laid(name)
    main = layout.articles[0]
    assert main.outlet == outlet
    assert (main.published.value if main.published else None) == published
    assert layout.seen == seen
    assert [b.name for b in main.bylines] == bylines


def test_weather_with_degrees_below_zero() -> None:
    weather = laid("01_nuri_offer.txt").weather
    assert weather is not None
    assert weather.source == "기상청"
    assert [(r.station, r.sky, str(r.temp_c)) for r in weather.readings][-1] == ("대관령", "눈", "-1.6")


def test_a_teaser_is_cut_off_and_keeps_its_facts_to_itself() -> None:
    layout = laid("01_nuri_offer.txt")
    teaser = layout.articles[1]
    assert teaser.truncated
    assert layout.text.cut(teaser.body[-1]).endswith("해마다 약 1")
    assert [b.name for b in teaser.bylines] == ["고은결"]
    assert "방화벽" not in body(layout)


def test_a_caption_inside_a_paragraph_is_no_part_of_it() -> None:
    layout = laid("03_gaon_suit.txt")
    assert "설명하는 도재윤 해오름반도체 대표." not in body(layout)
    assert "설명하는 도재윤 해오름반도체 대표. [사진=해오름반도체]" in zone(layout, Zone.CAPTION)
    assert "지시한 것으로 알려졌다." in body(layout)


def test_agency_copy_is_the_same_in_both_outlets() -> None:
    assert body(laid("04_dasom_plan.txt")) == body(laid("05_saebyeok_copy.txt"))


def test_a_body_printed_twice_counts_once() -> None:
    layout = laid("08_saebyeok_twice.txt")
    assert body(layout).count("해솔제련 정문 앞에 천막이 다시 섰다.") == 1
    assert zone(layout, Zone.REPEAT).count("해솔제련 정문 앞에 천막이 다시 섰다.") == 1
    assert body(layout).rstrip().endswith("선을 그었다.")


def test_what_a_web_page_hides_is_not_read() -> None:
    assert "확정했다" not in laid("09_gaon_reversal.html").text.chars
    assert "조사를 받지 않았다" not in laid("10_hanbit_probe.html").text.chars


def test_readers_comments_and_rankings_are_no_article() -> None:
    for name, words in (("05_saebyeok_copy.txt", "두 번 속지는"), ("09_gaon_reversal.html", "잠을 못 잤습니다")):
        assert words in laid(name).text.chars
        assert words not in body(laid(name))
