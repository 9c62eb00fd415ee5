"""A turn that the reporter tells of, from words that rule an act out to that act."""

import pytest

from sagwan.lexicon import load_default
from sagwan.views.reversals.reversals import reversals_in

RULED_OUT = "다른 회사를 인수할 계획이 없다"


def play(
    stage,
    *,
    quote=RULED_OUT,
    said_by="도경우",
    turned="도경우",
    frame="deal.acquire",
    done_by="누리전자",
    page="a",
    **act,
):
    """An article in which he is told to have turned, and what he had said stands last."""
    stage.people, stage.posts = frozenset({"도경우", "한서린"}), {"도경우": "누리전자"}
    stage.deed(frame, done_by, "한빛물산", 10, page, **({"status": "planned"} | act))
    stage.deed("talk.deny", turned, None, 30, action="말을 뒤집다", quote="말을 뒤집은")
    stage.word(said_by, quote, "promise", 60)
    return reversals_in(stage.words, stage.deeds, stage.cast, load_default())


def test_from_words_that_rule_it_out_to_the_act_of_his_house(stage):
    (found,) = play(stage)
    assert (found.speaker, found.basis, found.mark, found.ordered) == ("도경우", "marked", "말을 뒤집은", True)
    assert [cited.quote for cited in found.before] == [RULED_OUT]
    assert [cited.id for cited in found.after] == ["event-a-10"]


@pytest.mark.parametrize(
    "otherwise",
    [
        {"turned": "한서린"},
        {"said_by": "한서린"},
        {"quote": "다른 회사를 인수하겠다"},
        {"quote": "공장을 옮길 계획이 없다"},
        {"done_by": "새벽건설"},
        {"frame": "deal.supply"},
        {"status": "claimed", "source": "한서린"},
        {"negated": True},
        {"page": "b"},
    ],
    ids=lambda given: next(iter(given)),
)
def test_nothing_else_is_a_turn(stage, otherwise):
    assert play(stage, **otherwise) == ()
