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
    gates: tuple[Floats, ...]  # by layer: 3d + 1 (then 2h + 1), 6h: new, keep, out of both ways; bias last
    ends: Floats  # o + 1, 2a + 2l: dependent, head, and the same of labels; the bias is the last row
    arc: Floats  # a, a
    head_bias: Floats  # a
    by_place: Floats  # K * K, 9 * 5 * 2: by steps between, predicates between, and whether the head ends it all
    by_marks: Floats  # K, 3, 3
    label_out: Floats  # 2l + 1, L


_NAMES = ("features", "morphemes", "labels")
_LAYERED = ("gates",)


def write_weights(weights: Weights, to: IO[bytes]) -> None:
    """Write `weights` small: names as text, the morphemes' rows in 8 bits, all else in 16."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name in (field.name for field in fields(weights)):
        value = getattr(weights, name)
        if name in _NAMES:
            arrays[name] = np.frombuffer("\n".join(value).encode(), np.uint8)
        elif name in _LAYERED:
            arrays |= {f"{name}.{i}": layer.astype(np.float16) for i, layer in enumerate(value)}
        else:
            arrays[name] = value.astype(np.float16)
    scale = np.abs(weights.morpheme_rows).max() / 127
    arrays["morpheme_rows"] = np.rint(weights.morpheme_rows / scale).astype(np.int8)
    arrays["morpheme_scale"] = np.asarray(scale, np.float32)
    np.savez_compressed(to, allow_pickle=False, **arrays)


def read_weights(source: IO[bytes]) -> Weights:
    """The weights as `write_weights` wrote them."""
    with np.load(source, allow_pickle=False) as stored:
        arrays = dict(stored)
    names = {name: tuple(arrays.pop(name).tobytes().decode().split("\n")) for name in _NAMES}
    floats = {name: array.astype(np.float32) for name, array in arrays.items()}
    floats["morpheme_rows"] *= floats.pop("morpheme_scale")
    layers = {name: tuple(floats.pop(key) for key in sorted(floats) if key.startswith(name + ".")) for name in _LAYERED}
    return Weights(**names, **layers, **floats)  # type: ignore[arg-type]


@cache
def default_weights() -> Weights:
    """The weights that ship with the package (trained on KLUE-DP, CC BY-SA 4.0: `weights.toml` is their record)."""
    with files(__package__).joinpath("weights.npz").open("rb") as stored:
        return read_weights(stored)
