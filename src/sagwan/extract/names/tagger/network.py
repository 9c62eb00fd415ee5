"""Each morpheme in its sentence: one long short-term memory from the left, one from the right (Hochreiter 1997)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from sagwan.extract.names.tagger.steps import Steps
    from sagwan.extract.names.tagger.vocabulary import Told
    from sagwan.extract.names.tagger.weights import Floats, Weights


def emissions(weights: Weights, told: Told, places: Floats, steps: Steps) -> Floats:
    """A score of each label for each morpheme, from its sentence as a whole."""
    seen = _both_ways(weights, told, places, steps)
    deep = np.maximum(seen @ weights["deep.weight"] + weights["deep.bias"], 0)
    scores: Floats = deep @ weights["label.weight"] + weights["label.bias"]
    return scores


def _both_ways(weights: Weights, told: Told, places: Floats, steps: Steps) -> Floats:
    """What each morpheme's sentence says up to it and from it on. Rows are taken step by step, so that each step is a
    slice.
    """
    recurrent = weights["recurrent"]
    hidden, width = recurrent.shape[1:]
    rest = np.concatenate([told.shapes, places], axis=1)
    gates = np.empty((2, len(rest), width), np.float32)
    for side, words, order in ((0, told.left, steps.left), (1, told.right, steps.right)):
        own = weights["input.rest"][:, side * width : (side + 1) * width]
        np.matmul(rest[order], own, out=gates[side])
        gates[side] += words[told.words[order]]
    _run(recurrent, gates, steps)
    seen = np.empty((len(rest), 2 * hidden), np.float32)
    seen[steps.left, :hidden] = gates[0, :, :hidden]
    seen[steps.right, hidden:] = gates[1, :, :hidden]
    return seen


def _run(recurrent: Floats, gates: Floats, steps: Steps) -> None:
    """Both directions at once; the state takes the place of its first gate. Gates come with their sign turned, the
    new one at twice its size, since tanh x = 2 σ(2x) - 1 and σ(x) = 1 / (1 + exp(-x)).
    """
    hidden = recurrent.shape[1]
    state = cell = np.zeros((2, steps.counts[0], hidden), np.float32)
    with np.errstate(over="ignore"):  # exp(-x) beyond all bounds closes a gate, as it should
        for begin, end in steps.slices():
            count = end - begin
            gate = gates[:, begin:end]
            gate += state[:, :count] @ recurrent
            np.exp(gate, out=gate)
            gate += 1
            np.reciprocal(gate, out=gate)
            new, into, keep, out = (gate[:, :, k * hidden : (k + 1) * hidden] for k in range(4))
            new *= 2
            new -= 1
            cell = keep * cell[:, :count]
            cell += into * new
            state = np.tanh(cell, out=new)
            state *= out
