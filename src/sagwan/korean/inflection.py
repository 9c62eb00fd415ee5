"""Particles for output: the form that the last sound of a word asks for."""

from __future__ import annotations

import re
from enum import Enum

# The last sound of a digit read in Sino-Korean: 영 일 이 삼 사 오 육 칠 팔 구.
_CONSONANT_DIGITS = frozenset("0136")
_LIQUID_DIGITS = frozenset("178")
# Names of letters that end in a consonant (엠, 엔) or in ㄹ (엘, 알).
_CONSONANT_LETTERS = frozenset("MN")
_LIQUID_LETTERS = frozenset("LR")
_SYLLABLES = range(ord("가"), ord("힣") + 1)
_LIQUID_FINAL = 8  # ㄹ among the 28 finals of a composed syllable (Unicode 3.12)
_CLOSED_OFF = re.compile(r"(?:\s*\([^()]*\)|[\s\"'”’」』》〉\]])+$")
_CHOICE = re.compile(r"\{(\w+)\}(?:(은/는|이/가|을/를|과/와|으로/로|이라/라|아/야))?")


class Final(Enum):
    """The last sound of a word."""

    VOWEL = "vowel"
    CONSONANT = "consonant"
    LIQUID = "liquid"


# Signs as they are read aloud: 퍼센트, 도, 킬로미터; 킬로그램.
_SIGNS = dict.fromkeys("%℃㎞㎝㎜㎡㎥", Final.VOWEL) | dict.fromkeys("㎏㎎", Final.CONSONANT)


def final_sound(word: str) -> Final | None:
    """How `word` ends when read aloud; None where the letters do not tell (a Latin word in small letters).

    A remark in round brackets and closing marks at the end are passed over: 마이크로소프트(MS) ends in 트.
    """
    bare = _CLOSED_OFF.sub("", word) or word
    last = bare[-1] if bare else ""
    if last and ord(last) in _SYLLABLES:
        coda = (ord(last) - ord("가")) % 28
        return Final.VOWEL if coda == 0 else Final.LIQUID if coda == _LIQUID_FINAL else Final.CONSONANT
    if last.isdigit() and last.isascii():
        return _of_digit(bare)
    if last in _SIGNS:
        return _SIGNS[last]
    if last.isascii() and last.isupper():
        return (
            Final.LIQUID if last in _LIQUID_LETTERS else Final.CONSONANT if last in _CONSONANT_LETTERS else Final.VOWEL
        )
    return None


def _of_digit(bare: str) -> Final:
    last = bare[-1]
    if last in _LIQUID_DIGITS:
        return Final.LIQUID
    # 십 백 천 만 억 all end in a consonant; a bare 0 is read 영.
    return Final.CONSONANT if last in _CONSONANT_DIGITS else Final.VOWEL


def attach(word: str, pair: str) -> str:
    """`word` with the right one of `pair`, written consonant form first: ("누리전자", "이/가") → 누리전자가.

    Where the sound is not known both stand: iPhone은(는). 으로/로 takes 로 after ㄹ.
    """
    closed, open_ = pair.split("/")
    sound = final_sound(word)
    if sound is None:
        return f"{word}{closed}({open_})"
    if sound is Final.LIQUID and closed == "으로":
        return word + open_
    return word + (open_ if sound is Final.VOWEL else closed)


def fill(template: str, words: dict[str, str]) -> str:
    """Write `words` into "{actor}이/가 {target}을/를 인수했다", each with the particle that fits.

    Raises `KeyError` for a name that `words` lacks.
    """
    return _CHOICE.sub(lambda m: attach(words[m[1]], m[2]) if m[2] else words[m[1]], template)
