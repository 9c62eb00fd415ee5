"""Sagwan's readings of the quotation suite, one JSON line an item.

python bench/quotations/predict.py --names given    # the suite's names are known: attribution alone
python bench/quotations/predict.py --names found    # Sagwan finds the names itself
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from sagwan.core.entity import Entity, Kind, Mention
from sagwan.core.span import Span
from sagwan.core.statement import Statement
from sagwan.core.text import Text
from sagwan.extract.names.read import read_names
from sagwan.extract.statements.read import read_statements
from sagwan.extract.values.read import Values
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import Passage, read_passage
from sagwan.lexicon import load_default

SUITE = Path(__file__).with_name("quotations.jsonl")


def main() -> None:
    """Read every item as an article of its own."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--names", choices=("given", "found"), default="given")
    given = asked.parse_args().names == "given"
    for line in SUITE.read_text().splitlines():
        item = json.loads(line)
        passage, shift = passage_of(item["text"], item["headline"])
        names = names_of(passage, item["names"]) if given else read_names(passage, load_default())
        called = {entity.id: entity.name for entity in names}
        found = read_statements(passage, names, Values(), load_default())
        said = [row(statement, called, shift) for statement in found]
        print(json.dumps({"id": item["id"], "statements": said}, ensure_ascii=False))


def passage_of(body: str, headline: str | None) -> tuple[Passage, int]:
    """The item as an article, and where its body begins."""
    text = Text.of(body if headline is None else f"{headline}\n{body}")
    shift = 0 if headline is None else len(headline) + 1
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text.chars) if m.start() >= shift]
    return read_passage(text, Span(0, shift - 1) if shift else None, lines, analyser()), shift


def names_of(passage: Passage, known: list[dict[str, str]]) -> tuple[Entity, ...]:
    """The item's own names wherever they stand."""
    chars = passage.text.chars
    return tuple(
        Entity(n["name"], n["name"], Kind(n["kind"]), tuple(Mention(Span(m.start(), m.end())) for m in found))
        for n in known
        if (found := list(re.finditer(re.escape(n["name"]), chars)))
    )


def row(statement: Statement, called: dict[str, str], shift: int) -> dict[str, object]:
    """A statement as the scorer reads it."""
    return {
        "kind": statement.speech.value,
        "start": statement.span.start - shift,
        "end": statement.span.end - shift,
        "speaker": called.get(statement.speaker or ""),
        "label": statement.label,
    }


if __name__ == "__main__":
    main()
