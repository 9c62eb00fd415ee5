"""Municipalities that no list knows, told by their company on the page."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("page", "town"),
    [
        ("물빛시는 흙을 옮기라고 명령했다. 물빛지방환경청도 과징금을 물렸다.", "물빛시"),
        ("하람군은 8일 새 조례를 만들었다.", "하람군"),
        ("강원 하람군과 이웃 마을이 손을 잡았다.", "하람군"),
        ("물빛시가 길을 막았다. 시민들은 물빛시청 앞에 모였다.", "물빛시"),
        ("하람군 가온면에서 불이 났다.", "하람군"),
    ],
)
def test_its_company_tells_it(read, page, town):
    assert read(page).kinds()[town] == "place"


def test_a_boy_is_no_county(read):
    found = read("하람군은 열두 살이다. 하람군의 아버지는 학교를 찾았다.")
    assert found.kinds() == {"하람": "person"}


def test_its_head_belongs_to_it(read):
    found = read("옥재현 물빛시장은 8일 웃었다. 물빛시는 항구를 고친다.")
    assert found.roles("옥재현") == [("시장", "물빛시", None)]
    assert found["물빛시"].aliases == ("물빛",)


def test_a_known_city_is_what_its_mayor_leads(read):
    assert read("박도현 춘천시장은 8일 웃었다.").roles("박도현") == [("시장", "춘천", None)]


def test_a_time_is_no_town(read):
    assert (
        read("위반시는 벌금을 문다. 위반시의 벌은 크고, 위반신고센터도 있다. 누가 위반했나.").kinds().get("위반시")
        is None
    )
