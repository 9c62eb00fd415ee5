"""Stems as a dictionary writes them, out of what Kiwi takes apart."""

from __future__ import annotations

from functools import lru_cache

_BASE, _LAST, _VOWELS, _CODAS = 0xAC00, 0xD7A3, 21, 28
# The stem's last vowel before 어: ㅣ+ㅓ=ㅕ, ㅜ+ㅓ=ㅝ, ㅗ+ㅏ=ㅘ, ㅡ falls.
_FUSED = {20: 6, 13: 14, 8: 9, 18: 4}
_SWALLOWS = {0, 1, 4, 5, 6}
_BRIGHT = {0, 8}
_IRREGULAR = {7: 8}  # ㄷ → ㄹ; ㅅ falls, ㅂ becomes 우
_BIEUP = 17


def compound(stem: str, verb: str, *, irregular: bool = False) -> str:
    """Two verbs joined by 어 as they are written: 알리+지 → 알려지, 전하+지 → 전해지, 팔+넘기 → 팔아넘기; where the
    stem is `irregular`, 잇+가 → 이어가.
    """
    if stem.endswith("하"):
        return stem[:-1] + "해" + verb
    if not _BASE <= ord(stem[-1]) <= _LAST:
        return stem + "어" + verb
    vowel, coda = divmod((ord(stem[-1]) - _BASE) % (_VOWELS * _CODAS), _CODAS)
    if irregular and coda:
        return _bent(stem, coda) + ("아" if vowel in _BRIGHT else "어") * (coda != _BIEUP) + verb
    if coda or vowel not in (*_SWALLOWS, *_FUSED):
        return stem + ("아" if vowel in _BRIGHT else "어") + verb
    if vowel in _SWALLOWS:
        return stem + verb
    return stem[:-1] + chr(ord(stem[-1]) + (_FUSED[vowel] - vowel) * _CODAS) + verb


def _bent(stem: str, coda: int) -> str:
    """An irregular stem before 어: 잇 → 이, 묻 → 물, 눕 → 누워, 돕 → 도와."""
    last = chr(ord(stem[-1]) - coda + _IRREGULAR.get(coda, 0))
    return stem[:-1] + last + ("" if coda != _BIEUP else "와" if stem == "돕" else "워")


# Endings that sounds alone tell apart; what stays is the form that grammars list. 는 stays: it alone is present.
_SAME = {
    "을": "ㄹ",
    "은": "ㄴ",
    "던": "ㄴ",
    "아": "어",
    "은데": "는데",
    "ㄴ데": "는데",
    "을지": "ㄹ지",
    "는지": "ㄴ지",
    "은지": "ㄴ지",
    "을까": "ㄹ까",
    "는가": "ㄴ가",
    "은가": "ㄴ가",
    "으나": "으나",
    "느냐": "냐",
    "느냐는": "냐는",
    "을수록": "ㄹ수록",
}


@lru_cache(maxsize=4096)
def ending(form: str) -> str:
    """An ending in one form whatever stem it follows: ᆫ다고, 는다고 → 다고; 으면 → 면; ᆯ, 을 → ㄹ; 아서 → 어서."""
    form = form.replace("ᆯ", "ㄹ").replace("ᆫ", "ㄴ").replace("ᆸ", "ㅂ")
    if form in _SAME:
        return _SAME[form]
    for long, short in (
        ("ㄴ다", "다"),
        ("는다", "다"),
        ("으", ""),
        ("아서", "어서"),
        ("아야", "어야"),
        ("아도", "어도"),
    ):
        if form.startswith(long) and len(form) > len(long):
            return short + form[len(long) :]
    return form
