"""Who is a part in a play, by what stands around the name."""

from __future__ import annotations

import pytest

from sagwan.core.entity import Entity, Kind, Mention
from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.events.fiction import Fiction
from sagwan.extract.events.read import read_events
from sagwan.extract.values.read import read_values
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon import load_default


@pytest.mark.parametrize(
    ("text", "name", "plays"),
    [
        ("무당 차우진(박서연 분)은 마을을 떠난다.", "차우진", True),
        ("무당 '차우진'(박서연 분)은 마을을 떠난다.", "차우진", True),
        ("무당 차우진(박서연 분)은 마을을 떠난다.", "박서연", False),
        ("박서연은 차우진 역을 맡았다.", "차우진", True),
        ("박서연(차우진 역)은 마을을 떠났다.", "차우진", True),
        ("차우진 역사학자가 마을을 떠났다.", "차우진", False),
        ("'차우진'은 마을을 떠난다.", "차우진", True),
        ("'차우진'을 찾았다. 차우진은 말이 없다. 차우진은 떠났다.", "차우진", False),
        ("차우진(34) 대표가 물러났다.", "차우진", False),
    ],
)
def test_parts(text: str, name: str, *, plays: bool) -> None:
    places = [at for at in range(len(text)) if text.startswith(name, at)]
    mentions = tuple(Mention(Span(at, at + len(name))) for at in places)
    entity = Entity("entity-1", name, Kind.PERSON, mentions=mentions)
    assert ("entity-1" in Fiction.of(text, (entity,), load_default()).parts) is plays


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("52년생 말수를 줄이고 참견은 금지.", []),
        ("시청은 지난해 노점을 금지했다.", ["state.ban"]),
    ],
)
def test_fortunes_tell_no_act(text: str, frames: list[str]) -> None:
    passage = read_passage(Text.of(text), None, [Span(0, len(text))], analyser())
    lexicon = load_default()
    events = read_events(passage, (), read_values(passage, lexicon, None), (), lexicon)
    assert [e.frame for e in events] == frames
