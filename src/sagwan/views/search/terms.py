"""The terms of a text: nouns, names, numbers and the stems of verbs, each where it stands.

A word that a prefix turns into its contrary is one term (비급여), never found by what it is the contrary of (급여).
Nouns that are written together are found one by one and as a whole: 한빛물산홀딩스 by 한빛물산, 물산 and by itself.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sagwan.lexicon.schema.frame import Frame
from sagwan.lexicon.schema.search import Contrary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sagwan.korean.kiwi import Morpheme
    from sagwan.lexicon import Lexicon

_NOUNS = frozenset({"NNG", "NNP", "NR", "SL", "SH", "SN", "XR", "NP"})
_STEMS = frozenset({"VV", "VA", "VCN", "VV-R", "VV-I", "VA-R", "VA-I"})
_ALONE = frozenset({"MAG"})
_NOT = frozenset({"않", "못하"})  # auxiliaries that deny what stands before them


class Term(NamedTuple):
    """A term and its range of code points."""

    form: str
    start: int
    end: int


class Terms(NamedTuple):
    """The terms of a stretch in order, and the nouns written together as wholes."""

    pieces: tuple[Term, ...]
    wholes: tuple[Term, ...]


def read_terms(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Terms:
    """The terms that some morphemes make."""
    pieces: list[Term] = []
    wholes: list[Term] = []
    run: list[Term] = []
    at = 0
    while at < len(morphemes):
        term, at, joins = _next(morphemes, at, lexicon)
        if run and (term is None or not joins or term.start != run[-1].end):
            wholes += _whole(run)
            run = []
        if term is not None:
            pieces += [term] if term.form else []
            run += [term] if joins else []
    return Terms(tuple(pieces), (*wholes, *_whole(run)))


def _next(morphemes: Sequence[Morpheme], at: int, lexicon: Lexicon) -> tuple[Term | None, int, bool]:
    """The term that begins here, if any, where to go on, and whether it may be part of a whole."""
    one = morphemes[at]
    behind = morphemes[at + 1] if at + 1 < len(morphemes) else None
    if behind is not None and behind.start == one.end and behind.tag in _NOUNS:
        if _turns(one, behind, lexicon):
            return Term(_plain(one.form + behind.form), one.start, behind.end), at + 2, True
        if one.tag == "XPN":
            return Term("", one.start, one.end), at + 1, True
    if one.tag in _NOUNS:
        made = behind is not None and behind.tag == "XSN" and behind.start == one.end
        if made and behind is not None:
            return Term(_plain(one.form + behind.form), one.start, behind.end), at + 2, True
        return Term(_plain(one.form), one.start, one.end), at + 1, True
    return _verb(one), at + 1, False


def _verb(one: Morpheme) -> Term | None:
    """The stem of a verb with 다, or an adverb."""
    if one.tag in _STEMS or (one.tag.startswith("VX") and one.form in _NOT):
        return Term(_plain(one.form) + "다", one.start, max(one.end, one.start + 1))
    return Term(_plain(one.form), one.start, one.end) if one.tag in _ALONE else None


def _turns(one: Morpheme, behind: Morpheme, lexicon: Lexicon) -> bool:
    """Whether the first makes the second's contrary."""
    prefixes, words = contraries(lexicon)
    if one.tag == "XPN":
        return one.form in prefixes
    return one.tag in ("NNP", "NNG", "MM") and one.form in words and behind.form in _acts(lexicon)


@cache
def contraries(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Syllables that make contraries as prefixes, and those that do so as words of their own too."""
    found = lexicon.all(Contrary)
    return (
        frozenset(form for one in found for form in one.forms),
        frozenset(form for one in found if not one.bound for form in one.forms),
    )


@cache
def knowledge(lexicon: Lexicon) -> str:
    """Names all that decides the terms of a text besides Kiwi."""
    prefixes, words = contraries(lexicon)
    return hashlib.sha256(repr([sorted(known) for known in (prefixes, words, _acts(lexicon))]).encode()).hexdigest()


@cache
def _acts(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(noun for frame in lexicon.all(Frame) for noun in frame.nouns)


def _whole(run: Iterable[Term]) -> list[Term]:
    terms = list(run)
    if len(terms) < 2:  # noqa: PLR2004 — two make a whole
        return []
    return [Term("", terms[0].start, terms[-1].end)]


def _plain(form: str) -> str:
    """Letters and digits in small letters, whatever else as one sign, so that a term has no blank in it."""
    return "".join(c if c.isalnum() else "_" for c in form.casefold())


def written(chars: str, wholes: Iterable[Term]) -> tuple[Term, ...]:
    """Wholes with the characters that stand there."""
    return tuple(Term(_plain(chars[w.start : w.end]), w.start, w.end) for w in wholes)
