"""The morpheme vectors inside Kiwi's own language model, read back from the similarities that it tells.

Kiwi 0.24 scores morphemes with CoNg, a model that keeps a vector of 256 numbers for each of its 70,488
morphemes, and `Kiwi.morpheme_similarity` gives the cosine of any two. The cosines of all morphemes with a few
hundred anchors fix the unit vectors up to a rotation, which no linear layer can tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from kiwipiepy import Kiwi

WIDTH = 256
# Any 256 independent anchors would do; some more keep the smallest eigenvalue away from rounding.
_ANCHORS = 340


@dataclass(frozen=True, slots=True)
class Embeddings:
    """Row i is the vector of the morpheme `keys[i]`, a form and a tag; the first sense where there are several.

    The mean of all is taken out, and they are of length 1 on average.
    """

    keys: tuple[tuple[str, str], ...]
    vectors: np.ndarray


def read_embeddings() -> Embeddings:
    """All vectors of the installed model, in the order of Kiwi's own ids, so the same on every run."""
    kiwi = Kiwi(num_workers=1, load_multi_dict=False)
    ids, keys = _vocabulary(kiwi)
    anchors = np.random.default_rng(7).choice(len(ids), _ANCHORS, replace=False)
    similarity = kiwi.morpheme_similarity
    cosines = np.array([[similarity(i, ids[a]) for i in ids] for a in anchors], dtype=np.float64).T
    cosines[anchors, np.arange(_ANCHORS)] = 1.0
    values, axes = np.linalg.eigh(cosines[anchors])
    basis = axes[:, -WIDTH:] / np.sqrt(values[-WIDTH:])
    vectors = cosines @ basis
    # All morphemes lean to one side (their mean has length 0.9), which says nothing of any of them.
    vectors -= vectors.mean(axis=0)
    vectors /= np.linalg.norm(vectors, axis=1).mean()
    return Embeddings(tuple(keys), vectors.astype(np.float32))


def _vocabulary(kiwi: Kiwi) -> tuple[list[int], list[tuple[str, str]]]:
    first: dict[tuple[str, str], int] = {}
    for similar in kiwi.most_similar_morphemes(("서울", "NNP"), top_n=1_000_000):
        key = (similar.form, similar.tag)
        first[key] = min(similar.id, first.get(key, similar.id))
    ordered = sorted(first.items(), key=lambda item: item[1])
    return [i for _, i in ordered], [key for key, _ in ordered]
