"""What a word looks like: a Korean person's name, a family name, foreign letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.extract.names.knowledge import Knowledge

_HANGUL = re.compile(r"[가-힣]+")
_ACRONYM = re.compile(r"[A-Z&]{2,6}")
_LATIN = re.compile(r"[A-Za-z.'-]+")


def is_hangul(word: str) -> bool:
    """Whether `word` is Hangul syllables and nothing else."""
    return _HANGUL.fullmatch(word) is not None


def is_latin(word: str) -> bool:
    """Whether `word` is Latin letters and nothing else."""
    return _LATIN.fullmatch(word) is not None


def is_acronym(word: str) -> bool:
    """Whether `word` is a few capital letters: an organisation's, seldom anybody's."""
    return _ACRONYM.fullmatch(word) is not None


def family_name(word: str, known: Knowledge) -> str | None:
    """The family name that `word` begins with, the double ones first; None where there is none."""
    if word[:2] in known.syllables["surname_double"] and word[2:]:
        return word[:2]
    return word[0] if word[:1] in known.syllables["surname"] else None


def is_family_name(word: str, known: Knowledge) -> bool:
    """Whether the whole word is a family name."""
    return word in known.syllables["surname"] or word in known.syllables["surname_double"]


def is_korean_name(word: str, known: Knowledge) -> bool:
    """Whether `word` is built as a Korean full name: a family name and two given syllables, seldom one.

    Two-character names (허술) and four-character ones (남궁민수) need a common or a double family name.
    """
    if not 2 <= len(word) <= 4 or not is_hangul(word) or word in known.no_names:  # noqa: PLR2004
        return False
    family = family_name(word, known)
    if family is None:
        return False
    given = word[len(family) :]
    if given == "모":  # 김모 씨 is nobody's name
        return False
    first, second = known.syllables["first"], known.syllables["second"]
    if len(given) == 1:
        return family in known.syllables["surname_common"] and given in second and (given in first or len(word) > 2)  # noqa: PLR2004
    return len(given) == 2 and given[0] in first and given[1] in second  # noqa: PLR2004
