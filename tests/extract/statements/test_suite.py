"""The open quotation suite is read with its names given; the share of items that pass may only rise."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

BENCH = Path(__file__).parents[3] / "bench" / "quotations"
FLOOR = 0.99


def items() -> list[Any]:
    return [json.loads(line) for line in (BENCH / "quotations.jsonl").read_text().splitlines()]


def test_the_suite_is_large_enough_and_a_third_of_it_are_traps():
    suite = items()
    assert len(suite) >= 300
    assert sum(item["trap"] for item in suite) >= len(suite) / 3
    assert len({item["id"] for item in suite}) == len(suite)


def test_every_range_of_the_suite_holds_the_words_it_names():
    for item in items():
        assert [item["text"][s["start"] : s["end"]] for s in item["statements"]] == [
            s["words"] for s in item["statements"]
        ]


def test_the_suite_stands_at_its_floor(read):
    passed = 0
    for item in items():
        shift = 0 if item["headline"] is None else len(item["headline"]) + 1
        _, found = read(item["text"], item["headline"])
        given = {(s.speech.value, s.span.start - shift, s.span.end - shift, s.speaker or s.label) for s in found}
        gold = {(s["kind"], s["start"], s["end"], s["speaker"] or s["label"]) for s in item["statements"]}
        passed += given == gold and len(found) == len(gold)
    assert passed / len(items()) >= FLOOR


def test_the_scorer_asks_for_every_item():
    done = subprocess.run([sys.executable, BENCH / "score.py"], input="", capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no prediction" in done.stderr


def test_the_scorer_gives_full_marks_to_the_gold_itself():
    gold = "\n".join(json.dumps({"id": item["id"], "statements": item["statements"]}) for item in items())
    done = subprocess.run([sys.executable, BENCH / "score.py"], input=gold, capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("(100.0 %)")
