"""Parsing with the weights that ship: trees are trees, plain sentences come out right, order does not matter."""

import pytest

from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.korean.kiwi import analyser
from sagwan.korean.passage import Sentence, read_passage
from sagwan.korean.syntax import Tree, actor_of, arguments, parse
from sagwan.korean.syntax.parser import LONGEST

PLAIN = "누리전자는 한빛물산을 인수했다."
JOINED = "누리전자는 지난달 한빛물산을 인수하고 공장 두 곳을 매각했다."
DESCRIBED = "소송을 제기한 최다온 대표는 법원의 판단을 기다리겠다고 말했다."
QUOTED = "최다온 대표는 “회사가 약속을 어겼다. 책임을 묻겠다”고 말했다."
LIST = " ".join(["사과", "배", "감"] * LONGEST) + " 등을 팔았다."
ALL = (PLAIN, JOINED, DESCRIBED, QUOTED, LIST)


def read(*raws: str) -> list[Sentence]:
    text = Text.of("\n".join(raws))
    return list(read_passage(text, None, [Span(0, len(text))], analyser()).sentences)


def words(raw: str) -> list[str]:
    return raw.split()


def actor(raw: str, predicate: str) -> str | None:
    (tree,) = parse(read(raw))
    link = actor_of(tree, next(i for i, w in enumerate(words(raw)) if w.startswith(predicate)))
    return words(raw)[link.word] if link else None


@pytest.mark.parametrize(
    ("raw", "predicate", "who"),
    [
        (PLAIN, "인수", "누리전자는"),
        (JOINED, "인수", "누리전자는"),
        (JOINED, "매각", "누리전자는"),
        (DESCRIBED, "제기", "대표는"),
        (DESCRIBED, "말했", "대표는"),
        (QUOTED, "말했", "대표는"),
        (QUOTED, "어겼", "“회사가"),
    ],
)
def test_who_acts(raw: str, predicate: str, who: str):
    assert actor(raw, predicate) == who


def test_a_quotation_is_entered_only_at_its_end():
    (tree,) = parse(read(QUOTED))
    inside = range(2, 7)  # “회사가 … 묻겠다”고
    for i, head in enumerate(tree.heads[:-1]):
        if i not in inside:
            assert head not in inside
        elif i != inside[-1]:
            assert head in inside


def test_every_tree_is_head_final_and_covers_its_sentence():
    sentences = read(*ALL)
    for sentence, tree in zip(sentences, parse(sentences), strict=True):
        assert len(tree) == len(sentence.words) == len(tree.labels)
        assert tree.heads[-1] == -1
        assert all(head > i for i, head in enumerate(tree.heads[:-1]))
        for i, head in enumerate(tree.heads[:-1]):
            assert all(tree.heads[j] <= head for j in range(i + 1, head))


def test_a_sentence_is_parsed_the_same_in_any_company():
    sentences = read(*ALL)
    alone = [parse([s])[0] for s in sentences]
    assert parse(sentences) == alone
    assert parse(sentences[::-1]) == alone[::-1]


def test_nothing_is_parsed_to_nothing():
    assert parse([]) == []
    empty = Sentence(Span(0, 1), (), (), 0)
    assert parse([empty, *read(PLAIN)]) == [Tree((), (), (), ()), *parse(read(PLAIN))]


def test_arguments_of_a_plain_sentence():
    (tree,) = parse(read(PLAIN))
    assert [(link.word, str(link.label)) for link in arguments(tree, 2)] == [(0, "topic"), (1, "object")]
