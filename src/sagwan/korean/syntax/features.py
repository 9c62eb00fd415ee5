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

    groups: tuple[tuple[str, ...], ...]  # of features: those of its tags and of its tail are shared with many words
    last: str
    first: str
    kind: int
    verbal: bool
    auxiliary: bool
    opens: int  # brackets and quotation marks opened, less those closed
    marks: int  # double quotation marks

    @property
    def names(self) -> tuple[str, ...]:
        """All its features."""
        return tuple([name for group in self.groups for name in group])


class _Frame(NamedTuple):
    """What the tags of a word say, without its letters: where its stem and tail are, and the features of that."""

    names: tuple[str, ...]
    kind: int  # of a word without a tail
    cut: int  # where particles and endings begin; a word of nothing else is all tail
    last: int  # content morphemes
    first: int
    telling: tuple[int, ...]
    verbal: bool
    auxiliary: bool


class _Tail(NamedTuple):
    names: tuple[str, ...]
    kind: int


def shape(word: Pieces) -> Shape:
    """All that the parser knows of a word by itself."""
    tags = tuple([tag for _, tag in word])
    inner: Pieces = word
    edges: Pieces = ()
    if not _EDGES.isdisjoint(tags):
        edges = tuple([piece for piece in word if piece[1] in _EDGES])
        inner = tuple([piece for piece in word if piece[1] not in _EDGES]) or word
        tags = tuple([tag for _, tag in inner])
    frame = _frame(tags)
    tail = _tail(inner[frame.cut :])
    last, first = named(inner[frame.last]), named(inner[frame.first])
    own = ["h=" + last, "f=" + first]
    own += ["a=" + named(inner[i]) for i in frame.telling]
    if frame.verbal:
        own.append("v=" + "".join([form for form, _ in inner[max(0, frame.cut - 2) : frame.cut]]))
    if edges:
        own += _edge_names(word, edges, tags[-1] if tail else tags[frame.last])
    return Shape(
        (frame.names, tail.names if tail else (), tuple(dict.fromkeys(own))),
        last,
        first,
        tail.kind if tail else frame.kind,
        frame.verbal,
        frame.auxiliary,
        *(_marks(edges) if edges else (0, 0)),
    )


@lru_cache(maxsize=20_000)
def _frame(tags: tuple[str, ...]) -> _Frame:
    cut = len(tags)
    while cut and tags[cut - 1][0] in "JE":
        cut -= 1
    content = [i for i in range(cut) if tags[i][0] != "X" or tags[i] == "XR"] or range(cut or len(tags))
    last, first = tags[content[-1]], tags[content[0]]
    names = ["s=" + "+".join(tags[-4:]), "ht=" + last, "ft=" + first, f"n={min(len(tags), 6)}"]
    kind = _bare_kind(last)
    if cut == len(tags):
        names += ["t=", "l=-" + tags[-1], "c=" + kind]
    return _Frame(
        tuple(names),
        _KIND[kind],
        cut,
        content[-1],
        content[0],
        tuple([i for i, tag in enumerate(tags) if tag.startswith(_TELLING)]),
        any(tag[0] in "VE" or tag.startswith(_VERBAL_SUFFIXES) for tag in tags),
        first.startswith("VX"),
    )


@lru_cache(maxsize=20_000)
def named(piece: Piece) -> str:
    """A morpheme as the features and the vectors call it: form/tag, particles in their canonical form."""
    form, tag = piece
    return f"{canonical(form) if tag[0] == 'J' else form}/{tag}"


@lru_cache(maxsize=20_000)
def _tail(tail: Pieces) -> _Tail | None:
    """The features of a word's particles and endings; None for a word without."""
    if not tail:
        return None
    keys = [named(p) for p in tail]
    names = ["t=" + "+".join(keys), "l=" + keys[-1], *(f"l{i}=" + key for i, key in enumerate(keys[:-1]))]
    if len(keys) > 1:
        names.append("k=" + keys[-2])
    kind = _tail_kind(tail)
    return _Tail((*names, "c=" + kind), _KIND[kind])


def _edge_names(word: Pieces, edges: Pieces, inmost: str) -> list[str]:
    names = ["e=" + form for form, _ in edges]
    if word[-1][1] in _EDGES:
        names.append("z=" + word[-1][0] + inmost)
    if word[0][1] in _EDGES:
        names.append("o=" + word[0][0])
    return names


def _marks(edges: Pieces) -> tuple[int, int]:
    """How many more marks open than close, and how many are double quotation marks."""
    opens = sum([(tag == "SSO") - (tag == "SSC") for _, tag in edges])
    return opens, sum([form in _DOUBLE for form, _ in edges])


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
