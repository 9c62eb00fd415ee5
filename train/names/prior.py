"""What is learned before any sentence: Kiwi's vectors, the dictionary, the letters."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from train.names.dictionary import read_dictionary
from train.names.embeddings import read_embeddings
from train.names.groups import group_all
from train.names.spelling import fit_spelling, letters_of
from train.names.tables import Knowledge

if TYPE_CHECKING:
    from pathlib import Path


def prior_knowledge(cache: Path) -> Knowledge:
    """Four minutes of work, kept in `cache`; delete the file to have it done again."""
    if cache.exists():
        kept: Knowledge = pickle.loads(cache.read_bytes())  # noqa: S301 - written below by this program
        return kept
    known = read_embeddings()
    words = read_dictionary()
    letters = letters_of([*words, *(form for form, _ in known.keys)])
    tags = sorted({tag for _, tag in known.keys})
    knowledge = Knowledge(known, group_all(known.vectors), words, letters, fit_spelling(letters, words, known), tags)
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_bytes(pickle.dumps(knowledge))
    return knowledge
