"""Finding an editor's words in a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.cue import SourceWord
from sagwan.lexicon.schema.item import Opposite, Saying, Stem, Wording

if TYPE_CHECKING:
    from sagwan.lexicon import Lexicon

_MARKS = "\"'“”‘’「」『』()[]〈〉,.?!…·"


@cache
def _pattern(lexicon: Lexicon, kind: str) -> re.Pattern[str] | None:
    choices = []
    for entry in lexicon.all(Wording):
        if entry.kind == kind:
            choices += [rf"(?<!\S){re.escape(word)}(?!\S)" for word in entry.words]
            choices += [rf"(?<!\S){re.escape(word)}" for word in entry.starts]
            choices += [re.escape(part) for part in entry.parts]
    return re.compile("|".join(choices)) if choices else None


def found(kind: str, sentence: str, lexicon: Lexicon) -> str | None:
    """The first words of that kind in `sentence`, or None. Marks count as blanks."""
    pattern = _pattern(lexicon, kind)
    plain = sentence.translate({ord(mark): " " for mark in _MARKS if mark != "…"})
    match = pattern.search(plain) if pattern else None
    return match[0].strip() if match else None


@cache
def stems(lexicon: Lexicon, form: str) -> tuple[Stem, ...]:
    """The stems of one form."""
    return tuple(stem for stem in lexicon.all(Stem) if stem.form == form)


def stem(lexicon: Lexicon, id_: str) -> Stem:
    """The stem of that id."""
    return next(one for one in lexicon.all(Stem) if one.id == id_)


@cache
def opposites(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """The other word of each pair, by the word and the first letter of its tag: (늘, V) → 줄."""
    found: dict[tuple[str, str], str] = {}
    for entry in lexicon.all(Opposite):
        for one, other in entry.pairs:
            found.setdefault((one, entry.kind[0].upper()), other)
            found.setdefault((other, entry.kind[0].upper()), one)
    return found


@cache
def bodies(lexicon: Lexicon) -> frozenset[str]:
    """Nouns that mean one body here and another there: 재판부, 당국."""
    return frozenset(word for entry in lexicon.all(SourceWord) if entry.kind == "body" for word in entry.words)


@cache
def sayings(lexicon: Lexicon) -> tuple[Saying, ...]:
    """All ways to report."""
    return lexicon.all(Saying)
