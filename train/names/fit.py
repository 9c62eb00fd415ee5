"""The learning of the network: samples → weights that are the mean of the last ones."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import nn

from sagwan.extract.names.tagger.rising import Rising
from train.names.chain import surprise
from train.names.linear import Linear
from train.names.network import Network
from train.names.tables import pad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from train.names.chain import Batch
    from train.names.lesson import Lesson
    from train.names.linear import Clues
    from train.names.network import Tables
    from train.names.tables import Rows


# The running mean takes in every fourth step.
_OFTEN = 4


class Plan(NamedTuple):
    """How long and how fast. `copies` of a news sentence with exchanged names, half as many of a review, of which
    `reviews` is the share taken each time; `memory` is the decay of the running mean, `share`
    what the linear model counts beside the network.
    """

    epochs: int = 16
    batch: int = 32
    rate: float = 5e-3
    linear_rate: float = 1e-2
    decay: float = 1e-2
    copies: int = 4
    reviews: float = 0.5
    memory: float = 0.995
    share: float = 0.5


class Learned(NamedTuple):
    """The two models that are added up."""

    network: Network
    linear: Linear


def fit(lessons: Sequence[Lesson], known: Tables, clues: Clues, plan: Plan, seed: int) -> Learned:
    """Learn both models side by side, each for itself; the same seed gives the same on the same machine."""
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    both = Learned(Network(known.tag_count), Linear(clues))
    mean = copy.deepcopy(both)
    best = torch.optim.AdamW(
        [
            {"params": list(both.network.parameters()), "lr": plan.rate},
            {"params": list(both.linear.parameters()), "lr": plan.linear_rate},
        ],
        weight_decay=plan.decay,
        fused=True,
    )
    paces = [group["lr"] for group in best.param_groups]
    size = sum(1.0 if lesson.news else plan.reviews for lesson in lessons)
    total, step, pairs = int(plan.epochs * size / plan.batch), 0, Rising(clues.pairs)
    for _ in range(plan.epochs):
        for rows in _batches(lessons, plan, draw):
            for group, pace in zip(best.param_groups, paces, strict=True):
                group["lr"] = pace * _pace(step / total)
            batch = pad(rows, pairs)
            _step(both, known, batch, best)
            step += 1
            if step % _OFTEN == 0:
                for old, new in zip(mean, both, strict=True):
                    _drift(old, new, min(plan.memory, step / (step + 20)) ** _OFTEN)
    return Learned(mean.network.eval(), mean.linear.eval())


def _step(both: Learned, known: Tables, batch: Batch, best: torch.optim.Optimizer) -> None:
    network, linear = both
    loss = surprise(torch.stack([network(batch, known), linear(batch)]), (network.chain, linear.chain), batch)
    (loss * 10 / batch.real.sum()).backward()
    nn.utils.clip_grad_norm_(network.parameters(), 5.0)
    best.step()
    best.zero_grad()


def _batches(lessons: Sequence[Lesson], plan: Plan, draw: np.random.Generator) -> Iterator[list[Rows]]:
    """All news and a share of the reviews, sentences of like length together, half of them with other names."""
    taken = [lesson for lesson in lessons if lesson.news or draw.random() < plan.reviews]
    mixed = [taken[i] for i in draw.permutation(len(taken))]
    chosen = [_version(lesson, draw) for lesson in mixed]
    large = plan.batch * 40
    near = [r for k in range(0, len(chosen), large) for r in sorted(chosen[k : k + large], key=_length)]
    starts = list(range(0, len(near), plan.batch))
    draw.shuffle(starts)
    for start in starts:
        yield near[start : start + plan.batch]


def _version(lesson: Lesson, draw: np.random.Generator) -> Rows:
    if not lesson.copies or draw.random() < 0.5:
        return lesson.own
    return lesson.copies[draw.integers(len(lesson.copies))]


def _length(rows: Rows) -> int:
    return len(rows.words)


def _pace(done: float) -> float:
    """Up over the first tenth, level to three tenths, then down to a fiftieth."""
    return min(1.0, done / 0.1) * (1.0 if done < 0.3 else max(0.02, (1 - done) / 0.7))


def _drift(mean: nn.Module, model: nn.Module, memory: float) -> None:
    with torch.no_grad():
        for old, new in zip(mean.parameters(), model.parameters(), strict=True):
            old.mul_(memory).add_(new, alpha=1 - memory)
