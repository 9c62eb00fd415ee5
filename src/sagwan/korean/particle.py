"""Particles (조사): the form a reader knows them by, and what they mark."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.korean.kiwi import Morpheme

# Kiwi writes the form as it stands; the canonical form is the one after a consonant.
_CANONICAL = {
    "가": "이",
    "는": "은",
    "ᆫ": "은",
    "를": "을",
    "ᆯ": "을",
    "와": "과",
    "로": "으로",
    "로서": "으로서",
    "로써": "으로써",
    "로부터": "으로부터",
    "랑": "이랑",
    "나": "이나",
    "란": "이란",
    "라는": "이라는",
}


class Case(StrEnum):
    """What a particle says of the phrase before it (학교문법 격조사와 보조사)."""

    SUBJECT = "subject"  # 이/가, 께서
    TOPIC = "topic"  # 은/는
    OBJECT = "object"  # 을/를
    GENITIVE = "genitive"  # 의
    DATIVE = "dative"  # 에게, 한테, 께
    PLACE = "place"  # 에
    SOURCE = "source"  # 에서, 으로부터, 에게서
    DIRECTION = "direction"  # 으로
    COMITATIVE = "comitative"  # 과, 이랑, 하고
    QUOTATIVE = "quotative"  # 라고, 고
    VOCATIVE = "vocative"  # 아, 야
    LIMIT = "limit"  # 까지, 부터, 만, 도 …
    COPULA = "copula"  # 보격 이/가: 대표가 되다


_CASES = {
    "께서": Case.SUBJECT,
    "에게": Case.DATIVE,
    "한테": Case.DATIVE,
    "께": Case.DATIVE,
    "더러": Case.DATIVE,
    "보고": Case.DATIVE,
    "에": Case.PLACE,
    "에서": Case.SOURCE,
    "에게서": Case.SOURCE,
    "한테서": Case.SOURCE,
    "으로부터": Case.SOURCE,
    "으로": Case.DIRECTION,
    "으로서": Case.DIRECTION,
    "으로써": Case.DIRECTION,
    "과": Case.COMITATIVE,
    "이랑": Case.COMITATIVE,
    "하고": Case.COMITATIVE,
    "은": Case.TOPIC,
}
_TAGS = {
    "JKS": Case.SUBJECT,
    "JKO": Case.OBJECT,
    "JKG": Case.GENITIVE,
    "JKQ": Case.QUOTATIVE,
    "JKV": Case.VOCATIVE,
    "JKC": Case.COPULA,
}


def canonical(form: str) -> str:
    """The particle in the form it takes after a consonant: 가 → 이, 는 → 은, 로 → 으로."""
    return _CANONICAL.get(form, form)


def case_of(morpheme: Morpheme) -> Case | None:
    """What the particle marks; None for a morpheme that is no particle.

    Auxiliary particles that keep the case open (도, 만, 까지, 부터, 조차) are `LIMIT`.
    """
    if not morpheme.tag.startswith("J"):
        return None
    return _TAGS.get(morpheme.tag) or _CASES.get(canonical(morpheme.form), Case.LIMIT)
