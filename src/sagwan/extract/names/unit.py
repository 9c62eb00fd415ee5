"""Units: nominals told apart by what they look like, known names of several words made one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sagwan.core.entity import Kind
from sagwan.extract.names.look import Looks, look
from sagwan.extract.names.nominal import link_over
from sagwan.extract.names.places import BEHIND
from sagwan.extract.names.shape import is_hangul, is_latin
from sagwan.extract.names.swallowed import PARTICLE, UNCUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sagwan.extract.names.knowledge import Famous, Knowledge, Post
    from sagwan.extract.names.nominal import Nominal


class Unit(Struct, frozen=True):
    """One word or known name. `kind` is filled for NAMED, and for PROPER where its end hints at one; `post` and
    `cut` (where the title begins) for TITLE; `famous` where the name is in the lexicon; `rule` names what told it.
    """

    text: str
    start: int
    end: int
    looks: Looks
    link: str
    tail: str
    proper: bool
    kind: Kind | None = None
    post: Post | None = None
    cut: int = 0
    famous: Famous | None = None
    rule: str = ""


_SHORT = 2
_DEPARTMENTS = frozenset("실국단처과부팀")
_COUNTRIES = "known.country"
_INITIAL = re.compile(r"[A-Z]\.?")
# Kings, queens and popes: a number below twenty, at whose end the name ends.
_REIGN = re.compile(r" 1?\d세(?=(?P<tail>\S{0,8}))")
# What stands between an office and its second deputy.
_NUMBER = re.compile(r" (제?\d)")
_MOST_NOUNS = 4
_BEFORE_SENSE = frozenset({"^", " ", "x", "▲", ",", "의", "인", ")"})
_FORCES = frozenset({"군", "해군", "공군", "육군", "해병대"})


def units(
    nominals: tuple[Nominal, ...],
    chars: str,
    ends: frozenset[int],
    known: Knowledge,
    told: Mapping[int, Famous],
) -> list[Unit]:
    """The nominals as units. `ends` are the places where morphemes end: a known name ends at one of them. `told` are
    names that the page itself tells, by the place of their first character.
    """
    done: list[Unit] = []
    skip_to = -1
    for i, n in enumerate(nominals):
        if n.start < skip_to:
            continue
        if i and done[-1].end > nominals[i - 1].end:  # the known name before it runs on behind its last noun
            n = replace(n, link=link_over(chars[done[-1].end : n.start]))  # noqa: PLW2901
        one = told.get(n.start) or known.famous_at(chars, n.start)
        stands = one is not None and not _is_family(one, nominals, i, known)
        if one is not None and stands and (n.start in told or _stands(one, n, chars, ends, known)):
            skip_to = n.start + len(one.form)
            done.extend(_of_famous(one, nominals, i, known))
        else:
            u = _numbered(_of_nominal(n, known), done, chars)
            if u.cut and n.tags.startswith("SL+") and is_latin(u.text[: u.cut]):
                done.extend(_split(u))
            elif u.cut and _heads_house(u.text, known):
                done.extend(_of_house(u))
            else:
                done.append(u)
        if done[-1].link == " " and len(done) > 1:
            _close(done, chars, known)
    _read_initials(done, chars)
    _read_first_names(done, known)
    _number_rulers(done, chars)
    return done


def _read_initials(done: list[Unit], chars: str) -> None:
    """조지 W. 보렐: a letter between two words in Hangul that may be names makes one foreign name of them."""
    for i in range(len(done) - 2, 0, -1):
        u = done[i]
        if len(u.text) > _SHORT or _INITIAL.fullmatch(u.text) is None:
            continue
        before, behind = done[i - 1], done[i + 1]
        lettered = u.link == " " == behind.link and not u.tail and not before.tail
        around = before.looks in (Looks.PERSON, Looks.PROPER) and behind.looks is Looks.PROPER
        if lettered and around and is_hangul(before.text + behind.text):
            text = chars[before.start : behind.end]
            done[i - 1 : i + 2] = [
                replace(before, text=text, end=behind.end, looks=Looks.PROPER, tail=behind.tail, kind=None)
            ]


def _number_rulers(done: list[Unit], chars: str) -> None:
    """엘리자베스 2세 여왕: the number belongs to the name."""
    for i, u in enumerate(done):
        found = _REIGN.match(chars, u.end) if u.looks is Looks.PROPER and is_hangul(u.text) else None
        if found is None:
            continue
        done[i] = replace(u, text=u.text + found[0], end=found.end(), tail=found["tail"], rule="reign")
        if i + 1 < len(done):
            done[i + 1] = replace(done[i + 1], link=link_over(chars[found.end() : done[i + 1].start]))


def _is_post(rest: str, known: Knowledge) -> bool:
    """문화재청장, 경기도지사: what is left behind a known name is a title."""
    return rest == "장" or rest in known.titles


def _is_family(one: Famous, nominals: tuple[Nominal, ...], i: int, known: Knowledge) -> bool:
    """한 후보자: a country's sign that is a family name too is nobody's country before a title."""
    n = nominals[i]
    if len(one.form) > 1 or one.form != n.text or n.tail or n.text not in known.syllables["surname_common"]:
        return False
    behind = nominals[i + 1] if i + 1 < len(nominals) else None
    return behind is not None and behind.link == " " and known.title_of(behind.text) is not None


def _stands(one: Famous, n: Nominal, chars: str, ends: frozenset[int], known: Knowledge) -> bool:
    stop = n.start + len(one.form)
    if stop not in ends and chars[stop : stop + 1].isalnum():
        swallowed = len(one.form) > _SHORT and BEHIND.match(chars, stop)  # the analyser took the particle in
        rest = chars[stop : n.end]
        if not swallowed and not _is_post(rest, known) and known.spare_ends.get(rest) is not one.kind:
            return False
    if stop < n.end and (one.weak or len(one.form) < _SHORT):
        return False
    # A short everyday word is a name only where the analyser takes it for one.
    return one.kind is Kind.ORG or len(one.form) > _SHORT or n.proper


def _of_famous(one: Famous, nominals: tuple[Nominal, ...], i: int, known: Knowledge) -> Iterator[Unit]:
    n = nominals[i]
    stop = n.start + len(one.form)
    last = n
    for later in nominals[i + 1 :]:
        if later.start >= stop:
            break
        last = later
    tail = last.tail[max(0, stop - last.end) :]  # 우아한형제들: the name runs on into what follows its last noun
    name = Unit(one.form, n.start, stop, Looks.NAMED, n.link, tail, True, one.kind, famous=one, rule=one.rule)  # noqa: FBT003
    if last.end <= stop:
        yield name
        return
    rest = last.text[stop - last.end :]
    if last.tags in UNCUT and PARTICLE.fullmatch(rest):  # 물빛시가, which the analyser takes for one noun
        yield replace(name, tail=rest + last.tail)
        return
    whole = _whole(name, rest, n, known) if last is n else None
    if whole is not None:
        yield from whole
        return
    title = known.title_of(rest)
    behind = Unit(rest, stop, last.end, Looks.NOUN, "", last.tail, False)  # noqa: FBT003
    yield replace(name, tail="")
    yield replace(behind, looks=Looks.TITLE, post=title[1], cut=title[0]) if title else behind


def _whole(name: Unit, rest: str, n: Nominal, known: Knowledge) -> tuple[Unit, ...] | None:
    """What a word says as a whole that begins with a known name; None where it falls into the name and the rest."""
    abroad = name.kind is Kind.ORG and _names_country(rest, known)  # 누리증권베트남
    if abroad or (name.kind is Kind.PLACE and rest in known.closers):  # 러시아군
        kind = Kind.ORG if abroad else known.closers[rest].kind
        return (replace(name, text=n.text, end=n.end, kind=kind, famous=known.forms.get(n.text), rule="ending"),)
    if name.kind is known.spare_ends.get(rest):  # 나루완박법
        return (replace(name, text=n.text, end=n.end, famous=None, rule="ending"),)
    post = known.titles.get(n.text)
    if post is None and (rest == "장" or (rest == "원장" and name.text[-1] == "위")):  # 문화재청장, 공정위원장
        title = known.title_of(n.text)
        post = title[1] if title else None
    if post is not None:
        holder = Unit(n.text, n.start, n.end, Looks.TITLE, n.link, n.tail, n.proper, post=post)
        if rest == "의원" or name.kind is not Kind.ORG:
            return (holder,)
        return replace(name, tail=""), replace(holder, link="")
    title = known.title_of(n.text)
    runs_over = title is not None and 0 < title[0] < len(name.text)  # 용산구청장: a 구청장
    # 누리경제연구원, which the analyser knows as one name, is no researcher of 누리경제.
    own = n.tags == "NNP" and rest in known.endings
    if rest in known.titles and not (runs_over or own):
        return None
    whole = _of_nominal(n, known)
    return (whole,) if runs_over or whole.looks is Looks.NAMED else None


def _of_nominal(n: Nominal, known: Knowledge) -> Unit:
    if n.text in known.senses_before and n.link in _BEFORE_SENSE:
        return Unit(n.text, n.start, n.end, Looks.SENSE, n.link, n.tail, n.proper)
    seen = look(n.text, n.tags, known)
    text = n.text[: seen.size]
    if seen.looks is Looks.FAMILY and n.tags == "SH":
        text = known.hanja_names[n.text]
    end = n.start + seen.size
    return Unit(
        text, n.start, end, seen.looks, n.link, n.tail, n.proper, seen.kind, seen.post, seen.cut, None, seen.rule
    )


def _numbered(u: Unit, done: list[Unit], chars: str) -> Unit:
    """외교부 1차관: the number belongs to the title."""
    if u.post is None or not u.post.role or u.cut or not done or done[-1].tail:
        return u
    found = _NUMBER.fullmatch(chars, done[-1].end, u.start)
    if found is None:
        return u
    return replace(u, text=found[1] + u.text, start=found.start(1), link=" ")


def _split(u: Unit) -> Iterator[Unit]:
    """OCA사무총장: foreign letters before a title are the organisation."""
    middle = u.start + u.cut
    yield replace(u, text=u.text[: u.cut], end=middle, looks=Looks.PROPER, tail="", post=None, cut=0)
    yield replace(u, text=u.text[u.cut :], start=middle, link="", cut=0, proper=False)


def _heads_house(title: str, known: Knowledge) -> bool:
    """가람병원장: whether the title is the name of a house with 장 behind it; 정책실장 heads a department."""
    ending = known.ending_of(title[:-1]) if title[-1] == "장" else None
    if ending is None or ending[1].common or ending[1].kind is not Kind.ORG or ending[0][-1] in _DEPARTMENTS:
        return False
    return len(title) - 1 - len(ending[0]) > 1 and title[:-1] not in known.no_names


def _of_house(u: Unit) -> Iterator[Unit]:
    house = replace(u, text=u.text[:-1], end=u.end - 1, looks=Looks.NAMED, tail="", post=None, cut=0)
    yield replace(house, kind=Kind.ORG, rule="ending")
    yield replace(u, link="")


def _close(done: list[Unit], chars: str, known: Knowledge) -> None:
    """Make 미국 국방부, 영국 보건 당국, 국회 정무위원회 and 법무법인 가람 one name."""
    last, first = done[-1], len(done) - 2
    if done[first].text in known.name_openers and last.proper and not done[first].tail:
        _merge(done, first, chars, known.name_openers[done[first].text], known, rule="opener")
        return
    if done[first].looks is Looks.NOUN and last.text == "당국" and done[first].link == " " and not done[first].tail:
        first -= 1
    if last.looks is Looks.NOUN and last.text in known.gathered:
        first = _gathered(done, known)
    if first >= 0 and not done[first].tail:
        kind = Kind.ORG if len(done) - first > _SHORT else _closed_kind(done[first], last, known)
        if kind is not None:
            _merge(done, first, chars, kind, known, rule="ending")


def _gathered(done: list[Unit], known: Knowledge) -> int:
    """Where 누리동 재개발 반대 대책위원회 begins: with the nouns that tell what it is about, two at least."""
    first = len(done) - 1
    while first and done[first].link == " " and len(done) - first <= _MOST_NOUNS:
        u = done[first - 1]
        plain = u.looks in (Looks.NOUN, Looks.PROPER) and u.text not in known.sorts
        if u.tail or not (plain or u.kind is Kind.PLACE):
            break
        first -= 1
    while done[first].text in known.no_names:  # 전날
        first += 1
    return first if len(done) - first > _SHORT else len(done) - 2


def _closed_kind(opener: Unit, last: Unit, known: Knowledge) -> Kind | None:
    """The kind of the name that `opener` and `last` make together; None where they are two."""
    closing = known.closers.get(last.text)
    if closing is not None and closing.kind is Kind.LAW and opener.looks is Looks.NOUN:
        return Kind.LAW if _is_law(opener.text, known) else None
    short = opener.looks is Looks.PERSON and len(opener.text) == _SHORT  # 한빛 드래곤즈
    if opener.looks is Looks.PROPER or (short and last.proper):
        return closing.kind if closing and not closing.common and not last.famous else None
    if opener.looks is Looks.NAMED and closing is not None:
        if opener.kind is Kind.PLACE:
            # 용산 국방부 is a ministry and where it sits; 미국 국방부 another country's; 미국 대학 is any of many.
            several = not closing.common and closing.kind is Kind.ORG
            return None if (several if _is_country(opener) else last.famous) else closing.kind
        same = opener.kind is closing.kind and closing.kind in (Kind.ORG, Kind.LAW)
        return closing.kind if same and not last.famous and last.text not in _FORCES else None
    if opener.looks is not Looks.NAMED or (last.kind is Kind.EVENT and opener.kind is Kind.ORG):
        return Kind.EVENT if opener.looks is Looks.NAMED else None
    part = last.rule == "ending" and last.kind is Kind.ORG and opener.kind is Kind.ORG
    return Kind.ORG if part and (not last.proper or last.text.endswith(known.branches)) else None


def _is_law(word: str, known: Knowledge) -> bool:
    """Whether a common noun names a law (정부조직법), so that what stands behind it is a bill or a decree."""
    ending = known.ending_of(word)
    return ending is not None and ending[1].kind is Kind.LAW and ending[0] != word


def _is_country(u: Unit) -> bool:
    return u.famous is not None and u.famous.entry.startswith(_COUNTRIES)


def _names_country(word: str, known: Knowledge) -> bool:
    one = known.forms.get(word)
    return one is not None and one.entry.startswith(_COUNTRIES) and not one.weak


def _merge(done: list[Unit], first: int, chars: str, kind: Kind, known: Knowledge, *, rule: str) -> None:
    opener, last = done[first], done[-1]
    text = chars[opener.start : last.end]
    done[first:] = [
        Unit(
            text=text,
            start=opener.start,
            end=last.end,
            looks=Looks.NAMED,
            link=opener.link,
            tail=last.tail,
            proper=True,
            kind=kind,
            famous=known.forms.get(text),
            rule=rule,
        )
    ]


def _read_first_names(done: list[Unit], known: Knowledge) -> None:
    """조 알베르, 브루노 반 알베르: a short word before an unknown proper noun is part of a foreign name."""
    particles = known.syllables["name_particle"]
    for i in range(len(done) - 1):
        u, behind = done[i], done[i + 1]
        if u.looks is Looks.PROPER and behind.looks is Looks.FAMILY and behind.link == " " and not u.tail:
            # 브루노 황: a family name behind a first name, unless a title follows it (누리전자 황 대표).
            follows = done[i + 2] if i + 2 < len(done) else None
            if (
                (behind.proper or behind.tail)
                and u.kind is None
                and (behind.tail or follows is None or follows.looks is not Looks.TITLE)
            ):
                done[i + 1] = replace(behind, looks=Looks.PROPER)
            continue
        if behind.looks is not Looks.PROPER or behind.link != " " or u.tail or len(behind.text) == 1:
            continue
        if u.text in particles or (u.looks is Looks.FAMILY and u.proper):
            done[i] = replace(u, looks=Looks.PROPER, kind=None)
