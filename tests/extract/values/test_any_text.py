"""Whatever the characters, spans lie inside, are ordered and never overlap within a kind."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sagwan.extract.values import read_values_in

WORDS = """0 1 2 9 10 31 99 2025 1,000 .5 일 이 삼 십 백 천 만 억 조 경 수 몇 한 두 세 열 스물 원 달러 명 개 건 년 월 시
분 초 % %p 대 배 번째 전 뒤 후 간 이상 미만 약 지난 오는 다음 이날 전날 올해 상반기 오전 오후 월요일 추석 부터 까지 에서
~ - , . · ( ) / : 마이너스 분의 점 제 $ ₩ 여 반"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n"])


def read(text: str) -> None:
    """Read the text and hold the spans of each kind to their promise."""
    values = read_values_in(text, date(2025, 3, 14))
    for records in (values.money, values.shares, values.counts, values.scores):
        spans = [record.span for record in records]
        assert all(span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    whole = [t.span for t in values.times if t.part_of is None]
    assert all(a.end <= b.start for a, b in pairwise(whole))


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_row_of_digits_units_and_marks_is_read(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    "text", ["마이너스", "조일일세", "", " ", "일", "(2019", "제", "1/0", "31/31", "99:99", "0000년", "0$ 0"]
)
def test_a_short_odd_text_is_read(text: str) -> None:
    read(text)


@pytest.mark.parametrize("piece", ["1만", "만", "1,111", "1.1", "2·", "3~", "1 ", "세시", "3일부터 ", "이 ", "조", "9"])
def test_a_long_row_of_one_piece_is_read(piece: str) -> None:
    read(piece * 3000)
