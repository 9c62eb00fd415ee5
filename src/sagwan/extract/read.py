"""Layout and lexicon → Reading: the order of the passes, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.reading import Reading, Records
from sagwan.extract.events.read import read_events
from sagwan.extract.names.read import read_names
from sagwan.extract.statements.read import read_statements
from sagwan.extract.values.read import read_values
from sagwan.korean.passage import read_passage

if TYPE_CHECKING:
    from sagwan.core.page import Article, Layout
    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon


def read_layout(layout: Layout, lexicon: Lexicon, analyser: Analyser) -> Reading:
    """All that one page yields. Pure: the same layout and lexicon give the same reading, anywhere."""
    return Reading(layout, tuple(_read_article(layout, article, lexicon, analyser) for article in layout.articles))


def _read_article(layout: Layout, article: Article, lexicon: Lexicon, analyser: Analyser) -> Records:
    passage = read_passage(layout.text, article.headline, article.body, analyser)
    values = read_values(passage, lexicon, article.published)
    names = read_names(passage, lexicon)
    statements = read_statements(passage, names, values, lexicon)
    events = read_events(passage, names, values, statements, lexicon, published=article.published)
    return Records(article, names, statements, values.money, values.shares, values.counts, values.times, events)
