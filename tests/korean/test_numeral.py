"""Numerals in every mix of digits and words, exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sagwan.korean.numeral import numerals
from sagwan.lexicon import load_default

NUMERALS = numerals(load_default())


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("143조800억", "143080000000000"),
        ("97억4000만", "9740000000"),
        ("3,990만", "39900000"),
        ("2.5억", "250000000"),
        ("1만 1천590", "11590"),
        ("1천58만7300", "10587300"),
        ("4천3백21", "4321"),
        ("이천오백", "2500"),
        ("백스물다섯", "125"),
        ("스물", "20"),
        ("일점이삼", "1.23"),
        ("二千五百", "2500"),
        ("１２만", "120000"),
        ("이공이오", "2025"),
        ("40 000", "40000"),
    ],
)
def test_a_numeral_comes_to_its_number(words: str, value: str) -> None:
    numeral = NUMERALS.read(words)
    assert numeral is not None
    assert numeral.value == Decimal(value)


@pytest.mark.parametrize("words", ["십백", "5천2000", "이사", "경영", "조조", "1만2만", "", "9" * 41])
def test_what_is_no_numeral_is_refused(words: str) -> None:
    assert NUMERALS.read(words) is None


@pytest.mark.parametrize(
    ("words", "low", "high", "is_open"),
    [
        ("수백억", "10000000000", "100000000000", True),
        ("백수십", "110", "200", True),
        ("십수", "11", "20", True),
        ("두세", "2", "3", False),
        ("이삼", "2", "3", False),
    ],
)
def test_a_vague_numeral_is_a_range(words: str, low: str, high: str, *, is_open: bool) -> None:
    numeral = NUMERALS.read(words)
    assert numeral is not None
    assert numeral.value is None
    assert (numeral.low, numeral.high, numeral.open) == (Decimal(low), Decimal(high), is_open)


def test_every_digit_is_kept() -> None:
    numeral = NUMERALS.read("12345678901234567890.123456789")
    assert numeral is not None
    assert str(numeral.value) == "12345678901234567890.123456789"
