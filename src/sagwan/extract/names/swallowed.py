"""Particles that the analyser took into a noun that it had not met (물빛시가, 조은지가), and one that it took out of a
name (구로사와).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sagwan.extract.names.nominal import PIECES, Row, is_unmet
from sagwan.extract.names.shape import is_korean_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.nominal import Nominal

PARTICLE = re.compile(r"(?:은|는|이|가|을|를|의|로|로다|으로|와|과|도|에|에게|에서|서|였고|였다|라)$")
# The analyser's tags of such a noun, and ours of the full name that is cut out of one.
UNCUT = frozenset({"NNP", "NNG"})
FREED = "freed"
_MAY_SWALLOW = UNCUT | {PIECES}
_FULL = 3


def give_back_particles(found: Sequence[Row], known: Knowledge) -> list[Row]:
    """Cut the particle off a name that swallowed it: where the name stands elsewhere without it, and where a noun that
    the analyser has not met begins like a full name.
    """
    plain = {n.text for row in found for n in row.nominals}
    swallowed = {t for t in plain if len(t) >= _FULL and (p := PARTICLE.search(t)) and t[: p.start()] in plain}
    return [Row(tuple([_given_back(n, swallowed, known) for n in row.nominals]), row.host) for row in found]


def _given_back(n: Nominal, swallowed: set[str], known: Knowledge) -> Nominal:
    if n.tags not in _MAY_SWALLOW or len(n.text) < _FULL:
        return n
    particle = PARTICLE.search(n.text)
    if particle is None:
        return n
    cut = particle.start()
    if n.text in swallowed and (particle[0] != "서" or n.tags == "NNP"):  # 보고서 is no 보고 with a headline's 서
        tags = "NNP" if n.tags == PIECES else n.tags
        return replace(n, text=n.text[:cut], end=n.start + cut, tags=tags, tail=particle[0] + n.tail)
    if cut == _FULL and is_unmet(n.text, n.tags) and is_korean_name(n.text[:cut], known):
        return replace(n, text=n.text[:cut], end=n.start + cut, tags=FREED, proper=True, tail=particle[0] + n.tail)
    return n


def keep_own_ends(found: Sequence[Row], known: Knowledge) -> list[Row]:
    """Give 구로사와 모모코 the 와 of its family name, which the analyser takes for the particle between two names."""
    return [
        Row(tuple(_with_own_ends(row.nominals, known)), row.host) if "와" in [n.tail for n in row.nominals] else row
        for row in found
    ]


def _with_own_ends(row: Sequence[Nominal], known: Knowledge) -> Iterator[Nominal]:
    joined = False
    for n, behind in pairwise([*row, None]):
        assert n is not None
        given = replace(n, link=" ") if joined else n
        joined = behind is not None and _is_japanese(n, behind, known)
        yield replace(given, text=n.text + n.tail, end=n.end + 1, tags="NNP", tail="") if joined else given


def _is_japanese(n: Nominal, behind: Nominal, known: Knowledge) -> bool:
    """Whether 와 stands between the pieces of an unknown name that would end as Japanese family names do and another
    unknown name.
    """
    cut = n.tail == "와" and n.tags.startswith("NNP+") and behind.start == n.end + len("와 ")
    if not cut or (n.text + n.tail)[-2:] not in known.syllables["japanese"] or behind.tags != "NNP":
        return False
    return not (known.forms.get(behind.text) or known.ending_of(n.text) or known.title_of(n.text))
