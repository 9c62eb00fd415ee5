"""Layout and lexicon → Reading: the order of the passes, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.reading import Reading, Records
from sagwan.extract.events.read import draft_events, tell_events
from sagwan.extract.names.learned import read_learned
from sagwan.extract.names.read import read_names
from sagwan.extract.names.reference import read_references
from sagwan.extract.statements.read import read_statements
from sagwan.extract.values.read import read_values
from sagwan.korean.passage import read_passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.core.entity import Entity
    from sagwan.core.event import Event
    from sagwan.core.page import Article, Layout
    from sagwan.core.statement import Statement
    from sagwan.extract.events.read import Draft as Events
    from sagwan.extract.names.learned import Learned
    from sagwan.extract.values.read import Values
    from sagwan.korean.kiwi import Analyser
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon


def read_layout(layout: Layout, lexicon: Lexicon, analyser: Analyser) -> Reading:
    """All that one page yields. Pure: the same layout and lexicon give the same reading, anywhere."""
    (reading,) = read_layouts((layout,), lexicon, analyser)
    return reading


def read_layouts(layouts: Sequence[Layout], lexicon: Lexicon, analyser: Analyser) -> list[Reading]:
    """What each page yields, as if it had been read alone. The tagger and the parser take them together, which costs
    less.
    """
    articles = [article for layout in layouts for article in layout.articles]
    passages = [
        read_passage(layout.text, article.headline, article.body, analyser)
        for layout in layouts
        for article in layout.articles
    ]
    learned = read_learned(passages, lexicon)
    drafts = [_draft(*of_article, lexicon) for of_article in zip(articles, passages, learned, strict=True)]
    events = tell_events([draft.events for draft in drafts])
    records = (_records(draft, told) for draft, told in zip(drafts, events, strict=True))
    return [Reading(layout, tuple(next(records) for _ in layout.articles)) for layout in layouts]


@dataclass(frozen=True, slots=True)
class _Draft:
    """An article on its way: all that is read of it, its events as far as they can be without the others."""

    article: Article
    values: Values
    names: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    events: Events


def _draft(article: Article, passage: Passage, learned: Learned, lexicon: Lexicon) -> _Draft:
    names = read_names(passage, lexicon, learned)
    people = [m.span for e in names if e.kind is Kind.PERSON for m in e.mentions]
    values = read_values(passage, lexicon, article.published, people)
    references = read_references(passage, names, lexicon)
    statements = read_statements(passage, names, values, lexicon, references)
    events = draft_events(
        passage, names, values, statements, lexicon, published=article.published, references=references
    )
    return _Draft(article, values, names, statements, events)


def _records(draft: _Draft, events: tuple[Event, ...]) -> Records:
    v = draft.values
    return Records(draft.article, draft.names, draft.statements, v.money, v.shares, v.counts, v.times, events)
