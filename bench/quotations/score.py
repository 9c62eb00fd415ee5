"""Scores readings of the quotation suite: who said what, with which words, and what is no speech.

    python bench/quotations/score.py < predictions.jsonl
    python bench/quotations/predict.py | python bench/quotations/score.py --verbose

One line an item on standard input: {"id", "statements": [{"kind", "start", "end", "speaker", "label"}]}, offsets in
code points of the item's `text`. An item passes when its statements are the gold ones and no others, each with its
kind, exact range and speaker. Exit status 0; 2 where an item of the suite has no prediction.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TypedDict

SUITE = Path(__file__).with_name("quotations.jsonl")


class Said(TypedDict):
    """One statement: its kind, its words' range, and who says it (a name, a label for one without a name, or None)."""

    kind: str
    start: int
    end: int
    speaker: str | None
    label: str | None


def place(said: Said) -> tuple[str, int, int]:
    """What makes two statements the same piece of speech."""
    return said["kind"], said["start"], said["end"]


def who(said: Said) -> str | None:
    """The speaker in one word."""
    return said["speaker"] or said["label"]


def main() -> int:
    """Print one row a kind and a construction, then the share of items that pass."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--verbose", action="store_true", help="show every item that does not pass")
    verbose = asked.parse_args().verbose
    suite = [json.loads(line) for line in SUITE.read_text().splitlines()]
    answers = {row["id"]: row["statements"] for row in map(json.loads, sys.stdin)}
    missing = [item["id"] for item in suite if item["id"] not in answers]
    if missing:
        print(f"score: no prediction for {len(missing)} items, the first is {missing[0]}", file=sys.stderr)
        return 2
    passed: dict[str, list[bool]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for item in suite:
        gold, given = item["statements"], answers[item["id"]]
        count(counts, gold, given)
        right = {(place(s), who(s)) for s in gold} == {(place(s), who(s)) for s in given} and len(gold) == len(given)
        passed["traps" if item["trap"] else item["construction"]].append(right)
        if verbose and not right:
            show(item, given)
    report(counts, passed)
    return 0


def count(counts: Counter[str], gold: list[Said], given: list[Said]) -> None:
    """Add one item's statements to the totals."""
    said_by = {place(s): who(s) for s in gold}
    for s in gold:
        counts[f"{s['kind']} gold"] += 1
    for s in given:
        counts[f"{s['kind']} given"] += 1
        if place(s) in said_by:
            counts[f"{s['kind']} found"] += 1
            counts[f"{s['kind']} speaker"] += said_by[place(s)] == who(s)


def report(counts: Counter[str], passed: dict[str, list[bool]]) -> None:
    """Precision, recall and F1 on exact ranges, the speakers of what was found, and the items that pass."""
    print(f"{'':10s} {'gold':>5s} {'given':>5s} {'found':>5s} {'P':>6s} {'R':>6s} {'F1':>6s} {'speaker':>8s}")
    for kind in ("direct", "indirect"):
        gold, given, found = (counts[f"{kind} {what}"] for what in ("gold", "given", "found"))
        precision, recall = 100 * found / max(given, 1), 100 * found / max(gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        named = 100 * counts[f"{kind} speaker"] / max(found, 1)
        print(f"{kind:10s} {gold:5d} {given:5d} {found:5d} {precision:6.1f} {recall:6.1f} {f1:6.1f} {named:8.1f}")
    for construction, results in passed.items():
        print(f"{construction:10s} {sum(results)}/{len(results)}")
    together = [ok for results in passed.values() for ok in results]
    print(f"{'pass':10s} {sum(together)}/{len(together)} ({100 * sum(together) / len(together):.1f} %)")


def show(item: dict[str, object], given: list[Said]) -> None:
    """One item that did not pass, with what was wanted and what came."""
    text = str(item["text"])
    print(f"{item['id']}: {text}")
    wanted: list[Said] = item["statements"]  # type: ignore[assignment]
    for sign, statements in (("-", wanted), ("+", given)):
        for s in statements:
            print(f"   {sign} {s['kind']:8s} {who(s)}: {text[s['start'] : s['end']]}")


if __name__ == "__main__":
    sys.exit(main())
