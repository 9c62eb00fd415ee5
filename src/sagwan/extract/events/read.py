"""All events of a passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.extract.events.clause import Clauses
from sagwan.extract.events.compose import Composer
from sagwan.extract.events.fiction import Fiction
from sagwan.extract.events.grammar import asks, settle
from sagwan.extract.events.ground import Ground
from sagwan.extract.events.headline import as_sentence
from sagwan.extract.events.outer import give_out
from sagwan.extract.events.same import join_same
from sagwan.extract.events.scan import Borders, Scanner
from sagwan.extract.events.split import split
from sagwan.extract.events.spot import spot
from sagwan.extract.events.topic import take_for_objects
from sagwan.extract.events.triggers import triggers
from sagwan.extract.names.reference import read_references
from sagwan.korean.syntax import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.core.entity import Entity
    from sagwan.core.event import Event
    from sagwan.core.page import Published
    from sagwan.core.statement import Statement
    from sagwan.extract.events.spot import Match
    from sagwan.extract.values.read import Values
    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.passage import Passage, Sentence
    from sagwan.lexicon import Lexicon


@dataclass(slots=True)
class _Draft:
    """A sentence on its way: its clauses, and the frames that its words call."""

    sentence: Sentence
    morphemes: Sequence[Morpheme]
    clauses: Clauses
    matches: tuple[Match, ...]


def read_events(
    passage: Passage,
    names: tuple[Entity, ...] | None,
    values: Values,
    statements: tuple[Statement, ...],
    lexicon: Lexicon,
    *,
    published: Published | None = None,
) -> tuple[Event, ...]:
    """Lay the lexicon's frames over the passage and say how each event stands.

    Events come in text order. Each fills its roles from its own sentence, else from the subject of the sentence
    before; one told twice points to the first with `same_as`. What the present tense dates before the day of
    publication has happened, what it dates later is planned. Acts of nobody in particular are left out; with `names`
    None, for a sentence whose names were not looked for, all are kept.
    """
    index = triggers(lexicon)
    references = read_references(passage, names, lexicon) if names else ()
    ground = Ground.of(
        passage.text.chars, names, values, statements, references=references, published=published, lexicon=lexicon
    )
    composer = Composer(passage.text, ground, index, Fiction.of(passage.text.chars, names, lexicon))
    points = frozenset(time.span.end for time in ground.values.times)
    borders = Borders(
        ground.cuts, ground.named, ground.inside, points, index.posts, index.prefixes, index.raising, index.stems
    )
    drafts = []
    for sentence in passage.sentences:
        morphemes = split(sentence.morphemes, ground.ends)
        items = Scanner(passage.text.chars, morphemes, borders).scan()
        headline = sentence.paragraph < 0
        clauses = Clauses(as_sentence(items) if headline else items, headline=headline)
        take_for_objects(clauses, index)
        drafts.append(_Draft(sentence, morphemes, clauses, tuple(spot(clauses, morphemes, index))))
    open_ = [draft for draft in drafts if asks(draft.clauses, draft.matches)]
    for draft, tree in zip(open_, parse([draft.sentence for draft in open_]), strict=True):
        settle(draft.clauses, draft.sentence, tree, index, ground)
        draft.matches = tuple(spot(draft.clauses, draft.morphemes, index))
    for draft in drafts:
        give_out(draft.clauses, ground, index)
        composer.tell(draft.sentence, draft.clauses, draft.matches)
    return join_same(composer.events)
