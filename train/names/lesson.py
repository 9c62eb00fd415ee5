"""What is learned from: each sentence, and copies of it with other names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from train.names.augment import exchange, gather, stand_ins
from train.names.tables import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from train.names.sample import Sample
    from train.names.tables import Knowledge, Register


class Lesson(NamedTuple):
    """A sentence by rows, and its copies with other names."""

    own: Rows
    copies: list[Rows]
    news: bool


def prepare(
    samples: Sequence[tuple[Sample, bool]], knowledge: Knowledge, register: Register, copies: int, seed: int
) -> list[Lesson]:
    """Samples, each with whether it is news, as lessons with so many
    copies, half as many of a review; only their own names are put in the place of others.
    """
    draw = np.random.default_rng(seed)
    listed = stand_ins(knowledge.words, knowledge.known, draw)
    own = gather(sample for sample, _ in samples)
    lessons = []
    for sample, news in samples:
        others = [exchange(sample, own, listed, draw) for _ in range(copies if news else copies // 2)]
        rows = [register.rows(c) for c in others if c is not None]
        lessons.append(Lesson(register.rows(sample), rows, news))
    return lessons
