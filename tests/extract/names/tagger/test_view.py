"""Sentences as numbers: stretches of nouns, marks of place, clues and what is remembered."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from sagwan.extract.names.tagger.clues import EDGE, PAIRS, name_word, pair_clues, plain, run_clues, word_clues
from sagwan.extract.names.tagger.memory import Memory
from sagwan.extract.names.tagger.rising import Rising
from sagwan.extract.names.tagger.spelling import letter_tables, spell
from sagwan.extract.names.tagger.view import REACH, marks, spaced, view
from sagwan.extract.names.tagger.weights import load_weights
from sagwan.korean.kiwi import Morpheme

# 누리 전자의 이하늘
SENTENCE = (
    Morpheme("누리", "NNG", 0, 2),
    Morpheme("전자", "NNG", 3, 5),
    Morpheme("의", "JKG", 5, 6),
    Morpheme("이", "NNP", 7, 8),
    Morpheme("하늘", "NNG", 8, 10),
)
OTHER = (Morpheme("비", "NNG", 11, 12),)


def test_stretches_of_nouns_and_marks():
    seen = view([SENTENCE, OTHER])
    assert seen.runs == ["누리", "전자", "", "이하늘", "이하늘", "비"]
    blank_before, blank_behind, alone, first, last, inside = marks(seen.places).T.astype(int).tolist()
    assert blank_before == [1, 1, 0, 1, 0, 1]
    assert blank_behind == [1, 0, 1, 0, 1, 1]
    assert alone == [1, 1, 0, 0, 0, 1]
    assert first == [1, 1, 0, 1, 0, 1]
    assert last == [1, 1, 0, 0, 1, 1]
    assert inside == [1, 1, 0, 1, 1, 1]


def test_a_stretch_ends_with_its_sentence():
    close = (Morpheme("비", "NNG", 10, 11),)
    assert view([SENTENCE, close]).runs[-2:] == ["이하늘", "비"]


def pairs(*sentences: Sequence[Morpheme]) -> NDArray[np.uint32]:
    seen = view(sentences)
    names = np.array([name_word(*word) for word in seen.words], np.uint32)
    return pair_clues(spaced(names, seen.at, EDGE))[seen.at - REACH]


def test_pairs_of_neighbours_stay_within_a_sentence():
    together = pairs(SENTENCE, OTHER, SENTENCE)
    assert together.shape == (11, PAIRS)
    assert (together[:5] == pairs(SENTENCE)).all()
    assert (together[5:6] == pairs(OTHER)).all()
    assert (together[6:] == together[:5]).all()
    assert len(set(together[:5].ravel().tolist())) > 5 * PAIRS - 5


def test_long_numbers_count_by_their_length():
    assert [plain(n) for n in ("7", "12", "2026", "1차", "천이백")] == ["7", "12", "9999", "1차", "천이백"]
    assert word_clues("2025", "SN", (), 0) == word_clues("2025", "SN", (), 0)
    assert word_clues("2025", "SN", (), 0)[0] == word_clues("1987", "SN", (), 0)[0]
    assert run_clues("", 0) == run_clues("", 4)


def test_a_spelling_does_not_depend_on_the_words_beside_it():
    weights = load_weights()
    words = ["이", "누리전자", "국제해양법재판소장직무대행", "A", "김서준"]
    tables = letter_tables(weights)
    together = spell(weights, tables, words)
    for word, row in zip(words, together, strict=True):
        assert spell(weights, tables, [word])[0] == pytest.approx(row, abs=1e-5)


def test_memory_gives_what_it_was_given_and_starts_afresh_when_full():
    asked: list[str] = []

    def make(keys: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        asked.extend(keys)
        return np.array([len(k) for k in keys]), np.array([[len(k) / 2] for k in keys], np.float32)

    memory: Memory[str] = Memory(make, 3)

    def rows(*keys: str) -> list[int]:
        at = memory.at(keys)
        lengths, halves = (table[at] for table in memory.tables)
        assert (halves[:, 0] * 2 == lengths).all()
        return [int(n) for n in lengths]

    assert rows("가", "가나", "가") == [1, 2, 1]
    assert rows("가나", "가나다") == [2, 3]
    assert asked == ["가", "가나", "가나다"]
    assert rows("가", "가나다라") == [1, 4]
    assert asked == ["가", "가나", "가나다", "가", "가나다라"]


def test_numbers_are_found_among_rising_ones_and_others_are_not():
    rising = np.array([0, 3, 65535, 65536, 70000, 2**32 - 1], np.uint32)
    asked = np.array([0, 1, 3, 65535, 65537, 65536, 70000, 2**31, 2**32 - 1, 2**32 - 2], np.uint32)
    assert Rising(rising).rows(asked).tolist() == [1, 0, 2, 3, 0, 4, 5, 0, 6, 0]
    assert Rising(rising[:-1]).rows(asked[-2:]).tolist() == [0, 0]
