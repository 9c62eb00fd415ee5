"""What the parser sees of a word (어절): its features by name, from its own morphemes alone.

A word is read from its end, where Korean writes what a word does: particle or ending, then the stem, then the
rest. `words.py` reads each distinct word once and keeps it as a row of numbers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, TypeAlias

from sagwan.korean.particle import canonical

# A morpheme as (form, tag): where it stands is no matter here.
Piece: TypeAlias = tuple[str, str]
Pieces: TypeAlias = tuple[Piece, ...]

# What a word is to its neighbours: rows and columns of the tables that the score of an arc looks up.
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
_REPORT = frozenset(("다고", "라고", "냐고", "자고", "다며", "라며", "다면서", "라면서", "다는", "라는"))


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


class _Tail(NamedTuple):
    names: tuple[str, ...]
    kind: str | None


def shape(word: Pieces) -> Shape:
    """All that the parser knows of a word by itself."""
    edges = tuple(piece for piece in word if piece[1] in _EDGES)
    inner = tuple(piece for piece in word if piece[1] not in _EDGES) or word if edges else word
    cut = _tail_start(inner)
    stem, tail = inner[:cut], inner[cut:]
    content = [p for p in stem if p[1][0] != "X" or p[1] == "XR"] or stem or inner
    last, first = named(content[-1]), named(content[0])
    ending = _tail(tail)
    kind = ending.kind or _bare_kind(content[-1][1])
    verbal = any(tag[0] in "VE" or tag.startswith(_VERBAL_SUFFIXES) for _, tag in inner)
    names = [
        *(ending.names or ("t=", "l=-" + inner[-1][1])),
        "s=" + "+".join([tag for _, tag in inner[-4:]]),
        "h=" + last,
        "ht=" + content[-1][1],
        "f=" + first,
        "ft=" + content[0][1],
        f"n={min(len(inner), 6)}",
        "c=" + kind,
    ]
    names += ["a=" + named(p) for p in inner if p[1].startswith(_TELLING)]
    if verbal:
        names.append("v=" + "".join([form for form, _ in stem[-2:]]))
    if edges:
        names += _edge_names(word, edges, (tail or content)[-1][1])
    return Shape(
        tuple(dict.fromkeys(names)),
        last,
        first,
        _KIND[kind],
        verbal,
        content[0][1].startswith("VX"),
        sum(tag == "SSO" for _, tag in edges) - sum(tag == "SSC" for _, tag in edges),
        sum(form in _DOUBLE for form, _ in edges),
    )


@lru_cache(maxsize=20_000)
def named(piece: Piece) -> str:
    """A morpheme as the features and the vectors call it: form/tag, particles in their canonical form."""
    form, tag = piece
    return f"{canonical(form) if tag[0] == 'J' else form}/{tag}"


def _tail_start(inner: Pieces) -> int:
    """Where particles and endings begin; a word of nothing else is all tail."""
    at = len(inner)
    while at and inner[at - 1][1][0] in "JE":
        at -= 1
    return at


@lru_cache(maxsize=20_000)
def _tail(tail: Pieces) -> _Tail:
    if not tail:
        return _Tail((), None)
    keys = [named(p) for p in tail]
    names = ["t=" + "+".join(keys), "l=" + keys[-1], *(f"l{i}=" + key for i, key in enumerate(keys[:-1]))]
    if len(keys) > 1:
        names.append("k=" + keys[-2])
    return _Tail(tuple(names), _tail_kind(tail))


def _edge_names(word: Pieces, edges: Pieces, inmost: str) -> list[str]:
    names = ["e=" + form for form, _ in edges]
    if word[-1][1] in _EDGES:
        names.append("z=" + word[-1][0] + inmost)
    if word[0][1] in _EDGES:
        names.append("o=" + word[0][0])
    return names


def _tail_kind(tail: Pieces) -> str:
    topic = tail[-1][1] == "JX" and canonical(tail[-1][0]) == "은"
    if topic and len(tail) == 1:
        return "topic"
    for form, tag in reversed(tail):
        if tag in _CASES:
            return _CASES[tag]
        if tag in _ENDINGS:
            return "quotative" if form in _REPORT else _ENDINGS[tag]
    return "adjunct" if topic else "nominal"


def _bare_kind(tag: str) -> str:
    if tag == "MM":
        return "determiner"
    if tag.startswith("MA"):
        return "adverb"
    return "nominal" if tag[0] in "NSXUW" else "other"
