"""Quotation marks in running text: every pair is found, odd marks harm nobody."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagwan.korean.quotation import nested_quotations, quotations
from sagwan.korean.sentence import sentences


def inner(chars: str) -> list[str]:
    return [chars[q.inner.start : q.inner.end] for q in quotations(chars)]


@pytest.mark.parametrize(
    ("chars", "words"),
    [
        ("그는 “간다”고 했다", ["간다"]),
        ('그는 "간다"고 했다', ["간다"]),
        ('그는 “간다"고 했다', ["간다"]),
        ('그는 "간다”고 했다', ["간다"]),
        ("그는 “간다“고 했다", ["간다"]),
        ("그는 ”간다”고 했다", ["간다"]),
        ("그는 ”간다“고 했다", ["간다"]),
        ("‘꽃’과 「새」와 『숲』", ["꽃", "새", "숲"]),
        ("'꽃'과 \"새\"", ["꽃", "새"]),
        ("그는 “‘꽃’이 폈다”고 했다", ["‘꽃’이 폈다"]),
        ("그는 “열고 “안쪽”을 닫는다”고 했다", ["열고 “안쪽”을 닫는다"]),
        ('"가" "나", "다"라며', ["가", "나", "다"]),
        ('"가." "나."', ["가.", "나."]),
        ('그는 " 앞뒤가 빈다 "고 했다', [" 앞뒤가 빈다 "]),
        ("그는 “꽃\u00a0폈다”고 했다", ["꽃\u00a0폈다"]),
        ('그는 웃는다."참 좋다. 또 오겠다."', ["참 좋다. 또 오겠다."]),
        # A mark without a partner is passed over
        ('화면은 27" 크기다. "크다"고 했다', ["크다"]),
        ("don't 하고 ‘끝’", ["끝"]),
        ("‘90년대 노래와 ‘봄밤’을 들었다", ["봄밤"]),
        ('그는 "첫째는 놓치고 "둘째"라고 했다', ["둘째"]),
        ("“닫지 않았다고 했다\n“닫았다”고 했다", ["닫았다"]),
        # The opening mark behind another quotation was left out
        ("그는 “하나다”라며 둘은 곧 온다“고 했다", ["하나다", "둘은 곧 온다"]),
        ("", []),
        ('"', []),
        ('""', []),
    ],
)
def test_the_outermost_pairs(chars, words):
    assert inner(chars) == words


def test_a_pair_inside_another_is_told_apart():
    chars = "그는 “형은 ‘좋다’고 했다”고 했다"
    assert [(q.depth, chars[q.inner.start : q.inner.end]) for q in nested_quotations(chars)] == [
        (0, "형은 ‘좋다’고 했다"),
        (1, "좋다"),
    ]


def test_where_the_opening_mark_is_missing_the_span_begins_with_the_words():
    chars = "그는 “하나다”라며 둘은 곧 온다“고 했다"
    late = quotations(chars)[1]
    assert (chars[late.span.start : late.span.end], late.opened) == ("둘은 곧 온다“", False)


@given(st.text(alphabet="가나다 .,?\n\"'“”‘’고라며", max_size=60))
def test_pairs_lie_in_the_text_in_order_and_hold_their_marks(chars):
    found = quotations(chars)
    for pair in found:
        assert pair.span.covers(pair.inner)
        assert "\n" not in chars[pair.span.start : pair.span.end]
    assert all(one.span.end <= next_.span.start for one, next_ in itertools.pairwise(found))


@given(st.text(alphabet="가다. \n\"'“”5%", max_size=60))
def test_sentences_leave_out_only_blanks(chars):
    spans = list(sentences(chars))
    assert all(one.end <= next_.start for one, next_ in itertools.pairwise(spans))
    assert "".join(chars[s.start : s.end] for s in spans).split() == "".join(chars.split("\n")).split() or (
        "".join("".join(chars[s.start : s.end] for s in spans).split()) == "".join(chars.split())
    )


@pytest.mark.parametrize("mark", ['"', "“", "‘", "'", '" ', ' "', "“가”", "다. "])
def test_a_long_line_of_marks_is_read_to_its_end(mark):
    chars = mark * 20000 + "끝."
    assert list(sentences(chars))[-1].end == len(chars)


@pytest.mark.parametrize(
    ("chars", "cut"),
    [
        ("그가 왔다.그는 앉았다.", ["그가 왔다.", "그는 앉았다."]),
        ("비가 왔다.5일에는 갰다.", ["비가 왔다.", "5일에는 갰다."]),
        ("값은 3.5% 올랐다. 또 올랐다.", ["값은 3.5% 올랐다.", "또 올랐다."]),
        ("초.중.고가 쉰다.", ["초.중.고가 쉰다."]),
        ("그는 “왔다. 갔다.”라고 했다. 끝.", ["그는 “왔다. 갔다.”라고 했다.", "끝."]),
        ("“왔다. 갔다.” 그가 말했다.", ["“왔다. 갔다.”", "그가 말했다."]),
        ("그는 웃는다.“왔다. 갔다.”이날 비가 왔다.", ["그는 웃는다.", "“왔다. 갔다.”", "이날 비가 왔다."]),
        ("“가자.” “오라.”며 불렀다.", ["“가자.” “오라.”며 불렀다."]),
        ("“정말요?” 라고 물었다.", ["“정말요?” 라고 물었다."]),
        ("한 줄\n두 줄", ["한 줄", "두 줄"]),
    ],
)
def test_where_a_sentence_ends(chars, cut):
    assert [chars[s.start : s.end] for s in sentences(chars)] == cut
