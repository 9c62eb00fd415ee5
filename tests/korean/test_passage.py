"""A passage keeps every position in the coordinates of its text."""

from itertools import pairwise

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import read_passage

RAW = "누리전자, 한빛물산 인수\n\n누리전자가\u00a0한빛물산을 인수했다.그는 “사실이 아니다. 곧 밝히겠다”고 말했다."


def passage_of(raw: str):
    text = Text.of(raw)
    cut = raw.index("\n\n")
    return read_passage(text, Span(0, cut), [Span(cut + 2, len(text))], analyser())


def test_sentences_end_without_a_blank_and_not_inside_a_quotation():
    passage = passage_of(RAW)
    words = [passage.text.cut(s.span) for s in passage.sentences]
    assert words == [
        "누리전자, 한빛물산 인수",
        "누리전자가\u00a0한빛물산을 인수했다.",
        "그는 “사실이 아니다. 곧 밝히겠다”고 말했다.",
    ]
    assert [s.paragraph for s in passage.sentences] == [-1, 0, 0]


def test_morphemes_stand_where_they_say():
    passage = passage_of(RAW)
    for sentence in passage.sentences:
        for morpheme in sentence.morphemes:
            assert sentence.span.start <= morpheme.start <= morpheme.end <= sentence.span.end
        for noun in (m for m in sentence.morphemes if m.tag.startswith("NN")):
            assert passage.text.chars[noun.start : noun.end] == noun.form


def test_words_begin_after_blanks():
    passage = passage_of(RAW)
    sentence = passage.sentences[1]
    starts = [sentence.morphemes[w].start for w in sentence.words]
    assert [passage.text.chars[s : s + 2] for s in starts] == ["누리", "한빛", "인수"]


def test_invisible_characters_move_no_position():
    raw = "누리\u200b전자가 한빛\ufeff물산을 인수했다."
    text = Text.of(raw)
    passage = read_passage(text, None, [Span(0, len(text))], analyser())
    last = passage.sentences[-1].morphemes[-1]
    assert text.chars[last.start : last.end] == "."


def test_a_wrapped_line_ends_no_sentence():
    raw = "누리전자가 한빛물산을\n인수했다고 8일 밝혔다. 값은\n말하지 않았다."
    text = Text.of(raw)
    passage = read_passage(text, None, [Span(0, len(text))], analyser())
    assert [text.cut(s.span) for s in passage.sentences] == [
        "누리전자가 한빛물산을\n인수했다고 8일 밝혔다.",
        "값은\n말하지 않았다.",
    ]


def test_a_run_that_nobody_wrote_is_cut_and_keeps_its_places():
    blob = "a" * 30_000
    chars = f"누리전자가 한빛물산을 인수했다. {blob} 그는 웃었다."
    morphemes = next(iter(analyser().analyse([(chars, 0)])))
    assert [chars[m.start : m.end] for m in morphemes if m.tag.startswith("JK")] == ["가", "을"]
    assert morphemes[-1].end == len(chars)
    assert all(one.start <= after.start for one, after in pairwise(morphemes))
    assert max(m.end - m.start for m in morphemes) <= 500
