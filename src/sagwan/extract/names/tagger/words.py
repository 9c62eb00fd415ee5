"""Morphemes → the network's input: what each is by itself, the stretch of nouns it stands in, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sagwan.extract.names.tagger.memory import Memory
from sagwan.extract.names.tagger.spelling import classes, listed, spell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.names.tagger.view import View
    from sagwan.extract.names.tagger.weights import Floats, Weights

# Vectors are kept as hundred-and-twenty-sevenths of 1.
_STEP = np.float32(1 / 127)


class Words:
    """Gives each morpheme its row of the network's input. The input is linear in what is known of a morpheme, so
    the share of the word and that of its stretch of nouns are worked out once for each and added.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        width = weights["input.bias"].size
        self._words: Memory[tuple[str, str]] = Memory(self._word_share, width)
        self._runs: Memory[str] = Memory(self._run_share, width)

    def rows(self, seen: View) -> Floats:
        """One row for each morpheme."""
        rows = self._words.rows(seen.words)
        rows += self._runs.rows(seen.runs)
        rows += seen.places @ self._weights["input.place"]
        return rows

    def _word_share(self, keys: Sequence[tuple[str, str]]) -> Floats:
        weights = self._weights
        forms = [form for form, _ in keys]
        spelled = spell(weights, forms)
        rows = np.array([weights.morphemes.get(key, -1) for key in keys])
        meaning = np.where(rows[:, None] >= 0, weights.vectors[rows] * _STEP, _guess(weights, spelled))
        tags = weights["tags"][[weights.tags.get(tag, 0) for _, tag in keys]]
        shape = _shape(weights, "word", spelled, listed([weights.classes(*key) for key in keys]))
        share: Floats = np.concatenate([meaning, tags, shape], axis=1) @ weights["input.word"]
        return share + weights["input.bias"]

    def _run_share(self, runs: Sequence[str]) -> Floats:
        weights = self._weights
        shape = _shape(weights, "run", spell(weights, runs), listed([weights.classes(run) for run in runs]))
        share: Floats = shape @ weights["input.run"]
        return share


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
