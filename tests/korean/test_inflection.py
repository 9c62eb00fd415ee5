"""Particles fit the last sound, or say that it is not known."""

import pytest

from sagwan.korean.inflection import attach, fill


@pytest.mark.parametrize(
    ("word", "pair", "written"),
    [
        ("누리전자", "이/가", "누리전자가"),
        ("한빛", "이/가", "한빛이"),
        ("한빛물산", "을/를", "한빛물산을"),
        ("서울", "으로/로", "서울로"),
        ("부산", "으로/로", "부산으로"),
        ("대구", "으로/로", "대구로"),
        ("누리소프트(NS)", "은/는", "누리소프트(NS)는"),
        ("“새벽길”", "은/는", "“새벽길”은"),
        ("KBN", "이/가", "KBN이"),
        ("XL", "으로/로", "XL로"),
        ("AI", "과/와", "AI와"),
        ("3", "을/를", "3을"),
        ("100", "이/가", "100이"),
        ("7", "으로/로", "7로"),
        ("5", "은/는", "5는"),
        ("Nuri", "은/는", "Nuri은(는)"),
    ],
)
def test_particle_fits_the_sound(word: str, pair: str, written: str):
    assert attach(word, pair) == written


def test_template_is_filled():
    words = {"actor": "누리전자", "target": "한빛물산"}
    assert fill("{actor}이/가 {target}을/를 인수했다", words) == "누리전자가 한빛물산을 인수했다"


def test_missing_word_is_an_error():
    with pytest.raises(KeyError):
        fill("{actor}이/가 갔다", {})
