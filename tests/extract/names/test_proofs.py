"""The runner of names and titles: the proof of each entry is read for every word, marks and all."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.names.read import read_names
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon import load_default
from sagwan.lexicon.marked import unmark
from sagwan.lexicon.schema.name import (
    Appointment,
    Belonging,
    Department,
    Ending,
    Group,
    Known,
    Municipality,
    NoName,
    Sense,
    Sort,
)
from sagwan.lexicon.schema.title import Title

if TYPE_CHECKING:
    from sagwan.core.entity import Entity

LEXICON = load_default()
ENTRIES = [
    e
    for kind in (Title, Known, Ending, Sort, Municipality, Group, Appointment, Department, Belonging, Sense, NoName)
    for e in LEXICON.all(kind)
]
PROVED = [e for e in ENTRIES if getattr(e, "proof", None)]
_EITHER = re.compile(r"(.)\](은|이|을|으로)\((는|가|를|로)\)|(.)(은|이|을|으로)\((는|가|를|로)\)")


def sounds_closed(letter: str) -> bool:
    """Whether the name ends in a consonant, as it is read aloud."""
    if "가" <= letter <= "힣":
        return (ord(letter) - ord("가")) % 28 != 0
    return letter in "LMNRlmnr013678"


def with_particles(sentence: str) -> str:
    def choose(found: re.Match[str]) -> str:
        before, closed, open_, mark = (found[1], found[2], found[3], "]") if found[1] else (*found.group(4, 5, 6), "")
        return f"{before}{mark}{closed if sounds_closed(before) else open_}"

    return _EITHER.sub(choose, sentence)


@cache
def read(sentence: str) -> tuple[Entity, ...]:
    text = Text.of(sentence)
    return read_names(read_passage(text, None, [Span(0, len(text))], analyser()), LEXICON)


def told(sentence: str) -> set[tuple[str, str]]:
    """Kind and words of every mention, and the words of every title."""
    cut = Text.of(sentence).cut
    entities = read(sentence)
    names = {(e.kind.value, cut(m.span)) for e in entities for m in e.mentions}
    return names | {("title", cut(r.span)) for e in entities for r in e.roles}


def words(entry: Title | Known | Ending | Sort | Appointment | Department | Belonging) -> list[str]:
    return [form for names in entry.names for form in names] if isinstance(entry, Known) else list(entry.words)


def differences(entry: Title | Known | Ending | Sort | Appointment | Department | Belonging) -> dict[str, object]:
    wrong: dict[str, object] = {}
    assert entry.proof is not None
    for word in words(entry):
        marked = unmark(with_particles(entry.proof.replace("{word}", word).replace("{name}", word)))
        cut = Text.of(marked.text).cut
        want = {(name, cut(span)) for name, span in marked.marks}
        if (got := told(marked.text)) != want:
            wrong[word] = {"missing": want - got, "extra": got - want}
    return wrong


@pytest.mark.parametrize("entry", PROVED, ids=lambda e: e.id)
def test_every_word_is_proved(entry):
    assert differences(entry) == {}


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.examples or e.not_examples], ids=lambda e: e.id)
def test_examples_give_exactly_their_marked_words(entry):
    for example in entry.examples:
        marked = unmark(example)
        cut = Text.of(marked.text).cut
        assert (example, told(marked.text)) == (example, {(name, cut(span)) for name, span in marked.marks})
    for sentence in entry.not_examples:
        assert (sentence, told(sentence)) == (sentence, set())
