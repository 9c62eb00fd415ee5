"""What the analyser leaves together, and what it takes apart: 켈로그가/NNP → 켈로그/NNP 가/JKS, 키로/NNG → 하/XSV
기/ETN 로/JKB; 혐의/NNG 없/VA 음/ETN → 혐의없음/NNG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.korean.kiwi import Morpheme

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

# The cases that a bare noun can take; what else follows a name is part of another word.
_TAGS = {
    "이": "JKS",
    "가": "JKS",
    "은": "JX",
    "는": "JX",
    "도": "JX",
    "만": "JX",
    "을": "JKO",
    "를": "JKO",
    "의": "JKG",
    "과": "JC",
    "와": "JC",
    "에": "JKB",
    "에게": "JKB",
    "에서": "JKB",
    "로": "JKB",
    "으로": "JKB",
    "서": "JKB",
}
_NOUNS = frozenset(("NNP", "NNG"))
_LONG = 3
_WHOLE = {"서": "에서"}  # a headline's 누리전자서


def split(morphemes: Sequence[Morpheme], ends: Container[int], nouns: Container[str]) -> Sequence[Morpheme]:
    """The morphemes with such particles taken off, 키로 spelt out, and those of `nouns` that hold a verb put together;
    `ends` are the positions where names end.
    """
    morphemes = _put_together(_spelt_out(morphemes), nouns)
    open_ = [m for m in morphemes if m.tag in _NOUNS and (m.end - m.start >= _LONG or m.form in _WHOLE)]
    if not any(_glued(m, ends) or _stands_alone(m, ends) for m in open_):
        return morphemes
    found: list[Morpheme] = []
    for m in morphemes:
        at = _glued(m, ends)
        if at:
            particle = m.form[at - m.end :]
            found += [
                Morpheme(m.form[: at - m.end], m.tag, m.start, at),
                Morpheme(_WHOLE.get(particle, particle), _TAGS[particle], at, m.end),
            ]
        elif _stands_alone(m, ends):
            found.append(Morpheme(_WHOLE[m.form], _TAGS[m.form], m.start, m.end))
        else:
            found.append(m)
    return found


def _stands_alone(m: Morpheme, ends: Container[int]) -> bool:
    """Whether it is the short form of a particle that the analyser took for a noun."""
    return m.tag == "NNG" and m.form in _WHOLE and m.start in ends


def _spelt_out(morphemes: Sequence[Morpheme]) -> Sequence[Morpheme]:
    """인수키로 (했다): what newspapers write for 인수하기로."""
    for k in [k for k, m in enumerate(morphemes) if m.form[0] == "키"]:
        m = morphemes[k]
        if not k or morphemes[k - 1].end != m.start or morphemes[k - 1].tag not in ("NNG", "XR"):
            continue
        after = k + 1 if m.form == "키로" else k + 2
        if "".join(x.form for x in morphemes[k:after]) == "키로" and _decided(morphemes, after):
            at = m.start
            verb = (Morpheme("하", "XSV", at, at + 1), Morpheme("기", "ETN", at, at + 1))
            return [*morphemes[:k], *verb, Morpheme("로", "JKB", at + 1, at + 2), *morphemes[after:]]
    return morphemes


def _put_together(morphemes: Sequence[Morpheme], nouns: Container[str]) -> Sequence[Morpheme]:
    """혐의 없음 처분: a clause that has become the name of an act."""
    for k in [k for k, m in enumerate(morphemes) if m.tag == "ETN" and k > 1]:
        noun, verb, m = morphemes[k - 2 : k + 1]
        if noun.tag == "NNG" and noun.form + verb.form + m.form in nouns:
            named = Morpheme(noun.form + verb.form + m.form, "NNG", noun.start, m.end)
            return [*morphemes[: k - 2], named, *_put_together(morphemes[k + 1 :], nouns)]
    return morphemes


def _decided(morphemes: Sequence[Morpheme], at: int) -> bool:
    return at >= len(morphemes) or morphemes[at].form == "하" or morphemes[at].tag in ("SF", "SE")


def _glued(m: Morpheme, ends: Container[int]) -> int:
    """Where the name ends inside the morpheme and a particle begins; 0 where none does."""
    if m.tag not in _NOUNS or m.end - m.start < _LONG:
        return 0
    return next((at for at in (m.end - 1, m.end - 2) if at in ends and m.form[at - m.end :] in _TAGS), 0)
