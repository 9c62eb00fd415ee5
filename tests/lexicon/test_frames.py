"""The runner of frames and status cues: every example gives exactly its marked words, every counter-example nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.events.read import read_events
from sagwan.extract.values.read import read_values
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon import load_default
from sagwan.lexicon.marked import unmark
from sagwan.lexicon.schema.frame import Frame, Idiom, Shape, StatusCue
from sagwan.work.proof import variants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.event import Event

LEXICON = load_default()
FRAMES = LEXICON.all(Frame)
CUES = LEXICON.all(StatusCue)
_PARTICLE = re.compile(r"(에게서|에게|에서|으로|로|을|를|이|가|에|과|와)$")


@cache
def read(sentence: str) -> tuple[Event, ...]:
    """The events of one sentence, by rules alone: no names and no statements are known."""
    text = Text.of(sentence)
    passage = read_passage(text, None, [Span(0, len(text))], analyser())
    return read_events(passage, None, read_values(passage, LEXICON, None), (), LEXICON)


def shown(sentence: str, event: Event) -> set[tuple[str, str]]:
    cut = Text.of(sentence).cut
    return {("verb", cut(event.span)), *((a.role, cut(a.span)) for a in event.arguments)}


def expected(frame: Frame) -> Iterator[tuple[str, set[tuple[str, str]]]]:
    for example in frame.examples:
        for variant in variants(example):
            marked = unmark(variant)
            cut = Text.of(marked.text).cut
            yield marked.text, {(name, cut(span)) for name, span in marked.marks}


def by_id(entry: Frame | StatusCue) -> str:
    return entry.id


@pytest.mark.parametrize("frame", FRAMES, ids=by_id)
def test_examples_give_exactly_their_marked_words(frame: Frame) -> None:
    for sentence, want in expected(frame):
        own = [shown(sentence, e) for e in read(sentence) if e.frame == frame.id]
        assert (sentence, own) == (sentence, [want])


@pytest.mark.parametrize("frame", FRAMES, ids=by_id)
def test_no_other_frame_fires_on_them_unless_declared(frame: Frame) -> None:
    for sentence, _ in expected(frame):
        others = {e.frame for e in read(sentence)} - {frame.id, *frame.beside}
        assert (sentence, others) == (sentence, set())


@pytest.mark.parametrize("frame", FRAMES, ids=by_id)
def test_counter_examples_and_gaps_give_nothing_of_the_frame(frame: Frame) -> None:
    for sentence in (*frame.not_examples, *frame.gaps):
        own = [shown(sentence, e) for e in read(sentence) if e.frame == frame.id]
        assert (sentence, own) == (sentence, [])


@pytest.mark.parametrize("frame", FRAMES, ids=by_id)
def test_every_word_is_used_by_an_example(frame: Frame) -> None:
    actions = {e.action for sentence, _ in expected(frame) for e in read(sentence) if e.frame == frame.id}
    for word in (*frame.nouns, *frame.verbs, *frame.passives):
        *nouns, verb = word.split()
        verbs = verb.strip("()").split("|")
        heads = [_PARTICLE.sub("", n).strip("()").split("|") for n in nouns]
        used = any(
            any(w.startswith(v) for v in verbs for w in a.split()) and all(any(h in a for h in hs) for hs in heads)
            for a in actions
        )
        assert used, f"{frame.id}: no example uses {word}"


def test_no_word_calls_two_frames_unless_a_required_role_tells_them_apart() -> None:
    owners: dict[str, set[str]] = {}
    for frame in FRAMES:
        if any(r.required for r in frame.role):
            continue
        for word in (*frame.nouns, *frame.verbs, *frame.passives):
            owners.setdefault(word, set()).add(frame.id)
    assert {w: ids for w, ids in owners.items() if len(ids) > 1} == {}


def test_roles_named_by_ties_and_templates_exist() -> None:
    shapes = {s.id: {r.name for r in s.role} for s in LEXICON.all(Shape)}
    for frame in FRAMES:
        roles = shapes[frame.shape] | {r.name for r in frame.role}
        named = set(re.findall(r"\{(\w+)\}", frame.says))
        if frame.tie is not None:
            named |= {frame.tie.source, frame.tie.goal}
        assert named <= roles, frame.id
        assert set(frame.beside) <= {f.id for f in FRAMES}, frame.id


@pytest.mark.parametrize("idiom", LEXICON.all(Idiom), ids=lambda idiom: idiom.id)
def test_an_idiom_is_no_act(idiom: Idiom) -> None:
    assert {sentence: read(sentence) for sentence in idiom.examples} == dict.fromkeys(idiom.examples, ())


@pytest.mark.parametrize("cue", CUES, ids=by_id)
def test_a_status_cue_gives_the_marked_status(cue: StatusCue) -> None:
    for example in cue.examples:
        marked = unmark(example)
        ((status, span),) = marked.marks
        found = [e for e in read(marked.text) if e.span.start == span.start]
        assert (example, [stands(e) for e in found]) == (example, [status])
    for sentence in cue.not_examples:
        assert (sentence, read(sentence)) == (sentence, ())


def stands(event: Event) -> str:
    return "not" if event.negated and event.status not in ("denied", "refused") else str(event.status)
