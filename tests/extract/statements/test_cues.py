"""The runner of the words that report speech: every example gives exactly its marked words, each word has one."""

import pytest
from _pytest.mark.structures import ParameterSet

from sagwan.extract.statements.tone import stance_of_words
from sagwan.lexicon import load_default
from sagwan.lexicon.marked import unmark
from sagwan.lexicon.schema.cue import Channel, Connector, Cue, SourceWord, SpeechNoun, Tone
from sagwan.lexicon.schema.entry import Entry

LEXICON = load_default()
FAMILIES: tuple[type[Entry], ...] = (Cue, SpeechNoun, SourceWord, Channel, Connector)


def cases(kind: str, families: tuple[type[Entry], ...] = FAMILIES) -> list[ParameterSet]:
    return [
        pytest.param(entry, example, id=f"{entry.id}:{n}")
        for family in families
        for entry in LEXICON.all(family)
        for n, example in enumerate(getattr(entry, kind))
    ]


@pytest.mark.parametrize(("entry", "example"), cases("examples"))
def test_an_example_gives_exactly_its_marked_words(entry, example, read, wanted):
    chars, marks = wanted(example)
    text, statements = read(chars)
    if getattr(entry, "way", None) == "withhold":
        assert {s.stance.value for s in statements} == {"decline"}
    else:
        assert [text.cut(s.span) for s in statements if s.speech == "direct"] == marks["direct"]
        assert [text.cut(s.span) for s in statements if s.speech == "indirect"] == marks["indirect"]
    said = [text.cut(s.cue_span) if s.cue_span else None for s in statements]
    assert all(any(cue.endswith(c or cue) or (c or "").endswith(cue.split()[-1]) for c in said) for cue in marks["cue"])
    named = {s.speaker for s in statements if s.speaker} | {s.label for s in statements if s.label}
    assert named == set(marks["speaker"]) | set(marks["label"])
    assert set(marks["channel"]) <= {s.channel for s in statements}


@pytest.mark.parametrize(("entry", "example"), cases("not_examples"))
def test_a_counter_example_is_no_statement(entry, example, read):
    assert read(example)[1] == ()


@pytest.mark.parametrize("entry", [pytest.param(c, id=c.id) for c in LEXICON.all(Cue)])
def test_every_verb_is_read_from_an_example(entry, read, wanted):
    lemmas = {s.cue for e in entry.examples for s in read(wanted(e)[0])[1]}
    shown = {verb for verb in entry.verbs if verb + "다" in lemmas}
    counter = {verb for verb in entry.verbs if entry.way in ("name", "think")}
    assert set(entry.verbs) - shown - counter == set()


@pytest.mark.parametrize("entry", [pytest.param(n, id=n.id) for n in LEXICON.all(SpeechNoun)])
def test_every_noun_is_used_by_an_example(entry, wanted):
    together = " ".join(wanted(e)[0] for e in (*entry.examples, *(entry.not_examples if entry.titles else ())))
    assert [word for word in entry.words if word not in together] == []


@pytest.mark.parametrize(("entry", "example"), cases("examples", (Tone,)))
def test_a_tone_gives_the_stance_of_its_words(entry, example):
    marked = unmark(example)
    assert stance_of_words(marked.text, "assert", LEXICON) == entry.stance


@pytest.mark.parametrize(("entry", "example"), cases("not_examples", (Tone,)))
def test_words_without_the_tone_do_not_have_its_stance(entry, example):
    assert stance_of_words(example, "assert", LEXICON) != entry.stance


def test_no_word_reports_in_two_ways():
    verbs = [verb for cue in LEXICON.all(Cue) for verb in cue.verbs]
    assert len(verbs) == len(set(verbs))
    assert len(verbs) >= 250
