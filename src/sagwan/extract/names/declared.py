"""Other names that the page itself declares in brackets: 가람연구원(이하 연구원), 누리전자(NE), 가온(구 누리)."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.names.census import ENDED
from sagwan.extract.names.look import Looks
from sagwan.extract.names.shape import is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sagwan.extract.names.census import Census
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.unit import Unit

_LONGEST = 30
_MOST_WORDS = 3
_END = 2
_WORD_BEFORE = re.compile(r"(?<![\w])[A-Z가-힣][\w]*$")


def declared(
    asides: Sequence[tuple[int, list[Unit]]], kinds: Mapping[str, Kind], chars: str, known: Knowledge
) -> Iterator[tuple[str, str]]:
    """Pairs (full, short): the name right before a bracket, and each name that is all the bracket holds."""
    belong = _tell_where(asides, kinds, chars)
    for host, us in asides:
        full = _named_before(host, kinds, chars)
        said = us[0].looks is Looks.SENSE
        if full is None and said and len(us) > 1 and us[-1].text in kinds:
            # X(구 누리): the host is known by nothing but its bracket.
            word = _WORD_BEFORE.search(chars, max(0, host - _LONGEST), host)
            if word:
                yield us[-1].text, word[0]
        if full is None or kinds[full] is Kind.PLACE:
            continue
        if kinds[full] is Kind.PERSON and not said and (belong or us[0].start > host + 1):
            continue  # (18·가람고): behind an age stands where somebody belongs
        if len(us) > 1 and all(is_latin(u.text) and u.link in ("^", " ", "·", ",") for u in us):
            yield from ((full, name) for name in _in_letters(us, chars))
            continue
        names = list(itertools.dropwhile(lambda u: u.looks is Looks.SENSE, us))  # (개명 전 …)
        if names and all(u.tail == "" or u.tail[0] in "·ㆍ" for u in names) and all(u.link == "·" for u in names[1:]):
            for u in names:
                if _may_mean(u, full, kinds, known, said=said) or _ends_alike(u, full, kinds):
                    yield full, u.text


def _tell_where(asides: Sequence[tuple[int, list[Unit]]], kinds: Mapping[str, Kind], chars: str) -> bool:
    """Whether the page's brackets tell where people belong: 한가람(한빛 드래곤즈)."""
    for host, us in asides:
        full = _named_before(host, kinds, chars)
        alone = len(us) == 1 and us[0].start == host + 1 and us[0].famous is not None
        if full is not None and alone and kinds[full] is Kind.PERSON and kinds.get(us[0].text) is Kind.ORG:
            return True
    return False


def _in_letters(us: Sequence[Unit], chars: str) -> Iterator[str]:
    """Bora University·BUX: each name in foreign letters that a dot or a comma parts from the next."""
    first = us[0]
    for u, behind in itertools.pairwise([*us, None]):
        assert u is not None
        if behind is None or behind.link != " ":
            yield chars[first.start : u.end]
            first = behind or first


def hear_phrase(census: Census, outer: Sequence[Unit], host: int, us: Sequence[Unit], known: Knowledge) -> None:
    """Take "밝은 가람 연대(밝가연)" for an organisation: a phrase that an ending closes, its short form behind it."""
    last = next((i for i, u in enumerate(outer) if u.end == host), None)
    if last is None or len(us) != 1 or outer[last].looks is Looks.NAMED or outer[last].text not in known.closers:
        return
    first = last
    while first and last - first < _MOST_WORDS and outer[first].link == " " and not outer[first - 1].tail:
        first -= 1
    name = " ".join(u.text for u in outer[first : last + 1])
    if first < last and us[0].text[:1] == name[:1] and known.closers[outer[last].text].kind is Kind.ORG:
        census.note(name, Kind.ORG, ENDED, "declared")


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
    another = u.famous and not u.famous.weak and u.famous.full != full and not abbreviates(u.text, full)
    if u.kind is Kind.PLACE or another:
        return False
    if kinds[full] is Kind.PERSON:
        return u.looks is Looks.PROPER and kinds.get(u.text, Kind.PERSON) is Kind.PERSON
    return u.looks in (Looks.PROPER, Looks.NAMED) or abbreviates(u.text, full)


def _ends_alike(u: Unit, full: str, kinds: Mapping[str, Kind]) -> bool:
    """누리개발은행(ADB), 누리중앙TV(CCTV): letters that end like the name, or mean another body of its sort elsewhere;
    한빛 드래곤즈(NBA) plays in its league.
    """
    meant = u.famous.full if u.famous else u.text
    return (
        is_latin(u.text)
        and kinds[full] is Kind.ORG
        and meant not in kinds.keys() - {u.text}
        and (meant[-_END:] == full[-_END:])
    )


def abbreviates(short: str, full: str) -> bool:
    """Whether the characters of `short` stand in `full` in this order."""
    rest = iter(full)
    return all(c in rest for c in short)
