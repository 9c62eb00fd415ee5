"""Names that the analyser took for common nouns because it has never met them: 나타라잔 찬드라, 쿠다이나토프로."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sagwan.extract.names.nominal import Row, is_unmet
from sagwan.extract.names.shape import is_hangul
from sagwan.extract.names.swallowed import PARTICLE
from sagwan.extract.names.tagger import has_met

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.nominal import Nominal

_PROPER = "NNP"
_SHORT = 2


def read_unmet(found: Sequence[Row], known: Knowledge) -> list[Row]:
    """Take an unmet noun for a proper one where the page has it as such elsewhere, and where it stands next to an
    unknown proper noun or before what only organisations have.
    """
    proper = {n.text for row in found for n in row.nominals if n.tags == _PROPER and n.text not in known.forms}
    return [_beside(_as_elsewhere(row, proper, known), known) for row in found]


def _as_elsewhere(row: Row, proper: set[str], known: Knowledge) -> Row:
    if proper.isdisjoint([n.text for n in row.nominals]):
        return row
    told = [_made_proper(n) if n.text in proper and _is_open(n.text, n.tags, known) else n for n in row.nominals]
    return Row(tuple(told), row.host)


def _beside(row: Row, known: Knowledge) -> Row:
    open_ = {
        i
        for i, n in enumerate(row.nominals)
        if _is_open(n.text, n.tags, known) or (len(n.text) == _SHORT and _is_short(n.text, n.tags, known))
    }
    if not open_:
        return row
    told = [_told_beside(row.nominals, i, known) if i in open_ else n for i, n in enumerate(row.nominals)]
    return Row(tuple(told), row.host)


def _told_beside(row: Sequence[Nominal], i: int, known: Knowledge) -> Nominal:
    n = row[i]
    if PARTICLE.search(n.text):  # it may have swallowed one
        return n
    before = i > 0 and n.link == " " and not row[i - 1].tail and _is_unknown(row[i - 1], known)
    behind = i + 1 < len(row) and row[i + 1].link == " " and not n.tail and _tells(row[i + 1], known)
    return _made_proper(n) if before or behind else n


def _tells(n: Nominal, known: Knowledge) -> bool:
    """Whether the word behind a noun says that this is a name."""
    return _is_unknown(n, known) or n.text in known.belongings


@lru_cache(maxsize=1 << 14)
def _is_open(text: str, tags: str, known: Knowledge) -> bool:
    """Whether nothing but the analyser says that this is a common noun: it has no end and no beginning of one."""
    if not is_unmet(text, tags) or not is_hangul(text) or known.ending_of(text) or known.title_of(text):
        return False
    return not any(text[:size] in known.titles or text[:size] in known.sorts for size in range(2, len(text)))


@lru_cache(maxsize=1 << 14)
def _is_short(text: str, tags: str, known: Knowledge) -> bool:
    """보랄루 벤카: a word of two letters that the analyser has never read."""
    plain = tags == "NNG" and len(text) == _SHORT and is_hangul(text) and not has_met(text, tags)
    return plain and not (known.ending_of(text) or known.title_of(text) or text in known.sorts)


def _is_unknown(n: Nominal, known: Knowledge) -> bool:
    plain = known.forms.get(n.text) is None and known.ending_of(n.text) is None
    return n.tags == _PROPER and plain and is_hangul(n.text)


def _made_proper(n: Nominal) -> Nominal:
    return replace(n, tags=_PROPER, proper=True)
