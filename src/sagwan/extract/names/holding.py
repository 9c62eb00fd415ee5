"""Who holds what: a title with the name before or behind it, and the organisation that it is a title of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.extract.names.look import Looks
from sagwan.extract.names.nominal import WAS
from sagwan.extract.names.predicate import holder_by_predicate, maker_by_predicate, name_from
from sagwan.extract.names.walk import MOST_WORDS, NEAR, Walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.extract.names.knowledge import Knowledge, Post
    from sagwan.extract.names.unit import Unit

_NEAR_HOST = 12
_ASIDE_RULES = frozenset({"title-name", "name-title"})
# 수상했다, 대표하는: what somebody does is no post.
_DONE = re.compile(r"하(?!고|지)|했|한(?!테)|해|할")


class Holding(Struct, frozen=True):
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


def org_of(h: Holding) -> Span | None:
    """Where the organisation of a title stands; None where none is named."""
    return Span(h.org[0].start, h.org[-1].end) if h.org else None


def holdings(us: Sequence[Unit], known: Knowledge) -> Iterator[Holding]:
    """Every title of a row with the names beside it."""
    first = 0
    for t, unit in enumerate(us):
        if unit.looks is not Looks.TITLE or _DONE.match(unit.tail):
            continue
        if not (t and _goes_on(us, t - 1)):
            first = t
        if not _goes_on(us, t):
            held = _hold(us, first, t, known)
            yield held
            yield from _each_with_his_own(us, held)


def _each_with_his_own(us: Sequence[Unit], h: Holding) -> Iterator[Holding]:
    """한가람 법무부·박도현 국방부 장관: who stands with an organisation of his own before the last holder has the same
    title there.
    """
    if h.rule != "name-org-title" or len(h.people) > 1 or h.people[0][0].looks is not Looks.PERSON:
        return
    i = next(k for k, u in enumerate(us) if u.start == h.people[0][0].start)
    while i > 1 and us[i].link == "·" and us[i - 1].kind is Kind.ORG and us[i - 2].looks is Looks.PERSON:
        if us[i - 1].link != " " or us[i - 2].tail:
            return
        yield replace(h, people=((us[i - 2],),), org=(us[i - 1],))
        i -= 2


def with_host(h: Holding, inner: Sequence[Unit], outer: Sequence[Unit], host: int) -> Holding:
    """A title in brackets belongs to what stands before them: 박도현(한빛물산 대표), 서울고법 민사9부(부장판사 …)."""
    for u in reversed(outer):
        closes = h.end == inner[-1].end and not inner[-1].tail and not h.title.isascii()
        if u.end == host and closes and not h.people and h.post.role and u.looks is Looks.PERSON:
            return replace(h, people=((u,),), rule="aside")
        near = host - _NEAR_HOST < u.end <= host and u.looks is Looks.NAMED and u.kind is Kind.ORG
        if near and not h.org and h.rule in _ASIDE_RULES:
            return replace(h, org=(u,))
    return h


def _goes_on(us: Sequence[Unit], t: int) -> bool:
    """Whether a title of several words goes on behind unit `t`."""
    if us[t].looks is not Looks.TITLE or us[t].tail or t + 1 >= len(us):
        return False
    return us[t + 1].looks is Looks.TITLE and us[t + 1].link in NEAR


def _hold(us: Sequence[Unit], first: int, last: int, known: Knowledge) -> Holding:
    post = us[last].post
    assert post is not None
    walk = Walk(us, known).go(first)
    made = Holding(
        title=" ".join(u.text for u in us[first : last + 1]),
        start=us[first].start,
        end=us[last].end,
        post=post,
        org=tuple(walk.org),
        sense=_sense(us, last, walk.sense, known),
    )
    several = us[last].tail.startswith("들")  # 남산의 부장들: nobody's post
    strange = bool(walk.person) and not walk.others and all(u.looks is Looks.PROPER for u in walk.person)
    if strange and _describes(us, last):
        return replace(made, org=())
    if strange and walk.org and (people := tuple(_right(us, last, strong=True))) and us[last + 1].link == " ":
        return replace(made, people=people, rule="title-name")  # 보라네 동해영화제 집행위원장 브루나 알베르
    if walk.person and (walk.others or not several):
        unsure = strange and not walk.org
        return replace(made, people=(tuple(walk.person), *walk.others), unsure=unsure, rule=walk.order)
    acting = _stands_in(us, last, known)
    between = acting or _sense_between(us, last, known) is not None
    people = tuple(_right(us, last + 1 if between else last, strong=post.before or bool(walk.org)))
    if people:
        return replace(made, org=() if _is_nationality(walk.org, post) else made.org, people=people, rule="title-name")
    holder = holder_by_predicate(us, first, last, known)
    if holder is None:
        return made
    return replace(made, people=(holder,), org=made.org or maker_by_predicate(us, first, holder), rule="predicate")


def _is_nationality(org: Sequence[Unit], post: Post) -> bool:
    """미국 배우 …, 한국의 소설가 …: who makes art has a country, and no post in it."""
    return post.field == "arts" and post.before and len(org) == 1 and org[0].kind is Kind.PLACE


def _describes(us: Sequence[Unit], last: int) -> bool:
    """보라골 대표 실력파 가수들: whether a title before a noun and another title tells what sort these are."""
    if us[last].tail or last + 2 >= len(us):
        return False
    noun, behind = us[last + 1 : last + 3]
    return (
        noun.looks is Looks.NOUN and noun.link == " " == behind.link and not noun.tail and behind.looks is Looks.TITLE
    )


def _sense(us: Sequence[Unit], last: int, before: str | None, known: Knowledge) -> str | None:
    """How a title is held: by the word before it, by its own last word, by what stands behind it."""
    if us[last].tail.startswith(WAS):
        return "former"
    behind = us[last + 1].text if _stands_in(us, last, known) else us[last].text
    return before or known.senses_behind.get(behind) or _sense_between(us, last, known)


def _sense_between(us: Sequence[Unit], last: int, known: Knowledge) -> str | None:
    """배우 고 한가람: what is told between a title and its holder."""
    if us[last].tail or last + 2 >= len(us) or us[last + 1].looks is not Looks.SENSE:
        return None
    beside = us[last + 1].link == " " == us[last + 2].link and us[last + 2].looks is Looks.PERSON
    return known.senses_before.get(us[last + 1].text) if beside else None


def _stands_in(us: Sequence[Unit], last: int, known: Knowledge) -> bool:
    """장관 직무대행: whether the word behind a title says that somebody else's post is held."""
    if us[last].tail or last + 1 >= len(us):
        return False
    behind = us[last + 1]
    return behind.link == " " and behind.looks is not Looks.TITLE and behind.text in known.senses_behind


