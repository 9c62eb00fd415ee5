"""How the sentences of an entry are read when the entry is proved: by the pass that uses it, and by it alone."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.events.read import read_events
from sagwan.extract.names.read import read_names
from sagwan.extract.values.brief import marked
from sagwan.extract.values.read import read_values, read_values_in
from sagwan.korean.inflection import Final, final_sound
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon.schema.frame import Frame
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

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sagwan.core.event import Event
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.entry import Entry

Told = frozenset[tuple[str, str]]  # what one record shows: the name of each mark and its words
_PARTICLE = re.compile(r"(.)(\])?(은|이|을|으로)\((?:는|가|를|로)\)")
_OPEN = {"은": "는", "이": "가", "을": "를", "으로": "로"}


@lru_cache(maxsize=1)  # the examples of a sentence's neighbours ask for it again
def _passage(sentence: str) -> Passage:
    text = Text.of(sentence)
    return read_passage(text, None, [Span(0, len(text))], analyser())


def _events(entry: Entry, sentence: str, lexicon: Lexicon) -> list[Told]:
    """The events of the frame, by rules alone: no names and no statements are known."""
    passage = _passage(sentence)
    events = read_events(passage, None, read_values(passage, lexicon, None), (), lexicon)
    return [_event(event, passage.text) for event in events if event.frame == entry.id]


def _event(event: Event, text: Text) -> Told:
    return frozenset({("verb", text.cut(event.span)), *((a.role, text.cut(a.span)) for a in event.arguments)})


def _names(_: Entry, sentence: str, lexicon: Lexicon) -> list[Told]:
    """Kind and words of every mention and the words of every title, together."""
    passage = _passage(sentence)
    entities = read_names(passage, lexicon)
    mentions = {(e.kind.value, passage.text.cut(m.span)) for e in entities for m in e.mentions}
    told = mentions | {("title", passage.text.cut(r.span)) for e in entities for r in e.roles}
    return [frozenset(told)] if told else []


def _values(entry: Entry, sentence: str, lexicon: Lexicon) -> list[Told]:
    """Kind and words of every value, together, on the day that dates the entry's examples."""
    day = entry.published if isinstance(entry, Valued) else None
    found = marked(read_values_in(sentence, date.fromisoformat(day) if day else None, lexicon))
    told = frozenset((kind, sentence[span.start : span.end]) for span, kind, _ in found)
    return [told] if told else []


PROVERS: Mapping[type[Entry], Callable[[Entry, str, Lexicon], list[Told]]] = {
    Frame: _events,
    **dict.fromkeys((Title, Known, Ending, Sort, Municipality, Group, Appointment, Department, Belonging), _names),
    **dict.fromkeys((Currency, Follower, Holiday, Modifier, NumeralWord, TenseCue, TimeWord, Unit), _values),
}


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
