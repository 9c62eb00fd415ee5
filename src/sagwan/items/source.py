"""An article as items are made from it: its records, its text and its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.korean.quotation import quotations
from sagwan.korean.sentence import sentences
from sagwan.korean.syntax import parse
from sagwan.ledger.load import load_reading
from sagwan.ledger.query import page_key

if TYPE_CHECKING:
    import sqlite3

    from sagwan.core.entity import Entity
    from sagwan.core.reading import Reading, Records
    from sagwan.core.span import Span
    from sagwan.core.text import Text
    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.passage import Sentence
    from sagwan.korean.syntax import Tree


@dataclass(frozen=True)
class Source:
    """One article of one reading. `address` is `PAGE:N`, as every view of the ledger names it."""

    address: str
    reading: Reading
    n: int

    @property
    def text(self) -> Text:
        """The page's text, in which all ranges count."""
        return self.reading.layout.text

    @property
    def records(self) -> Records:
        """What the article says."""
        return self.reading.articles[self.n]

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The article's entities by their ids."""
        return {entity.id: entity for entity in self.records.entities}

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the body, in reading order."""
        chars = self.text.chars
        return tuple(s for body in self.records.article.body for s in sentences(chars, body.start, body.end))

    @cached_property
    def parsed(self) -> dict[Span, tuple[Sentence, Tree]]:
        """The sentences of the body by their ranges, each with its tree."""
        passage = read_passage(self.text, None, self.records.article.body, analyser())
        return {one.span: (one, tree) for one, tree in zip(passage.sentences, parse(passage.sentences), strict=True)}

    def tags(self, sentence: Span, start: int, stop: int) -> tuple[Morpheme, ...]:
        """The morphemes of a stretch of a sentence of the body, as they were read there."""
        read = self.parsed.get(sentence)
        return tuple(m for m in read[0].morphemes if start <= m.start and m.end <= stop) if read else ()

    @cached_property
    def reported(self) -> str:
        """The text with what stands inside quotation marks blanked out, character for character."""
        chars = list(self.text.chars)
        for body in self.records.article.body:
            for pair in quotations(self.text.chars, body.start, body.end):
                chars[pair.inner.start : pair.inner.end] = "\0" * len(pair.inner)
        return "".join(chars)

    def sentence_of(self, span: Span) -> Span | None:
        """The sentence of the body that covers the range; None where none does, as in a headline."""
        return next((s for s in self.sentences if s.covers(span)), None)

    @cached_property
    def body(self) -> str:
        """The paragraphs, a line each."""
        return "\n".join(self.text.cut(span) for span in self.records.article.body)

    @property
    def name(self) -> str:
        """By what a reader tells it from other articles: 〔한빛일보 2028-03-06〕."""
        article = self.records.article
        day = article.published.value[:10] if article.published else ""
        return f"〔{f'{article.outlet or self.address} {day}'.strip()}〕"


def load_source(db: sqlite3.Connection, page: str, n: int = 0) -> Source:
    """The article `n` of the page with this id, beginning of an id, or source; `PAGE:N` is understood too.

    Raises `SagwanError`: `ledger.no_page`, `ledger.which_page`, `ledger.withdrawn`, `items.no_article`.
    """
    name, _, number = page.rpartition(":")
    if name and number.isdigit() and "/" not in number:
        page, n = name, int(number)
    reading = load_reading(db, page_key(db, page))
    if n >= len(reading.articles):
        raise SagwanError("items.no_article", "그 지면에 그런 기사가 없습니다", f"{page}:{n}")
    return Source(f"{reading.layout.page_id[:12]}:{n}", reading, n)