def is_unnamed(us: Sequence[Unit], i: int) -> bool:
    """A씨, 김모씨: somebody whose name is kept back."""
    post = us[i + 1].post if i + 1 < len(us) else None
    if post is None or post.field != "honorific":
        return False
    text = us[i].text
    return (len(text) == 1 and text.isascii() and text.isupper()) or (len(text) == len("김모") and text[1] == "모")


def _right(us: Sequence[Unit], last: int, *, strong: bool) -> Iterator[tuple[Unit, ...]]:
    """The holders behind the title, several joined by middle dots or each behind a mark. One unknown proper noun is
    taken for a name only where the title is of the kind that stands before names, or its organisation is named.
    """
    i = last + 1
    if i >= len(us) or us[i].link not in (" ", ")", "인", "▲") or (us[last].tail and us[i].link == " "):
        return
    if us[i].looks is Looks.FAMILY and us[i].link == "인" and i + 1 < len(us) and us[i + 1].looks is Looks.TITLE:
        yield (us[i],)  # 지사였던 박 의원
        return
    if us[i].link == " " and is_unnamed(us, i):
        yield (us[i],)
        return
    if us[i].looks is Looks.TITLE and us[i].link == "인":  # 가수 겸 배우 한가람
        while _goes_on(us, i):
            i += 1
        yield from _right(us, i, strong=True)
        return
    if us[i].link == "인" and us[i].kind is Kind.ORG and not us[i].tail and i + 1 < len(us) and us[i + 1].link == " ":
        i += 1  # 간사인 누리당 한가람 의원
    joint = ("▲",) if us[i].link == "▲" else (" ", ",", "·") if us[last].link == "▲" else ("·",)
    strong = strong or us[last + 1].link == "인"
    while i < len(us) and us[i].looks in (Looks.PERSON, Looks.PROPER):
        name = name_from(us, i)[:MOST_WORDS]
        if us[i].looks is Looks.PROPER and not strong and len(name) == 1:
            return
        yield name
        i += len(name)
        if i >= len(us) or us[i].link not in joint:
            return
