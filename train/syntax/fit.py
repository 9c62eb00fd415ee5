"""Training: a network from examples, the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from train.syntax.encode import Encoder, Numbers, Vocabulary, pack
from train.syntax.model import Network, Sizes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from train.syntax.treebank import Example


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int = 20
    sentences: int = 24
    rate: float = 2e-3
    seed: int = 0
    sizes: Sizes = field(default_factory=Sizes)


def fit(examples: Sequence[Example], vocabulary: Vocabulary, plan: Plan) -> Network:
    """A trained network: AdamW with a rate that falls to nothing, the weights averaged over the second half."""
    torch.manual_seed(plan.seed)
    random = np.random.default_rng(plan.seed)
    encoder = Encoder(vocabulary)
    sentences = [encoder.encode(e) for e in examples]
    network = Network(vocabulary, plan.sizes)
    optimiser = torch.optim.AdamW(network.parameters(), lr=plan.rate, betas=(0.9, 0.95), weight_decay=1e-5)
    steps = plan.epochs * -(-len(sentences) // plan.sentences)
    average: list[Tensor] | None = None
    for step, batch in enumerate(b for _ in range(plan.epochs) for b in _batches(sentences, plan.sentences, random)):
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * min(1, step / 60) * max(0.02, 1 - step / steps)
        optimiser.zero_grad()
        network.loss(pack(batch)).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 3.0)
        optimiser.step()
        if step * 2 > steps:
            average = _averaged(average, network)
    with torch.no_grad():
        for parameter, mean in zip(network.parameters(), average or [], strict=True):
            parameter.copy_(mean)
    return network.eval()


def _averaged(average: list[Tensor] | None, network: Network) -> list[Tensor]:
    if average is None:
        return [p.detach().clone() for p in network.parameters()]
    with torch.no_grad():
        for mean, parameter in zip(average, network.parameters(), strict=True):
            mean.lerp_(parameter, 0.02)
    return average


def _batches(sentences: list[Numbers], size: int, random: np.random.Generator) -> Iterator[list[Numbers]]:
    """All sentences once, those of like length together, the batches in random order."""
    order = sorted(sentences, key=lambda s: len(s) + random.random() * 6)
    batches = [order[i : i + size] for i in range(0, len(order), size)]
    for i in random.permutation(len(batches)):
        yield batches[i]
