"""Which sentences the tagger is asked for: all that may hold a name."""

from __future__ import annotations

import pytest

from sagwan.core.span import Span
from sagwan.extract.names.knowledge import knowledge
from sagwan.extract.names.promise import may_name
from sagwan.korean.kiwi import Morpheme
from sagwan.korean.passage import Sentence
from sagwan.lexicon import load_default


def _sentence(*pieces: str) -> Sentence:
    """From morphemes as form/tag, a + before one that stands close behind the last."""
    morphemes: list[Morpheme] = []
    at = 0
    for piece in pieces:
        form, tag = piece.lstrip("+").split("/")
        at += 0 if piece[0] == "+" or not morphemes else 1
        morphemes.append(Morpheme(form, tag, at, at + len(form)))
        at += len(form)
    return Sentence(Span(0, at), tuple(morphemes), (0,), 0)


@pytest.mark.parametrize(
    "pieces",
    [
        ("누리/NNP", "+는/JX", "웃/VV", "+었/EP", "+다/EF"),
        ("NR/SL", "+은/JX", "컸/VA", "+다/EF"),
        ("위원회/NNG", "+는/JX", "기다리/VV", "+ㄴ다/EF"),
        ("한빛누리솔가람/NNG", "+이/JKS", "열리/VV", "+었/EP", "+다/EF"),
        ("김하/NNG", "+준/NNG", "+은/JX", "웃/VV", "+었/EP", "+다/EF"),
        ("가람/NNG", "씨/NNB", "+가/JKS", "오/VV", "+았/EP", "+다/EF"),
    ],
)
def test_a_sentence_with_a_word_that_may_be_a_name_is_asked_for(pieces):
    assert may_name(_sentence(*pieces), knowledge(load_default()))


@pytest.mark.parametrize(
    "pieces",
    [
        ("날씨/NNG", "+가/JKS", "춥/VA", "+다/EF"),
        ("오늘/NNG", "사람/NNG", "+이/JKS", "많/VA", "+다/EF"),
        ("하/VV", "+ㄹ/ETM", "수/NNB", "있/VA", "+다/EF"),
    ],
)
def test_a_sentence_of_common_words_alone_is_not(pieces):
    assert not may_name(_sentence(*pieces), knowledge(load_default()))
