"""Nominals: the stretches of a sentence that can be a name, a title or a noun, and how each hangs on the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sagwan.extract.names.shape import is_korean_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.passage import Sentence

# The tags of a name that the analyser had cut and that was put together again.
PIECES = "pieces"

_NAMING = frozenset({"NNP", "NNG", "SL", "SH", "XR", "XPN", "NR", "NP", "MM", "IC"})
_GLUE = frozenset("-&+'’.")
# 소리꾼, 전략가: these make a noun of a person and belong to it.
_PERSON_SUFFIX = frozenset("꾼가자관사수원")
_BRACKETS = {**dict.fromkeys("([（〔【", "("), **dict.fromkeys(")]）〕】", ")")}
_AFTER_NAME = re.compile(r"(?:은|는|이|가|을|를|의|에게|도|와|과|씨|측)(?![가-힣])")
_ASIDE = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")
_QUOTES = "‘’'“”\"「」『』<>《》"
_DOTS = "·ㆍ・‧∙•"


class Nominal(NamedTuple):
    """A run of noun morphemes without a blank, at its place.

    `tags` are Kiwi's, joined by `+`; `proper` says that a proper noun or foreign letters are in it. `link` tells
    what stands between it and the nominal before, bracketed asides left out: a blank, nothing, `의`, `인`, `·`,
    `,`, `‘` for a quotation mark, or `x` for anything else. `tail` is what stands right behind it, up to the next blank or nominal.
    """

    text: str
    start: int
    end: int
    tags: str
    proper: bool
    link: str
    tail: str


class Row(NamedTuple):
    """The nominals of a sentence, or of one bracketed aside of it; `host` is the end of what the aside explains."""

    nominals: tuple[Nominal, ...]
    host: int | None


def rows(chars: str, sentence: Sentence, known: Knowledge) -> list[Row]:
    """The sentence's own row first, then one for each bracketed aside, in text order."""
    outer: list[Nominal] = []
    asides: list[Row] = []
    inner: list[Nominal] | None = None
    host = 0
    for start, end, tags in _stretches(chars, sentence.morphemes, known):
        if tags == "(":
            inner, host = [], start
        elif tags == ")":
            if inner:
                asides.append(Row(_with_tails(chars, inner, start), host))
            inner = None
        else:
            row = outer if inner is None else inner
            if row and row[-1].text[-1] == "의" and _takes_genitive(row[-1]):
                row[-1] = row[-1]._replace(text=row[-1].text[:-1], end=row[-1].end - 1)
            link = _link(chars[row[-1].end : start]) if row else "^"
            row.append(Nominal(chars[start:end], start, end, tags, _is_proper(tags), link, ""))
    if inner:
        asides.append(Row(_with_tails(chars, inner, sentence.span.end), host))
    return [Row(_with_tails(chars, outer, sentence.span.end), None), *asides]


def _takes_genitive(n: Nominal) -> bool:
    """An unknown foreign name swallows the particle behind it: 제프리스의 is 제프리스 and 의."""
    return n.tags == "NNP" and len(n.text) > 3  # noqa: PLR2004


def _stretches(chars: str, morphemes: Sequence[Morpheme], known: Knowledge) -> Iterator[tuple[int, int, str]]:
    """Runs of naming morphemes as (start, end, tags); a bracket as (place, place, "(" or ")")."""
    start = end = held = -1
    tags = ""
    for form, tag, at, to in morphemes:
        if at < held or (at < end and tags):
            continue  # swallowed by a name put together again
        if tags and at == max(held, end) and _continues(form, tag, tags):
            if tag in _NAMING or tag == "SN" or (tag == "XSN" and form in _PERSON_SUFFIX):
                tags, end = f"{tags}+{tag}", to
            held = to
            continue
        if tags:
            yield start, end, tags
            tags = ""
        held = -1
        if tag in _NAMING and to > at:
            start, end, tags = at, to, tag
            whole = _put_together(chars, form, at, to, known)
            if whole:
                end, held, tags = whole, whole, PIECES
        elif tag == "NNB":
            yield at, to, tag
        elif form in _BRACKETS:
            yield at, at, _BRACKETS[form]
    if tags:
        yield start, end, tags


def _continues(form: str, tag: str, tags: str) -> bool:
    if tags == PIECES or tags.endswith("MM") or (tags == "SH" and tag != "SH"):
        return False
    if tag in _NAMING:
        return tag != "MM"
    return tag in ("SN", "XSN") or form in _GLUE


def _put_together(chars: str, form: str, at: int, to: int, known: Knowledge) -> int:
    """Where a Korean full name ends that was cut behind its family name (김+건+희); 0 where there is none."""
    if to - at != 1 or form not in known.syllables["surname_common"]:
        return 0
    stop = at + 3
    if chars[at - 1 : at].isalnum() and at or chars[to : to + 1].isspace():
        return 0
    name = chars[at:stop]
    if not is_korean_name(name, known) or name[1:] in known.titles or name in known.sorts or name in known.endings:
        return 0
    return stop if not chars[stop : stop + 1].isalnum() or _AFTER_NAME.match(chars, stop) else 0


def _is_proper(tags: str) -> bool:
    return "NNP" in tags or "SL" in tags or "SH" in tags


def _link(gap: str) -> str:
    if not gap or gap.isspace():
        return " " if gap else ""
    if "(" in gap or "[" in gap or "（" in gap:
        gap = _ASIDE.sub("", gap)
    bare = gap.strip()
    if not bare:
        return " " if gap else ""
    if bare in _DOTS:
        return "·"
    if bare in {"의", "인", ","}:
        return bare
    if bare in _QUOTES:
        return "‘"
    return "인" if bare in {"이자", "겸", "이면서", "이며"} else "x"


def _with_tails(chars: str, row: list[Nominal], stop: int) -> tuple[Nominal, ...]:
    done = []
    for i, n in enumerate(row):
        end = min(row[i + 1].start if i + 1 < len(row) else stop, n.end + 8)
        tail = chars[n.end : end].split(maxsplit=1)
        glued = tail and not chars[n.end : n.end + 1].isspace()
        done.append(n._replace(tail=tail[0]) if glued else n)
    return tuple(done)


_SWALLOWED = re.compile(r"(?:은|는|이|가|을|를|의|로|로다|으로|와|과|도|에|에게|였고|였다|라)$")


def give_back_particles(found: Sequence[Row]) -> list[Row]:
    """Cut the particle off an unknown name that swallowed it, where the name stands elsewhere without it."""
    plain = {n.text for row in found for n in row.nominals}
    return [Row(tuple(_without_particle(n, plain) for n in row.nominals), row.host) for row in found]


def _without_particle(n: Nominal, plain: set[str]) -> Nominal:
    if n.tags != "NNP" or len(n.text) < 3:  # noqa: PLR2004
        return n
    particle = _SWALLOWED.search(n.text)
    if particle is None or n.text[: particle.start()] not in plain:
        return n
    cut = particle.start()
    return n._replace(text=n.text[:cut], end=n.start + cut, tail=particle[0] + n.tail)
