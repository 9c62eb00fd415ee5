"""What letters tell of a word, learned on 660,000 dictionary words and on Kiwi's 70,000 vectors."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sagwan.extract.names.tagger.spelling import CLASSES, spread
from train.names.embeddings import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from train.names.embeddings import Embeddings

_LETTER, _WINDOW, HIDDEN = 40, 96, 96
_STEPS, _WORDS, _VECTORS, _RATE = 4000, 384, 128, 4e-3


class Spelling(nn.Module):
    """Letters → features; from these the classes of the dictionary and the vector that Kiwi would have."""

    def __init__(self, letters: int) -> None:
        super().__init__()
        self.letters = nn.Embedding(letters, _LETTER, padding_idx=0)
        self.two = nn.Conv1d(_LETTER, _WINDOW, 2)
        self.three = nn.Conv1d(_LETTER, _WINDOW, 3)
        self.out = nn.Linear(2 * _WINDOW, HIDDEN)
        self.classes = nn.Linear(HIDDEN, CLASSES)
        self.mimic = nn.Linear(HIDDEN, WIDTH)

    def forward(self, letters: Tensor) -> Tensor:
        """Features within -1 and 1."""
        seen = self.letters(letters).transpose(1, 2)
        pooled = torch.cat([functional.relu(self.two(seen)).amax(2), functional.relu(self.three(seen)).amax(2)], 1)
        return torch.tanh(self.out(functional.dropout(pooled, 0.1, self.training)))


def letters_of(words: Iterable[str]) -> list[str]:
    """The characters that occur five times or more, in their order."""
    counts = Counter(c for word in words for c in word)
    return sorted(c for c, n in counts.items() if n >= 5 and c != "\n")


def fit_spelling(letters: Sequence[str], words: dict[str, int], known: Embeddings) -> Spelling:
    """Learn both tasks side by side; the same on every run."""
    torch.manual_seed(1)
    draw = torch.Generator().manual_seed(1)
    rows = {c: i for i, c in enumerate(letters, 2)}
    spelled = torch.from_numpy(spread(rows, list(words)))
    bits = np.array(list(words.values()), np.uint8)
    classes = torch.from_numpy(np.unpackbits(bits[:, None], axis=1, count=CLASSES, bitorder="little")).float()
    forms = torch.from_numpy(spread(rows, [form for form, _ in known.keys]))
    vectors = torch.from_numpy(known.vectors)
    net = Spelling(len(letters) + 2)
    best = torch.optim.AdamW(net.parameters(), weight_decay=1e-4)
    rate = torch.optim.lr_scheduler.OneCycleLR(best, _RATE, total_steps=_STEPS)
    for _ in range(_STEPS):
        i = torch.randint(len(spelled), (_WORDS,), generator=draw)
        j = torch.randint(len(forms), (_VECTORS,), generator=draw)
        told = functional.binary_cross_entropy_with_logits(net.classes(net(spelled[i])), classes[i])
        meant = 1 - functional.cosine_similarity(net.mimic(net(forms[j])), vectors[j]).mean()
        (told + meant).backward()
        best.step()
        rate.step()
        best.zero_grad()
    return net.eval()
