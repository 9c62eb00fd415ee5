"""Words and stretches of nouns as row numbers, and what is known beforehand of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch.nn import functional

from sagwan.extract.names.tagger.clues import EDGE, name_word, pair_clues
from sagwan.extract.names.tagger.rising import Rising
from sagwan.extract.names.tagger.spelling import listed, spread
from sagwan.extract.names.tagger.view import REACH, marks, spaced, view
from sagwan.extract.names.tagger.weights import LISTED_TAGS
from train.names.chain import Batch
from train.names.dictionary import OTHER
from train.names.network import Tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from train.names.embeddings import Embeddings
    from train.names.sample import Sample
    from train.names.spelling import Spelling


class Rows(NamedTuple):
    """One sample as arrays."""

    words: NDArray[np.int64]
    runs: NDArray[np.int64]
    pairs: NDArray[np.uint32]
    places: NDArray[np.float32]
    labels: NDArray[np.int64]


class Register:
    """Gives each word and each stretch of nouns a row, in the order in which they come."""

    def __init__(self) -> None:
        self.words: dict[tuple[str, str], int] = {}
        self.runs: dict[str, int] = {}

    def rows(self, sample: Sample) -> Rows:
        """The sample by row numbers."""
        seen = view([sample.morphemes])
        names = np.array([name_word(*word) for word in seen.words], np.uint32)
        return Rows(
            np.array([self.words.setdefault(word, len(self.words)) for word in seen.words]),
            np.array([self.runs.setdefault(run, len(self.runs)) for run in seen.runs]),
            pair_clues(spaced(names, seen.at, EDGE))[seen.at - REACH],
            marks(seen.places),
            np.array(sample.labels),
        )


class Knowledge(NamedTuple):
    """What is learned before the tagger itself: Kiwi's vectors, the dictionary, the letters, and the tags in use."""

    known: Embeddings
    groups: NDArray[np.uint16]
    words: dict[str, int]
    letters: list[str]
    spelling: Spelling
    tags: list[str]

    def classes(self, form: str, tag: str = "NNP") -> int:
        """As `Weights.classes`: words listed as a verb or a particle alone are left out."""
        found = self.words.get(form, 0)
        return found if tag[0] in LISTED_TAGS and found != 1 << OTHER else 0


def tables(register: Register, knowledge: Knowledge) -> Tables:
    """What is known of every row that the register has given."""
    keys = list(register.words)
    forms = [form for form, _ in keys]
    spelled = _spelled(knowledge, forms)
    with torch.no_grad():
        guessed = functional.normalize(
            torch.cat([knowledge.spelling.mimic(part) for part in spelled.split(4096)]), dim=1
        )
    rows = {key: i for i, key in enumerate(knowledge.known.keys)}
    known = guessed.clone()
    for i, key in enumerate(keys):
        if key in rows:
            known[i] = torch.from_numpy(knowledge.known.vectors[rows[key]])
    tag_rows = {tag: i for i, tag in enumerate(knowledge.tags)}
    runs = list(register.runs)
    return Tables(
        known=known,
        guessed=guessed,
        tags=torch.tensor([tag_rows.get(tag, 0) for _, tag in keys]),
        word_signs=_signs(knowledge, spelled, [knowledge.classes(*key) for key in keys]),
        run_signs=_signs(knowledge, _spelled(knowledge, runs), [knowledge.classes(run) for run in runs]),
        tag_count=len(knowledge.tags),
    )


def _spelled(knowledge: Knowledge, words: Sequence[str]) -> Tensor:
    rows = {c: i for i, c in enumerate(knowledge.letters, 2)}
    with torch.no_grad():
        return torch.cat([knowledge.spelling(part) for part in torch.from_numpy(spread(rows, words)).split(1024)])


def _signs(knowledge: Knowledge, spelled: Tensor, classes: Sequence[int]) -> Tensor:
    with torch.no_grad():
        return torch.cat(
            [spelled, torch.sigmoid(knowledge.spelling.classes(spelled)), torch.from_numpy(listed(classes))], 1
        )


def pad(rows: Sequence[Rows], kept: Rising) -> Batch:
    """Samples side by side, their pair clues as rows among those `kept`. Lengths are rounded up to eights, so that
    few shapes are met.
    """
    steps = -(-max(len(r.words) for r in rows) // 8) * 8

    def beside(arrays: Sequence[NDArray[np.generic]]) -> Tensor:
        made = np.zeros((len(arrays), steps, *arrays[0].shape[1:]), arrays[0].dtype)
        for i, array in enumerate(arrays):
            made[i, : len(array)] = array
        return torch.from_numpy(made)

    return Batch(
        beside([r.words for r in rows]),
        beside([r.runs for r in rows]),
        beside([kept.rows(r.pairs) for r in rows]),
        beside([r.places for r in rows]),
        beside([r.labels for r in rows]),
        beside([np.ones(len(r.words), np.float32) for r in rows]),
    )
