"""One predicate, one subject: what the scores of single arcs cannot see.

A topic attracts every predicate to its right. One that has a subject of its own is a worse place for it
(누리전자는 매출이 늘자 공장을 지었다: 누리전자는 belongs to 지었다), so such a word is hung once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.korean.syntax.tree import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

# What a second subject costs. Any value from 1 to 5 betters five folds; 2 and 3 do alike.
TAKEN = 2.5
_SUBJECTS = frozenset((Label.SUBJECT, Label.TOPIC))


def settle(heads: list[int], labels: Sequence[Label], scores: NDArray[np.float32]) -> None:
    """Hang each subject of an occupied predicate on the best of the places open to it; `heads` is changed.

    `scores[i, j]` is what it pays to hang i on j. The places of a word are the heads above the next word, as far
    as no arc is crossed, so the tree stays a tree.
    """
    subjects = [i for i, label in enumerate(labels) if label in _SUBJECTS and heads[i] >= 0]
    for at in range(len(subjects) - 2, -1, -1):
        word = subjects[at]
        taken = {heads[other] for other in subjects[at + 1 :]}
        if heads[word] in taken:
            places = _places(heads, word)
            heads[word] = max(places, key=lambda j: float(scores[word, j]) - TAKEN * (j in taken))


def _places(heads: list[int], word: int) -> list[int]:
    farthest = min((heads[i] for i in range(word) if heads[i] > word), default=len(heads) - 1)
    places = [word + 1]
    while heads[places[-1]] != -1 and heads[places[-1]] <= farthest:
        places.append(heads[places[-1]])
    return places
