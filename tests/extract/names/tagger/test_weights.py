"""The file that ships: its size, its sources, its promises."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files

import numpy as np

from sagwan.extract.names.tagger.confidence import confidences
from sagwan.extract.names.tagger.weights import KINDS, load_weights

FOLDER = files("sagwan.extract.names.tagger")


def test_the_package_stays_light():
    assert len(FOLDER.joinpath("weights.npz").read_bytes()) <= 15_000_000


def test_the_manifest_names_its_sources_and_this_file():
    manifest = json.loads(FOLDER.joinpath("weights.json").read_text(encoding="utf-8"))
    assert "KLUE" in manifest["corpus"]
    assert "CC BY-SA 4.0" in manifest["corpus"]
    assert manifest["weights_sha256"] == hashlib.sha256(FOLDER.joinpath("weights.npz").read_bytes()).hexdigest()


def test_confidence_rises_with_belief_and_stays_a_share():
    weights = load_weights()
    for kind in KINDS:
        line = confidences(weights, [kind] * 50, np.linspace(0, 1, 50).tolist())
        assert line == sorted(line)
        assert 0 <= line[0] <= line[-1] < 1
