"""The linear model beside the network: a weight for each clue and label, learned as a CRF of its own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from sagwan.extract.names.tagger.clues import run_clues, word_clues
from sagwan.extract.names.tagger.linear import AROUND
from sagwan.extract.names.tagger.view import REACH
from sagwan.extract.names.tagger.weights import LABELS
from train.names.chain import Chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from train.names.chain import Batch
    from train.names.lesson import Lesson
    from train.names.tables import Knowledge, Register

# A clue that is met once says nothing of the next text.
_MET = 2


class Clues(NamedTuple):
    """The clues that have weights, in rising order (row 0 of the weights is for all others, and stays 0), and the
    rows of the clues of each word and each stretch of nouns.
    """

    words: NDArray[np.uint32]
    runs: NDArray[np.uint32]
    pairs: NDArray[np.uint32]
    of_word: Tensor
    of_run: Tensor


def clues(lessons: Sequence[Lesson], register: Register, knowledge: Knowledge) -> Clues:
    """Choose the clues that are met twice or more in the lessons, copies not counted."""
    rows = {key: i for i, key in enumerate(knowledge.known.keys)}
    groups = [tuple(knowledge.groups[rows[k]].tolist()) if k in rows else () for k in register.words]
    words = [
        word_clues(form, tag, group, knowledge.classes(form, tag))
        for (form, tag), group in zip(register.words, groups, strict=True)
    ]
    runs = [run_clues(run, knowledge.classes(run)) for run in register.runs]
    kept_words = _kept(c for lesson in lessons for i in lesson.own.words.tolist() for c in words[i])
    kept_runs = _kept(c for lesson in lessons for i in lesson.own.runs.tolist() for c in runs[i])
    kept_pairs = _kept(c for lesson in lessons for c in lesson.own.pairs.ravel().tolist())
    return Clues(kept_words, kept_runs, kept_pairs, _rows(words, kept_words), _rows(runs, kept_runs))


def _kept(met: Iterable[int]) -> NDArray[np.uint32]:
    return np.array(sorted(c for c, n in Counter(met).items() if n >= _MET), np.uint32)


def _rows(clues_of: Sequence[list[int]], kept: NDArray[np.uint32]) -> Tensor:
    row = {c: i for i, c in enumerate(kept.tolist(), 1)}
    width = max(map(len, clues_of))
    return torch.tensor([[row.get(c, 0) for c in own] + [0] * (width - len(own)) for own in clues_of])


class Linear(nn.Module):
    """Clues → a score of each label."""

    def __init__(self, known: Clues, *, drop: float = 0.15) -> None:
        super().__init__()
        self.known, self.drop = known, drop
        self.words = nn.Parameter(torch.zeros(len(known.words) + 1, AROUND * LABELS))
        self.runs = nn.Parameter(torch.zeros(len(known.runs) + 1, LABELS))
        self.pairs = nn.Parameter(torch.zeros(len(known.pairs) + 1, LABELS))
        self.places = nn.Parameter(torch.zeros(64, LABELS))
        self.chain = Chain()

    def forward(self, batch: Batch) -> Tensor:
        """A score of each label for each morpheme, from its own clues and those of two neighbours on each side."""
        scores = self._weighed(self.runs, self.known.of_run[batch.runs])
        scores = scores + self._weighed(self.pairs, batch.pairs)
        bits = (batch.places * 2 ** torch.arange(batch.places.shape[2])).sum(2).long()
        scores = scores + self.places[bits]
        around = self._weighed(self.words, self.known.of_word[batch.words]) * batch.real.unsqueeze(2)
        around = nn.functional.pad(around, (0, 0, REACH, REACH)).unflatten(2, (AROUND, LABELS))
        steps = batch.words.shape[1]
        return scores + sum(around[:, k : k + steps, k] for k in range(AROUND))

    def _weighed(self, weights: Tensor, rows: Tensor) -> Tensor:
        kept = rows > 0
        if self.training:
            kept = kept & (torch.rand(rows.shape) >= self.drop)
        return nn.functional.embedding(torch.where(kept, rows, 0), weights, padding_idx=0).sum(2)
