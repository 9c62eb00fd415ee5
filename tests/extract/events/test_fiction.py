"""Who is a part in a play, by what stands around the name."""

from __future__ import annotations

import pytest

from sagwan.core.entity import Entity, Kind, Mention
from sagwan.core.span import Span
from sagwan.extract.events.fiction import Fiction
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
