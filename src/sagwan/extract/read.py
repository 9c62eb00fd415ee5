"""Layout and lexicon → Reading: the order of the passes, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.reading import Reading, Records
from sagwan.extract.events.read import read_events
from sagwan.extract.names.learned import read_learned
from sagwan.extract.names.read import read_names
from sagwan.extract.statements.read import read_statements
from sagwan.extract.values.read import read_values
from sagwan.korean.passage import read_passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.core.page import Article, Layout
    from sagwan.extract.names.learned import Learned
    from sagwan.korean.kiwi import Analyser
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon


def read_layout(layout: Layout, lexicon: Lexicon, analyser: Analyser) -> Reading:
    """All that one page yields. Pure: the same layout and lexicon give the same reading, anywhere."""
    (reading,) = read_layouts((layout,), lexicon, analyser)
    return reading


def read_layouts(layouts: Sequence[Layout], lexicon: Lexicon, analyser: Analyser) -> list[Reading]:
    """What each page yields, as if it had been read alone. The tagger hears them together, which costs it less."""
    passages = [
        [read_passage(layout.text, article.headline, article.body, analyser) for article in layout.articles]
        for layout in layouts
    ]
    learned = iter(read_learned([passage for of_page in passages for passage in of_page], lexicon))
    return [
        Reading(
            layout,
            tuple(
                _read_article(article, passage, next(learned), lexicon)
                for article, passage in zip(layout.articles, of_page, strict=True)
            ),
        )
        for layout, of_page in zip(layouts, passages, strict=True)
    ]


def _read_article(article: Article, passage: Passage, learned: Learned, lexicon: Lexicon) -> Records:
    values = read_values(passage, lexicon, article.published)
    names = read_names(passage, lexicon, learned)
    statements = read_statements(passage, names, values, lexicon)
    events = read_events(passage, names, values, statements, lexicon, published=article.published)
    return Records(article, names, statements, values.money, values.shares, values.counts, values.times, events)
