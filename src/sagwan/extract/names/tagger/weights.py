"""The numbers that ship with the package, and the dictionaries that lead into them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sagwan.extract.names.tagger.rising import Rising

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Floats = NDArray[np.float32]

KINDS = ("PS", "LC", "OG", "DT", "TI", "QT")
# Label 0 stands outside; kind k begins with label 1 + 2k and goes on with 2 + 2k.
LABELS = 1 + 2 * len(KINDS)
# First letters of the tags whose forms the dictionary of names is asked for.
LISTED_TAGS = "NSX"


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Arrays by name. `morphemes`, `tags`, `letters` give the row of a form with its tag, of a tag, of a character,
    `word_clues` and `run_clues` the row of a clue; `pairs` are the clues of neighbours in rising order, their rows
    from 1. `listed` are the CRC-32 of the words in the dictionary of names, rising, with their classes, one bit each.
    """

    arrays: Mapping[str, Floats]
    vectors: NDArray[np.int8]
    morphemes: Mapping[tuple[str, str], int]
    tags: Mapping[str, int]
    letters: Mapping[str, int]
    listed: NDArray[np.uint32]
    listed_classes: NDArray[np.uint8]
    groups: NDArray[np.uint16]
    word_clues: Mapping[int, int]
    run_clues: Mapping[int, int]
    pairs: Rising

    def __getitem__(self, name: str) -> Floats:
        return self.arrays[name]

    def classes(self, forms: Sequence[str], tags: Sequence[str] | None = None) -> NDArray[np.uint8]:
        """In which classes the dictionary of names lists each noun, affix or sign; 0 for others."""
        # An array, not a dictionary: 600,000 numbers would take 60 MB and 0.3 s there, and are seldom asked for.
        names = np.array([crc32(form.encode()) for form in forms], np.uint32)
        at = np.minimum(np.searchsorted(self.listed, names), len(self.listed) - 1)
        known = self.listed[at] == names
        if tags is not None:
            known &= np.array([tag[0] in LISTED_TAGS for tag in tags])
        return np.where(known, self.listed_classes[at], np.uint8(0))

    def groups_of(self, form: str, tag: str) -> tuple[int, ...]:
        """The groups of like meaning that a morpheme is in, none where Kiwi does not know it."""
        row = self.morphemes.get((form, tag))
        return () if row is None else tuple(self.groups[row].tolist())


@cache
def load_weights() -> Weights:
    """The shipped weights, read once in a process."""
    data = files("sagwan.extract.names.tagger").joinpath("weights.npz").read_bytes()
    with np.load(BytesIO(data), allow_pickle=False) as packed:
        return unpack({name: packed[name] for name in packed.files})


def unpack(packed: Mapping[str, NDArray[np.generic]]) -> Weights:
    """Weights as `train.names` packs them: words as lines of UTF-8, sorted integers as gaps, floats in 16 bits."""
    morphemes = [line.rsplit("\t", 1) for line in _lines(packed["words.morphemes"])]
    return Weights(
        arrays={name: array.astype(np.float32) for name, array in packed.items() if array.dtype.kind == "f"},
        vectors=packed["vectors"].astype(np.int8, copy=False),
        morphemes={(form, tag): row for row, (form, tag) in enumerate(morphemes)},
        tags={tag: row for row, tag in enumerate(_lines(packed["words.tags"]))},
        letters={letter: row for row, letter in enumerate(_lines(packed["words.letters"]), 2)},
        listed=_rising(packed["listed.gaps"]).astype(np.uint32),
        listed_classes=packed["listed.classes"].astype(np.uint8, copy=False),
        groups=packed["groups"].astype(np.uint16, copy=False),
        word_clues={clue: row for row, clue in enumerate(_rising(packed["linear.words.gaps"]).tolist(), 1)},
        run_clues={clue: row for row, clue in enumerate(_rising(packed["linear.runs.gaps"]).tolist(), 1)},
        pairs=Rising(_rising(packed["linear.pairs.gaps"]).astype(np.uint32)),
    )


def _lines(packed: NDArray[np.generic]) -> list[str]:
    return packed.tobytes().decode().split("\n")


def _rising(gaps: NDArray[np.generic]) -> NDArray[np.int64]:
    return np.cumsum(gaps.astype(np.int64))
