"""Claims and denials: every position kept, nobody made a party who is none."""

from sagwan.lexicon import load_default
from sagwan.views.disputes.disputes import disputes_in


def disputes(stage):
    return disputes_in(stage.words, stage.deeds, stage.cast, load_default())


def test_claim_denial_and_third_position(stage):
    claim = stage.word("한빛물산", "그만한 돈이 없다", "criticise", 10)
    denial = stage.word("누리전자", "틀린 말이다", "deny", 30, answers=claim)
    third = stage.word("가온상사", "우리는 돈이 있다", "decline", 50, answers=denial)
    back = stage.word("한빛물산", "장부를 보라", "demand", 70, answers=denial)
    (found,) = disputes(stage)
    assert (found.basis, found.state, found.withdrawn_by) == ("answer", "open", None)
    assert [(p.part, p.speaker, p.evidence.id) for p in found.positions] == [
        ("claim", "한빛물산", claim.id),
        ("denial", "누리전자", denial.id),
        ("third", "가온상사", third.id),
        ("reply", "한빛물산", back.id),
    ]


def test_an_answer_without_denial_is_no_dispute(stage):
    claim = stage.word("한빛물산", "그만한 돈이 없다", "criticise", 10)
    stage.word("누리전자", "답하지 않겠다", "decline", 30, answers=claim)
    stage.word("누리전자", "말한 적 없다", "deny", 50)
    assert disputes(stage) == ()


def test_who_says_nothing_cannot_be_denied(stage):
    nothing = stage.word("한빛물산", "드릴 말씀이 없다", "decline", 10, cue=20)
    stage.word("누리전자", "근거 없는 추측이다", "deny", 30, answers=nothing)
    assert disputes(stage) == ()
    stage.word("한빛물산", "도면이 거기 있다", "assert", 5, cue=20)
    assert len(disputes(stage)) == 1


def test_nobody_disputes_himself_or_his_house(stage):
    stage.people = frozenset({"윤서한"})
    stage.posts["윤서한"] = "한빛물산"
    plan = stage.word("한빛물산", "공장을 짓겠다", "promise", 10)
    stage.word("윤서한", "다른 뜻은 없다", "deny", 30, answers=plan)
    stage.word("한빛물산", "다른 뜻은 없다", "deny", 50, answers=plan)
    assert disputes(stage) == ()


def test_two_of_one_house_quarrel_only_about_each_other(stage):
    stage.people = frozenset({"윤서한", "도경우"})
    stage.posts |= {"윤서한": "가온당", "도경우": "가온당"}
    plan = stage.word("윤서한", "의견이 서로 다르다", "assert", 10)
    stage.word("도경우", "있을 수 없는 일이다", "deny", 30, answers=plan)
    assert disputes(stage) == ()
    blame = stage.word("윤서한", "도 의원이 말을 바꿨다", "criticise", 50, about=("도경우",))
    stage.word("도경우", "바꾼 적 없다", "deny", 70, answers=blame)
    assert len(disputes(stage)) == 1


def test_who_answers_answers_all_that_was_said_under_one_verb(stage):
    stage.word("한빛물산", "카드뮴이 나왔다", "assert", 10, cue=60)
    demand = stage.word("한빛물산", "누가 치울지 밝혀라", "demand", 30, cue=60)
    stage.word("누리전자", "나온 적 없다", "deny", 90, answers=demand)
    (found,) = disputes(stage)
    assert [(p.part, p.evidence.quote) for p in found.positions] == [
        ("claim", "카드뮴이 나왔다"),
        ("claim", "누가 치울지 밝혀라"),
        ("denial", "나온 적 없다"),
    ]


def test_the_same_words_in_two_outlets_are_one_dispute(stage):
    for page, marks in (("a", "빼갔다, 도면을"), ("b", "빼갔다 도면을")):
        claim = stage.word("한빛물산", marks, "criticise", 10, page=page)
        stage.word("누리전자", "사실무근", "deny", 30, page=page, answers=claim)
    (found,) = disputes(stage)
    assert [(p.part, len(p.again)) for p in found.positions] == [("claim", 1), ("denial", 1)]


def test_a_claim_taken_back_is_withdrawn(stage):
    claim = stage.word("한빛물산", "빼갔다", "criticise", 10)
    stage.word("누리전자", "사실무근", "deny", 30, answers=claim)
    back = stage.word("한빛물산", "잘못 알았다", "apologise", 60, reverses=claim)
    (found,) = disputes(stage)
    assert (found.state, found.withdrawn_by.id) == ("withdrawn", back.id)
    assert len(found.positions) == 2


def test_two_on_one_act(stage):
    yes = stage.deed("talk.meet", "누리전자", "한빛물산", 10, status="claimed", source="누리전자")
    no = stage.deed("talk.meet", "누리전자", "한빛물산", 10, "b", status="denied", negated=True, source="한빛물산")
    (found,) = disputes(stage)
    assert found.basis == "act"
    assert [(p.part, p.speaker, p.evidence.id) for p in found.positions] == [
        ("claim", "누리전자", yes.id),
        ("denial", "한빛물산", no.id),
    ]


