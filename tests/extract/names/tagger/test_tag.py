"""The shipped tagger: what it promises of spans, kinds, confidence and company."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.extract.names.tagger import Tagged, tag
from sagwan.extract.names.tagger.weights import KINDS
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import Passage, read_passage

LINES = (
    "김서준 누리전자 대표는 지난 3월 5일 서울 중구 본사에서 기자들과 만났다.",
    "한빛물산은 올해 2분기 영업이익이 120억원이라고 12일 밝혔다.",
    "오전 9시 30분 부산에서 열린 회의에는 이하늘 의원 등 40명이 참석했다.",
    "비가 많이 내렸다.",
    "그는 아무 말도 하지 않았다고 했다.",
    "미국과 중국은 다음 달 제네바에서 다시 협상한다.",
    "국토교통부와 한국은행은 이날 자료를 내지 않았다.",
)


def passage(*lines: str) -> Passage:
    text = Text.of("\n".join(lines))
    return read_passage(text, None, [Span(0, len(text))], analyser())


def words(read: Passage, found: list[list[Tagged]]) -> list[list[tuple[str, str]]]:
    return [[(read.text.cut(t.span), t.kind) for t in sentence] for sentence in found]


def test_names_of_plain_news_are_found_at_their_places():
    read = passage(*LINES[:3])
    found = words(read, tag(read.sentences))
    assert ("김서준", "PS") in found[0]
    assert ("누리전자", "OG") in found[0]
    assert ("서울", "LC") in found[0] or ("서울 중구", "LC") in found[0]
    assert ("한빛물산", "OG") in found[1]
    assert ("120억원", "QT") in found[1]
    assert ("12일", "DT") in found[1]
    assert ("이하늘", "PS") in found[2]
    assert ("40명", "QT") in found[2]
    assert ("오전 9시 30분", "TI") in found[2]


def test_a_sentence_without_names_has_none():
    read = passage(*LINES[3:5])
    assert tag(read.sentences) == [[], []]


def test_spans_are_in_order_inside_their_sentence_and_apart():
    read = passage(*LINES)
    for sentence, found in zip(read.sentences, tag(read.sentences), strict=True):
        ends = [sentence.span.start]
        for one in found:
            assert sentence.span.covers(one.span)
            assert one.span.start >= ends[-1]
            assert one.kind in KINDS
            assert 0.0 <= one.confidence <= 1.0
            ends.append(one.span.end)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=9))
def test_a_sentence_is_read_the_same_in_any_company(lines):
    together = passage(*lines)
    found = tag(together.sentences)
    for sentence, names in zip(together.sentences, found, strict=True):
        (alone,) = tag([sentence])
        assert alone == names


def test_no_sentences_and_empty_ones():
    assert tag([]) == []
    read = passage(LINES[0])
    empty = type(read.sentences[0])(Span(0, 1), (), (), 0)
    assert [bool(names) for names in tag([empty, read.sentences[0], empty])] == [False, True, False]


@given(st.text(alphabet="가나다 김이박서울 3년월일.,()“”A1\n", min_size=1, max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_read(line):
    text = Text.of(line)
    read = read_passage(text, None, [Span(0, len(text))], analyser())
    for sentence, found in zip(read.sentences, tag(read.sentences), strict=True):
        assert all(sentence.span.start <= t.span.start and t.span.end <= len(text) for t in found)
