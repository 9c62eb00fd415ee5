"""Words that look like names of people and are none: whatever follows them, nobody is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.names.read import read_names
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon import load_default

WORDS = Path(__file__).with_name("no_people.txt").read_text(encoding="utf-8").split()
FRAMES = ["{} 8일 이같이 말했다.", "{} 대표가 8일 나섰다.", "8일 {} 크게 올랐다고 전했다.", "‘{}’ 논란이 커졌다."]


def people(sentence: str) -> list[str]:
    text = Text.of(sentence)
    passage = read_passage(text, None, [Span(0, len(text))], analyser())
    return [e.name for e in read_names(passage, load_default()) if e.kind is Kind.PERSON]


def test_the_list_is_long_enough():
    assert len(set(WORDS)) >= 200


@pytest.mark.parametrize("frame", FRAMES)
def test_no_word_of_the_list_names_a_person(frame):
    named = {word: found for word in WORDS if (found := people(frame.format(word)))}
    assert named == {}
