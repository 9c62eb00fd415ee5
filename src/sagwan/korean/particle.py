"""Particles (조사): the one form that stands for all that a particle takes."""

from __future__ import annotations

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


def canonical(form: str) -> str:
    """The particle in the form it takes after a consonant: 가 → 이, 는 → 은, 로 → 으로."""
    return _CANONICAL.get(form, form)
