"""What an export is made of: the records of a question and the answers that are derived from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.ledger.originals import kinds, texts
from sagwan.views.deals.book import Book, deals
from sagwan.views.disputes.disputes import Dispute, disputes
from sagwan.views.graph.graph import Graph, graph
from sagwan.views.index.scene import scene_of
from sagwan.views.reversals.reversal import Reversal
from sagwan.views.reversals.reversals import reversals
from sagwan.views.timeline import Moment, timeline

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from sagwan.ledger.acts import Deed, Word
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast


@dataclass(frozen=True, slots=True)
class Bundle:
    """Statements and events with their cast, the views on them, the kinds of the entities, the texts by page."""

    words: tuple[Word, ...]
    deeds: tuple[Deed, ...]
    cast: Cast
    moments: tuple[Moment, ...]
    book: Book
    disputes: tuple[Dispute, ...]
    reversals: tuple[Reversal, ...]
    graph: Graph
    kinds: Mapping[str, str]
    texts: Mapping[str, tuple[str, str]]

    def kind(self, id_: str | None) -> str | None:
        """The kind of who is behind an entity's id: that of the identity."""
        return self.kinds.get(self.cast.person.get(id_ or "", "")) if id_ is not None else None


def bundle(db: sqlite3.Connection, lexicon: Lexicon, name: str | None = None, as_of: str | None = None) -> Bundle:
    """Everything, or all that bears on somebody of that name; as of an ISO 8601 day.

    Raises `SagwanError` (`ledger.no_name`).
    """
    scene = scene_of(db, lexicon, name, as_of)
    about = {id_ for id_, key in scene.cast.person.items() if key in scene.asked}
    words = tuple(w for w in scene.words if name is None or {w.speaker, *w.about} & about)
    deeds = tuple(d for d in scene.deeds if name is None or {id_ for _, id_ in d.roles} & about)
    return Bundle(
        words=words,
        deeds=deeds,
        cast=scene.cast,
        moments=timeline(db, name, as_of=as_of, lexicon=lexicon),
        book=deals(db, lexicon, name, as_of),
        disputes=disputes(db, lexicon, name, as_of),
        reversals=reversals(db, lexicon, name, as_of),
        graph=graph(db, lexicon, name, as_of),
        kinds=kinds(db),
        texts=texts(db, {*(word.told.page for word in words), *(deed.told.page for deed in deeds)}),
    )
