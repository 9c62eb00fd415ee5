"""Whom a statement is for or against: by name itself, and not by the first word of another thing's name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.cue import SourceWord
from sagwan.lexicon.schema.outlet import Outlet
from sagwan.lexicon.schema.title import Title

if TYPE_CHECKING:
    from sagwan.lexicon import Lexicon

_NEXT = re.compile(r" ([가-힣]+)")
_PARTICLES = "은|는|이|가|을|를|의|에|에게|에서|도|만|과|와|로|으로|부터|까지|처럼|보다"
_PARTICLE = re.compile(f"(?:{_PARTICLES})$")
_ALONE = re.compile(f"(?:측|씨|님)?(?:{_PARTICLES}|라고|라는|이라는|인|이다|이며|이고|이나|나|란|이란)*(?![가-힣])")


def is_meant(name: str, quote: str, lexicon: Lexicon) -> bool:
    """Whether words in which a name stands are about whom it names: yes in 누리국 정부 and 한서린 대표는, no in 누리국
    경제 and 공직-누리전자-공직, where it is a part of something else. Without the name they are taken to be.
    """
    places = [found.span() for found in re.finditer(re.escape(name), quote)]
    return not places or any(quote[start - 1 : start] != "-" and _ends(quote, stop, lexicon) for start, stop in places)


def is_channel(name: str, lexicon: Lexicon) -> bool:
    """Whether whoever is spoken to only passes it on: 누리일보에 말했다."""
    return name in _outlets(lexicon)


def _ends(quote: str, at: int, lexicon: Lexicon) -> bool:
    found = _NEXT.match(quote, at)
    if found is None:
        return _ALONE.match(quote, at) is not None  # 누리국교육 is not 누리국
    word = _PARTICLE.sub("", found[1]) or found[1]
    return word in _titles(lexicon) or word.endswith(_bodies(lexicon))


@cache
def _bodies(lexicon: Lexicon) -> tuple[str, ...]:
    """What stands behind a name and means it (누리국 정부, 누리전자 측), unlike people of it (누리전자 직원)."""
    return tuple(word for one in lexicon.all(SourceWord) if one.kind in ("body", "side") for word in one.words)


@cache
def _titles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for one in lexicon.all(Title) for word in one.words)


@cache
def _outlets(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(name for one in lexicon.all(Outlet) for name in (one.name, *one.aliases))
