"""Organisations named by less than their name: the city for its club, 시 for the city's government, 협회 for the one
association of the page; and laws: 개정안.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.roster import Draft, Roster
    from sagwan.extract.names.unit import Unit

# What follows a city's name where its club is meant: it acts, is met, is led.
_CLUB_ACTS = re.compile(
    r"(?:은|는|이|가|도|의|을|를|과|와|전|,)?(?: (?:원정|감독|지휘봉|입장|선수|팬|구단|유니폼|홈)|\b)"
)
_CITY_ACTS = re.compile(r"(?:에서|에는|에 |에선|으로|시|시민|지역| 시민| 지역| 시내)")
GOVERNMENTS = frozenset("시도구군")
_HOUSE_ACTS = re.compile(r"(?:은|는|이|가|도|에 따르면|의| 관계자| 측)")
_SOME = re.compile(r"(?:한|다른|여러|각|모든|일부|많은) $")
_OFFICE_ACTS = re.compile(r"(?:는|가|에 따르면|의| 관계자| 측)")


def clubs_by_city(names: Iterable[str], kinds: Mapping[str, Kind], known: Knowledge) -> dict[str, str]:
    """City → the one club on the page that bears its name."""
    found: dict[str, list[str]] = {}
    for name in names:
        if kinds.get(name) is Kind.ORG and _is_club(name, known):
            city = _city_of(name, known)
            if city:
                found.setdefault(city, []).append(name)
    return {city: clubs[0] for city, clubs in found.items() if len(clubs) == 1}


def clubs_by_first_word(names: Iterable[str], kinds: Mapping[str, Kind], known: Knowledge) -> dict[str, str]:
    """The company or the word that opens a club's name → the one club on the page that it may stand for."""
    found: dict[str, list[str]] = {}
    for name in names:
        told = known.forms.get(name)
        first, blank, _ = (told.full if told else name).partition(" ")  # 한빛드래곤즈 too is 한빛's
        one = known.forms.get(first)
        if blank and kinds.get(name) is Kind.ORG and _is_club(name, known) and (one is None or one.kind is Kind.ORG):
            found.setdefault(first, []).append(name)
    return {first: clubs[0] for first, clubs in found.items() if len(clubs) == 1}


def _is_club(name: str, known: Knowledge) -> bool:
    one = known.forms.get(name)
    ends = name.rpartition(" ")[2] in known.clubs
    return (one is not None and one.entry == "known.club") or ends or name.endswith("FC")


def _city_of(name: str, known: Knowledge) -> str | None:
    first = name.split(maxsplit=1)[0]
    for size in range(len(first), 1, -1):
        one = known.forms.get(first[:size])
        if one is not None and one.kind is Kind.PLACE:
            return first[:size]
    return None


def means_club(chars: str, end: int) -> bool:
    """Whether a city's name that ends at `end` stands for its club."""
    return _CITY_ACTS.match(chars, end) is None and _CLUB_ACTS.match(chars, end) is not None


def join_bare_heads(roster: Roster, bare: Iterable[Unit], chars: str, known: Knowledge) -> None:
    """Give 협회, 연구원, 시, 개정안 to the one organisation or law of the page whose name ends in it, named before."""
    named = [*roster.of(Kind.ORG), *roster.of(Kind.LAW)]
    for unit in bare:
        span = Span(unit.start, unit.end)
        if unit.text in GOVERNMENTS and not _OFFICE_ACTS.match(chars, unit.end):
            continue
        tail = known.endings[unit.text]
        if tail.kind is Kind.ORG and tail.common and not _acts(unit, chars):
            continue
        ending = [d for d in named if _ends_in(d, unit.text)]
        # A headline says 개정안 of the law that the text names.
        if len(ending) == 1 and (ending[0].kind is Kind.LAW or ending[0].first.start < unit.start):
            roster.mention(ending[0], span, unit.text)


def _acts(unit: Unit, chars: str) -> bool:
    """Whether a word for any such house (호텔, 은행) does something here and is not one of many (한 호텔)."""
    before = chars[max(0, unit.start - 4) : unit.start]
    return _HOUSE_ACTS.match(chars, unit.end) is not None and _SOME.search(before) is None


def _ends_in(draft: Draft, head: str) -> bool:
    # 개정안 is short for 개정법률안.
    ends = draft.name.endswith(head) or draft.name.replace("법률안", "안").endswith(head)
    return draft.name != head and ends and len(draft.name) >= len(head) + 2
