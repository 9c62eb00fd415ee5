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
_CODES = ("W_URL", "W_EMAIL", "W_HASHTAG", "W_MENTION", "W_SERIAL", "W_EMOJI")
_NOMINAL = frozenset(("NNG", "NNP", "NNB", "NR", "NP", "XSN", "XPN", "SL", "SN", "SH", *_CODES))
# How many neighbours on each side a clue may speak of.
REACH = 2
PLACES = 6

N = TypeVar("N", bound=np.generic)


class View(NamedTuple):
    """All morphemes of some sentences, one sentence after the other.

    `words`: form and tag. `runs`: the stretch of unbroken nouns it stands in, "" for none. `places`: six marks,
    a bit each from the lowest: a blank before, a blank behind, alone in its stretch, first in it, last in it, in one at
    all. `at`: its index in a row that leaves `REACH` free before, between and behind the sentences.
    """

    words: list[tuple[str, str]]
    runs: list[str]
    places: NDArray[np.uint8]
    at: NDArray[np.int64]


def view(sentences: Sequence[Sequence[Morpheme]]) -> View:
    """Look at sentences, none of them empty."""
    sizes = [len(sentence) for sentence in sentences]
    morphemes = [m for sentence in sentences for m in sentence]
    words = [(m.form, m.tag) for m in morphemes]
    tight = np.zeros(len(words) + 1, bool)
    tight[1:-1] = [behind.start <= m.end for m, behind in pairwise(morphemes)]
    tight[np.cumsum(sizes)] = False
    runs, places = _survey(words, np.array([tag in _NOMINAL for _, tag in words]), tight)
    number = np.repeat(np.arange(1, len(sizes) + 1), sizes)
    return View(words, runs, places, np.arange(len(words)) + REACH * number)


def spaced(rows: NDArray[N], at: NDArray[np.int64], free: int = 0) -> NDArray[N]:
    """The rows with `REACH` rows of `free` before, between and behind the sentences."""
    made = np.full((int(at[-1]) + REACH + 1, *rows.shape[1:]), free, rows.dtype)
    made[at] = rows
    return made


def marks(places: NDArray[np.uint8]) -> Floats:
    """The six marks of each place as columns of 0 and 1."""
    return np.unpackbits(places[:, None], axis=1, count=PLACES, bitorder="little").astype(np.float32)


def _survey(
    words: Sequence[tuple[str, str]], inside: NDArray[np.bool_], tight: NDArray[np.bool_]
) -> tuple[list[str], NDArray[np.uint8]]:
    """The stretch of nouns of each morpheme, and its six marks. `inside`: it can stand in one; `tight`: neither a
    blank nor a sentence's end stands before it.
    """
    goes_on = np.zeros(len(tight), bool)
    goes_on[1:-1] = inside[1:] & inside[:-1] & tight[1:-1]
    first, last = inside & ~goes_on[:-1], inside & ~goes_on[1:]
    runs = [""] * len(words)
    for start, end in zip(np.flatnonzero(first).tolist(), np.flatnonzero(last).tolist(), strict=True):
        if start == end:
            runs[start] = words[start][0]
        else:
            runs[start : end + 1] = ["".join([form for form, _ in words[start : end + 1]])] * (end + 1 - start)
    places = np.stack([~tight[:-1], ~tight[1:], first & last, first, last, inside], axis=1)
    return runs, np.packbits(places, axis=1, bitorder="little")[:, 0]
