"""Posts that a predicate gives: "가람은 감독이다", "대표로 선임된 가람", "가람을 대표로 영입했다"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.names.look import Looks
from sagwan.extract.names.shape import is_acronym
from sagwan.extract.names.walk import NEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.unit import Unit

    Name = tuple[Unit, ...]

_COPULA = re.compile(r"이다|이었|였다|이던|이자|이며|인\b|으?로서|다\b")
_SAID_TO_BE = re.compile(r"이?다\b|이었다|였다|이며|이고|입니다")
_TOPIC = ("은", "는", "이", "가", "도", "역시", "또한")
_OBJECT = ("을", "를")


def holder_by_predicate(us: Sequence[Unit], first: int, last: int, known: Knowledge) -> Name | None:
    """The words of the one to whom the title us[first:last + 1] is given, None where no predicate gives it."""
    tail = us[last].tail
    if _COPULA.match(tail):
        return _nearest(us, first, _TOPIC)
    if tail in ("은", "는"):
        return _named_as(us, last + 1)
    if tail not in ("으로", "로") or last + 1 >= len(us) or us[last + 1].text not in known.appointments:
        return None
    made = us[last + 1].tail
    if made in ("된", "한") and last + 2 < len(us) and is_human(us[last + 2]):
        return name_from(us, last + 2)
    named = None if made.startswith("되") else _nearest(us, first, _OBJECT)
    return named or _nearest(us, first, _TOPIC)


def _named_as(us: Sequence[Unit], i: int) -> Name | None:
    """대표는 한가람이다: the name that a title's topic is said to be."""
    if i >= len(us) or us[i].looks is not Looks.PERSON:
        return None
    return (us[i],) if _SAID_TO_BE.match(us[i].tail) else None


def maker_by_predicate(us: Sequence[Unit], before: int, holder: Name) -> Name:
    """The organisation that takes the holder in: the topic of "누리은행은 가람을 대표로 영입했다"."""
    if not holder[-1].tail.startswith(_OBJECT):
        return ()
    for u in reversed(us[:before]):
        if u.tail in _TOPIC and u.start < holder[0].start:
            return (u,) if u.kind is Kind.ORG else ()
    return ()


def _nearest(us: Sequence[Unit], before: int, tails: tuple[str, ...]) -> Name | None:
    """The nearest name before `before` with one of these particles; another noun with it comes between."""
    for i in range(before - 1, -1, -1):
        if us[i].tail.rstrip(",") not in tails:
            continue
        end = i - 1 if us[i].looks is Looks.TITLE and i and us[i].link in NEAR else i
        return _name_up_to(us, end) if is_human(us[end]) else None
    return None


def is_human(u: Unit) -> bool:
    """Whether the unit may name a person."""
    if u.looks is Looks.PROPER:
        return u.kind is None and not is_acronym(u.text)
    return u.looks in (Looks.PERSON, Looks.FAMILY)


def joins(us: Sequence[Unit], i: int) -> bool:
    """Whether unit `i` may go on a foreign name that unit `i - 1` began."""
    return i < len(us) and us[i].looks is Looks.PROPER and us[i].link == " " and not us[i - 1].tail


def name_from(us: Sequence[Unit], i: int) -> Name:
    """The words of the name that begins at `i`."""
    name = [us[i]]
    while us[i].looks is Looks.PROPER and joins(us, i + 1):
        i += 1
        name.append(us[i])
    return tuple(name)


def _name_up_to(us: Sequence[Unit], i: int) -> Name:
    first = i
    while first and us[first - 1].looks is Looks.PROPER and joins(us, first):
        first -= 1
    return tuple(us[first : i + 1])
