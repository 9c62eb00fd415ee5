"""Layers that read a sentence both ways by gated pooling."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def drop(x: Tensor, share: float, *, training: bool) -> Tensor:
    """The same numbers left out for all words of a sentence (Gal and Ghahramani 2016)."""
    if not training:
        return x
    return x * ((torch.rand(x.shape[0], 1, x.shape[2]) > share).float() / (1 - share))


class Pooling(nn.Module):
    """Two layers of gated pooling (Bradbury et al. 2017, QRNN): every gate is known before the first step."""

    def __init__(self, words: int, states: int, share: float) -> None:
        super().__init__()
        self.share = share
        self.states = states
        # The first layer sees each word with its neighbours.
        self.first = nn.Linear(3 * words, 6 * states)
        self.second = nn.Linear(2 * states, 6 * states)
        with torch.no_grad():
            for layer in self.layers():
                layer.bias[2 * states : 4 * states] += 1.0  # keep more than is let in, at first

    def layers(self) -> tuple[nn.Linear, nn.Linear]:
        """The gates of both layers: new, keep and out, each for both ways."""
        return self.first, self.second

    def forward(self, words: Tensor, lengths: Tensor) -> Tensor:
        """(sentences, words, 2 * states): each word with what stands before and behind it."""
        inside = (torch.arange(words.shape[1]) < lengths[:, None]).float()[:, :, None]
        words = words * inside
        edge = torch.zeros_like(words[:, :1])
        around = torch.cat([torch.cat([edge, words[:, :-1]], 1), words, torch.cat([words[:, 1:], edge], 1)], 2)
        read = self._layer(self.first, around, inside)
        return self._layer(self.second, drop(read, self.share, training=self.training), inside)

    def _layer(self, gates: nn.Module, x: Tensor, inside: Tensor) -> Tensor:
        new, keep, out = gates(x).split(2 * self.states, dim=2)
        keep = torch.sigmoid(keep)
        new = (1 - keep) * torch.tanh(new) * inside
        keep, new = self._two_ways(keep), self._two_ways(new)
        memory = torch.zeros_like(new[:, :, 0])
        kept = []
        for step in range(x.shape[1]):
            memory = keep[:, :, step] * memory + new[:, :, step]
            kept.append(memory)
        forth, back = torch.stack(kept, 2)
        return torch.sigmoid(out) * torch.cat([forth, back.flip(1)], 2)

    def _two_ways(self, x: Tensor) -> Tensor:
        return torch.stack([x[..., : self.states], x[..., self.states :].flip(1)])
