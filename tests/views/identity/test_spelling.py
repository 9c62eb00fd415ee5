"""Spellings of foreign names meet; names of two people do not."""

import pytest

from sagwan.lexicon import load_default
from sagwan.lexicon.schema.identity import Sound
from sagwan.views.identity.spelling import distance, is_variant, letters

SOUNDS = load_default().all(Sound)


@pytest.mark.parametrize("pair", [e for s in SOUNDS for e in s.examples])
def test_spellings_meet(pair: str):
    one, other = pair.split("=")
    assert is_variant(one, other, load_default()), distance(one, other, load_default())


@pytest.mark.parametrize(
    "pair",
    [
        *(e for s in SOUNDS for e in s.not_examples),
        "마크 도웰≠마틴 도웰",
        "로젠버그≠로젠블랫",
        "엘레나 포르투≠엘리사 포르투",
        "다니엘 크로스≠사무엘 크로스",
        "가온전자≠나온전자",
    ],
)
def test_other_names_do_not(pair: str):
    one, other = pair.split("≠")
    assert not is_variant(one, other, load_default()), distance(one, other, load_default())


def test_each_sound_is_needed_by_its_examples():
    for sound in SOUNDS:
        assert sound.examples, sound.id


def test_letters_hear_glides_apart():
    assert letters("샤오란") == letters("시아오란") == "ㅅㅣㅏㅗㄹㅏㄴ"


def test_latin_has_no_distance():
    assert distance("Boldren", "볼드렌", load_default()) is None
