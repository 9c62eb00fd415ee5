"""A learned network → the file that ships: integers and 16-bit floats under the names that the product reads."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import numpy as np
import torch

from sagwan.extract.names.tagger.view import PLACES
from train.names.dictionary import pack_dictionary
from train.names.network import HIDDEN, MEANING, SHAPE, TAG

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor, nn

    from train.names.fit import Learned
    from train.names.linear import Linear
    from train.names.network import Network
    from train.names.tables import Knowledge

Arrays = dict[str, "NDArray[np.generic]"]


def pack(learned: Learned, knowledge: Knowledge, confidence: NDArray[np.float32], share: float) -> Arrays:
    """All that run time needs. The linear model counts for `share` of what the network counts.

    `confidence`: for each kind the points (belief, share right) of a rising line.
    """
    network, linear = learned
    gaps, classes = pack_dictionary(knowledge.words)
    arrays: Arrays = {
        "words.morphemes": _lines([f"{form}\t{tag}" for form, tag in knowledge.known.keys]),
        "words.tags": _lines(knowledge.tags),
        "words.letters": _lines(knowledge.letters),
        "groups": knowledge.groups,
        **_clues(linear),
        "listed.gaps": gaps,
        "listed.classes": classes,
        "vectors": _vectors(network, knowledge),
        "confidence": confidence.astype(np.float32),
    }
    with torch.no_grad():
        floats = {
            **_spelling(knowledge.spelling),
            **_word_layers(network),
            **_sentence_layers(network),
            **_linear_scores(network, linear, share),
        }
    return arrays | {name: value.detach().numpy().astype(np.float16) for name, value in floats.items()}


def write(arrays: Arrays, file: Path) -> None:
    """As a compressed .npz, the same bytes for the same arrays: no clock goes into it."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, array in arrays.items():
            raw = io.BytesIO()
            np.lib.format.write_array(raw, np.ascontiguousarray(array), allow_pickle=False)
            packed.writestr(zipfile.ZipInfo(f"{name}.npy"), raw.getvalue(), zipfile.ZIP_DEFLATED)


def _lines(words: list[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def _vectors(network: Network, knowledge: Knowledge) -> NDArray[np.int8]:
    with torch.no_grad():
        meant = network.meant(torch.from_numpy(knowledge.known.vectors))
    return (meant * 127).round().numpy().astype(np.int8)


def _linear(name: str, layer: nn.Linear) -> dict[str, Tensor]:
    return {f"{name}.weight": layer.weight.T, f"{name}.bias": layer.bias}


def _spelling(net: nn.Module) -> dict[str, Tensor]:
    parts: dict[str, Tensor] = {"spell.letters": net.get_parameter("letters.weight")}
    for name in ("two", "three"):
        parts[f"spell.{name}.weight"] = net.get_parameter(f"{name}.weight").permute(2, 1, 0)
        parts[f"spell.{name}.bias"] = net.get_parameter(f"{name}.bias")
    for ours, theirs in (("spell.out", "out"), ("spell.class", "classes"), ("mimic", "mimic")):
        parts[f"{ours}.weight"] = net.get_parameter(f"{theirs}.weight").T
        parts[f"{ours}.bias"] = net.get_parameter(f"{theirs}.bias")
    return parts


def _word_layers(network: Network) -> dict[str, Tensor]:
    return {
        "tags": network.tags.weight,
        "meaning.weight": network.meaning.weight.T * network.stretch,
        "meaning.bias": network.meaning.bias,
        **_linear("word", network.word),
        **_linear("run", network.run),
    }


def _sentence_layers(network: Network) -> dict[str, Tensor]:
    sides = (network.left, network.right)
    inputs = torch.cat([_gates(side.weight_ih_l0) for side in sides]).T
    word, rest = inputs.split([MEANING + TAG + SHAPE, SHAPE + PLACES])
    return {
        "input.word": word,
        "input.rest": rest,
        "input.bias": torch.cat([_gates(side.bias_ih_l0 + side.bias_hh_l0) for side in sides]),
        "recurrent": torch.stack([_gates(side.weight_hh_l0).T for side in sides]),
        **_linear("deep", network.deep),
        **_linear("label", network.label),
    }


def _clues(linear: Linear) -> Arrays:
    """The numbers of clues in rising order, as gaps."""
    named = {"words": linear.known.words, "runs": linear.known.runs, "pairs": linear.known.pairs}
    return {
        f"linear.{of}.gaps": np.diff(np.array([0, *clues.tolist()], np.int64)).astype(np.uint32)
        for of, clues in named.items()
    }


def _linear_scores(network: Network, linear: Linear, share: float) -> dict[str, Tensor]:
    """The weights of clues, and the order of labels by both models."""
    follow, start = (n + share * x for n, x in zip(network.chain.order(), linear.chain.order(), strict=True))
    weights = {of: linear.get_parameter(of) * share for of in ("words", "runs", "pairs", "places")}
    # 16-bit floats end at 65,504; a score of -20,000 bars as surely.
    return {f"linear.{of}": w for of, w in weights.items()} | {"follow": follow, "start": start}


def _gates(rows: Tensor) -> Tensor:
    """PyTorch's gates (in, forget, new, out) as new, in, forget, out, sign turned, the first at twice its size."""
    into, forget, new, out = rows.split(HIDDEN)
    return -torch.cat([2 * new, into, forget, out])
