"""What the solver may look at: the articles of the ledger that an item names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.errors import SagwanError
from sagwan.items.prove.meaning import Senses
from sagwan.items.prove.witness import Witness
from sagwan.ledger.load import load_reading
from sagwan.ledger.query import page_key

if TYPE_CHECKING:
    import sqlite3

    from sagwan.core.reading import Reading, Records
    from sagwan.core.statement import Statement
    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon


@dataclass(frozen=True)
class Shelved:
    """One article as the ledger holds it, with what can be told from its text."""

    address: str
    reading: Reading
    records: Records
    analyser: Analyser
    lexicon: Lexicon

    @cached_property
    def senses(self) -> Senses:
        """Sentences compared under the names of this article."""
        return Senses(self.analyser, self.lexicon, (n for e in self.records.entities for n in (e.name, *e.aliases)))

    @cached_property
    def witness(self) -> Witness:
        """Who speaks, by the text."""
        return Witness(self.reading, self.records, self.analyser)

    @cached_property
    def spoken(self) -> tuple[tuple[Statement, str, str | None], ...]:
        """Every statement, its words, and the key of its speaker where the text leaves no doubt."""
        text = self.reading.layout.text
        return tuple((s, text.cut(s.span), self.witness.speaker(s)) for s in self.records.statements)

    def name(self, key: str) -> str:
        """The name behind a key: an entity's, or the words themselves."""
        return next((e.name for e in self.records.entities if e.id == key), key)

    def is_person(self, key: str) -> bool:
        """Whether the key is a person's of the article."""
        return any(e.id == key and e.kind is Kind.PERSON for e in self.records.entities)

    def houses(self, name: str) -> frozenset[str]:
        """He and the organisations at which the article gives him a title, by their names."""
        held = [role.org for e in self.records.entities if e.name == name for role in e.roles]
        return frozenset({name, *(self.name(org) for org in held if org is not None)})


class Shelf:
    """Articles by their addresses, each read from the ledger once."""

    def __init__(self, db: sqlite3.Connection, analyser: Analyser, lexicon: Lexicon) -> None:
        self._db = db
        self._lexicon = lexicon
        self._analyser = analyser
        self._known: dict[str, Shelved] = {}

    def __getitem__(self, address: str) -> Shelved:
        """The article at `PAGE:N`. Raises `SagwanError` (`ledger.no_page`, `items.no_article`)."""
        if address not in self._known:
            page, _, n = address.rpartition(":")
            reading = load_reading(self._db, page_key(self._db, page))
            if not n.isdigit() or int(n) >= len(reading.articles):
                raise SagwanError("items.no_article", "그 지면에 그런 기사가 없습니다", address)
            records = reading.articles[int(n)]
            self._known[address] = Shelved(address, reading, records, self._analyser, self._lexicon)
        return self._known[address]
