"""Between two: what was done, what was said, what was asked and refused, in order, from records in any order."""

import random

from sagwan.lexicon import load_default
from sagwan.views.ties.ties import Tie, Total, tie_between


def tie(stage, left="누리전자", right="한빛물산") -> Tie:
    for name in (left, right):
        stage.who(name, "a")
    return tie_between((left, right), stage.deeds, stage.words, stage.cast, load_default())


def test_acts_stand_by_their_own_time_and_else_by_the_text(stage):
    stage.published["b"] = "2027-05-01"
    stage.deed("law.sue", "한빛물산", "누리전자", 30)
    stage.deed("deal.supply", "누리전자", "한빛물산", 60, time="2024", when="2024년")
    stage.deed("talk.criticise", "누리전자", "한빛물산", 90, time="P4Y", when="4년간")
    stage.deed("talk.praise", "누리전자", "한빛물산", 10, page="b")
    found = tie(stage)
    assert [act.evidence.id for act in found.acts] == ["event-a-60", "event-b-10", "event-a-30", "event-a-90"]
    # Neither a duration nor the day of the report dates an act.
    assert [act.at for act in found.acts] == ["2024", None, None, None]
    assert found.acts[1].evidence.place.published == "2027-05-01"


def test_sign_and_form_come_from_the_frame_and_its_class(stage):
    stage.deed("law.sue", "한빛물산", "누리전자", 10)
    stage.deed("talk.praise", "누리전자", "한빛물산", 20)
    stage.deed("deal.supply", "누리전자", "한빛물산", 30)
    stage.deed("conflict.attack", "누리전자", "한빛물산", 40, status="claimed", source="한빛물산")
    stage.deed("result.occur", "누리전자", "한빛물산", 50)
    found = tie(stage)
    assert found.totals == (
        Total(1, "deed", "done", 1),
        Total(1, "word", "done", 1),
        Total(-1, "deed", "claimed", 1),
        Total(-1, "deed", "done", 1),
    )
    assert found.lean == "mixed"  # a suit weighs as much as a delivery, and praise tips no scale
    assert next(act.said_by for act in found.acts if act.standing == "claimed") == "한빛물산"


def test_cooperation_that_was_asked_and_refused_is_none(stage):
    stage.deed("talk.request", "누리전자", "한빛물산", 10)
    stage.deed("talk.sign", "한빛물산", "누리전자", 20, status="refused", negated=True)
    found = tie(stage)
    assert found.lean == "asked_refused"
    assert [(t.sign, t.standing) for t in found.totals] == [(1, "undone"), (0, "done")]
    (asking,) = found.askings
    assert (asking.ask.evidence.id, asking.outcome) == ("event-a-10", "refused")
    assert [act.evidence.id for act in asking.answers] == ["event-a-20"]


def test_an_answer_stands_behind_the_question_in_its_article(stage):
    stage.deed("talk.refuse", "한빛물산", "누리전자", 5)
    stage.deed("talk.request", "누리전자", "한빛물산", 10)
    stage.deed("talk.refuse", "한빛물산", "누리전자", 5, page="b")
    assert [asking.outcome for asking in tie(stage).askings] == ["open"]
    stage.deed("talk.accept", "한빛물산", "누리전자", 20)
    assert [asking.outcome for asking in tie(stage).askings] == ["accepted"]


def test_what_was_demanded_in_enmity_is_not_asked(stage):
    stage.deed("law.claim_damages", "누리전자", "한빛물산", 10)
    found = tie(stage)
    assert found.askings == ()
    assert found.lean == "conflict"


def test_what_was_denied_or_not_done_is_neither_peace_nor_war(stage):
    stage.deed("conflict.attack", "누리전자", "한빛물산", 10, status="denied")
    stage.deed("deal.invest", "누리전자", "한빛물산", 20, negated=True)
    stage.deed("deal.acquire", "누리전자", "한빛물산", 30, status="planned")
    found = tie(stage)
    assert found.lean is None
    assert [act.standing for act in found.acts] == ["undone", "undone", "open"]


def test_a_saying_and_its_verb_count_once(stage):
    said = stage.word("누리전자", "값이 터무니없다", "criticise", 10, cue=30, about=["한빛물산"])
    stage.deed("talk.criticise", "누리전자", "한빛물산", 30)
    (act,) = tie(stage).acts
    assert act.evidence.id == said.id
    assert [cited.id for cited in act.again] == ["event-a-30"]


