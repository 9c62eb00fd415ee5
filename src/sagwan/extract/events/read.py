"""All events of a passage, in two steps, since the trees of many passages are grown together."""

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
from sagwan.extract.events.triggers import Triggers, triggers
from sagwan.extract.names.reference import read_references
from sagwan.korean.syntax import parse_groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sagwan.core.entity import Entity, Reference
    from sagwan.core.event import Event
    from sagwan.core.page import Published
    from sagwan.core.statement import Statement
    from sagwan.extract.events.spot import Match
    from sagwan.extract.values.read import Values
    from sagwan.korean.kiwi import Morpheme
    from sagwan.korean.passage import Passage, Sentence
    from sagwan.lexicon import Lexicon


@dataclass(slots=True)
class _Read:
    """A sentence on its way: its clauses, and the frames that its words call."""

    sentence: Sentence
    morphemes: Sequence[Morpheme]
    clauses: Clauses
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage on its way: its sentences as far as particles tell whose act each is."""

    ground: Ground
    index: Triggers
    composer: Composer
    sentences: tuple[_Read, ...]


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
    (events,) = tell_events([draft_events(passage, names, values, statements, lexicon, published=published)])
    return events


def draft_events(
    passage: Passage,
    names: tuple[Entity, ...] | None,
    values: Values,
    statements: tuple[Statement, ...],
    lexicon: Lexicon,
    *,
    published: Published | None = None,
    references: tuple[Reference, ...] | None = None,
) -> Draft:
    """The first step of `read_events`; `references` are whom its pronouns mean, where that has been asked already."""
    index = triggers(lexicon)
    references = read_references(passage, names or (), lexicon) if references is None else references
    ground = Ground.of(
        passage.text.chars, names, values, statements, references=references, published=published, lexicon=lexicon
    )
    points = frozenset(time.span.end for time in ground.values.times)
    borders = Borders(
        ground.cuts,
        ground.named,
        ground.inside,
        points,
        index.posts,
        index.prefixes,
        index.raising,
        ground.since,
        index.stems,
    )
    read = []
    for sentence in passage.sentences:
        morphemes = split(sentence.morphemes, ground.ends, index.nouns)
        items = Scanner(passage.text.chars, morphemes, borders).scan()
        headline = sentence.paragraph < 0
        clauses = Clauses(as_sentence(items) if headline else items, headline=headline)
        take_for_objects(clauses, index)
        read.append(_Read(sentence, morphemes, clauses, tuple(spot(clauses, morphemes, index))))
    composer = Composer(passage.text, ground, index, Fiction.of(passage.text.chars, names, lexicon))
    return Draft(ground, index, composer, tuple(read))


def tell_events(drafts: Iterable[Draft]) -> list[tuple[Event, ...]]:
    """The second step of `read_events`, for many passages: what trees can say is said, and events are told."""
    drafts = tuple(drafts)
    open_ = [[read for read in draft.sentences if asks(read.clauses, read.matches)] for draft in drafts]
    grown = parse_groups([[read.sentence for read in reads] for reads in open_])
    for draft, reads, trees in zip(drafts, open_, grown, strict=True):
        for read, tree in zip(reads, trees, strict=True):
            if settle(read.clauses, read.sentence, tree, draft.index, draft.ground):
                read.matches = tuple(spot(read.clauses, read.morphemes, draft.index))
    return [_told(draft) for draft in drafts]


def _told(draft: Draft) -> tuple[Event, ...]:
    for read in draft.sentences:
        give_out(read.clauses, draft.ground, draft.index)
        draft.composer.tell(read.sentence, read.clauses, read.matches)
    return join_same(draft.composer.events)
