"""Arguments: own, shared by joined clauses, the described noun, controlled, raised."""

import pytest

from sagwan.korean.syntax import How, Label, Link, Tree, actor_of, arguments
from sagwan.korean.syntax.arguments import last_auxiliary, main_verb


def tree(*words: tuple[int, Label, str]) -> Tree:
    """Words as (head, label, "v" for a predicate, "x" for an auxiliary, "" for neither)."""
    return Tree(
        tuple(head for head, _, _ in words),
        tuple(label for _, label, _ in words),
        tuple(what != "" for _, _, what in words),
        tuple(what == "x" for _, _, what in words),
    )


# 누리전자는 한빛물산을 인수하고 공장을 팔았다
JOINED = tree(
    (2, Label.TOPIC, ""),
    (2, Label.OBJECT, ""),
    (4, Label.CLAUSE, "v"),
    (4, Label.OBJECT, ""),
    (-1, Label.ROOT, "v"),
)
# 회사가 박 대표에 발부한 소환장이 도착했다
DESCRIBED = tree(
    (3, Label.SUBJECT, ""),
    (2, Label.COMPOUND, ""),
    (3, Label.ADJUNCT, ""),
    (4, Label.ADNOMINAL, "v"),
    (5, Label.SUBJECT, ""),
    (-1, Label.ROOT, "v"),
)
# 소송을 제기한 대표는 항소하겠다고 말하고 있다
CONTROLLED = tree(
    (1, Label.OBJECT, ""),
    (2, Label.ADNOMINAL, "v"),
    (4, Label.TOPIC, ""),
    (4, Label.QUOTED, "v"),
    (5, Label.CLAUSE, "v"),
    (-1, Label.ROOT, "x"),
)
# 회사는 공장을 팔 방침이라고 밝혔다, the topic hung inside the quotation
RAISED = tree(
    (3, Label.TOPIC, ""),
    (2, Label.OBJECT, ""),
    (3, Label.ADNOMINAL, "v"),
    (4, Label.QUOTED, "v"),
    (-1, Label.ROOT, "v"),
)
# 회사가 약속을 어겼다. 책임을 묻겠다
FINISHED = tree(
    (2, Label.SUBJECT, ""),
    (2, Label.OBJECT, ""),
    (4, Label.SENTENCE, "v"),
    (4, Label.OBJECT, ""),
    (-1, Label.ROOT, "v"),
)


@pytest.mark.parametrize(
    ("sentence", "predicate", "actor"),
    [
        (JOINED, 2, Link(0, Label.TOPIC, How.OWN)),
        (JOINED, 4, Link(0, Label.TOPIC, How.SHARED)),
        (DESCRIBED, 3, Link(0, Label.SUBJECT, How.OWN)),
        (DESCRIBED, 5, Link(4, Label.SUBJECT, How.OWN)),
        (CONTROLLED, 1, Link(2, Label.SUBJECT, How.HEAD)),
        (CONTROLLED, 3, Link(2, Label.TOPIC, How.CONTROLLED)),
        (CONTROLLED, 4, Link(2, Label.TOPIC, How.OWN)),
        (CONTROLLED, 5, Link(2, Label.TOPIC, How.OWN)),
        (RAISED, 4, Link(0, Label.TOPIC, How.RAISED)),
        (RAISED, 2, Link(0, Label.TOPIC, How.CONTROLLED)),
        (FINISHED, 4, None),
    ],
)
def test_actor(sentence: Tree, predicate: int, actor: Link | None):
    assert actor_of(sentence, predicate) == actor


def test_a_described_noun_is_the_object_where_the_subject_is_written():
    assert arguments(DESCRIBED, 3) == (
        Link(0, Label.SUBJECT, How.OWN),
        Link(2, Label.ADJUNCT, How.OWN),
        Link(4, Label.OBJECT, How.HEAD),
    )


def test_joined_clauses_share_the_subject_and_no_object():
    assert arguments(JOINED, 4) == (Link(0, Label.TOPIC, How.SHARED), Link(3, Label.OBJECT, How.OWN))


def test_an_auxiliary_and_its_predicate_are_one():
    assert main_verb(CONTROLLED, 5) == 4
    assert last_auxiliary(CONTROLLED, 4) == 5
    assert arguments(CONTROLLED, 5) == arguments(CONTROLLED, 4)


def test_a_phrase_is_what_its_last_word_governs():
    assert DESCRIBED.subtree(4) == (0, 5)
    assert DESCRIBED.subtree(2) == (1, 3)
    assert DESCRIBED.dependents(3) == (0, 2)


@pytest.mark.parametrize("label", [Label.QUOTED, Label.CLAUSE])
def test_a_sentence_of_any_depth_is_searched(label: Label):
    n = 3000
    deep = tree((1, Label.TOPIC, ""), *((i + 2, label, "v") for i in range(n)), (-1, Label.ROOT, "v"))
    first, last = actor_of(deep, 1), actor_of(deep, n + 1)
    assert first is not None
    assert first.word == 0
    assert (last is None) == (label is Label.QUOTED)
