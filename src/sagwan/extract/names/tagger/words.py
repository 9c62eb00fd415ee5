"""What the network is told of a word and of a stretch of nouns: each by itself, whatever stands around it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

import numpy as np

from sagwan.extract.names.tagger.memory import Memory
from sagwan.extract.names.tagger.spelling import classes, letter_tables, listed, spell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.weights import Floats, Weights

# Vectors are kept as hundred-and-twenty-sevenths of 1.
_STEP = np.float32(1 / 127)
# Arrays that say what a word is by itself.
_BY_ITSELF = ("spell", "mimic", "meaning", "tags", "word", "run", "input")
_SPELLED = 60_000


class Words:
    """Works out words. The network's input is linear in what is known of a morpheme, so that a word's share of it is
    a row by itself, the side from the left before the side from the right.
    """

    def __init__(self, weights: Weights) -> None:
        self._wide = _widened(weights)
        by_letters = partial(spell, self._wide, letter_tables(weights))
        self._spelled: Memory[str] = Memory(lambda forms: (by_letters(forms).astype(np.float32),), _SPELLED)

    def shares(self, keys: Sequence[tuple[str, str]], known: NDArray[np.uint8]) -> Floats:
        """The shares of morphemes in the input of both sides; `known` are their classes in the dictionary."""
        weights = self._wide
        spelled = self._spell([form for form, _ in keys])
        rows = np.array([weights.morphemes.get(key, -1) for key in keys])
        meaning = (weights.vectors[rows] * _STEP).astype(np.float64)
        unknown = rows < 0
        meaning[unknown] = _guess(weights, spelled[unknown])
        tags = weights["tags"][[weights.tags.get(tag, 0) for _, tag in keys]]
        shape = _shape(weights, "word", spelled, listed(known))
        share = np.concatenate([meaning, tags, shape], axis=1) @ weights["input.word"] + weights["input.bias"]
        return share.astype(np.float32)

    def shapes(self, runs: Sequence[str], known: NDArray[np.uint8]) -> Floats:
        """What stretches of nouns look like."""
        return _shape(self._wide, "run", self._spell(runs), listed(known)).astype(np.float32)

    def _spell(self, forms: Sequence[str]) -> Floats:
        at = self._spelled.at(forms)
        return cast("Floats", self._spelled.tables[0][at])


def _widened(weights: Weights) -> Weights:
    """The same in double precision. A matrix product adds up in an order that its shape decides, so that in single
    precision a word met alone and one met among others would differ in the last digit, and a page's reading with it.
    Rounded to single precision afterwards, they do not.
    """
    own = {name: array.astype(np.float64) for name, array in weights.arrays.items() if name.startswith(_BY_ITSELF)}
    return replace(weights, arrays=cast("Mapping[str, Floats]", own))


def _guess(weights: Weights, spelled: Floats) -> Floats:
    """The meaning of a morpheme that Kiwi does not know, after its spelling (Pinter et al. 2017, MIMICK)."""
    guess = spelled @ weights["mimic.weight"] + weights["mimic.bias"]
    guess /= np.linalg.norm(guess, axis=1, keepdims=True)
    meaning: Floats = np.tanh(guess @ weights["meaning.weight"] + weights["meaning.bias"])
    return meaning


def _shape(weights: Weights, of: str, spelled: Floats, known: Floats) -> Floats:
    signs = np.concatenate([spelled, classes(weights, spelled), known], axis=1)
    shape: Floats = np.tanh(signs @ weights[f"{of}.weight"] + weights[f"{of}.bias"])
    return shape
