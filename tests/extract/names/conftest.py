"""Reading names from a few sentences, by the shipped knowledge."""

from __future__ import annotations

from functools import cache

import pytest

from sagwan.core.entity import Entity
from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.names.read import read_names
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon import load_default


class Named:
    """The entities of a text, and what stands at their places."""

    def __init__(self, text: Text, entities: tuple[Entity, ...]) -> None:
        self.text = text
        self.entities = entities

    def __getitem__(self, name: str) -> Entity:
        return next(e for e in self.entities if e.name == name)

    def __contains__(self, name: str) -> bool:
        return any(e.name == name for e in self.entities)

    def kinds(self) -> dict[str, str]:
        return {e.name: e.kind.value for e in self.entities}

    def words(self, name: str) -> list[str]:
        return [self.text.cut(m.span) for m in self[name].mentions]

    def roles(self, name: str) -> list[tuple[str, str | None, str | None]]:
        by_id = {e.id: e.name for e in self.entities}
        return [(r.title, by_id[r.org] if r.org else None, r.sense) for r in self[name].roles]


@cache
def _read(chars: str) -> Named:
    text = Text.of(chars)
    passage = read_passage(text, None, [Span(0, len(text))], analyser())
    return Named(text, read_names(passage, load_default()))


@pytest.fixture
def read():
    return _read
