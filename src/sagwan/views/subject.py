"""What a few words are about: the nouns and verbs in them, enough to say that two quotations speak of one matter."""

from __future__ import annotations

import hashlib
import threading
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from sagwan.korean.kiwi import analyser

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TAGS = ("NNG", "NNP", "SL", "XR", "VV")
_NOUNS = ("NNG", "NNP", "SL", "XR", "XSN")
_TOPIC = ("은", "는")
_LETTERS = 2  # words of one letter (말, 수, 하) stand in every sentence
_FIRST, _LAST, _VOWELS, _CODAS = ord("가"), ord("힣"), 21, 28


class Subjects:
    """What quotations are about, by a hash of each: nothing is analysed twice, and what an earlier process found can be
    put in, so that the analyser, which takes seconds to load, is asked only for what is new. Safe in several threads.
    """

    def __init__(self, most: int = 50_000) -> None:
        self._most = most
        self._known: dict[bytes, frozenset[str]] = {}
        self._learned: dict[bytes, frozenset[str]] = {}
        self._lock = threading.Lock()

    def of(self, quote: str) -> frozenset[str]:
        """The nouns and verb stems of two or more letters in a quotation."""
        key = hashlib.blake2b(quote.encode(), digest_size=16).digest()
        known = self._known.get(key)
        if known is None:
            (morphemes,) = analyser().analyse([(quote, 0)])
            known = frozenset(m.form for m in morphemes if m.tag in _TAGS and len(m.form) >= _LETTERS)
            with self._lock:
                self._learned[key] = known
                self._put({key: known})
        return known

    def recall(self, known: Mapping[bytes, frozenset[str]]) -> None:
        """Put in what was found earlier."""
        with self._lock:
            self._put(known)

    def learned(self) -> dict[bytes, frozenset[str]]:
        """What was analysed since this was asked last."""
        with self._lock:
            found, self._learned = self._learned, {}
        return found

    def forget(self) -> None:
        """Everything: a text that some of it may be of was taken down."""
        with self._lock:
            self._known.clear()
            self._learned.clear()

    def _put(self, known: Mapping[bytes, frozenset[str]]) -> None:
        self._known.update(known)
        for oldest in list(self._known)[: max(0, len(self._known) - self._most)]:
            del self._known[oldest]
            self._learned.pop(oldest, None)


SUBJECTS = Subjects()


def subject(quotes: Iterable[str], names: Iterable[str] = ()) -> frozenset[str]:
    """The nouns and verb stems of two or more letters in some quotations, without those that are part of `names`."""
    named = tuple(names)
    words = frozenset(word for quote in quotes for word in SUBJECTS.of(quote))
    return frozenset(word for word in words if not any(word in name for name in named))


@lru_cache(maxsize=1024)  # asked of the few forecasts that share a word and no figure
def topic(quote: str) -> frozenset[str]:
    """The nouns of two and more letters in the first topic of a quotation: 공장 of 공장은 3년이 더 걸린다."""
    (morphemes,) = analyser().analyse([(quote, 0)])
    mark = next((i for i, m in enumerate(morphemes) if m.tag == "JX" and m.form in _TOPIC), 0)
    nouns = takewhile(lambda m: m.tag in _NOUNS, reversed(morphemes[:mark]))
    return frozenset(m.form for m in nouns if len(m.form) >= _LETTERS)


def shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words of one subject are in the other, whole or within a compound (도면 in 설계도면)."""
    return sum(any(word in whole or whole in word for whole in other) for word in one)


def share(one: Iterable[str], other: Iterable[str], names: Iterable[str], least: int) -> bool:
    """Whether the subjects of some quotations and of others share `least` words or more. The others are analysed only
    where so many words of the first could stand in them, which is seldom and costs a hundredth of an analysis.
    """
    named, quotes = tuple(names), tuple(other)
    words = subject(one, named)
    sounds = frozenset[int]().union(*map(_sounds, quotes))
    if sum(_may_stand(word, sounds) for word in words) < least:
        return False
    return shared(words, subject(quotes, named)) >= least


def _may_stand(word: str, sounds: frozenset[int]) -> bool:
    """False only where no inflected form of the word, of a part of it or of a compound with it stands there."""
    own = _sounds(word)
    return not own or not own.isdisjoint(sounds)


@lru_cache(maxsize=16384)
def _sounds(chars: str) -> frozenset[int]:
    """Every two letters that follow each other, by what no inflection changes: of the first its consonant and vowel,
    of the second its consonant (흐르다 and 흘러, 여쭙다 and 여쭈워).
    """
    letters = [ord(char) for char in chars if char.isalnum()]
    return frozenset(_opening(one) << 32 | _onset(other) for one, other in pairwise(letters))


def _opening(letter: int) -> int:
    return (letter - _FIRST) // _CODAS if _FIRST <= letter <= _LAST else letter


def _onset(letter: int) -> int:
    return (letter - _FIRST) // (_CODAS * _VOWELS) if _FIRST <= letter <= _LAST else letter
