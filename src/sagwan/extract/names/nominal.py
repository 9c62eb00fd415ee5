"""Nominals: the stretches of a sentence that can be a name, a title or a noun, and how each hangs on the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.passage import Sentence

_NAMING = frozenset({"NNP", "NNG", "SL", "SH", "XR", "XPN", "NR", "NP", "MM", "IC"})
_ALONE = frozenset({"NNB", "MM"})
_PROPER = frozenset({"NNP", "SL", "SH"})
_GLUE = frozenset({"SN", "XSN", "SW", "SO", "NNB"})
_OPEN = frozenset("([（〔【")
_CLOSE = frozenset(")]）〕】")
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


def rows(chars: str, sentence: Sentence) -> list[Row]:
    """The sentence's own row first, then one for each bracketed aside, in text order."""
    outer: list[Nominal] = []
    asides: list[Row] = []
    inner: list[Nominal] | None = None
    host = 0
    for start, end, tags in _stretches(sentence.morphemes):
        if tags == ["("]:
            inner, host = [], start
            continue
        if tags == [")"]:
            if inner:
                asides.append(Row(tuple(inner), host))
            inner = None
            continue
        row = outer if inner is None else inner
        before = row[-1].end if row else (sentence.span.start if inner is None else host + 1)
        link = _link(chars[before:start]) if row else "^"
        row.append(Nominal(chars[start:end], start, end, "+".join(tags), _is_proper(tags), link, ""))
    if inner:
        asides.append(Row(tuple(inner), host))
    return [Row(_with_tails(chars, outer, sentence.span.end), None)] + [
        Row(_with_tails(chars, list(a.nominals), sentence.span.end), a.host) for a in asides
    ]


def _stretches(morphemes: Iterable[Morpheme]) -> Iterable[tuple[int, int, list[str]]]:
    """Runs of naming morphemes as (start, end, tags); a bracket as (place, place, ["("] or [")"])."""
    start = end = -1
    tags: list[str] = []
    held = 0
    for form, tag, at, to in morphemes:
        if tag in _NAMING and to > at:
            if tags and at == (held or end) and tag not in _ALONE and tags[-1] not in _ALONE:
                tags.append(tag)
            else:
                if tags:
                    yield start, end, tags
                start, tags = at, [tag]
            end, held = to, 0
        elif tag == "SN" and not tags:
            continue
        elif tag in _GLUE and tags and at == (held or end) and tag != "NNB":
            held = to
            if tag == "SN":
                tags.append(tag)
                end, held = to, 0
        else:
            if tags:
                yield start, end, tags
                tags = []
            held = 0
            if tag == "NNB":
                yield at, to, [tag]
            elif form in _OPEN:
                yield at, at, ["("]
            elif form in _CLOSE:
                yield at, at, [")"]
    if tags:
        yield start, end, tags


def _is_proper(tags: list[str]) -> bool:
    return not _PROPER.isdisjoint(tags)


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
