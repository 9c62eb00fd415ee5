"""Sentences as the models see them: words, stretches of nouns, places."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.weights import Floats
    from sagwan.korean.kiwi import Morpheme

# Tags of morphemes that can stand within a name: nouns, numerals, pronouns, affixes, Latin, digits, Hanja, codes.
_NOMINAL = ("NNG", "NNP", "NNB", "NR", "NP", "XSN", "XPN", "SL", "SN", "SH", "W_")
# How many neighbours on each side a clue may speak of.
REACH = 2
PLACES = 6

N = TypeVar("N", bound=np.generic)


class View(NamedTuple):
    """All morphemes of some sentences, one sentence after the other.

    `words`: form and tag. `runs`: the stretch of unbroken nouns it stands in, "" for none. `places`: six marks of 0
    or 1: a blank before, a blank behind, alone in its stretch, first in it, last in it, in one at all. `at`: its
    index in a row that leaves `REACH` free before, between and behind the sentences.
    """

    words: list[tuple[str, str]]
    runs: list[str]
    places: Floats
    at: NDArray[np.int64]


def view(sentences: Sequence[Sequence[Morpheme]]) -> View:
    """Look at sentences, none of them empty."""
    words: list[tuple[str, str]] = [m[:2] for sentence in sentences for m in sentence]
    runs: list[str] = []
    places: list[tuple[bool, ...]] = []
    for sentence in sentences:
        _survey(sentence, runs, places)
    number = np.repeat(np.arange(1, len(sentences) + 1), [len(s) for s in sentences])
    return View(words, runs, np.array(places, np.float32), np.arange(len(words)) + REACH * number)


def spaced(rows: NDArray[N], at: NDArray[np.int64], free: int = 0) -> NDArray[N]:
    """The rows with `REACH` rows of `free` before, between and behind the sentences."""
    made = np.full((int(at[-1]) + REACH + 1, *rows.shape[1:]), free, rows.dtype)
    made[at] = rows
    return made


def _survey(sentence: Sequence[Morpheme], runs: list[str], places: list[tuple[bool, ...]]) -> None:
    count = len(sentence)
    tight = [False, *(after.start <= before.end for before, after in pairwise(sentence)), False]
    nominal = [m.tag.startswith(_NOMINAL) for m in sentence]
    at = 0
    while at < count:
        end = at + 1
        inside = nominal[at]
        while inside and end < count and nominal[end] and tight[end]:
            end += 1
        run = "".join(m.form for m in sentence[at:end]) if inside else ""
        for i in range(at, end):
            runs.append(run)
            stretch = (inside and end == at + 1, inside and i == at, inside and i == end - 1, inside)
            places.append((not tight[i], not tight[i + 1], *stretch))
        at = end
