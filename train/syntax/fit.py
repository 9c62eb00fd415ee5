"""Training: a network from examples, the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from train.syntax.encode import Encoder, Numbers, Vocabulary, pack, vocabulary_of
from train.syntax.model import Network, Sizes, export

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.korean.syntax.weights import Weights
    from train.syntax.treebank import Example
    from train.syntax.vectors import Vectors

# Cropping: the share of sentences, the share of their words, and the shortest sentence that is cropped.
_CROPPED, _LOST, _FEWEST = 0.4, 0.12, 4
# A compound or a complement without its first half is no Korean.
_LASTING = ("NP", "NP_CMP", "VP_CMP", "VNP_CMP", "VP_SBJ", "VP_OBJ", "VNP_SBJ", "VP_CNJ", "IP")


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int = 22
    sentences: int = 24
    rate: float = 2e-3
    seed: int = 0
    sizes: Sizes = field(default_factory=Sizes)


def train(examples: Sequence[Example], vectors: Vectors, plan: Plan | None = None) -> Weights:
    """The weights that ship, or those of a fold: all that is learnt is learnt from what is given here."""
    vocabulary = vocabulary_of(examples, vectors)
    encoder = Encoder(vocabulary)
    return export(fit([encoder.encode(e) for e in examples], vocabulary, plan or Plan()), vocabulary)


def fit(sentences: Sequence[Numbers], vocabulary: Vocabulary, plan: Plan) -> Network:
    """A trained network: AdamW with a rate that falls to nothing, the weights averaged over the second half."""
    torch.manual_seed(plan.seed)
    random = np.random.default_rng(plan.seed)
    network = Network(vocabulary, plan.sizes)
    optimiser = torch.optim.AdamW(network.parameters(), lr=plan.rate, betas=(0.9, 0.95), weight_decay=1e-5)
    steps = plan.epochs * -(-len(sentences) // plan.sentences)
    average: list[Tensor] | None = None
    lasting = frozenset(i for i, label in enumerate(vocabulary.labels) if label in _LASTING)
    for step, batch in enumerate(b for _ in range(plan.epochs) for b in _batches(sentences, plan.sentences, random)):
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * min(1, step / 60) * max(0.02, 1 - step / steps)
        optimiser.zero_grad()
        network.loss(pack([_cropped(s, lasting, random) for s in batch])).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 3.0)
        optimiser.step()
        if step * 2 > steps:
            average = _averaged(average, network)
    with torch.no_grad():
        for parameter, mean in zip(network.parameters(), average or [], strict=True):
            parameter.copy_(mean)
    return network.eval()


def _cropped(sentence: Numbers, lasting: frozenset[int], random: np.random.Generator) -> Numbers:
    """Some sentences lose some of their phrases: shorter ones with right trees (Şahin and Steedman 2018)."""
    if len(sentence) < _FEWEST or random.random() > _CROPPED:
        return sentence
    gone = random.random(len(sentence)) < _LOST
    gone[-1] = False
    shorter = sentence.without([g and label not in lasting for g, label in zip(gone, sentence.labels, strict=True)])
    return shorter if len(shorter) >= _FEWEST - 1 else sentence


def _averaged(average: list[Tensor] | None, network: Network) -> list[Tensor]:
    if average is None:
        return [p.detach().clone() for p in network.parameters()]
    with torch.no_grad():
        for mean, parameter in zip(average, network.parameters(), strict=True):
            mean.lerp_(parameter, 0.02)
    return average


def _batches(sentences: Sequence[Numbers], size: int, random: np.random.Generator) -> Iterator[list[Numbers]]:
    """All sentences once, those of like length together, the batches in random order."""
    order = sorted(sentences, key=lambda s: len(s) + random.random() * 6)
    batches = [order[i : i + size] for i in range(0, len(order), size)]
    for i in random.permutation(len(batches)):
        yield batches[i]
