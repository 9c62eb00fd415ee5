"""What holds for every text: places inside it, none shared, ids one by one, the same twice."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.names.index import NameIndex
from sagwan.extract.names.read import read_names
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage
from sagwan.lexicon import load_default

WORDS = st.sampled_from(
    [
        "박도현",
        "한빛물산",
        "대표",
        "는",
        "이",
        "8일",
        "밝혔다.",
        "김서연(34)",
        "한국보라연구원(이하",
        "보라연)",
        "“좋다”고",
        "·",
        ",",
        "전",
        "의원",
        "미국",
        "국방부",
        "A씨",
        "文",
        "X",
        "브루노",
        "알베르",
        "최고경영자",
        "‘누리호’",
        "\n",
        "의",
        "에게",
        "人",
        "(",
        ")",
        "[",
        "대통령은",
        "수원",
        "삼성",
        "B2B",
        "é",
        "👍",
        "㈜",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=25).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda glue: glue.join(words))
)


def read(chars: str):
    text = Text.of(chars)
    passage = read_passage(text, None, [Span(0, len(text))], analyser())
    return text, read_names(passage, load_default())


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_mentions_lie_inside_and_never_overlap(chars):
    text, entities = read(chars)
    spans = sorted(m.span for e in entities for m in e.mentions if m.form == "name")
    assert all(span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(e.mentions for e in entities)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_ids_are_unique_and_roles_point_at_entities(chars):
    _, entities = read(chars)
    ids = [e.id for e in entities]
    assert len(ids) == len(set(ids))
    assert {r.org for e in entities for r in e.roles if r.org} <= set(ids)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(chars):
    assert read(chars)[1] == read(chars)[1]


def test_the_index_finds_who_stands_where():
    text, entities = read("박도현 한빛물산 대표는 8일 웃었다. 박 대표는 떠났다.")
    index = NameIndex(entities)
    at = text.chars.index
    held, before = index.at(at("도현")), index.last_before(at("8일"))
    assert held is not None
    assert held.name == "박도현"
    assert index.at(at("웃었다")) is None
    assert [e.name for _, e in index.between(0, len(text))] == ["박도현", "한빛물산", "박도현"]
    assert before is not None
    assert before[1].name == "한빛물산"
    assert index.of(entities[0].id) is entities[0]


def test_a_teaser_that_names_the_same_person_has_its_own_ids():
    text = Text.of("박도현 대표는 웃었다.\n박도현 대표는 떠났다.")
    lines = [Span(0, 12), Span(13, len(text))]
    first, second = (read_names(read_passage(text, None, [line], analyser()), load_default())[0] for line in lines)
    assert first.name == second.name == "박도현"
    assert first.id != second.id
