"""Other names that the page itself declares in brackets: 가람연구원(이하 연구원), 누리전자(NE), 엑스(구 트위터)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.names.unit import Looks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.unit import Unit

_LONGEST = 30


def declared(
    asides: Sequence[tuple[int, list[Unit]]], kinds: Mapping[str, Kind], chars: str, known: Knowledge
) -> Iterator[tuple[str, str]]:
    """Pairs (full, short): the name right before a bracket, and each name that is all the bracket holds."""
    for host, us in asides:
        full = _named_before(host, kinds, chars)
        if full is None or kinds[full] is Kind.PLACE:
            continue
        said = us[0].looks is Looks.SENSE
        names = us[1:] if said else us
        if names and all(u.tail == "" or u.tail[0] in "·ㆍ" for u in names) and all(u.link == "·" for u in names[1:]):
            for u in names:
                if _may_mean(u, full, kinds, known, said=said):
                    yield full, u.text


def _named_before(host: int, kinds: Mapping[str, Kind], chars: str) -> str | None:
    for at in range(max(0, host - _LONGEST), host):
        if chars[at:host] in kinds and not chars[at - 1 : at].isalnum():
            return chars[at:host]
    return None


def _may_mean(u: Unit, full: str, kinds: Mapping[str, Kind], known: Knowledge, *, said: bool) -> bool:
    if u.looks in (Looks.TITLE, Looks.SENSE) or (u.text in known.no_names and not said):
        return False
    if said:
        return True
    if u.kind is Kind.PLACE or (u.famous and not u.famous.weak and u.famous.full != full):
        return False
    if kinds[full] is Kind.PERSON:
        return u.looks is Looks.PROPER
    return u.looks is not Looks.PERSON or abbreviates(u.text, full)


def abbreviates(short: str, full: str) -> bool:
    """Whether the characters of `short` stand in `full` in this order."""
    rest = iter(full)
    return all(c in rest for c in short)
