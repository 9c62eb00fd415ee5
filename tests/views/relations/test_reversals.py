"""A changed mind: marked by the text, or one speaker on both sides of one act."""

from decimal import Decimal
from types import MappingProxyType

import pytest

from sagwan.ledger.figures import Figure
from sagwan.lexicon import load_default
from sagwan.views.reversals.reversals import reversals_in


def reversals(stage, told=MappingProxyType({})):
    return reversals_in(stage.words, stage.deeds, stage.cast, load_default(), told)


def test_what_the_text_marks(stage):
    stage.teasers = frozenset({"a"})
    old = stage.word("누리전자", "20년은 걸린다", "forecast", 10)
    new = stage.word("누리전자", "문턱에 왔다", "assert", 40, cue=80, reverses=old)
    more = stage.word("누리전자", "몇 해면 된다", "forecast", 60, cue=80, reverses=old)
    (found,) = reversals(stage)
    assert (found.speaker, found.basis, found.mark, found.ordered, found.teaser) == (
        *("누리전자", "marked", "말했다", True, True),
    )
    assert [cited.id for cited in found.before] == [old.id]
    assert [cited.id for cited in found.after] == [new.id, more.id]


def test_another_speaker_takes_nothing_back(stage):
    old = stage.word("누리전자", "20년은 걸린다", "forecast", 10)
    stage.word("한빛물산", "문턱에 왔다", "assert", 40, reverses=old)
    assert reversals(stage) == ()


def test_who_asked_takes_nothing_back(stage):
    asked = stage.word("누리전자", "누가 전하나", "question", 10)
    stage.word("누리전자", "우리가 전한다", "assert", 40, reverses=asked)
    assert reversals(stage) == ()


def test_one_speaker_on_both_sides_of_one_act(stage):
    stage.published |= {"a": "2027-01-02", "b": "2027-03-04"}
    no = stage.deed("deal.acquire", "누리전자", "한빛물산", 10, status="denied", source="누리전자")
    yes = stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "b", status="claimed", source="누리전자")
    (found,) = reversals(stage)
    assert (found.basis, found.ordered, found.teaser) == ("act", True, False)
    assert (found.before[0].id, found.after[0].id) == (no.id, yes.id)
    stage.published.clear()
    stage.deeds.clear()
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, status="denied", source="누리전자")
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "b", status="claimed", source="누리전자")
    (unknown,) = reversals(stage)
    assert not unknown.ordered


def test_two_speakers_or_one_sentence_are_none(stage):
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, status="denied", source="누리전자")
    stage.deed("deal.acquire", "누리전자", "한빛물산", 30, status="claimed", source="누리전자")
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "b", status="claimed", source="한빛물산")
    assert reversals(stage) == ()


def days(low, high=None):
    return (Figure("duration", "day", Decimal(low), Decimal(high or low), f"{low}일"),)


def test_figures_that_exclude_each_other(stage):
    stage.published |= {"a": "2027-01-02", "b": "2027-06-04", "c": "2027-07-01"}
    old = stage.word("누리전자", "전고체 전지 양산까지 20년은 걸린다", "forecast", 10)
    new = stage.word("누리전자", "몇 해 안에 전고체 양산이 된다", "forecast", 10, "b")
    other = stage.word("누리전자", "해솔 공장 증설은 1년 안에 끝낸다", "promise", 10, "c")
    told = {old.id: days(7300), new.id: days(730, 3285), other.id: days(365)}
    (found,) = reversals(stage, told)
    assert (found.basis, found.before[0].id, found.after[0].id, found.ordered) == ("value", old.id, new.id, True)
    assert reversals(stage, {old.id: days(3650), new.id: days(3285)}) == ()


def test_figures_of_one_topic_exclude_each_other(stage):
    """The topic alone is enough, unless it is a time or a name."""
    stage.published |= {"a": "2027-01-02", "b": "2027-06-04"}
    old = stage.word("누리전자", "새 공장은 8개월이면 된다", "forecast", 10)
    new = stage.word("누리전자", "공장은 3년이 더 든다", "forecast", 10, "b")
    pairs = [("올해는 8개월이다", "올해는 3년이다"), ("누리전자는 8개월이다", "누리전자는 3년이다")]
    told = {old.id: days(240), new.id: days(1095)}
    for at, (one, other) in enumerate(pairs, 1):
        told[stage.word("누리전자", one, "forecast", 100 * at).id] = days(240)
        told[stage.word("누리전자", other, "forecast", 100 * at, "b").id] = days(1095)
    (found,) = reversals(stage, told)
    assert (found.basis, found.before[0].id, found.after[0].id) == ("value", old.id, new.id)


def test_who_would_not_and_then_did(stage):
    stage.published |= {"a": "2027-01-02", "b": "2027-06-04"}
    no = stage.deed("deal.acquire", "누리전자", "한빛물산", 10, status="planned", negated=True, source="누리전자")
    yes = stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "b")
    stage.deed("deal.invest", "누리전자", "한빛물산", 40, status="planned", source="가온상사")
    stage.deed("deal.invest", "누리전자", "한빛물산", 40, "b", status="planned", negated=True, source="누리전자")
    (found,) = reversals(stage)
    assert (found.basis, found.speaker, found.before[0].id, found.after[0].id) == ("will", "누리전자", no.id, yes.id)


def test_blame_and_praise_of_one_in_one_matter(stage):
    stage.published |= {"a": "2027-01-02", "b": "2027-06-04"}
    stage.word("누리전자", "한빛물산의 배터리 안전 기준은 엉터리다", "criticise", 10, about=["한빛물산"])
    stage.word("누리전자", "한빛물산 배터리의 안전 수준은 업계 으뜸", "praise", 10, "b", about=["한빛물산"])
    stage.word("누리전자", "한빛물산의 사회 공헌을 높이 산다", "praise", 50, "b", about=["한빛물산"])
    (found,) = reversals(stage)
    assert (found.basis, found.after[0].quote) == ("stance", "한빛물산 배터리의 안전 수준은 업계 으뜸")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("요금 인상은 검토한 바 없다", "요금을 다음 달부터 올리겠다"),
        ("본사 이전은 논의된 적이 없다", "본사를 한빛시로 옮기기로 했다"),
        ("공장을 매각할 계획이 없다", "공장을 팔겠다"),
        ("노선을 바꾸지 않겠다", "노선 개편을 추진하겠다"),
    ],
)
def test_what_was_ruled_out_and_is_promised_is_a_turn(stage, first, then):
    stage.published = {"a": "2027-03-02", "b": "2027-04-20"}
    no = stage.word("누리전자", first, "deny", 10)
    yes = stage.word("누리전자", then, "promise", 10, page="b")
    (found,) = reversals(stage)
    assert (found.basis, found.before[0].id, found.after[0].id) == ("will", no.id, yes.id)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("요금을 올린 적이 없다", "요금을 올리겠다"),  # only that it was not
        ("요금 인상은 검토한 바 없다", "요금을 올리지 않고 서비스를 개선하겠다"),
        ("공장을 매각할 계획이 없다", "지분을 매각하겠다"),
        ("공장을 매각할 계획이 없다", "공장을 새로 짓겠다"),
    ],
)
def test_another_act_or_another_thing_is_no_turn(stage, first, then):
    stage.published = {"a": "2027-03-02", "b": "2027-04-20"}
    stage.word("누리전자", first, "deny", 10)
    stage.word("누리전자", then, "promise", 10, page="b")
    assert reversals(stage) == ()
