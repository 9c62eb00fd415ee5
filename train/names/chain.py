"""The order of labels: a linear-chain conditional random field (Lafferty et al. 2001)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor, nn

from sagwan.extract.names.tagger.decode import MAY_FOLLOW
from sagwan.extract.names.tagger.weights import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORBIDDEN = -1e4


class Batch(NamedTuple):
    """Sentences side by side, padded: rows of words, of stretches of nouns and of pair clues; `real` is 1 where a
    morpheme stands.
    """

    words: Tensor
    runs: Tensor
    pairs: Tensor
    places: Tensor
    labels: Tensor
    real: Tensor


class Chain(nn.Module):
    """Learned scores of one label after another and of a first label; what may not follow is barred."""

    def __init__(self) -> None:
        super().__init__()
        self.follow, self.start = nn.Parameter(torch.zeros(LABELS, LABELS)), nn.Parameter(torch.zeros(LABELS))
        may = torch.from_numpy(MAY_FOLLOW)
        self.register_buffer("barred", torch.where(may, 0.0, _FORBIDDEN))
        self.register_buffer("barred_first", torch.where(may[0], 0.0, _FORBIDDEN))

    def order(self) -> tuple[Tensor, Tensor]:
        """Scores of one label after another, and of a first label."""
        return self.follow + self.get_buffer("barred"), self.start + self.get_buffer("barred_first")


def surprise(scores: Tensor, chains: Sequence[Chain], batch: Batch) -> Tensor:
    """How unlikely the right rows of labels are to each model: nats, summed over models and sentences.

    `scores` are models by sentences by morphemes by labels; all go through the same steps at once.
    """
    orders = [chain.order() for chain in chains]
    follow = torch.stack([f for f, _ in orders]).unsqueeze(1)
    start = torch.stack([s for _, s in orders]).unsqueeze(1)
    steps, real = scores.unbind(2), (batch.real > 0).unsqueeze(2).unbind(1)
    weight = start + steps[0]
    for t in range(1, int(batch.real.sum(1).max())):
        weight = torch.where(real[t], torch.logsumexp(weight.unsqueeze(3) + follow, 2) + steps[t], weight)
    labels = batch.labels.expand(len(chains), -1, -1)
    right = (scores.gather(3, labels.unsqueeze(3)).squeeze(3) * batch.real).sum()
    right = right + start[:, 0, batch.labels[:, 0]].sum()
    right = right + (follow[:, 0, batch.labels[:, :-1], batch.labels[:, 1:]] * batch.real[:, 1:]).sum()
    return torch.logsumexp(weight, 2).sum() - right
