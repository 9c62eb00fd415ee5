"""Morphemes → the network's input: what each is by itself, the stretch of nouns it stands in, where it stands."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

import numpy as np

from sagwan.extract.names.tagger.memory import Memory
from sagwan.extract.names.tagger.spelling import classes, letter_tables, listed, spell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sagwan.extract.names.tagger.view import View
    from sagwan.extract.names.tagger.weights import Floats, Weights

# Vectors are kept as hundred-and-twenty-sevenths of 1.
_STEP = np.float32(1 / 127)
# Arrays that say what a word is by itself.
_BY_ITSELF = ("spell", "mimic", "meaning", "tags", "word", "run", "input")
# Rows of the network's input take 3 kB each, the others a tenth of that: 75 MB and 40 MB at most.
_FEW, _MANY = 24_000, 60_000


class Words:
    """Gives each morpheme its row of the network's input. The input is linear in what is known of a morpheme, so
    the share of the word is worked out once for each.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._wide = _widened(weights)
        by_letters = partial(spell, self._wide, letter_tables(weights))
        self._spelled: Memory[str] = Memory(by_letters, weights["spell.out.bias"].size, _MANY)
        self._words: Memory[tuple[str, str]] = Memory(self._word_share, weights["input.bias"].size, _FEW)
        self._runs: Memory[str] = Memory(self._run_shape, weights["run.bias"].size, _MANY)

    def rows(self, seen: View) -> Floats:
        """One row for each morpheme."""
        rows = np.concatenate([self._runs.rows(seen.runs), seen.places], axis=1) @ self._weights["input.rest"]
        rows += self._words.rows(seen.words)
        return rows

    def _word_share(self, keys: Sequence[tuple[str, str]]) -> Floats:
        weights = self._wide
        spelled = self._spelled.rows([form for form, _ in keys])
        rows = np.array([weights.morphemes.get(key, -1) for key in keys])
        meaning = np.where(rows[:, None] >= 0, weights.vectors[rows] * _STEP, _guess(weights, spelled))
        tags = weights["tags"][[weights.tags.get(tag, 0) for _, tag in keys]]
        shape = _shape(weights, "word", spelled, listed([weights.classes(*key) for key in keys]))
        share: Floats = np.concatenate([meaning, tags, shape], axis=1) @ weights["input.word"]
        return share + weights["input.bias"]

    def _run_shape(self, runs: Sequence[str]) -> Floats:
        weights = self._wide
        return _shape(weights, "run", self._spelled.rows(runs), listed([weights.classes(run) for run in runs]))


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