def test_a_stance_is_aimed_where_the_text_aims_it(stage):
    claim = stage.word("한빛물산", "누리가 빼갔다", "criticise", 10, about=["누리전자"])
    stage.word("누리전자", "그런 적 없다", "deny", 30, answers=claim)
    # Who denies something about another is not against him; of several nobody knows whom it hits.
    stage.word("누리전자", "한빛물산과 만난 적 없다", "deny", 50, about=["한빛물산"])
    stage.word("누리전자", "둘 다 틀렸다", "criticise", 70, about=["한빛물산", "가온상사"])
    found = tie(stage)
    assert [(act.actor, act.target, act.stance) for act in found.acts] == [
        ("한빛물산", "누리전자", "criticise"),
        ("누리전자", "한빛물산", "deny"),
    ]


def test_an_event_told_again_counts_once(stage):
    first = stage.deed("law.sue", "한빛물산", "누리전자", 10)
    stage.deed("law.sue", "한빛물산", "누리전자", 40, same_as=first.id, time="2027-03-02")
    (act,) = tie(stage).acts
    assert (act.evidence.id, act.at, [cited.id for cited in act.again]) == ("event-a-10", "2027-03-02", ["event-a-40"])


def test_no_order_of_the_records_is_in_it(stage):
    stage.published["b"] = "2027-01-01"
    claim = stage.word("한빛물산", "빼갔다", "criticise", 10, about=["누리전자"])
    stage.word("누리전자", "아니다", "deny", 20, answers=claim, cue=24)
    for n, frame in enumerate(("talk.request", "talk.refuse", "law.sue", "talk.rebut", "deal.joint")):
        stage.deed(frame, "누리전자", "한빛물산", 30 * n, page="ab"[n % 2])
    expected = tie(stage)
    for seed in range(10):
        for records in (stage.deeds, stage.words):
            random.Random(seed).shuffle(records)
        assert tie(stage) == expected


def test_people_of_one_name_are_counted(stage):
    stage.people = frozenset({"윤서한"})
    stage.deed("talk.praise", "윤서한", "한빛물산", 10)
    stage.deed("law.sue", "한빛물산", "윤서한", 10, page="b")
    found = tie(stage, "윤서한", "한빛물산")
    assert (found.left_bearers, found.right_bearers) == (2, 1)
    assert {act.evidence.place.address for act in found.acts} == {"a:0", "b:0"}


def test_who_speaks_for_a_house_does_not_answer_it_but_may_turn_on_it(stage):
    stage.people = frozenset({"윤서한"})
    stage.posts["윤서한"] = "한빛물산"
    plan = stage.word("한빛물산", "공장을 짓겠다", "promise", 10)
    stage.word("윤서한", "다른 뜻은 없다", "deny", 30, answers=plan)
    assert tie(stage, "윤서한").acts == ()
    stage.word("윤서한", "회사가 틀렸다", "criticise", 50, about=["한빛물산"])
    assert [act.stance for act in tie(stage, "윤서한").acts] == ["criticise"]


def test_a_copy_and_a_report_of_the_same_day_tell_the_same_act(stage):
    for page, when, words in (
        ("a", None, "소송을 냈다"),
        ("b", None, "소송을  냈다"),
        ("c", None, "법원에 소장을 냈다"),
    ):
        stage.deed("law.sue", "한빛물산", "누리전자", 10, page, quote=words, time=when)
    assert [len(act.again) for act in tie(stage).acts] == [1, 0]
    for page in "de":
        stage.deed("talk.meet", "한빛물산", "누리전자", 10, page, quote=f"{page}서 만났다", time="2027-03-02")
    stage.deed("talk.meet", "한빛물산", "누리전자", 10, "f", quote="또 만났다", time="2027")
    met = [act for act in tie(stage).acts if act.label == "회동"]
    assert sorted((act.at, len(act.again)) for act in met) == [("2027", 0), ("2027-03-02", 1)]


def test_an_article_tells_its_own_acts_apart(stage):
    for start in (10, 40):
        stage.deed("talk.warn", "한빛물산", "누리전자", start, quote="경고했다")
    assert [act.again for act in tie(stage).acts] == [(), ()]
