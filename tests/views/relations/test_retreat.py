"""What was set out upon and then taken back."""

import pytest

from sagwan.ledger.wording import Wording
from sagwan.lexicon import load_default
from sagwan.views.reversals.reversals import reversals_in


def reversals(stage, wording=None):
    return reversals_in(stage.words, stage.deeds, stage.cast, load_default(), wording=wording or {})


def back(stage, actor, target, start, page):
    done = {"action": "제안을 철회하다", "status": "denied", "negated": True}
    return stage.deed("talk.propose", actor, target, start, page, source=actor, **done)


@pytest.fixture
def later(stage):
    stage.published |= {"a": "2027-01-02", "b": "2027-03-04", "c": "2027-03-05"}
    return stage


def test_an_offer_taken_back(later):
    offer = later.deed("talk.propose", "누리전자", "한빛물산", 10)
    one = back(later, "누리전자", "한빛물산", 10, "b")
    again = back(later, "누리전자", "한빛물산", 10, "c")
    (found,) = reversals(later)
    assert (found.speaker, found.basis, found.ordered) == ("누리전자", "will", True)
    assert ([c.id for c in found.before], [c.id for c in found.after]) == ([offer.id], [one.id, again.id])


def test_its_man_takes_back_what_a_house_planned_by_the_name_of_the_act(later):
    later.people, later.posts = frozenset({"도경우"}), {"도경우": "누리전자"}
    later.deed("deal.acquire", "누리전자", "한빛물산", 10, status="planned", source="누리전자")
    given_up = back(later, "도경우", "한빛물산", 10, "b")
    (found,) = reversals(later, {given_up.id: Wording((("theme", "인수"),))})
    assert (found.speaker, found.before[0].id) == ("도경우", "event-a-10")


@pytest.mark.parametrize(
    ("actor", "target", "action"),
    [
        ("가온상사", "한빛물산", "제안을 철회하다"),
        ("누리전자", "가온상사", "제안을 철회하다"),
        ("누리전자", "한빛물산", "제안을 보류하다"),
    ],
)
def test_others_matters_others_and_what_is_put_off_are_none(later, actor, target, action):
    later.deed("talk.propose", "누리전자", "한빛물산", 10)
    later.deed("talk.propose", actor, target, 10, "b", action=action, status="planned", negated=True)
    assert reversals(later) == ()


def test_nothing_is_taken_back_before_it_was_told(later):
    back(later, "누리전자", "한빛물산", 10, "a")
    later.deed("talk.propose", "누리전자", "한빛물산", 10, "b")
    assert [(one.before[0].id, one.mark) for one in reversals(later)] == [("event-a-10", None)]
