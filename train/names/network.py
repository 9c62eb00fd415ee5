"""The network as it is learned; `sagwan.extract.names.tagger` runs the same one in numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from sagwan.extract.names.tagger.spelling import CLASSES
from sagwan.extract.names.tagger.view import PLACES
from sagwan.extract.names.tagger.weights import LABELS
from train.names.chain import Chain
from train.names.embeddings import WIDTH
from train.names.spelling import HIDDEN as SPELLED

MEANING, TAG, SHAPE, HIDDEN, DEEP = 100, 24, 40, 100, 64
if TYPE_CHECKING:
    from train.names.chain import Batch

_SIGNS = SPELLED + 2 * CLASSES


class Tables(NamedTuple):
    """What is known beforehand of each word and stretch of nouns; not learned further."""

    known: Tensor
    guessed: Tensor
    tags: Tensor
    word_signs: Tensor
    run_signs: Tensor
    tag_count: int


class Network(nn.Module):
    """Words, stretches and places → scores of labels."""

    # Unit vectors of 256 numbers are made to vary by 1 in each.
    stretch = WIDTH**0.5

    def __init__(self, tags: int, *, drop: float = 0.35, blind: float = 0.1) -> None:
        super().__init__()
        self.drop, self.blind = drop, blind
        self.meaning = nn.Linear(WIDTH, MEANING)
        self.tags = nn.Embedding(tags, TAG)
        self.word, self.run = nn.Linear(_SIGNS, SHAPE), nn.Linear(_SIGNS, SHAPE)
        width = MEANING + TAG + 2 * SHAPE + PLACES
        self.left = nn.LSTM(width, HIDDEN, batch_first=True)
        self.right = nn.LSTM(width, HIDDEN, batch_first=True)
        self.deep, self.label = nn.Linear(2 * HIDDEN, DEEP), nn.Linear(DEEP, LABELS)
        self.chain = Chain()

    def meant(self, vectors: Tensor) -> Tensor:
        """Kiwi's vectors cut down to what names need, within -1 and 1."""
        return torch.tanh(self.meaning(vectors * self.stretch))

    def forward(self, batch: Batch, tables: Tables) -> Tensor:
        """A score of each label for each morpheme."""
        vectors = tables.known[batch.words]
        if self.training:
            # Now and then Kiwi's vector is hidden, so that the guess after the letters is learned to be used.
            hide = torch.rand(batch.words.shape) < self.blind
            vectors = torch.where(hide.unsqueeze(2), tables.guessed[batch.words], vectors)
        parts = (
            self.meant(vectors),
            self.tags(tables.tags[batch.words]),
            torch.tanh(self.word(tables.word_signs[batch.words])),
            torch.tanh(self.run(tables.run_signs[batch.runs])),
            batch.places,
        )
        seen = self._both_ways(self._dropped(torch.cat(parts, 2)), batch.real)
        deep = torch.relu(self.deep(self._dropped(seen)))
        return self.label(functional.dropout(deep, 0.2, self.training))

    def _both_ways(self, rows: Tensor, real: Tensor) -> Tensor:
        lengths = real.sum(1).long()
        back = (lengths[:, None] - 1 - torch.arange(rows.shape[1])).clamp(min=0).unsqueeze(2)

        def turned(x: Tensor) -> Tensor:
            return x.gather(1, back.expand(-1, -1, x.shape[2]))

        return torch.cat([self.left(rows)[0], turned(self.right(turned(rows))[0])], 2)

    def _dropped(self, rows: Tensor) -> Tensor:
        """The same features dropped at all morphemes of a sentence (Gal and Ghahramani 2016)."""
        if not self.training:
            return rows
        kept = torch.rand(rows.shape[0], 1, rows.shape[2]) >= self.drop
        return rows * kept / (1 - self.drop)
