"""What the parser sees of a word (어절): its features by name, its own morphemes alone.

A word is read from its end, where Korean writes what a word does: particle or ending, then the stem, then the
rest. Names are read once per distinct word and kept as rows of numbers by `words.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sagwan.korean.particle import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.korean.kiwi import Morpheme

# What a word is to its neighbours: the row and column of the tables that the arc score looks up.
KINDS = (
    "other",
    "nominal",
    "subject",
    "topic",
    "object",
    "adjunct",
    "genitive",
    "coordinate",
    "adverb",
    "determiner",
    "final",
    "connective",
    "quotative",
    "adnominal",
    "nominalised",
)
_KIND = {name: i for i, name in enumerate(KINDS)}
_EDGES = frozenset(("SF", "SP", "SSO", "SSC", "SE", "SO", "SW", "SS"))
_ENDINGS = {"EF": "final", "EC": "connective", "ETM": "adnominal", "ETN": "nominalised"}
_CASES = {
    "JKS": "subject",
    "JKC": "subject",
    "JKO": "object",
    "JKB": "adjunct",
    "JKG": "genitive",
    "JC": "coordinate",
    "JKQ": "quotative",
}
_VERBAL_SUFFIXES = ("XSV", "XSA")
# Inside a word these say much by themselves: tense, suffixes, bound nouns, auxiliaries, the copula.
_TELLING = ("EP", "X", "NNB", "VX", "VC")
_DOUBLE = frozenset('“”"')
# Endings of reported speech: …다고, …라고, …냐고, …자고 and their short forms.
_REPORT = ("다고", "라고", "냐고", "자고", "다며", "라며", "다면서", "라면서", "다는", "라는")


class Shape(NamedTuple):
    """A word by itself: its features by name, the keys of its last and first content morpheme, what it is."""

    names: tuple[str, ...]
    last: str
    first: str
    kind: int
    verbal: bool
    auxiliary: bool
    opens: int  # brackets and quotation marks opened, less those closed
    marks: int  # double quotation marks


def shape(word: Sequence[Morpheme]) -> Shape:
    """All that the parser knows of a word by itself."""
    inner = [m for m in word if m.tag not in _EDGES] or list(word)
    tail = _tail(inner)
    stem = inner[: len(inner) - len(tail)]
    content = [m for m in stem if m.tag[0] != "X" or m.tag == "XR"] or stem or inner
    head, first = content[-1], content[0]
    kind = _kind(tail, head)
    edges = [m for m in word if m.tag in _EDGES]
    verbal = any(m.tag[0] in "VE" or m.tag.startswith(_VERBAL_SUFFIXES) for m in inner)
    names = [
        *_ending_names(inner, tail),
        *_stem_names(inner, stem, head, first, verbal=verbal),
        *_edge_names(word, edges, (tail or [head])[-1]),
        "c=" + kind,
    ]
    return Shape(
        tuple(dict.fromkeys(names)),
        named(head),
        named(first),
        _KIND[kind],
        verbal,
        first.tag.startswith("VX"),
        sum(m.tag == "SSO" for m in edges) - sum(m.tag == "SSC" for m in edges),
        sum(m.form in _DOUBLE for m in edges),
    )


def named(m: Morpheme) -> str:
    """A morpheme as the features and the vectors call it: form/tag, particles in their canonical form."""
    return f"{canonical(m.form) if m.tag[0] == 'J' else m.form}/{m.tag}"


def _ending_names(inner: Sequence[Morpheme], tail: Sequence[Morpheme]) -> list[str]:
    names = ["t=" + "+".join(named(m) for m in tail), "l=" + (named(tail[-1]) if tail else "-" + inner[-1].tag)]
    names += [f"l{i}=" + named(m) for i, m in enumerate(tail[:-1])]
    if len(tail) > 1:
        names.append("k=" + named(tail[-2]))
    return names


def _stem_names(
    inner: Sequence[Morpheme], stem: Sequence[Morpheme], head: Morpheme, first: Morpheme, *, verbal: bool
) -> list[str]:
    names = [
        "s=" + "+".join(m.tag for m in inner[-4:]),
        "h=" + named(head),
        "ht=" + head.tag,
        "f=" + named(first),
        "ft=" + first.tag,
        f"n={min(len(inner), 6)}",
    ]
    names += ["a=" + named(m) for m in inner if m.tag.startswith(_TELLING)]
    if verbal:
        names.append("v=" + "".join(m.form for m in stem[-2:]))
    return names


def _edge_names(word: Sequence[Morpheme], edges: Sequence[Morpheme], inmost: Morpheme) -> list[str]:
    names = ["e=" + m.form for m in edges]
    if word[-1].tag in _EDGES:
        names.append("z=" + word[-1].form + inmost.tag)
    if word[0].tag in _EDGES:
        names.append("o=" + word[0].form)
    return names


def _tail(inner: Sequence[Morpheme]) -> Sequence[Morpheme]:
    at = len(inner)
    while at > 1 and inner[at - 1].tag[0] in "JE":
        at -= 1
    return inner[at:] if inner[at - 1].tag[0] not in "JE" else inner[at - 1 :]


def _kind(tail: Sequence[Morpheme], head: Morpheme) -> str:
    if not tail:
        return _bare_kind(head)
    topic = tail[-1].tag == "JX" and canonical(tail[-1].form) == "은"
    if topic and len(tail) == 1:
        return "topic"
    for m in reversed(tail):
        if m.tag in _CASES:
            return _CASES[m.tag]
        if m.tag in _ENDINGS:
            return "quotative" if m.form in _REPORT else _ENDINGS[m.tag]
    return "adjunct" if topic else "nominal"


def _bare_kind(head: Morpheme) -> str:
    if head.tag == "MM":
        return "determiner"
    if head.tag.startswith("MA"):
        return "adverb"
    return "nominal" if head.tag[0] in "NSXUW" else "other"
