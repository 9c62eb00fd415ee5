"""How the sentences of the words that report speech are read when those words are proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.entity import Entity, Kind, Mention
from sagwan.core.statement import Stance
from sagwan.extract.names.read import read_names
from sagwan.extract.statements.read import read_statements
from sagwan.extract.statements.tone import stance_of_words
from sagwan.extract.values.read import Values
from sagwan.lexicon.schema.cue import Cue, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sagwan.core.statement import Statement
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.marked import Marked
    from sagwan.lexicon.schema.entry import Entry

Mark = tuple[str, str]  # the name of a mark and its words


def names_beside(passage: Passage, marked: Marked, lexicon: Lexicon) -> tuple[Entity, ...]:
    """The names of the sentence, and those of marked speakers that are none for the pass on names: what is proved is
    who speaks, not what is a name. Whom a post or a verb follows after a blank is a person.
    """
    found = read_names(passage, lexicon)
    known = {mention.span for one in found for mention in one.mentions}
    missed = [span for name, span in marked.marks if name == "speaker" and span not in known]
    kinds = [Kind.PERSON if marked.text[span.end : span.end + 1] == " " else Kind.ORG for span in missed]
    return (
        *found,
        *(
            Entity(f"speaker-{span.start}", passage.text.cut(span), kind, (Mention(span),))
            for span, kind in zip(missed, kinds, strict=True)
        ),
    )


def statements_of(passage: Passage, names: tuple[Entity, ...], lexicon: Lexicon) -> tuple[Statement, ...]:
    """The statements of a sentence whose names are known."""
    return read_statements(passage, names, Values(), lexicon)


def told_of_speech(
    entry: Entry, passage: Passage, names: tuple[Entity, ...], marked: Marked, lexicon: Lexicon
) -> frozenset[Mark]:
    """The words of every statement and who speaks; of cues and channels those that are marked, since an example need
    not mark what it is not about.
    """
    found = statements_of(passage, names, lexicon)
    wanted = [(name, marked.text[span.start : span.end]) for name, span in marked.marks]
    sources = {words: name for name, words in wanted if name in ("speaker", "label")}
    called = {one.id: one.name for one in names}
    told = {mark for one in found for mark in _shown(one, passage, called, sources)}
    if isinstance(entry, Cue) and entry.way == "withhold" and {one.stance for one in found} == {Stance.DECLINE}:
        # What was not said has no words: an example marks that it was not.
        told = {mark for mark in told if mark[0] != "indirect"} | {mark for mark in wanted if mark[0] == "indirect"}
    cues = [passage.text.cut(one.cue_span) if one.cue_span else "" for one in found]
    channels = {one.channel for one in found}
    told |= {mark for mark in wanted if mark[0] == "cue" and any(_is_cue(mark[1], cue) for cue in cues)}
    return frozenset(told | {mark for mark in wanted if mark[0] == "channel" and mark[1] in channels})


def _shown(one: Statement, passage: Passage, called: Mapping[str, str], sources: Mapping[str, str]) -> Iterator[Mark]:
    """Its words and who speaks; whether that is a name is for the pass on names to prove, and as the example marks."""
    yield one.speech.value, passage.text.cut(one.span)
    who = called[one.speaker] if one.speaker is not None else one.label
    if who is not None:
        yield sources.get(who, "speaker" if one.speaker is not None else "label"), who


def _is_cue(marked: str, found: str) -> bool:
    """Whether a statement's reporting words are the marked ones. Particles and nouns before them may be left out, and
    a noun with 이다 that ends a report (…다는 입장이다) is none of its own.
    """
    return marked.endswith(found) or found.endswith(marked.rsplit(maxsplit=1)[-1])


def told_by_tone(entry: Entry, marked: Marked, lexicon: Lexicon) -> frozenset[Mark]:
    """The marked words where what is said with them has the tone's stance; for a view, any stance but the plain one."""
    stance = stance_of_words(marked.text, Stance.ASSERT.value, lexicon)
    shows = stance == entry.stance if isinstance(entry, Tone) else stance is not Stance.ASSERT
    words = [(name, marked.text[span.start : span.end]) for name, span in marked.marks]
    return frozenset(words or [("stance", stance.value)]) if shows else frozenset()
