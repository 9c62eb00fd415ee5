"""The parser's network in torch: the same forms as `sagwan.korean.syntax.network`, with dropout and gradients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sagwan.korean.syntax.features import KINDS
from sagwan.korean.syntax.weights import Weights
from train.syntax.pooling import Pooling, drop

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from train.syntax.encode import Packed, Vocabulary

_BARRED = -1e9


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the layers and the shares left out in training."""

    word: int = 90
    state: int = 90
    vector: int = 48
    arc: int = 80
    label: int = 48
    drop: float = 0.33
    drop_feature: float = 0.15


class Network(nn.Module):
    """Scores of arcs and labels for a packed batch."""

    def __init__(self, vocabulary: Vocabulary, sizes: Sizes) -> None:
        super().__init__()
        kinds, out = len(KINDS), 2 * sizes.state + sizes.word
        self.sizes = sizes
        self.features = nn.EmbeddingBag(len(vocabulary.features) + 1, sizes.word, mode="sum")
        nn.init.normal_(self.features.weight, 0, 0.08)
        # Unit vectors of 256 numbers are too faint beside the features: four times as long.
        rows = torch.as_tensor(vocabulary.vectors) * 4
        self.vectors = torch.cat([rows, torch.zeros(1, rows.shape[1])])
        self.narrow = nn.Linear(rows.shape[1], sizes.vector, bias=False)
        self.from_last = nn.Linear(sizes.vector, sizes.word, bias=False)
        self.from_first = nn.Linear(sizes.vector, sizes.word)
        self.quoted = nn.Embedding(3, sizes.word)
        self.reader = Pooling(sizes.word, sizes.state, sizes.drop)
        self.dependent = nn.Linear(out, sizes.arc)
        self.head = nn.Linear(out, sizes.arc)
        self.arc = nn.Linear(sizes.arc, sizes.arc, bias=False)
        self.head_bias = nn.Linear(sizes.arc, 1, bias=False)
        self.by_distance = nn.Parameter(torch.zeros(kinds * kinds, 9))
        self.by_predicates = nn.Parameter(torch.zeros(kinds * kinds, 5))
        self.by_end = nn.Parameter(torch.zeros(kinds * kinds, 2))
        self.by_marks = nn.Parameter(torch.zeros(kinds, 3, 3))
        self.label_dependent = nn.Linear(out, sizes.label)
        self.label_head = nn.Linear(out, sizes.label)
        self.label_out = nn.Linear(2 * sizes.label, len(vocabulary.labels))

    def ends(self) -> tuple[nn.Linear, ...]:
        """The layers that make a word the end of an arc or a label, in the order of `Ends`."""
        return self.dependent, self.head, self.label_dependent, self.label_head

    def encode(self, batch: Packed) -> Tensor:
        """(sentences, words, o): each word in its sentence and by itself."""
        chosen = self.features(batch.features, batch.starts, per_sample_weights=self._kept(batch.features))
        words = chosen.view(len(batch.lengths), batch.size, -1)
        words = words + self.from_last(self.narrow(self.vectors[batch.last]))
        words = words + self.from_first(self.narrow(self.vectors[batch.first])) + self.quoted(batch.depths)
        words = self._drop(functional.leaky_relu(words, 0.1))
        return self._drop(torch.cat([self.reader(words, batch.lengths), words], 2))

    def arcs(self, batch: Packed, encoded: Tensor) -> Tensor:
        """(sentences, words, words): what it pays to hang a word on a later one."""
        dependents = self._drop(functional.leaky_relu(self.dependent(encoded), 0.1), 0.75)
        heads = self._drop(functional.leaky_relu(self.head(encoded), 0.1), 0.75)
        scores = torch.bmm(self.arc(dependents), heads.transpose(1, 2)) + self.head_bias(heads).transpose(1, 2)
        pairs = batch.kinds[:, :, None] * len(KINDS) + batch.kinds[:, None, :]
        scores = scores + self.by_distance[pairs, batch.distances] + self.by_predicates[pairs, batch.between]
        scores = scores + self.by_end[pairs, batch.ends[:, None, :].expand_as(pairs)]
        depths = batch.depths[:, None, :].expand_as(pairs)
        scores = scores + self.by_marks[batch.kinds[:, :, None].expand_as(pairs), batch.deeper, depths]
        at = torch.arange(batch.size)
        allowed = (at > at[:, None]) & (at < batch.lengths[:, None])[:, None, :]
        barred: Tensor = scores.masked_fill(~allowed, _BARRED)
        return barred

    def labels(self, encoded: Tensor, heads: Tensor) -> Tensor:
        """(sentences, words, labels): scores of labels, given the heads (-1 for none)."""
        above = torch.gather(encoded, 1, heads.clamp(min=0)[:, :, None].expand_as(encoded))
        dependents = functional.leaky_relu(self.label_dependent(encoded), 0.1)
        governors = functional.leaky_relu(self.label_head(above), 0.1) * (heads >= 0)[:, :, None]
        scores: Tensor = self.label_out(torch.cat([dependents, governors], 2))
        return scores

    def loss(self, batch: Packed) -> Tensor:
        """Cross-entropy of the heads, and half as much of the labels, for each word alike."""
        encoded = self.encode(batch)
        hung = batch.heads >= 0
        words = torch.arange(batch.size) < batch.lengths[:, None]
        arcs = functional.cross_entropy(self.arcs(batch, encoded)[hung], batch.heads[hung])
        labels = self.labels(encoded, batch.heads)[words]
        return arcs + 0.5 * functional.cross_entropy(labels, batch.labels[words])

    def _kept(self, features: Tensor) -> Tensor | None:
        if not self.training:
            return None
        share = self.sizes.drop_feature
        return (torch.rand(len(features)) > share).float() / (1 - share)

    def _drop(self, x: Tensor, part: float = 1.0) -> Tensor:
        return drop(x, self.sizes.drop * part, training=self.training)


