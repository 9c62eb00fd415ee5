"""The weights that ship are those of their record, small, and survive being written."""

import hashlib
import io
import tomllib
from dataclasses import fields
from importlib.resources import files

import numpy as np

from sagwan.korean.syntax.weights import Weights, default_weights, read_weights, write_weights

FOLDER = files("sagwan.korean.syntax")


def test_the_record_names_the_file_and_its_licence():
    record = tomllib.loads(FOLDER.joinpath("weights.toml").read_text())
    data = FOLDER.joinpath("weights.npz").read_bytes()
    assert record["weights_sha256"] == hashlib.sha256(data).hexdigest()
    assert record["licence"] == "CC-BY-SA-4.0"
    assert len(data) < 6_000_000


def test_written_weights_are_read_again():
    weights = default_weights()
    file = io.BytesIO()
    write_weights(weights, file)
    again = read_weights(io.BytesIO(file.getvalue()))
    for name in (field.name for field in fields(Weights)):
        one, other = getattr(weights, name), getattr(again, name)
        if name in {"features", "morphemes", "labels"}:
            assert one == other
        else:
            for a, b in zip(one, other, strict=True):
                np.testing.assert_allclose(a, b, atol=1e-4)
