"""Treebank sentences as numbers, and batches of them as tensors."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from sagwan.korean.syntax.features import Shape, shape
from sagwan.korean.syntax.network import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from train.syntax.treebank import Example
    from train.syntax.vectors import Vectors

# Labels too rare to learn, by what stands nearest.
_RARE = {
    "X": "NP",
    "X_SBJ": "NP_SBJ",
    "X_OBJ": "NP_OBJ",
    "X_AJT": "NP_AJT",
    "AP_MOD": "NP_MOD",
    "VNP_CNJ": "VP_CNJ",
    "VNP_AJT": "VP_AJT",
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the network has rows for."""

    features: tuple[str, ...]
    morphemes: tuple[str, ...]
    vectors: NDArray[np.float32]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """One sentence: for each word its features' rows, its morphemes' rows, and what `Batch` holds of it."""

    features: tuple[tuple[int, ...], ...]
    last: tuple[int, ...]
    first: tuple[int, ...]
    kinds: tuple[int, ...]
    verbal: tuple[int, ...]
    opens: tuple[int, ...]
    heads: tuple[int, ...]
    labels: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.heads)

    def without(self, gone: Sequence[bool]) -> Numbers:
        """The sentence without the words `gone` and all that depends on them."""
        kept = [not g for g in gone]
        for i in range(len(self) - 2, -1, -1):
            kept[i] = kept[i] and kept[self.heads[i]]
        at = np.cumsum(kept) - 1
        return Numbers(
            tuple(compress(self.features, kept)),
            tuple(compress(self.last, kept)),
            tuple(compress(self.first, kept)),
            tuple(compress(self.kinds, kept)),
            tuple(compress(self.verbal, kept)),
            tuple(compress(self.opens, kept)),
            tuple(int(at[head]) if head >= 0 else -1 for head in compress(self.heads, kept)),
            tuple(compress(self.labels, kept)),
        )


@dataclass(frozen=True, slots=True)
class Packed:
    """A batch, padded; see `sagwan.korean.syntax.network.Batch`."""

    size: int
    lengths: Tensor
    features: Tensor
    starts: Tensor
    last: Tensor
    first: Tensor
    kinds: Tensor
    depths: Tensor
    deeper: Tensor
    distances: Tensor
    between: Tensor
    ends: Tensor
    heads: Tensor
    labels: Tensor


def shapes_of(example: Example) -> list[Shape]:
    """The words of an example as the parser sees them."""
    morphemes, words = example.sentence.morphemes, example.sentence.words
    return [
        shape(tuple((m.form, m.tag) for m in morphemes[a:b]))
        for a, b in zip(words, (*words[1:], len(morphemes)), strict=True)
    ]


def vocabulary_of(examples: Iterable[Example], vectors: Vectors, least: int = 2) -> Vocabulary:
    """Features that occur `least` times at least, and all labels."""
    counts = Counter(name for e in examples for read in shapes_of(e) for name in read.names)
    labels = sorted({_RARE.get(label, label) for e in examples for label in e.labels})
    features = sorted(name for name, count in counts.items() if count >= least)
    return Vocabulary(tuple(features), vectors.keys, vectors.rows, tuple(labels))


class Encoder:
    """Examples → numbers, for one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._features = {name: i + 1 for i, name in enumerate(vocabulary.features)}
        self._morphemes = {key: i for i, key in enumerate(vocabulary.morphemes)}
        self._labels = {label: i for i, label in enumerate(vocabulary.labels)}

    def encode(self, example: Example) -> Numbers:
        """The numbers of one example; what the vocabulary lacks falls back on the rows for the unknown."""
        read = shapes_of(example)
        return Numbers(
            tuple(tuple(self._features[n] for n in r.names if n in self._features) or (0,) for r in read),
            tuple(self._morphemes.get(r.last, -1) for r in read),
            tuple(self._morphemes.get(r.first, -1) for r in read),
            tuple(r.kind for r in read),
            tuple(int(r.verbal) for r in read),
            tuple(r.opens for r in read),
            example.heads,
            tuple(self._labels[_RARE.get(label, label)] for label in example.labels),
        )


def pack(sentences: Sequence[Numbers]) -> Packed:
    """Sentences side by side."""
    lengths = np.asarray([len(s) for s in sentences])
    size = int(lengths.max())
    features: list[int] = []
    starts: list[int] = []
    table = np.zeros((7, len(sentences), size), np.int64)
    table[:2] = table[5] = -1
    for b, s in enumerate(sentences):
        table[:, b, : len(s)] = (s.last, s.first, s.kinds, s.verbal, s.opens, s.heads, s.labels)
        for ids in (*s.features, *[(0,)] * (size - len(s))):
            starts.append(len(features))
            features += ids
    last, first, kinds, verbal, opens, heads, labels = table
    depths = np.clip(np.cumsum(opens, axis=1), 0, 2)
    met = np.cumsum(verbal, axis=1)
    at = np.arange(size)
    distances = np.broadcast_to(STEPS[np.clip(at - at[:, None], 0, 20)], (len(sentences), size, size))
    between = np.clip((met - verbal)[:, None, :] - met[:, :, None], 0, 4)
    deeper = np.clip(depths[:, None, :] - depths[:, :, None], -1, 1) + 1
    ends = (at == lengths[:, None] - 1).astype(np.int64)
    arrays = (lengths, features, starts, last, first, kinds, depths, deeper, distances.copy(), between, ends)
    return Packed(size, *(torch.as_tensor(a) for a in (*arrays, heads, labels)))
