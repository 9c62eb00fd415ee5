"""`python -m bench.names FILE`: score the shipped tagger on a file of KLUE-NER's form.

The figures say how well it reads sentences only where it did not learn from them. The shipped weights have seen
all of KLUE-NER 1.1 dev; for that file look at the five folds in `weights.json`, which this command prints too.
"""

from __future__ import annotations

import argparse
import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from train.names.corpus import Example, read_corpus
from train.names.score import Judged, Score, score, show

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.names.tagger import tag
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage

if TYPE_CHECKING:
    from collections.abc import Iterable

# The confidence from which the tagger counts as sure: nine names in ten right over the five folds.
SURE = 0.65


def judge(examples: Iterable[Example], floor: float = 0.0) -> list[Judged]:
    """What the shipped tagger finds in each example with at least this confidence."""
    kiwi = analyser()
    judged = []
    for example in examples:
        text = Text.of(example.text)
        passage = read_passage(text, None, [Span(0, len(text))], kiwi)
        found = {(t.span, t.kind) for names in tag(passage.sentences) for t in names if t.confidence >= floor}
        judged.append(Judged(len(text), example.names, frozenset(found)))
    return judged


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__)
    asked.add_argument("file", type=Path, nargs="?", help="characters with BIO tags, KLUE's kinds")
    file = asked.parse_args().file
    manifest = json.loads(files("sagwan.extract.names.tagger").joinpath("weights.json").read_text(encoding="utf-8"))
    kept = manifest["five_folds"]
    print(show("five folds", Score(**{name: kept[name] for name in Score._fields})))
    for floor, (precision, recall) in kept["precision_recall_at_confidence"].items():
        print(f"  confidence >= {floor}: P {precision:.2f}  R {recall:.2f}")
    if file is not None:
        examples = read_corpus(file)
        for name, part in (("news", True), ("other", False)):
            own = [e for e in examples if e.news is part]
            if own:
                print(show(name, score(judge(own))))
                print(show(f"{name}, sure", score(judge(own, SURE))))


if __name__ == "__main__":
    main()
