"""KLUE's measures for names: strict entities by kind, micro and macro; characters macro over their labels."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sagwan.extract.names.tagger.weights import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.core.span import Span

Names = frozenset[tuple["Span", str]]


class Judged(NamedTuple):
    """A sentence's length in characters, the names that are in it and those that were found."""

    length: int
    right: Names
    found: Names


class Score(NamedTuple):
    """F1 in percent, entities right in span and kind: by kind, over all, mean of the six; characters, mean over
    the 13 labels O, B- and I- of each kind. Precision and recall are over all entities.
    """

    kinds: dict[str, float]
    micro: float
    macro: float
    chars: float
    precision: float
    recall: float


def score(sentences: Iterable[Judged]) -> Score:
    """Score found names against right ones."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for s in sentences:
        right.update(kind for _, kind in s.right)
        found.update(kind for _, kind in s.found)
        both.update(kind for _, kind in s.right & s.found)
        _count_chars(s, right, found, both)
    kinds = {k: _f1(both[k], right[k], found[k]) for k in KINDS}
    labels = ["O", *(f"{mark}-{k}" for k in KINDS for mark in "BI")]
    totals = [sum(c[k] for k in KINDS) for c in (both, right, found)]
    return Score(
        kinds=kinds,
        micro=_f1(*totals),
        macro=sum(kinds.values()) / len(KINDS),
        chars=sum(_f1(both[x], right[x], found[x]) for x in labels) / len(labels),
        precision=100 * totals[0] / max(1, totals[2]),
        recall=100 * totals[0] / max(1, totals[1]),
    )


def _count_chars(s: Judged, right: Counter[str], found: Counter[str], both: Counter[str]) -> None:
    for r, f in zip(_labels(s.right, s.length), _labels(s.found, s.length), strict=True):
        right[r] += 1
        found[f] += 1
        both[r] += r == f


def _labels(names: Names, length: int) -> list[str]:
    labels = ["O"] * length
    for span, kind in names:
        labels[span.start : span.end] = [f"B-{kind}", *[f"I-{kind}"] * (len(span) - 1)]
    return labels


def _f1(both: int, right: int, found: int) -> float:
    return 200 * both / (right + found) if right + found else 0.0


def show(name: str, s: Score) -> str:
    """One line for a reader."""
    kinds = "  ".join(f"{kind} {f1:5.2f}" for kind, f1 in s.kinds.items())
    return (
        f"{name:<12} macro {s.macro:5.2f}  micro {s.micro:5.2f}  chars {s.chars:5.2f}  "
        f"P {s.precision:5.2f}  R {s.recall:5.2f}  |  {kinds}"
    )
