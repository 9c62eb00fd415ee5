"""Each entry of the value families does what its own examples say, and every word of it is used by one."""

from __future__ import annotations

from datetime import date

import pytest

from sagwan.extract.values import read_ranks_in, read_values_in
from sagwan.extract.values.brief import brief_rank, marked
from sagwan.lexicon import load_default
from sagwan.lexicon.marked import unmark
from sagwan.lexicon.schema.value import (
    Currency,
    Follower,
    Holiday,
    Modifier,
    NumeralWord,
    RankWord,
    TenseCue,
    TimeWord,
    Unit,
    Valued,
)

KINDS: tuple[type[Valued], ...] = (Currency, Follower, Holiday, Modifier, NumeralWord, TenseCue, TimeWord, Unit)
ENTRIES = [entry for kind in KINDS for entry in load_default().all(kind)]


def _anchor(entry: Valued) -> date | None:
    return date.fromisoformat(entry.published) if entry.published else None


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_examples_give_exactly_their_marks_and_values(entry: Valued) -> None:
    assert len(entry.examples) == len(entry.reads)
    for example, reads in zip(entry.examples, entry.reads, strict=True):
        said = unmark(example)
        found = list(marked(read_values_in(said.text, _anchor(entry))))
        assert [(kind, span) for span, kind, _ in found] == list(said.marks), example
        assert " ; ".join(value for _, _, value in found) == reads, example


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.not_examples], ids=lambda e: e.id)
def test_counter_examples_give_nothing(entry: Valued) -> None:
    for example in entry.not_examples:
        assert list(marked(read_values_in(example, _anchor(entry)))) == [], example


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_every_word_is_used_by_an_example(entry: Valued) -> None:
    texts = [unmark(example).text for example in entry.examples]
    words = entry.words + (entry.signs if isinstance(entry, Currency) else ())
    assert [word for word in words if not any(word in text for text in texts)] == []


@pytest.mark.parametrize("entry", load_default().all(RankWord), ids=lambda e: e.id)
def test_ranks_read_their_examples(entry: RankWord) -> None:
    for example, reads in zip(entry.examples, entry.reads, strict=True):
        said = unmark(example)
        found = read_ranks_in(said.text)
        assert [("rank", rank.span) for rank in found] == list(said.marks)
        assert " ; ".join(map(brief_rank, found)) == reads
