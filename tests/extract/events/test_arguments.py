"""Who acts and on whom, in sentences and in headlines."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypedDict

import pytest

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.events.read import read_events
from sagwan.extract.names.read import read_names
from sagwan.extract.statements.read import read_statements
from sagwan.extract.values.read import read_values
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon import load_default


class Case(TypedDict):
    name: str
    text: str
    acts: list[str]
    never: list[str]
    times: list[str]
    words: list[str]
    headline: bool


CASES: list[Case] = tomllib.loads((Path(__file__).parent / "arguments.toml").read_text())["text"]
LEXICON = load_default()


def read(case: Case) -> tuple[list[str], list[str], list[str]]:
    """Who acts on whom, the words of the time at which it was, and those of its arguments."""
    text = Text.of(case["text"])
    at = case["text"].index("\n") if case.get("headline") else 0
    passage = read_passage(text, Span(0, at) if at else None, [Span(at, len(text))], analyser())
    names = read_names(passage, LEXICON)
    values = read_values(passage, LEXICON, None)
    events = read_events(passage, names, values, read_statements(passage, names, values, LEXICON), LEXICON)
    by_id = {e.id: e.name for e in names}
    times = [f"{e.action} | {text.cut(values.times[e.time].span)}" for e in events if e.time is not None]
    words = [f"{e.action} | {a.role} | {text.cut(a.span)}" for e in events for a in e.arguments]
    return [f"{by_id.get(e.actor or '')} | {e.action} | {by_id.get(e.target or '')}" for e in events], times, words


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_names_of_the_page_fill_the_roles(case: Case) -> None:
    acts, times, words = read(case)
    assert set(case["acts"]) <= set(acts), acts
    assert not {*case.get("never", ())} & {*acts, *times, *words}, (acts, times, words)
    assert set(case.get("times", ())) <= set(times), times
    assert set(case.get("words", ())) <= set(words), words
