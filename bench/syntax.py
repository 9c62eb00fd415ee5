"""Dependencies by five folds of KLUE-DP news, and the parser's speed beside bare Kiwi.

    python -m bench.syntax folds --treebank dp.tsv     # trains five parsers; needs the `train` extra
    python -m bench.syntax speed PAGE...               # CPU seconds, one thread

The folds are those of numpy's `default_rng(7)`; every fold trains on the other news and on the reviews, and is
parsed by the package's own code with the weights as they would ship.
"""

from __future__ import annotations

import argparse
import io
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
from train.syntax.score import Score, f1
from train.syntax.treebank import Example, read_treebank

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import Passage, read_passage
from sagwan.korean.syntax.features import shape
from sagwan.korean.syntax.parser import Parser
from sagwan.korean.syntax.weights import Weights, default_weights, read_weights, write_weights

FOLDS = 5


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    modes = parser.add_subparsers(dest="mode", required=True)
    folds = modes.add_parser("folds")
    folds.add_argument("--treebank", type=Path, required=True)
    speed = modes.add_parser("speed")
    speed.add_argument("pages", type=Path, nargs="+")
    options = parser.parse_args()
    if options.mode == "folds":
        measure_folds(options.treebank)
    else:
        measure_speed(options.pages)


def measure_folds(treebank: Path) -> None:
    """Train and score the five folds; print each and the whole."""
    from kiwipiepy import Kiwi
    from train.syntax.fit import train
    from train.syntax.vectors import recover

    examples = read_treebank(treebank, analyser())
    vectors = recover(Kiwi(num_workers=1, load_multi_dict=False))
    whole = Score()
    for number, (rest, held) in enumerate(folds_of(examples)):
        own = Score()
        weights = as_shipped(train(rest, vectors))
        for score in (own, whole):
            score_parser(Parser(weights), held, score)
        print(f"{number + 1}/{FOLDS} {line(own)}", flush=True)
    print(f"all {line(whole)}")


def folds_of(examples: list[Example]) -> list[tuple[list[Example], list[Example]]]:
    """(what to train on, news held out) for each fold."""
    news = [e for e in examples if e.news]
    order = np.random.default_rng(7).permutation(len(news))
    held = [[news[i] for i in sorted(order[f::FOLDS])] for f in range(FOLDS)]
    return [([e for e in examples if e not in part], part) for part in held]


def as_shipped(weights: Weights) -> Weights:
    """The weights after rounding, as a file would give them."""
    file = io.BytesIO()
    write_weights(weights, file)
    return read_weights(io.BytesIO(file.getvalue()))


def score_parser(parser: Parser, held: list[Example], score: Score) -> None:
    """Parse and count the held-out sentences."""
    for example, tree in zip(held, parser.parse([e.sentence for e in held]), strict=True):
        morphemes = example.sentence.morphemes
        bounds = pairwise((*example.sentence.words, len(morphemes)))
        score.add(example, [shape(tuple((m.form, m.tag) for m in morphemes[a:b])).kind for a, b in bounds], tree)


def line(score: Score) -> str:
    """The figures that matter, in one line."""
    parts = [f"UAS {score.share('words'):.1f}", f"LAS {score.share('labelled', 'words'):.1f}"]
    parts += [f"{name} {score.share(name):.1f}" for name in ("topic", "subject", "object", "adjunct", "clause")]
    parts += [
        f"{n} P {p:.1f} R {r:.1f} F {f:.1f}"
        for n, (p, r, f) in (("subject arcs", f1(score.arcs)), ("actors", f1(score.actors)))
    ]
    return " | ".join(parts) + f" | {score.all['topic']} topics, {score.actors['gold']} actors"


def measure_speed(pages: list[Path]) -> None:
    """Parse each page right after Kiwi has read it; a page's lines stand for its articles."""
    reader = analyser()
    passages = [_passage(path) for path in pages]
    parser = Parser(default_weights())
    clock = time.process_time
    of_kiwi = of_parser = 0.0
    for passage in passages:
        start = clock()
        for _ in reader.analyse([(passage.text.chars, 0)]):
            pass
        middle = clock()
        parser.parse(passage.sentences)
        of_kiwi += middle - start
        of_parser += clock() - middle
    sentences = [s for p in passages for s in p.sentences]
    words = sum(len(s.words) for s in sentences)
    print(
        f"{len(pages)} pages, {len(sentences)} sentences, {words} words: Kiwi {of_kiwi:.2f} s, parser "
        f"{of_parser:.2f} s = {of_parser / of_kiwi:.2f} x Kiwi, {len(sentences) / of_parser:.0f} sentences/s"
    )


def _passage(path: Path) -> Passage:
    text = Text.of(path.read_text(encoding="utf-8"))
    return read_passage(text, None, [Span(0, len(text))], analyser())


if __name__ == "__main__":
    main()
