"""What a word's letters tell: a convolution learned on a dictionary's names, and that dictionary's own word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from sagwan.extract.names.tagger.weights import Floats, Weights

    Tables = tuple[tuple[Floats, Floats], ...]

# Longer words keep their ends, where names show what they are.
LETTERS = 12
CLASSES = 5


def spread(rows: Mapping[str, int], words: Sequence[str]) -> NDArray[np.int64]:
    """The rows of each word's letters with a blank (0) before and zeros behind; 1 for an unknown letter."""
    letters = np.zeros((len(words), LETTERS + 2), np.int64)
    for row, word in zip(letters, words, strict=True):
        kept = word if len(word) <= LETTERS else word[: LETTERS // 2] + word[-LETTERS // 2 :]
        row[1 : 1 + len(kept)] = [rows.get(c, 1) for c in kept]
    return letters


def letter_tables(weights: Weights) -> Tables:
    """What each letter adds at each place of the convolutions' windows: a product once for a process, and from then on
    a look-up, whose sum depends on no other word.
    """
    letters = weights["spell.letters"]
    return tuple(
        (np.stack([letters @ place for place in weights[f"spell.{n}.weight"]]), weights[f"spell.{n}.bias"])
        for n in ("two", "three")
    )


def spell(weights: Weights, tables: Tables, words: Sequence[str]) -> Floats:
    """One row of features for each word, each within -1 and 1."""
    letters = spread(weights.letters, words)
    # Most words are short: the zeros behind the longest are cut to the three that show that it has ended.
    letters = letters[:, : min(LETTERS, max(map(len, words))) + 4]
    pooled = [_widest(letters, table, bias) for table, bias in tables]
    spelled: Floats = np.tanh(np.concatenate(pooled, axis=1) @ weights["spell.out.weight"] + weights["spell.out.bias"])
    return spelled


def classes(weights: Weights, spelled: Floats) -> Floats:
    """How much a spelling looks like a person, a place, another proper noun, a common noun, a word of other kinds."""
    logits = spelled @ weights["spell.class.weight"] + weights["spell.class.bias"]
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def listed(classes: Sequence[int] | NDArray[np.uint8]) -> Floats:
    """Bits of classes as columns of 0 and 1."""
    bits = np.asarray(classes, np.uint8)
    return np.unpackbits(bits[:, None], axis=1, count=CLASSES, bitorder="little").astype(np.float32)


def _widest(letters: NDArray[np.int64], table: Floats, bias: Floats) -> Floats:
    width = len(table)
    windows = letters.shape[1] - width + 1
    summed = table[0][letters[:, :windows]]
    for place in range(1, width):
        summed += table[place][letters[:, place : place + windows]]
    widest: Floats = np.maximum(summed.max(axis=1) + bias, 0)
    return widest
