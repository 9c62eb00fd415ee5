"""Units: nominals told apart by what they look like, known names of several words made one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sagwan.core.entity import Kind
from sagwan.extract.names.look import Looks, look
from sagwan.extract.names.places import BEHIND
from sagwan.extract.names.shape import is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.extract.names.knowledge import Famous, Knowledge, Post
    from sagwan.extract.names.nominal import Nominal


class Unit(NamedTuple):
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
_BEFORE_SENSE = frozenset({"^", " ", "x", ",", "의", "인"})
_FORCES = frozenset({"군", "해군", "공군", "육군", "해병대"})
_OFFICES = frozenset({"정부", "당국", "경찰", "검찰", "법원", "의회", "하원", "상원", "왕실"})


def units(nominals: tuple[Nominal, ...], chars: str, ends: frozenset[int], known: Knowledge) -> list[Unit]:
    """The nominals as units. `ends` are the places where morphemes end: a known name ends at one of them."""
    done: list[Unit] = []
    skip_to = -1
    for i, n in enumerate(nominals):
        if n.start < skip_to:
            continue
        one = known.famous_at(chars, n.start)
        if one is not None and _stands(one, n, chars, ends, known):
            skip_to = n.start + len(one.form)
            done.extend(_of_famous(one, nominals, i, known))
        else:
            u = _of_nominal(n, known)
            if u.cut and n.tags.startswith("SL+") and is_latin(u.text[: u.cut]):
                done.extend(_split(u))
            else:
                done.append(u)
        if done[-1].link == " " and len(done) > 1:
            _close(done, chars, known)
    _read_first_names(done, known)
    return done


def _is_post(rest: str, known: Knowledge) -> bool:
    """문화재청장, 경기도지사: what is left behind a known name is a title."""
    return rest == "장" or rest in known.titles


def _stands(one: Famous, n: Nominal, chars: str, ends: frozenset[int], known: Knowledge) -> bool:
    stop = n.start + len(one.form)
    if stop not in ends and chars[stop : stop + 1].isalnum():
        swallowed = len(one.form) > _SHORT and BEHIND.match(chars, stop)  # the analyser took the particle in
        if not swallowed and not _is_post(chars[stop : n.end], known):
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
    name = Unit(one.form, n.start, stop, Looks.NAMED, n.link, last.tail, True, one.kind, famous=one, rule="known")  # noqa: FBT003
    if last.end <= stop:
        yield name
        return
    rest = last.text[stop - last.end :]
    whole = _whole(name, rest, n, known) if last is n else None
    if whole is not None:
        yield from whole
        return
    title = known.title_of(rest)
    behind = Unit(rest, stop, last.end, Looks.NOUN, "", last.tail, False)  # noqa: FBT003
    yield name._replace(tail="")
    yield behind._replace(looks=Looks.TITLE, post=title[1], cut=title[0]) if title else behind


def _whole(name: Unit, rest: str, n: Nominal, known: Knowledge) -> tuple[Unit, ...] | None:
    """What a word says as a whole that begins with a known name; None where it falls into the name and the rest."""
    if name.kind is Kind.PLACE and rest in known.closers:  # 러시아군
        kind = known.closers[rest]
        return (name._replace(text=n.text, end=n.end, kind=kind, famous=known.forms.get(n.text), rule="ending"),)
    post = known.titles.get(n.text)
    if post is None and (rest == "장" or (rest == "원장" and name.text[-1] == "위")):  # 문화재청장, 공정위원장
        title = known.title_of(n.text)
        post = title[1] if title else None
    if post is not None:
        holder = Unit(n.text, n.start, n.end, Looks.TITLE, n.link, n.tail, n.proper, post=post)
        if rest == "의원" or name.kind is not Kind.ORG:
            return (holder,)
        return name._replace(tail=""), holder._replace(link="")
    if rest in known.titles:
        return None
    whole = _of_nominal(n, known)
    return (whole,) if whole.looks is Looks.NAMED else None


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


def _split(u: Unit) -> Iterator[Unit]:
    """OCA사무총장: foreign letters before a title are the organisation."""
    middle = u.start + u.cut
    yield u._replace(text=u.text[: u.cut], end=middle, looks=Looks.PROPER, tail="", post=None, cut=0)
    yield u._replace(text=u.text[u.cut :], start=middle, link="", cut=0, proper=False)


def _close(done: list[Unit], chars: str, known: Knowledge) -> None:
    """Make 미국 국방부, 영국 보건 당국 and 국회 정무위원회 one name."""
    last = done[-1]
    if len(done) > 1 and done[-2].text in known.name_openers and last.link == " " and last.proper and not done[-2].tail:
        text = chars[done[-2].start : last.end]
        done[-2:] = [
            last._replace(
                text=text, start=done[-2].start, looks=Looks.NAMED, link=done[-2].link,
                kind=known.name_openers[done[-2].text], rule="opener",
            )
        ]  # fmt: skip
        return
    if last.looks is not Looks.NAMED and last.text not in known.closers:
        return
    closing = known.closers.get(last.text)
    first = len(done) - 2
    if done[first].looks is Looks.NOUN and last.text == "당국" and done[first].link == " " and not done[first].tail:
        first -= 1
    opener = done[first]
    if first < 0 or opener.tail or opener.looks not in (Looks.NAMED, Looks.PROPER):
        return
    if closing is not None and last.text in _FORCES:
        fits = opener.kind is Kind.PLACE
    elif closing is not None:
        fits = opener.kind is Kind.PLACE or (not last.famous and closing is Kind.ORG and opener.kind is Kind.ORG)
        fits = fits or (opener.looks is Looks.PROPER and not last.famous and closing is not Kind.ORG)
        fits = fits or (
            opener.looks is Looks.PROPER and not last.famous and len(last.text) > 1 and last.text not in _OFFICES
        )
    elif last.kind is Kind.EVENT:
        fits, closing = opener.kind is Kind.ORG, Kind.EVENT
    else:
        fits = last.rule == "ending" and last.kind is Kind.ORG and not last.proper and opener.kind is Kind.ORG
        closing = last.kind
    if fits and closing:
        text = chars[opener.start : last.end]
        done[first:] = [
            Unit(
                text, opener.start, last.end, Looks.NAMED, opener.link, last.tail, True, closing,  # noqa: FBT003
                famous=known.forms.get(text), rule="ending",
            )
        ]  # fmt: skip


def _read_first_names(done: list[Unit], known: Knowledge) -> None:
    """조 바이든, 에릭 텐 하흐: a short word before an unknown proper noun is part of a foreign name."""
    particles = known.syllables["name_particle"]
    for i in range(len(done) - 1):
        u, behind = done[i], done[i + 1]
        if u.looks is Looks.PROPER and behind.looks is Looks.FAMILY and behind.link == " " and not u.tail:
            # 젠슨 황: a family name behind a first name, unless a title follows it (엔비디아 황 대표).
            follows = done[i + 2] if i + 2 < len(done) else None
            if (
                behind.proper
                and u.kind is None
                and (behind.tail or follows is None or follows.looks is not Looks.TITLE)
            ):
                done[i + 1] = behind._replace(looks=Looks.PROPER)
            continue
        if behind.looks is not Looks.PROPER or behind.link != " " or u.tail or len(behind.text) == 1:
            continue
        if u.text in particles or (u.looks is Looks.FAMILY and u.proper):
            done[i] = u._replace(looks=Looks.PROPER, kind=None)
