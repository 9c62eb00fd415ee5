"""The order of labels: a linear-chain conditional random field (Lafferty et al. 2001)."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from sagwan.extract.names.tagger.decode import MAY_FOLLOW
from sagwan.extract.names.tagger.weights import LABELS

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

    def surprise(self, scores: Tensor, batch: Batch) -> Tensor:
        """How unlikely the right rows of labels are: nats, summed over the batch."""
        follow, start = self.order()
        steps, real = scores.unbind(1), (batch.real > 0).unsqueeze(2).unbind(1)
        weight = start + steps[0]
        for t in range(1, int(batch.real.sum(1).max())):
            weight = torch.where(real[t], torch.logsumexp(weight.unsqueeze(2) + follow, 1) + steps[t], weight)
        right = (scores.gather(2, batch.labels.unsqueeze(2)).squeeze(2) * batch.real).sum(1)
        right = right + start[batch.labels[:, 0]]
        right = right + (follow[batch.labels[:, :-1], batch.labels[:, 1:]] * batch.real[:, 1:]).sum(1)
        return (torch.logsumexp(weight, 1) - right).sum()
