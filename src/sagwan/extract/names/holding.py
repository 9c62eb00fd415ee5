"""Who holds what: a title with the name before or behind it, and the organisation that it is a title of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.names.shape import is_family_name
from sagwan.extract.names.unit import Looks, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.extract.names.knowledge import Knowledge, Post

_NEAR = (" ", "")
_MOST_NOUNS = 3
_MOST_WORDS = 4
_NEAR_HOST = 12
# Words that may stand between a name and its title without breaking the apposition: departments and ranks.
_DEPARTMENT_ENDS = (
    "과",
    "부",
    "팀",
    "실",
    "국",
    "본부",
    "부문",
    "센터",
    "학부",
    "담당",
    "소속",
    "전공",
    "분야",
    "산하",
    "출신",
)


@dataclass(frozen=True, slots=True)
class Holding:
    """A title at its place with what stands beside it. `people` are the units of each holder, one or several
    words each; `unsure` says that the words before the title may as well be the organisation. `org` are the
    units of the organisation.
    """

    title: str
    start: int
    end: int
    post: Post
    people: tuple[tuple[Unit, ...], ...] = ()
    org: tuple[Unit, ...] = ()
    unsure: bool = False
    sense: str | None = None
    rule: str = "bare"


@dataclass(slots=True)
class _Walk:
    """What has been met on the way to the left of a title."""

    person: list[Unit] = field(default_factory=list)
    org: list[Unit] = field(default_factory=list)
    others: list[tuple[Unit, ...]] = field(default_factory=list)
    sense: str | None = None
    nouns: int = 0
    order: str = ""


def holdings(us: Sequence[Unit], known: Knowledge) -> Iterator[Holding]:
    """Every title of a row with the names beside it."""
    first = 0
    for t, unit in enumerate(us):
        if unit.looks is not Looks.TITLE:
            continue
        if t and us[t - 1].looks is Looks.TITLE and unit.link in _NEAR and not us[t - 1].tail:
            pass  # a title of several words goes on
        else:
            first = t
        if _goes_on(us, t):
            continue
        yield _hold(us, first, t, known)


def with_host(h: Holding, outer: Sequence[Unit], host: int) -> Holding:
    """A title in brackets belongs to the organisation before them: 서울고법 민사16부(부장판사 …)."""
    if h.org or not h.people or h.rule != "title-name":
        return h
    for u in reversed(outer):
        if host - _NEAR_HOST < u.end <= host and u.looks is Looks.NAMED and u.kind is Kind.ORG:
            return replace(h, org=(u,))
    return h


def _goes_on(us: Sequence[Unit], t: int) -> bool:
    return t + 1 < len(us) and us[t + 1].looks is Looks.TITLE and us[t + 1].link in _NEAR and not us[t].tail


def _hold(us: Sequence[Unit], first: int, last: int, known: Knowledge) -> Holding:
    post = us[last].post
    assert post is not None
    text = " ".join(u.text for u in us[first : last + 1])
    made = Holding(text, us[first].start, us[last].end, post)
    walk = _walk_left(us, first, known)
    sense = walk.sense
    if len(us) > last and us[last].text in known.senses_behind:
        sense = sense or known.senses_behind[us[last].text]
    if walk.person:
        people = (tuple(walk.person), *walk.others)
        unsure = not walk.org and all(u.looks is Looks.PROPER for u in walk.person)
        return replace(made, people=people, org=tuple(walk.org), sense=sense, unsure=unsure, rule=walk.order)
    people = tuple(_right(us, last, strong=post.before or bool(walk.org)))
    rule = "title-name" if people else "bare"
    if not people:
        people = _by_predicate(us, first, last, known)
        rule = "predicate" if people else "bare"
    return replace(made, people=people, org=tuple(walk.org), sense=sense, rule=rule)


def _walk_left(us: Sequence[Unit], first: int, known: Knowledge) -> _Walk:
    walk = _Walk()
    i, link = first - 1, us[first].link
    while i >= 0 and (link in _NEAR or link == "의"):
        u = us[i]
        if u.tail and link != "의":
            if not u.tail.startswith(("(", "[", "’", "'", '"', "”")):
                break
        if not _take(walk, us, i, link, known):
            break
        link = u.link
        i -= 1
    before = us[first - 1] if first else None
    if before and before.looks is Looks.SENSE and not walk.person and is_family_name(before.text, known):
        # 고 의원, 전 의원: late and former, or Mr Ko and Mr Jeon; the page's people decide.
        walk.person, walk.order = [before._replace(looks=Looks.FAMILY)], "family-title"
    return walk


def _take(walk: _Walk, us: Sequence[Unit], i: int, link: str, known: Knowledge) -> bool:
    """Whether the walk goes on past unit `i`."""
    u = us[i]
    if u.looks is Looks.SENSE:
        walk.sense = walk.sense or known.senses_before[u.text]
        return True
    if u.looks is Looks.NOUN:
        walk.nouns += 1
        return walk.nouns <= _MOST_NOUNS and link != "의" and _may_stand_between(walk, u, known)
    if u.looks is Looks.NAMED and u.kind in (Kind.ORG, Kind.PLACE, Kind.PRODUCT, Kind.PROJECT, Kind.EVENT):
        return _take_org(walk, u, link)
    if u.looks is Looks.FAMILY:
        if walk.person or walk.org or walk.nouns or link == "의":
            return False
        walk.person, walk.order = [u], "family-title"
        return True
    if u.looks is Looks.PERSON:
        return _take_person(walk, us, i, link)
    if u.looks is Looks.PROPER:
        return _take_proper(walk, u, link)
    return False


def _may_stand_between(walk: _Walk, u: Unit, known: Knowledge) -> bool:
    if walk.person:
        return u.text in known.sorts or u.text.endswith(_DEPARTMENT_ENDS)
    return not walk.org or u.text in known.sorts


def _take_org(walk: _Walk, u: Unit, link: str) -> bool:
    if walk.org:
        if link == " " and u.kind is Kind.PLACE and not walk.person:
            walk.org.insert(0, u)
            return True
        return False
    if walk.person and walk.person[0].looks is Looks.PROPER and len(walk.person) > _MOST_WORDS:
        return False
    walk.org = [u]
    walk.nouns = 0
    if walk.person:
        walk.order = "org-name-title" if walk.order != "family-title" else walk.order
    return link != "의" or not walk.person


def _take_person(walk: _Walk, us: Sequence[Unit], i: int, link: str) -> bool:
    u = us[i]
    if link == "의" and not walk.person:
        return False
    if walk.person:
        if walk.person[0].looks is Looks.PROPER and not walk.org and not walk.others:
            walk.org, walk.person = walk.person, [u]
            walk.order = "name-org-title"
            walk.others = _coordinated(us, i)
            return False
        return False
    if walk.nouns and not walk.org and not us[i + 1].text.endswith(_DEPARTMENT_ENDS):
        return False
    walk.person = [u]
    walk.order = "name-org-title" if walk.org else "name-title"
    walk.others = _coordinated(us, i)
    walk.nouns = 0
    return not walk.org


def _take_proper(walk: _Walk, u: Unit, link: str) -> bool:
    if link == "의":
        if walk.person and not walk.org:
            walk.org = [u]
        return False
    if walk.person and walk.person[0].looks is not Looks.PROPER:
        if u.text.endswith(_DEPARTMENT_ENDS) and not walk.org:
            return True
        if walk.org or walk.nouns:
            return False
        walk.org = [u]
        walk.order = "org-name-title" if walk.order != "family-title" else walk.order
        return True
    if walk.org and not walk.person and walk.nouns and u.tail:
        return False
    if walk.nouns and not walk.org:
        return False
    if len(walk.person) >= _MOST_WORDS:
        return False
    walk.person.insert(0, u)
    walk.order = "name-org-title" if walk.org else "name-title"
    return True


def _coordinated(us: Sequence[Unit], i: int) -> list[tuple[Unit, ...]]:
    others: list[tuple[Unit, ...]] = []
    while i > 0 and us[i].link == "·" and us[i - 1].looks in (Looks.PERSON, Looks.PROPER):
        i -= 1
        others.append((us[i],))
    return others


def _right(us: Sequence[Unit], last: int, *, strong: bool) -> Iterator[tuple[Unit, ...]]:
    i = last + 1
    if i >= len(us) or us[i].link not in (" ", "인"):
        return
    if us[last].tail and us[i].link == " ":
        return
    strong = strong or us[i].link == "인"
    while i < len(us):
        name = [us[i]]
        if us[i].looks is Looks.PROPER and strong:
            while len(name) < _MOST_WORDS and not name[-1].tail and _joins(us, i + 1):
                i += 1
                name.append(us[i])
        elif us[i].looks is not Looks.PERSON:
            return
        yield tuple(name)
        i += 1
        if i >= len(us) or us[i].link != "·":
            return


_COPULA = re.compile(r"(?:이다|이었|였다|이던|이자|이며|인\b|으로서|로서|다\b)")


def _by_predicate(us: Sequence[Unit], first: int, last: int, known: Knowledge) -> tuple[tuple[Unit, ...], ...]:
    """The holder where the title is said of somebody: "가람은 감독이다", "대표로 선임된 가람", "가람을 대표로 영입"."""
    tail = us[last].tail
    if tail.startswith(("으로", "로")) and tail not in ("으로서", "로서"):
        if last + 1 >= len(us) or us[last + 1].text not in known.appointments:
            return ()
        made = us[last + 1]
        holder = us[last + 2] if last + 2 < len(us) else None
        if holder and made.tail.endswith(("된", "한")) and len(made.tail) == 1 and _is_human(holder):
            return (_whole_name(us, last + 2),)
        wanted = (
            _OBJECT if made.tail.startswith(("하", "했", "할", "한", "")) and not made.tail.startswith("되") else _TOPIC
        )
        return _nearest(us, first, wanted) or _nearest(us, first, _TOPIC)
    return _nearest(us, first, _TOPIC) if _COPULA.match(tail) else ()


_TOPIC = ("은", "는", "이", "가", "도", "역시", "또한")
_OBJECT = ("을", "를")


def _nearest(us: Sequence[Unit], before: int, tails: tuple[str, ...]) -> tuple[tuple[Unit, ...], ...]:
    for i in range(before - 1, -1, -1):
        u = us[i]
        if u.tail.rstrip(",") not in tails:
            continue
        if _is_human(u):
            return (tuple(_back(us, i)),)
        if u.looks is Looks.TITLE and i and _is_human(us[i - 1]) and u.link in _NEAR:
            return (tuple(_back(us, i - 1)),)
        if u.looks is Looks.NOUN or tails is _TOPIC:
            return ()
    return ()


def _is_human(u: Unit) -> bool:
    return u.looks in (Looks.PERSON, Looks.FAMILY) or (u.looks is Looks.PROPER and u.kind is None)


def _back(us: Sequence[Unit], i: int) -> list[Unit]:
    name = [us[i]]
    while (
        i and us[i].looks is Looks.PROPER and _joins(us, i) and us[i - 1].looks is Looks.PROPER and not us[i - 1].tail
    ):
        i -= 1
        name.insert(0, us[i])
    return name


def _whole_name(us: Sequence[Unit], i: int) -> tuple[Unit, ...]:
    name = [us[i]]
    while us[i].looks is Looks.PROPER and not us[i].tail and _joins(us, i + 1):
        i += 1
        name.append(us[i])
    return tuple(name)


def _joins(us: Sequence[Unit], i: int) -> bool:
    return i < len(us) and us[i].looks is Looks.PROPER and us[i].link == " "
