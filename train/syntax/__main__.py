"""`python -m train.syntax --treebank dp.tsv`: train the parser that ships and write its weights and their record."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import torch
from kiwipiepy import Kiwi
from train.syntax.encode import vocabulary_of
from train.syntax.fit import Plan, fit
from train.syntax.model import export
from train.syntax.treebank import read_treebank
from train.syntax.vectors import recover

from sagwan.korean.kiwi import MODEL, analyser
from sagwan.korean.syntax import weights as shipped

FOLDER = Path(shipped.__file__).parent


def main() -> None:
    """Train on the whole treebank."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True, help="KLUE-DP 1.1 file")
    parser.add_argument("--to", type=Path, default=FOLDER, help="folder for weights.npz and weights.toml")
    options = parser.parse_args()
    torch.set_num_threads(1)
    examples = read_treebank(options.treebank, analyser())
    vocabulary = vocabulary_of(examples, recover(Kiwi(num_workers=1, load_multi_dict=False)))
    weights = export(fit(examples, vocabulary, Plan()), vocabulary)
    with (options.to / "weights.npz").open("wb") as file:
        shipped.write_weights(weights, file)
    record = _record(options.treebank, options.to / "weights.npz", sum(e.news for e in examples), len(examples))
    (options.to / "weights.toml").write_text(record, encoding="utf-8")


def _record(treebank: Path, weights: Path, news: int, sentences: int) -> str:
    return f"""# What weights.npz was made from. Written by train.syntax.
treebank = "KLUE-DP 1.1 dev (KLUE-benchmark/KLUE)"
licence = "CC-BY-SA-4.0"
treebank_sha256 = "{_digest(treebank)}"
sentences = {sentences}
news = {news}
vectors = "{MODEL}, CoNg (Apache-2.0)"
weights_sha256 = "{_digest(weights)}"
"""


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