def export(network: Network, vocabulary: Vocabulary) -> Weights:
    """The trained network as the package reads it."""
    narrow = _array(network.narrow.weight)
    return Weights(
        vocabulary.features,
        vocabulary.morphemes,
        vocabulary.labels,
        feature_rows=_array(network.features.weight),
        morpheme_rows=_array(network.vectors) @ narrow.T,
        from_last=_array(network.from_last.weight).T,
        from_first=_array(network.from_first.weight).T,
        word_bias=_array(network.from_first.bias),
        quoted=_array(network.quoted.weight),
        gates=tuple(_gates(layer) for layer in network.reader.layers()),
        ends=np.concatenate([_with_bias(layer) for layer in network.ends()], axis=1),
        arc=_array(network.arc.weight).T,
        head_bias=_array(network.head_bias.weight)[0],
        by_place=_by_place(network),
        by_marks=_array(network.by_marks),
        label_out=_with_bias(network.label_out),
    )


def _gates(layer: nn.Linear) -> NDArray[np.float32]:
    """The sigmoid gates halved, as the package's tanh wants them."""
    gates = _with_bias(layer)
    gates[:, gates.shape[1] // 3 :] /= 2
    return gates


def _by_place(network: Network) -> NDArray[np.float32]:
    """The three tables as one."""
    steps, predicates, last = (_array(t) for t in (network.by_distance, network.by_predicates, network.by_end))
    summed = steps[:, :, None, None] + predicates[:, None, :, None] + last[:, None, None, :]
    return summed.reshape(len(steps), -1)


def _with_bias(layer: nn.Linear) -> NDArray[np.float32]:
    return np.concatenate((_array(layer.weight).T, _array(layer.bias)[None]))


def _array(x: Tensor) -> NDArray[np.float32]:
    return np.asarray(x.detach().numpy(), np.float32)
