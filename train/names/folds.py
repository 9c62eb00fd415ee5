"""The honest figures: five folds over the news, each read by a tagger that learned from the other four."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sagwan.core.span import Span
from sagwan.extract.names.tagger.tag import Tagger
from sagwan.extract.names.tagger.weights import KINDS, unpack
from train.names.calibrate import Trial, calibrate, error
from train.names.pack import pack
from train.names.score import Judged, score, show
from train.names.teach import teach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from train.names.corpus import Example
    from train.names.fit import Plan
    from train.names.sample import Sample
    from train.names.tables import Knowledge

FOLDS = 5


class Read(NamedTuple):
    """What a fold's tagger found in one held-out sentence."""

    example: int
    fold: int
    found: tuple[tuple[int, int, str, float], ...]


def split(examples: Sequence[Example]) -> list[list[int]]:
    """The numbers of the news sentences, shuffled with a fixed seed, in five parts."""
    news = [i for i, e in enumerate(examples) if e.news]
    mixed = np.random.default_rng(7).permutation(news).tolist()
    return [mixed[k::FOLDS] for k in range(FOLDS)]


def read_fold(
    fold: int, examples: Sequence[Example], samples: Sequence[list[Sample]], knowledge: Knowledge, plan: Plan
) -> list[Read]:
    """Learn from all but one part, read that part with the arrays as they would ship."""
    parts = split(examples)
    held = set(parts[fold])
    lessons = [(s, examples[i].news) for i, own in enumerate(samples) if i not in held for s in own]
    learned = teach(lessons, knowledge, plan, seed=100 + fold)
    believed = np.tile([0.0, 1.0], (len(KINDS), 2, 1)).astype(np.float32)
    tagger = Tagger(unpack(pack(learned, knowledge, believed, plan.share)))
    return [Read(i, fold, tuple(_found(tagger, samples[i]))) for i in parts[fold]]


def _found(tagger: Tagger, samples: Sequence[Sample]) -> Iterator[tuple[int, int, str, float]]:
    for sample, segments in zip(samples, tagger.segments([s.morphemes for s in samples]), strict=True):
        for s in segments:
            inside = sample.morphemes[s.first : s.last + 1]
            yield inside[0].start, max(m.end for m in inside), s.kind, s.belief


def report(examples: Sequence[Example], reads: Sequence[Read]) -> dict[str, object]:
    """Print the figures and give those that the manifest keeps."""
    for fold in sorted({r.fold for r in reads}):
        print(show(f"fold {fold + 1}", score(_judged(examples, [r for r in reads if r.fold == fold]))))
    whole = score(_judged(examples, reads))
    print(show("all", whole))
    if len({r.fold for r in reads}) < FOLDS:
        return whole._asdict()
    trials, folds = _trials(examples, reads), [r.fold for r in reads for _ in r.found]
    sure = _held_out_confidence(trials, folds)
    ece = error(sure, [t.right for t in trials])
    print(f"calibration error, each fold by the lines of the other four: {ece:.3f}")
    names = sum(len(examples[r.example].names) for r in reads)
    modes = {str(floor): _mode(trials, sure, floor, names) for floor in (0.5, 0.6, 0.65, 0.7, 0.8, 0.9)}
    for floor, (precision, recall) in modes.items():
        print(f"confidence >= {floor}: P {precision:.2f}  R {recall:.2f}")
    return {**whole._asdict(), "calibration_error": ece, "precision_recall_at_confidence": modes}


def lines(examples: Sequence[Example], reads: Sequence[Read]) -> NDArray[np.float32]:
    """The confidence lines from all folds together, as they ship."""
    return calibrate(_trials(examples, reads))


def save(reads: Sequence[Read], file: Path) -> None:
    """Keep what the folds found."""
    file.write_text(json.dumps([tuple(r) for r in reads]), encoding="utf-8")


def load(file: Path) -> list[Read]:
    """What `save` kept."""
    return [Read(i, fold, tuple(map(tuple, found))) for i, fold, found in json.loads(file.read_text(encoding="utf-8"))]


def _judged(examples: Sequence[Example], reads: Sequence[Read]) -> Iterator[Judged]:
    for r in reads:
        example = examples[r.example]
        found = frozenset((Span(start, end), kind) for start, end, kind, _ in r.found)
        yield Judged(len(example.text), example.names, found)


def _trials(examples: Sequence[Example], reads: Sequence[Read]) -> list[Trial]:
    return [
        Trial(kind, belief, (Span(start, end), kind) in examples[r.example].names)
        for r in reads
        for start, end, kind, belief in r.found
    ]


def _held_out_confidence(trials: Sequence[Trial], folds: Sequence[int]) -> list[float]:
    made = {f: calibrate([t for t, g in zip(trials, folds, strict=True) if g != f]) for f in set(folds)}
    return [float(np.interp(t.belief, *made[f][KINDS.index(t.kind)])) for t, f in zip(trials, folds, strict=True)]


def _mode(trials: Sequence[Trial], sure: Sequence[float], floor: float, names: int) -> tuple[float, float]:
    kept = [t.right for t, s in zip(trials, sure, strict=True) if s >= floor]
    return 100 * sum(kept) / max(1, len(kept)), 100 * sum(kept) / names
