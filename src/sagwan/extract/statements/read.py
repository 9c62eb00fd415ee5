"""All statements of a passage: each sentence in turn, with what is remembered from those before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.ids import content_id
from sagwan.core.reason import Reason
from sagwan.core.statement import Found, Speech, Statement
from sagwan.extract.names.index import NameIndex
from sagwan.extract.statements.attribute import Scene, Speaker, speakers
from sagwan.extract.statements.book import book
from sagwan.extract.statements.content import content_of
from sagwan.extract.statements.discourse import Discourse
from sagwan.extract.statements.quoted import speech
from sagwan.extract.statements.reported import triggers
from sagwan.extract.statements.source import subjects
from sagwan.extract.statements.stance import stance_of
from sagwan.extract.statements.stream import stream_of
from sagwan.extract.statements.unit import units
from sagwan.korean.quotation import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.entity import Entity
    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.unit import Unit
    from sagwan.extract.values.read import Values
    from sagwan.korean.passage import Passage, Sentence
    from sagwan.lexicon import Lexicon


def read_statements(
    passage: Passage, names: tuple[Entity, ...], values: Values, lexicon: Lexicon
) -> tuple[Statement, ...]:
    """Find direct and indirect speech, and say who speaks and how that was found."""
    who = NameIndex(names)
    words = book(lexicon)
    discourse = Discourse()
    found: list[Statement] = []
    for number, sentence in enumerate(passage.sentences):
        if sentence.paragraph >= 0:
            found.extend(_read_sentence(passage, sentence, number, who, words, discourse))
    return tuple(found)


def _read_sentence(
    passage: Passage, sentence: Sentence, number: int, who: NameIndex, words: Book, discourse: Discourse
) -> Iterator[Statement]:
    chars = passage.text.chars
    pairs = quotations(chars, sentence.span.start, sentence.span.end)
    quoted = speech(chars, sentence.span, pairs) if pairs else []
    stream = stream_of(chars, sentence.morphemes, quoted)
    said = subjects(stream, who, words)
    for subject in said:
        if subject.source.speaks and subject.source.sort != "pronoun":
            discourse.acted(number, subject.source)
            break
    if not quoted and not triggers(sentence.morphemes):
        return
    pieces = units(stream, words)
    if not pieces:
        return
    connected = bool(stream.tokens) and stream.tokens[0].form in words.connectors
    scene = Scene(stream, who, words, said, number, discourse, connected)
    for unit, speaker in zip(pieces, speakers(scene, pieces), strict=True):
        statement = _statement(passage, scene, unit, speaker, pieces)
        if statement:
            if speaker.source:
                discourse.spoke(number, speaker.source)
            yield statement


def _statement(passage: Passage, scene: Scene, unit: Unit, speaker: Speaker, pieces: list[Unit]) -> Statement | None:
    if _only_marked(scene, unit, speaker):
        return None
    span = content_of(scene, unit, speaker, pieces)
    if span is None:
        return None
    source = speaker.source
    cue = unit.reporting.lemma if unit.reporting else (unit.noun and scene.stream.tokens[unit.noun_at].form + "이다")
    return Statement(
        content_id("statement", passage.text.id, unit.speech, span.start, span.end),
        span,
        unit.speech,
        source.entity if source else None,
        source.label if source and not source.entity else None,
        cue or None,
        unit.reporting.span if unit.reporting else None,
        stance_of(scene, unit, span),
        speaker.found,
        speaker.candidates,
        reason=Reason(speaker.rule, source.span if source else None),
    )


def _only_marked(scene: Scene, unit: Unit, speaker: Speaker) -> bool:
    """Whether words in ‘ ’ are cited but nobody who can speak stands beside them: a rule, a slogan, a survey's answer."""
    if unit.speech is not Speech.DIRECT or scene.stream.quoted[unit.at].quotation.double:
        return False
    return speaker.found is not Found.WRITTEN or speaker.source is None or not speaker.source.speaks
