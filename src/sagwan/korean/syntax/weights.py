"""The parser's weights as they ship: one file of small arrays, loaded once per process."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import IO, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained parser. Sizes: F features, V morphemes, w of a morpheme's vector, d of a word, h of a state,
    o = 2h + d of a word in its sentence, a of an arc's end, l of a label's end, K kinds of words, L labels.
    """

    features: tuple[str, ...]  # F names; row 0 of `feature_rows` is for words without a known one
    morphemes: tuple[str, ...]  # V keys, form/tag
    labels: tuple[str, ...]  # L treebank labels
    feature_rows: Floats  # F + 1, d
    morpheme_rows: Floats  # V + 1, w; the last row is for unknown morphemes
    from_last: Floats  # w, d
    from_first: Floats  # w, d
    word_bias: Floats  # d
    quoted: Floats  # 3, d: outside, inside, deeper inside brackets and quotation marks
    cell_in: Floats  # 2, d, 4h: both directions
    cell_back: Floats  # 2, h, 4h
    cell_bias: Floats  # 2, 4h
    dependent: Floats  # o + 1, a: the bias is the last row
    head: Floats  # o + 1, a
    arc: Floats  # a, a
    head_bias: Floats  # a
    by_distance: Floats  # K * K, 9
    by_predicates: Floats  # K * K, 5
    by_end: Floats  # K * K, 2
    by_marks: Floats  # K, 3, 3
    label_dependent: Floats  # o + 1, l
    label_head: Floats  # o + 1, l
    label_out: Floats  # 2l + 1, L


def write_weights(weights: Weights, to: IO[bytes]) -> None:
    """Write `weights` small: names as text, the morphemes' rows in 8 bits, all else in 16."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for field in fields(weights):
        value = getattr(weights, field.name)
        if isinstance(value, tuple):
            arrays[field.name] = np.frombuffer("\n".join(value).encode(), np.uint8)
        elif field.name == "morpheme_rows":
            scale = np.abs(value).max() / 127
            arrays[field.name] = np.rint(value / scale).astype(np.int8)
            arrays["morpheme_scale"] = np.asarray([scale], np.float32)
        else:
            arrays[field.name] = value.astype(np.float16)
    np.savez_compressed(to, allow_pickle=False, **arrays)


def read_weights(source: IO[bytes]) -> Weights:
    """The weights as `write_weights` wrote them."""
    read: dict[str, tuple[str, ...] | Floats] = {}
    with np.load(source, allow_pickle=False) as stored:
        for field in fields(Weights):
            array = stored[field.name]
            if array.dtype == np.uint8:
                read[field.name] = tuple(array.tobytes().decode().split("\n"))
            else:
                read[field.name] = array.astype(np.float32)
        rows = read["morpheme_rows"]
        assert not isinstance(rows, tuple)
        rows *= stored["morpheme_scale"][0]
    return Weights(**read)  # type: ignore[arg-type]


@cache
def default_weights() -> Weights:
    """The weights that ship with the package (trained on KLUE-DP, CC BY-SA 4.0: `weights.toml` is their record)."""
    with files(__package__).joinpath("weights.npz").open("rb") as stored:
        return read_weights(stored)
