"""`python -m train.names CORPUS`: learn the name tagger from a KLUE-NER file and write the weights that ship.

First five folds for the figures and the confidence (kept in build/names, `--fold N` does one of them alone),
then all sentences for the weights. One thread; about half an hour of CPU time in all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from train.names.corpus import read_corpus
from train.names.fit import Plan
from train.names.folds import FOLDS, lines, load, read_fold, report, save
from train.names.pack import pack, write
from train.names.prior import prior_knowledge
from train.names.sample import sample_all
from train.names.teach import teach

if TYPE_CHECKING:
    from train.names.pack import Arrays

WORK = Path("build/names")
SHIPPED = Path("src/sagwan/extract/names/tagger")


def main() -> None:
    """Learn, measure, write."""
    asked = argparse.ArgumentParser(prog="python -m train.names", description=__doc__)
    asked.add_argument("corpus", type=Path, help="KLUE-NER, characters with BIO tags")
    asked.add_argument("--fold", type=int, choices=range(1, FOLDS + 1), help="only this fold; writes no weights")
    asked.add_argument("--epochs", type=int, default=Plan().epochs)
    args = asked.parse_args()
    torch.set_num_threads(1)
    plan = Plan(epochs=args.epochs)
    examples = read_corpus(args.corpus)
    samples = sample_all(examples)
    knowledge = prior_knowledge(WORK / "prior.pickle")
    for fold in range(FOLDS) if args.fold is None else [args.fold - 1]:
        kept = WORK / f"fold-{fold + 1}.json"
        if args.fold is not None or not kept.exists():
            save(read_fold(fold, examples, samples, knowledge, plan), kept)
        if args.fold is not None:
            report(examples, load(kept))
            return
    reads = [r for fold in range(FOLDS) for r in load(WORK / f"fold-{fold + 1}.json")]
    figures = report(examples, reads)
    lessons = [(s, example.news) for example, own in zip(examples, samples, strict=True) for s in own]
    learned = teach(lessons, knowledge, plan, seed=1)
    ship(pack(learned, knowledge, lines(examples, reads), plan.share), args.corpus, plan, figures)


def ship(arrays: Arrays, corpus: Path, plan: Plan, figures: dict[str, object]) -> None:
    """Write the weights and, beside them, what they were learned from and how well they did."""
    write(arrays, SHIPPED / "weights.npz")
    manifest = {
        "corpus": "KLUE-NER 1.1 dev (KLUE-benchmark/KLUE), CC BY-SA 4.0",
        "corpus_sha256": hashlib.sha256(corpus.read_bytes()).hexdigest(),
        "dictionary": f"mecab-ko-dic 2.1.1 (python-mecab-ko-dic {version('python-mecab-ko-dic')}), Apache-2.0",
        "vectors": f"kiwipiepy_model {version('kiwipiepy_model')}, Apache-2.0",
        "plan": plan._asdict(),
        "five_folds": figures,
        "weights_sha256": hashlib.sha256((SHIPPED / "weights.npz").read_bytes()).hexdigest(),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (SHIPPED / "weights.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
