"""How the sentences of an entry are read when the entry is proved: by the pass that uses it, and by it alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.events.read import read_events
from sagwan.extract.names.read import read_names
from sagwan.extract.values.brief import marked
from sagwan.extract.values.read import read_values, read_values_in
from sagwan.korean.inflection import Final, final_sound
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon.schema.cue import Channel, Connector, Cue, SourceWord, SpeechNoun, Tone, View
from sagwan.lexicon.schema.frame import Frame, StatusCue
from sagwan.lexicon.schema.name import Appointment, Belonging, Department, Ending, Group, Known, Municipality, Sort
from sagwan.lexicon.schema.title import Title
from sagwan.lexicon.schema.value import (
    Currency,
    Follower,
    Holiday,
    Modifier,
    NumeralWord,
    TenseCue,
    TimeWord,
    Unit,
    Valued,
)
from sagwan.work.prove_speech import names_beside, statements_of, told_by_tone, told_of_speech

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sagwan.core.entity import Entity
    from sagwan.core.event import Event
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.marked import Marked
    from sagwan.lexicon.schema.entry import Entry

Told = frozenset[tuple[str, str]]  # what one record shows: the name of each mark and its words
_NEAR = 256  # sentences of an entry and its neighbours, which are read again to see whether the entry matters
_PARTICLE = re.compile(r"(.)(\])?(은|이|을|으로)\((?:는|가|를|로)\)")
_OPEN = {"은": "는", "이": "가", "을": "를", "으로": "로"}


@lru_cache(maxsize=_NEAR)
def _passage(sentence: str) -> Passage:
    text = Text.of(sentence)
    return read_passage(text, None, [Span(0, len(text))], analyser())


def _read(passage: Passage, lexicon: Lexicon) -> tuple[Event, ...]:
    """The events of a sentence, by rules alone: no names and no statements are known."""
    return read_events(passage, None, read_values(passage, lexicon, None), (), lexicon)


def _events(entry: Entry, sentence: Marked, lexicon: Lexicon) -> list[Told]:
    """The events of the frame."""
    passage = _passage(sentence.text)
    return [_event(event, passage.text) for event in _read(passage, lexicon) if event.frame == entry.id]


def _event(event: Event, text: Text) -> Told:
    return frozenset({("verb", text.cut(event.span)), *((a.role, text.cut(a.span)) for a in event.arguments)})


def _statuses(_: Entry, sentence: Marked, lexicon: Lexicon) -> list[Told]:
    """How the marked acts stand, `not` for what was not done; without a mark how every act does."""
    passage = _passage(sentence.text)
    marked = {span.start: sentence.text[span.start : span.end] for _, span in sentence.marks}
    events = _read(passage, lexicon)
    if not marked:
        return [frozenset({(_standing(event), passage.text.cut(event.span))}) for event in events]
    return [frozenset({(_standing(e), marked[e.span.start])}) for e in events if e.span.start in marked]


def _standing(event: Event) -> str:
    undone = event.negated and event.status not in (Status.DENIED, Status.REFUSED)
    return "not" if undone else event.status.value


@lru_cache(maxsize=_NEAR)
def _known(sentence: Marked, lexicon: Lexicon) -> tuple[Entity, ...]:
    return names_beside(_passage(sentence.text), sentence, lexicon)


def _speech(entry: Entry, sentence: Marked, lexicon: Lexicon) -> list[Told]:
    """All that is said, together."""
    told = told_of_speech(entry, _passage(sentence.text), _known(sentence, lexicon), sentence, lexicon)
    return [told] if told else []


def _tones(entry: Entry, sentence: Marked, lexicon: Lexicon) -> list[Told]:
    told = told_by_tone(entry, sentence, lexicon)
    return [told] if told else []


def _names(_: Entry, sentence: Marked, lexicon: Lexicon) -> list[Told]:
    """Kind and words of every mention and the words of every title, together."""
    passage = _passage(sentence.text)
    entities = read_names(passage, lexicon)
    mentions = {(e.kind.value, passage.text.cut(m.span)) for e in entities for m in e.mentions}
    told = mentions | {("title", passage.text.cut(r.span)) for e in entities for r in e.roles}
    return [frozenset(told)] if told else []


def _values(entry: Entry, sentence: Marked, lexicon: Lexicon) -> list[Told]:
    """Kind and words of every value, together, on the day that dates the entry's examples."""
    day = entry.published if isinstance(entry, Valued) else None
    found = marked(read_values_in(sentence.text, date.fromisoformat(day) if day else None, lexicon))
    told = frozenset((kind, sentence.text[span.start : span.end]) for span, kind, _ in found)
    return [told] if told else []


PROVERS: Mapping[type[Entry], Callable[[Entry, Marked, Lexicon], list[Told]]] = {
    Frame: _events,
    StatusCue: _statuses,
    **dict.fromkeys((Cue, SpeechNoun, SourceWord, Channel, Connector), _speech),
    **dict.fromkeys((Tone, View), _tones),
    **dict.fromkeys((Title, Known, Ending, Sort, Municipality, Group, Appointment, Department, Belonging), _names),
    **dict.fromkeys((Currency, Follower, Holiday, Modifier, NumeralWord, TenseCue, TimeWord, Unit), _values),
}
# Entries without which some of their sentences must be read otherwise: words that turn what would be read anyway.
TURNING = frozenset({StatusCue, Cue, SpeechNoun, SourceWord, Channel, Connector, View})


def is_idle(entry: Entry, sentences: Sequence[Marked], lexicon: Lexicon) -> bool:
    """Whether all sentences are read without the entry as they are with it: then they prove nothing of it."""
    without = lexicon.without(entry)
    return all(_whole(entry, one, lexicon, lexicon) == _whole(entry, one, lexicon, without) for one in sentences)


def _whole(entry: Entry, sentence: Marked, lexicon: Lexicon, read_by: Lexicon) -> object:
    """All that a sentence yields but for the reasons; its names by the whole knowledge, which the entry is none of."""
    if PROVERS[type(entry)] is not _speech:
        return PROVERS[type(entry)](entry, sentence, read_by)
    found = statements_of(_passage(sentence.text), _known(sentence, lexicon), read_by)
    return [replace(one, reason=None) for one in found]


def words_of(entry: Entry) -> tuple[str, ...]:
    """The words that an entry lists, each form of a known name for itself."""
    if isinstance(entry, Known):
        return tuple(form for names in entry.names for form in names)
    words = getattr(entry, "words", ())
    return words if isinstance(words, tuple) else ()


def written(proof: str, word: str) -> str:
    """A proof with the word in its place, 은(는) and the like in the form that the sound before them asks for."""

    def choose(found: re.Match[str]) -> str:
        closed = final_sound(found[1])
        open_ = closed is Final.VOWEL or closed is None or (closed is Final.LIQUID and found[3] == "으로")
        return f"{found[1]}{found[2] or ''}{_OPEN[found[3]] if open_ else found[3]}"

    return _PARTICLE.sub(choose, proof.replace("{word}", word).replace("{name}", word))
