"""Negation is safety: what was denied, planned, asked for or only possible is never told as done."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sagwan.core.event import Event
from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.events.read import read_events
from sagwan.extract.values.read import read_values
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon import load_default
from sagwan.lexicon.marked import unmark

TRAPS = tomllib.loads((Path(__file__).parent / "traps.toml").read_text())["trap"]
LEXICON = load_default()


def read(sentence: str, *, headline: bool = False) -> tuple[Event, ...]:
    text = Text.of(sentence)
    whole = Span(0, len(text))
    passage = read_passage(text, whole if headline else None, [] if headline else [whole], analyser())
    return read_events(passage, None, read_values(passage, LEXICON, None), (), LEXICON)


def stands(event: Event) -> str:
    return "not" if event.negated and event.status not in ("denied", "refused") else str(event.status)


CASES = [pytest.param(trap, text, id=f"{trap['name']}:{n}") for trap in TRAPS for n, text in enumerate(trap["texts"])]


def test_there_are_four_hundred() -> None:
    assert len(CASES) >= 400


@pytest.mark.parametrize(("trap", "text"), CASES)
def test_a_trap_is_not_taken_for_fact(trap: dict[str, str], text: str) -> None:
    marked = unmark(text)
    events = read(marked.text, headline=trap.get("where") == "headline")
    assert trap.get("never") not in [e.frame for e in events]
    for status, span in marked.marks:
        found = [stands(e) for e in events if e.span.start == span.start]
        assert status in found
        assert status == "happened" or "happened" not in found