def test_acts_that_do_not_contradict(stage):
    stage.deed("talk.sign", "누리전자", "한빛물산", 10, status="planned")
    stage.deed("talk.sign", "누리전자", "한빛물산", 20, status="refused", negated=True)
    stage.deed("deal.acquire", "누리전자", "한빛물산", 30, time="2026-01")
    stage.deed("deal.acquire", "누리전자", "한빛물산", 40, status="denied", source="한빛물산", time="2027-01")
    stage.deed("law.sue", "누리전자", None, 50)
    stage.deed("law.sue", "누리전자", None, 60, status="denied", source="한빛물산")
    assert disputes(stage) == ()


def test_one_matter_between_the_same_two_is_one_dispute(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-05-01", "c": "2027-05-02"}
    stage.people = frozenset({"윤서한"})
    stage.posts["윤서한"] = "한빛물산"
    claim = stage.word("한빛물산", "누리전자가 설계 도면을 빼돌렸다", "criticise", 10)
    stage.word("누리전자", "그런 도면은 본 적도 없다", "deny", 30, answers=claim)
    turned = stage.word("누리전자", "설계 도면은 우리가 그렸다", "assert", 10, "b")
    stage.word("윤서한", "빼돌린 도면임이 기록에 남아 있다", "deny", 30, "b", answers=turned)
    other = stage.word("한빛물산", "누리전자가 대금을 제때 주지 않았다", "criticise", 10, "c")
    stage.word("누리전자", "대금은 모두 치렀다", "deny", 30, "c", answers=other)
    one, two = disputes(stage)
    assert [(p.part, p.speaker) for p in one.positions] == [
        ("claim", "한빛물산"),
        ("denial", "누리전자"),
        ("denial", "누리전자"),
        ("reply", "윤서한"),
    ]
    assert len(two.positions) == 2


def test_a_denial_in_another_article_answers_what_was_said_of_its_speaker(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-04-09", "c": "2027-09-09"}
    claim = stage.word("한빛물산", "누리전자가 설계 도면을 빼돌렸다", "criticise", 10, about=["누리전자"])
    denial = stage.word("누리전자", "도면을 빼돌린 일은 없다", "deny", 10, "b")
    stage.word("누리전자", "도면을 빼돌린 일은 없다고 이미 밝혔다", "deny", 10, "c")
    stage.word("누리전자", "감원 계획은 없다", "deny", 50, "b")
    (found,) = disputes(stage)
    assert found.basis == "across"
    assert [(p.part, p.evidence.id) for p in found.positions] == [("claim", claim.id), ("denial", denial.id)]


def test_a_later_agreement_of_both_settles(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-05-01", "c": "2027-04-01"}
    claim = stage.word("한빛물산", "누리전자가 도면을 빼돌렸다", "criticise", 10)
    stage.word("누리전자", "도면은 본 적도 없다", "deny", 30, answers=claim)
    stage.deed("law.settle", "한빛물산", "누리전자", 10, "c")
    stage.deed("law.settle", "한빛물산", "가온상사", 10, "b")
    assert [one.state for one in disputes(stage)] == ["open"]
    end = stage.deed("law.withdraw_suit", "한빛물산", None, 40, "b", quote="누리전자 소송을 취하했다")
    (found,) = disputes(stage)
    assert (found.state, found.settled_by.id) == ("settled", end.id)


def test_a_denial_told_without_its_words_answers_what_was_alleged_right_before(stage):
    claim = stage.word("한빛물산", "누리전자가 도면을 빼돌렸다", "assert", 10, about=("누리전자",))
    denial = stage.deed("talk.deny", "누리전자", None, 40, action="부인하다", quote="부인했다")
    (found,) = disputes(stage)
    assert [(p.part, p.speaker, p.evidence.id) for p in found.positions] == [
        ("claim", "한빛물산", claim.id),
        ("denial", "누리전자", denial.id),
    ]


def test_what_is_no_charge_or_stands_far_off_is_not_denied_so(stage):
    stage.word("한빛물산", "누리전자를 돕겠다", "promise", 10, about=("누리전자",))
    stage.deed("talk.deny", "누리전자", None, 40, action="부인하다")
    stage.word("한빛물산", "누리전자가 도면을 빼돌렸다", "assert", 10, page="b", about=("누리전자",))
    stage.deed("talk.deny", "누리전자", None, 400, page="b", action="부인하다")
    stage.word("한빛물산", "가온상사가 도면을 빼돌렸다", "assert", 10, page="c", about=("가온상사",))
    stage.deed("talk.deny", "누리전자", None, 40, page="c", action="부인하다")
    assert disputes(stage) == ()
