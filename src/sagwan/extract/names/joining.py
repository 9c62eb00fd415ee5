"""Which names on the page are the same: short forms, abbreviations declared in brackets, parts of full names."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sagwan.extract.names.knowledge import Knowledge

_LEAD = re.compile(r"^(?:한국|대한|대한민국|전국|국립|미국|미|주식회사|㈜|\(주\))\s?")
_ABROAD = re.compile(r"미국?\s")
_BLANK = re.compile(r"\s+")
_TAIL = re.compile(r"\s?(?:방송|통신|그룹|측)$")
_TITLED = frozenset({Kind.EVENT, Kind.LAW, Kind.PROJECT})


class Union:
    """Surfaces that mean the same, with the rule that joined them. The first name of a pair keeps the group."""

    def __init__(self, surfaces: Iterable[str]) -> None:
        self._head = {s: s for s in surfaces}
        self.rules: dict[str, str] = {}

    def __contains__(self, surface: str) -> bool:
        return surface in self._head

    def add(self, surface: str) -> None:
        """Take in a surface of its own."""
        self._head.setdefault(surface, surface)

    def head(self, surface: str) -> str:
        """The name that stands for the group."""
        while self._head[surface] != surface:
            surface = self._head[surface]
        return surface

    def join(self, full: str, short: str, rule: str) -> None:
        """Say that `short` is another form of `full`."""
        one, other = self.head(full), self.head(short)
        if one != other:
            self._head[other] = one
            self.rules.setdefault(short, rule)


def join_names(kinds: Mapping[str, Kind], declared: Iterable[tuple[str, str]], chars: str, known: Knowledge) -> Union:
    """Groups of the surfaces in `kinds`, found in `chars`; `declared` are pairs (full, short) that the page makes."""
    union = Union(sorted(kinds, key=lambda s: (-len(s), s)))
    for full, short in declared:
        union.add(short)
        union.join(full, short, "declared")
    _join_famous(union, kinds, known)
    people = [s for s, k in kinds.items() if k is Kind.PERSON]
    _join_people(union, people)
    _join_short(union, {s: k for s, k in kinds.items() if k is not Kind.PERSON}, chars, known)
    return union


def _join_famous(union: Union, kinds: Mapping[str, Kind], known: Knowledge) -> None:
    groups: dict[str, list[str]] = {}
    for surface in kinds:
        one = known.forms.get(surface)
        if one:
            groups.setdefault(one.full, []).append(surface)
    for full, group in groups.items():
        group.sort(key=lambda s: (s != full, -len(s), s))
        for other in group[1:]:
            union.join(group[0], other, "known-form")


def _join_people(union: Union, people: list[str]) -> None:
    by_part: dict[str, set[str]] = {}
    for full in people:
        words = full.split()
        for size in range(1, len(words)):
            by_part.setdefault(" ".join(words[-size:]), set()).add(full)
            by_part.setdefault(" ".join(words[:size]), set()).add(full)
    for short in people:
        fulls = sorted(by_part.get(short, ()), key=len)
        heads = {union.head(f) for f in fulls}
        if len(heads) == 1:
            union.join(fulls[-1], short, "part-of-the-name")
    given: dict[str, list[str]] = {}
    for full in people:
        given.setdefault(full[1:], []).append(full)
    for short in people:
        called = short[:-1] if len(short) == 3 and short[-1] == "이" else short  # 도현이  # noqa: PLR2004
        fulls = given.get(called, [])
        if len(fulls) == 1 and len(called) == 2:  # noqa: PLR2004
            union.join(fulls[0], short, "given-name")
    for one, other in itertools.combinations(people, 2):
        if _BLANK.sub("", one) == _BLANK.sub("", other):
            union.join(one, other, "same-letters")


def _with_country(surface: str, known: Knowledge) -> str:
    """미 정부 → 미국 정부."""
    country, blank, rest = surface.partition(" ")
    one = known.forms.get(country) if blank and len(country) == 1 else None
    return f"{one.full} {rest}" if one else surface


def _comes_first(full: str, short: str, chars: str) -> bool:
    """Whether 미 국방부 is named before 국방부 alone, which would be the ministry of the reader's own country."""
    return not _ABROAD.match(full) or chars.find(full) <= chars.find(short)


def _join_short(union: Union, kinds: Mapping[str, Kind], chars: str, known: Knowledge) -> None:
    bare = {s: _BLANK.sub("", _with_country(s, known)) for s in kinds}
    for one, other in itertools.combinations(sorted(kinds, key=lambda s: (-len(s), s)), 2):
        if kinds[one] is not kinds[other] or len(other) < 2:  # noqa: PLR2004
            continue
        a, b = bare[one], bare[other]
        if a == b:
            union.join(one, other, "same-letters")
        elif kinds[one] is Kind.ORG and (
            (_LEAD.sub("", a) == b and _comes_first(one, other, chars)) or (len(b) > 2 and _TAIL.sub("", a) == b)  # noqa: PLR2004
        ):
            union.join(one, other, "short-form")
        elif kinds[one] is Kind.ORG and _is_clipped(a, b, known):
            union.join(one, other, "short-form")  # 보라엔터테인먼트, 보라엔터
        elif kinds[one] in _TITLED and " " in other and one.endswith(f" {other}"):
            union.join(one, other, "short-form")  # 제3회 한빛 물빛주간, 한빛 물빛주간
        elif a.startswith(b) and known.spare_ends.get(a[len(b) :]) is kinds[one]:
            union.join(other, one, "short-form")  # 나루완박, 나루완박법


def _is_clipped(full: str, short: str, known: Knowledge) -> bool:
    """Whether `short` is the same name with the beginning of its ending."""
    ending = known.ending_of(full)
    stem = full[: -len(ending[0])] if ending else ""
    return bool(stem) and len(stem) + 1 < len(short) < len(full) and full.startswith(short)
