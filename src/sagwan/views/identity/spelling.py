"""How far two spellings of a foreign name are apart, by the sounds that transliteration exchanges.

A weighted edit distance (Wagner and Fischer 1974) over Hangul letters; the costs are the lexicon's.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.identity import Sound

if TYPE_CHECKING:
    from sagwan.lexicon import Lexicon

_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_CODAS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# A glide is a vowel of its own, so that 샤 and 시아 differ in nothing.
_GLIDES = {
    "ㅑ": "ㅣㅏ",
    "ㅒ": "ㅣㅐ",
    "ㅕ": "ㅣㅓ",
    "ㅖ": "ㅣㅔ",
    "ㅛ": "ㅣㅗ",
    "ㅠ": "ㅣㅜ",
    "ㅘ": "ㅗㅏ",
    "ㅙ": "ㅗㅐ",
    "ㅚ": "ㅗㅣ",
    "ㅝ": "ㅜㅓ",
    "ㅞ": "ㅜㅔ",
    "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ",
}
_HANGUL = re.compile(r"[가-힣]+(?: [가-힣]+)*")
# One exchanged sound in five letters is a spelling; more is another name (none of the invented namesakes reaches it).
NEAR = 0.09
_SHORTEST = 5


def letters(name: str) -> str:
    """The sounds of a Hangul name in order, without silent ㅇ and blanks: 올드렌 → ㅗㄹㄷㅡㄹㅔㄴ."""
    out = []
    for char in name:
        at = ord(char) - ord("가")
        if not 0 <= at < len(_ONSETS) * 588:
            continue
        onset, vowel, coda = _ONSETS[at // 588], _VOWELS[at % 588 // 28], _CODAS[at % 28]
        out.append(("" if onset == "ㅇ" else onset) + _GLIDES.get(vowel, vowel) + coda.strip())
    return "".join(out)


@cache
def _costs(lexicon: Lexicon) -> dict[frozenset[str], float]:
    found: dict[frozenset[str], float] = {}
    for sound in lexicon.all(Sound):
        for pair in combinations(sound.forms, 2):
            key = frozenset(pair)
            found[key] = min(sound.cost, found.get(key, 1.0))
    return found


def distance(one: str, other: str, lexicon: Lexicon) -> float | None:
    """0 for the same sounds, towards 1 the less is shared, per letter; None where a name is not in Hangul."""
    if not (_HANGUL.fullmatch(one) and _HANGUL.fullmatch(other)):
        return None
    a, b = letters(one), letters(other)
    costs = _costs(lexicon)
    row = [0.0]
    for y in b:
        row.append(row[-1] + costs.get(frozenset((y, "")), 1.0))
    for x in a:
        drop = costs.get(frozenset((x, "")), 1.0)
        before, row = row, [row[0] + drop]
        for j, y in enumerate(b, 1):
            swap = 0.0 if x == y else costs.get(frozenset((x, y)), 1.0)
            row.append(min(before[j - 1] + swap, before[j] + drop, row[-1] + costs.get(frozenset((y, "")), 1.0)))
    return row[-1] / max(len(a), len(b), 1)


def is_variant(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether the two may be spellings of one foreign name.

    Short names are never: so few sounds tell nobody apart. Nor are names of as many words that differ in all.
    """
    if one == other or min(len(letters(one)), len(letters(other))) < _SHORTEST:
        return False
    apart = distance(one, other, lexicon)
    return apart is not None and apart <= NEAR
