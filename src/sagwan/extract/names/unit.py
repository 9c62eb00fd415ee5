"""Units: nominals told apart by what they look like, known names of several words made one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from sagwan.core.entity import Kind
from sagwan.extract.names.shape import is_family_name, is_korean_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.extract.names.knowledge import Famous, Knowledge, Post
    from sagwan.extract.names.nominal import Nominal


class Looks(StrEnum):
    """What a unit looks like before the page has been heard."""

    PERSON = "person"
    NAMED = "named"
    PROPER = "proper"
    FAMILY = "family"
    SENSE = "sense"
    TITLE = "title"
    NOUN = "noun"


class Unit(NamedTuple):
    """One word or known name. `kind` is filled for NAMED; `post` and `cut` (where the title begins) for TITLE;
    `famous` where the name is in the lexicon; `rule` names what told it.
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


_STRONG_TAGS = ("NNP", "SL", "SH")


def units(nominals: tuple[Nominal, ...], chars: str, ends: frozenset[int], known: Knowledge) -> list[Unit]:
    """The nominals as units. `ends` are the places where morphemes end: a known name ends at one of them."""
    done: list[Unit] = []
    skip_to = -1
    for i, n in enumerate(nominals):
        if n.start < skip_to:
            continue
        one = known.famous_at(chars, n.start)
        if one is not None and _stands(one, n, chars, ends):
            stop = n.start + len(one.form)
            skip_to = stop
            done.extend(_of_famous(one, nominals, i, stop, known))
        else:
            done.append(_of_nominal(n, known))
        _close_with_ending(done, chars, known)
    return done


def _close_with_ending(done: list[Unit], chars: str, known: Knowledge) -> None:
    """Make 미국 국방부 and 영국 보건 당국 one name: a place, then an ending that may stand alone."""
    last = done[-1]
    if last.looks not in (Looks.NAMED, Looks.NOUN) or last.link != " " or len(done) < 2:  # noqa: PLR2004
        return
    tail = known.endings.get(last.text)
    if tail is None or not tail.alone:
        return
    first = len(done) - 2
    if done[first].looks is Looks.NOUN and last.text == "당국" and done[first].link == " " and not done[first].tail:
        first -= 1
    opener = done[first]
    if first < 0 or opener.looks is not Looks.NAMED or opener.tail or opener.kind not in (Kind.PLACE, Kind.ORG):
        return
    if opener.kind is Kind.ORG and last.looks is Looks.NAMED and last.famous:
        return
    text = chars[opener.start : last.end]
    done[first:] = [
        last._replace(
            text=text,
            start=opener.start,
            looks=Looks.NAMED,
            link=opener.link,
            kind=tail.kind,
            rule="ending",
            famous=known.forms.get(text),
        )
    ]


def _stands(one: Famous, n: Nominal, chars: str, ends: frozenset[int]) -> bool:
    stop = n.start + len(one.form)
    if stop not in ends and chars[stop : stop + 1].isalnum():
        return False
    if stop < n.end and (one.weak or len(one.form) < 2):  # noqa: PLR2004
        return False
    # A short everyday word is a name only where the analyser takes it for one.
    return one.kind is Kind.ORG or len(one.form) > 2 or n.proper or n.tags in ("SL", "SH")  # noqa: PLR2004


def _of_famous(one: Famous, nominals: tuple[Nominal, ...], i: int, stop: int, known: Knowledge) -> Iterator[Unit]:
    n = nominals[i]
    last = i
    while last + 1 < len(nominals) and nominals[last + 1].start < stop:
        last += 1
    over = nominals[last].end - stop
    rest = nominals[last].text[-over:] if over > 0 else ""
    title = known.title_of(rest) if rest else None
    if rest and title is None:
        whole = _of_nominal(nominals[last], known) if last == i else None
        if whole is not None and whole.looks is Looks.NAMED:
            yield whole
            return
    tail = "" if rest else nominals[last].tail
    yield Unit(one.form, n.start, stop, Looks.NAMED, n.link, tail, True, one.kind, famous=one, rule="known")  # noqa: FBT003
    if rest:
        end = nominals[last].end
        if title:
            yield Unit(rest, stop, end, Looks.TITLE, "", nominals[last].tail, False, post=title[1], cut=title[0])  # noqa: FBT003
        else:
            yield Unit(rest, stop, end, Looks.NOUN, "", nominals[last].tail, False)  # noqa: FBT003


def _of_nominal(n: Nominal, known: Knowledge) -> Unit:
    text = n.text
    base = Unit(text, n.start, n.end, Looks.NOUN, n.link, n.tail, n.proper)
    if text in known.senses_before and (n.link in ("^", " ", "x", ",", "의", "인")):
        return base._replace(looks=Looks.SENSE)
    title = known.title_of(text)
    if title is not None and not (title[0] and n.proper and is_korean_name(text, known)):
        return base._replace(looks=Looks.TITLE, post=title[1], cut=title[0])
    if is_family_name(text, known) and (len(text) > 1 or n.tags in ("NNP", "MM", "NNG", "SH", "IC", "NP", "NR")):
        return base._replace(looks=Looks.FAMILY)
    if text in known.no_names or n.tags == "NNB":
        return base
    ended = known.ending_of(text)
    korean = n.proper and is_korean_name(text, known) and n.tags in ("NNP", "NNP+NNP", "NNP+NNG", "NNG+NNP")
    if ended is not None and not (korean and ended[1].common):
        ending, tail = ended
        if len(ending) < len(text) and (not tail.common or n.proper):
            return base._replace(looks=Looks.NAMED, kind=tail.kind, rule="ending")
    if korean:
        return base._replace(looks=Looks.PERSON, kind=Kind.PERSON, rule="shape")
    if n.proper:
        return base._replace(looks=Looks.PROPER)
    return base
