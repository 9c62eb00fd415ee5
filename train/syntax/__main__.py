"""`python -m train.syntax --treebank dp.tsv`: train the parser that ships and write its weights and their record."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import torch
from kiwipiepy import Kiwi

from sagwan.korean.kiwi import MODEL, analyser
from sagwan.korean.syntax import weights as shipped
from train.syntax.fit import train
from train.syntax.treebank import read_treebank
from train.syntax.vectors import recover

FOLDER = Path(shipped.__file__).parent
_RECORD = """# What weights.npz was made from; written by train.syntax. Figures: docs/syntax.md.
licence = "CC-BY-SA-4.0"
vectors = "{model}, CoNg (Apache-2.0)"
weights_sha256 = "{weights}"

[treebank]
source = "KLUE-DP 1.1 dev (KLUE-benchmark/KLUE)"
sha256 = "{treebank}"
sentences = {sentences}
news = {news}
"""


def main() -> None:
    """Train on the whole treebank."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True, help="KLUE-DP 1.1 file")
    parser.add_argument("--to", type=Path, default=FOLDER, help="folder for weights.npz and weights.toml")
    options = parser.parse_args()
    torch.set_num_threads(1)
    examples = read_treebank(options.treebank, analyser())
    weights = train(examples, recover(Kiwi(num_workers=1, load_multi_dict=False)))
    with (options.to / "weights.npz").open("wb") as file:
        shipped.write_weights(weights, file)
    record = _RECORD.format(
        treebank=_digest(options.treebank),
        sentences=len(examples),
        news=sum(e.news for e in examples),
        model=MODEL,
        weights=_digest(options.to / "weights.npz"),
    )
    (options.to / "weights.toml").write_text(record, encoding="utf-8")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
