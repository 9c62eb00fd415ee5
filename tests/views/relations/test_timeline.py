"""Times as exactly as they are told, and reports that are one event."""

import random

import pytest

from sagwan.ledger.wording import Wording
from sagwan.lexicon import load_default
from sagwan.views.same_event import told_together
from sagwan.views.timeline import date_events
from sagwan.views.times import agree, days, fits, precision


@pytest.mark.parametrize(
    ("value", "exact", "first", "last"),
    [
        ("2027-04-06T14:30", "minute", "2027-04-06", "2027-04-06"),
        ("2027-04-06", "day", "2027-04-06", "2027-04-06"),
        ("2027-W14", "week", "2027-04-05", "2027-04-11"),
        ("2028-02", "month", "2028-02-01", "2028-02-29"),
        ("2027-Q3", "quarter", "2027-07-01", "2027-09-30"),
        ("2027-H2", "half", "2027-07-01", "2027-12-31"),
        ("2027", "year", "2027-01-01", "2027-12-31"),
        ("2027-09-10/2027-09-12", "period", "2027-09-10", "2027-09-12"),
        ("2027-09/..", "period", "2027-09-01", "2027-09-30"),
    ],
)
def test_how_exactly_a_time_is_told(value, exact, first, last):
    assert precision(value) == exact
    assert days(value) == (first, last)


@pytest.mark.parametrize("value", [None, "P4Y", "2027-02-30", "XXXX-04-06"])
def test_what_is_no_point_in_time(value):
    assert value is None or days(value) is None


def test_known_parts_and_vague_times():
    assert fits("XXXX-XX-23", "2027-04-23")
    assert not fits("XXXX-XX-23", "2027-04-24")
    assert not fits("XXXX-XX-23", "2027-04")
    assert agree("2027-Q2", "2027-05-03")
    assert not agree("2027-Q2", "2027-07")
    assert agree(None, "2027")


def told(stage, wording=None):
    return date_events(stage.deeds, stage.cast, load_default(), wording or {})


def groups(stage):
    found = told_together(stage.deeds, stage.cast, load_default())
    return sorted(sorted(deed.id for deed in group) for group in found)


def test_three_outlets_tell_one_purchase(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-04-08", "c": "2027-09-01"}
    for page in "abc":
        stage.deed("deal.acquire", "누리전자", "한빛물산", 10, page, quote=f"{page}에서 인수했다")
    stage.deed("deal.acquire", "누리전자", "가온상사", 40, "b")
    assert groups(stage) == [["event-a-10", "event-b-10"], ["event-b-40"], ["event-c-10"]]


def test_what_an_outlet_tells_twice_is_two_unless_the_reading_says_so(stage):
    first = stage.deed("deal.acquire", "누리전자", "한빛물산", 10)
    stage.deed("deal.acquire", "누리전자", "한빛물산", 40, same_as=first.id)
    stage.deed("deal.acquire", "누리전자", "한빛물산", 70)
    assert groups(stage) == [["event-a-10", "event-a-40"], ["event-a-70"]]


def test_words_are_one_only_where_the_day_or_the_sentence_is(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-04-06", "c": "2027-04-06"}
    stage.deed("talk.criticise", "누리전자", "한빛물산", 10, "a", quote="강하게 비판했다", time="2027-04-05")
    stage.deed("talk.criticise", "누리전자", "한빛물산", 10, "b", quote="거듭 비난했다", time="2027-04-05")
    stage.deed("talk.criticise", "누리전자", "한빛물산", 10, "c", quote="또다시 비난했다")
    assert groups(stage) == [["event-a-10", "event-b-10"], ["event-c-10"]]


def test_a_page_without_a_day_takes_it_from_one_that_has(stage):
    stage.published["a"] = "2027-04-24"
    known = stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "a", time="2027-04-23", quote="23일 인수했다")
    undated = stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "b", when="23일", quote="지난 23일 사들였다")
    beside = stage.deed("talk.criticise", "가온상사", "누리전자", 40, "b")
    found = {group[0].id: (group, at) for group, at in told(stage, {undated.id: Wording((), "XXXX-XX-23", "연월")})}
    group, at = found[known.id]
    assert [deed.id for deed in group] == [known.id, undated.id]
    assert (at.at, at.basis, at.source.id) == ("2027-04-23", "event", known.id)
    _, at = found[beside.id]
    assert (at.at, at.basis, at.source.id) == ("2027-04-23", "anchored", known.id)


def test_another_day_anchors_nothing(stage):
    stage.published["a"] = "2027-04-24"
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "a", time="2027-04-23", quote="23일 인수했다")
    other = stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "b", when="21일", quote="지난 21일 사들였다")
    bare = stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "c", quote="결국 품에 안았다")
    found = {group[0].id: at for group, at in told(stage, {other.id: Wording((), "XXXX-XX-21", "연월")})}
    assert (found[other.id].at, found[other.id].known) == (None, "XXXX-XX-21")
    assert found[bare.id].at is None


def test_no_order_of_the_records_is_in_it(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-04-08", "c": "2027-04-10"}
    for n, page in enumerate("abcabc"):
        stage.deed("deal.acquire", "누리전자", "한빛물산", 10 * n, page, quote=f"{n}째로 인수했다")
    expected = told(stage)
    for seed in range(5):
        random.Random(seed).shuffle(stage.deeds)
        assert told(stage) == expected
