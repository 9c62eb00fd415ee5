"""Particles (조사): the form a reader knows them by, and what they mark."""

from __future__ import annotations

# Kiwi writes the form as it stands; the canonical form is the one after a consonant.
_CANONICAL = {
    "가": "이",
    "는": "은",
    "를": "을",
    "와": "과",
    "ᆫ": "은",
    "ᆯ": "을",
    "랑": "이랑",
    "나": "이나",
    "로": "으로",
}


def canonical(form: str) -> str:
    """The particle in the form it takes after a consonant: 가 → 이, 는 → 은, 로 → 으로."""
    return _CANONICAL.get(form, form)
