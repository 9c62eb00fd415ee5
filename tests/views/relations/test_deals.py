"""Money between people: one row a commitment, plans never added to payments, sums compared, rates exact."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sagwan.ledger.wording import Wording
from sagwan.lexicon import load_default
from sagwan.views.deals.book import Book, deals_in
from sagwan.views.deals.flows import Flow


def book(stage) -> Book:
    return deals_in(stage.deeds, stage.coins, stage.cast, load_default())


def test_who_pays_whom_is_the_frames_matter(stage):
    stage.deed("deal.invest", "누리전자", "한빛물산", 10, amount=stage.coin("140"))
    stage.deed("deal.acquire", "누리전자", "가온상사", 20, amount=stage.coin("970"))
    stage.deed("money.fine", "공정위", "누리전자", 30, amount=stage.coin("12"))
    stage.deed("law.sue", "한빛물산", "누리전자", 40, amount=stage.coin("320"))
    found = [(d.payer, d.payee, d.matter, d.stage, d.value) for d in book(stage).deals]
    assert found == [
        ("누리전자", "한빛물산", None, "paid", Decimal(140)),
        ("누리전자", None, "가온상사", "paid", Decimal(970)),
        ("누리전자", "공정위", None, "owed", Decimal(12)),
        ("누리전자", "한빛물산", None, "asked", Decimal(320)),
    ]


def test_plans_are_not_added_to_payments(stage):
    stage.deed("deal.invest", "누리전자", "한빛물산", 10, amount=stage.coin("100"))
    stage.deed("deal.invest", "누리전자", "가온상사", 20, amount=stage.coin("50"), status="planned")
    stage.deed("deal.invest", "누리전자", "다솜통신", 30, amount=stage.coin("7"), status="claimed", source="누리전자")
    stage.deed("deal.invest", "누리전자", "하늘방송", 40, amount=stage.coin("3"), negated=True)
    stage.deed("deal.invest", "누리전자", "새벽제약", 50, amount=stage.coin("9", "USD"))
    stage.deed("deal.invest", "누리전자", "해솔제련", 60, amount=stage.coin(None))
    stage.deed("deal.invest", None, None, 70, amount=stage.coin("5000"))
    found = {(t.currency, t.stage): (t.value, t.deals, t.left_out) for t in book(stage).totals}
    assert found == {
        ("KRW", "claimed"): (Decimal(7), 1, 0),
        ("KRW", "paid"): (Decimal(100), 3, 2),
        ("KRW", "planned"): (Decimal(50), 1, 0),
        ("KRW", "undone"): (Decimal(3), 1, 0),
        ("USD", "paid"): (Decimal(9), 1, 0),
    }


@pytest.mark.parametrize(
    ("first", "then", "differs", "value"),
    [
        (("974", "happened", False), ("974", "happened", False), None, 974),
        (("970", "happened", False), ("974", "happened", False), "rounding", 974),
        (("970", "planned", False), ("974", "happened", False), "revision", 974),
        (("970", "planned", False), ("970", "happened", False), None, 970),
        (("860", "happened", False), ("974", "happened", False), "conflict", 974),
        (("1000", "happened", True), ("974", "happened", False), "rounding", 974),
        (("1000", "happened", False), ("974", "happened", False), "conflict", 974),
    ],
)
def test_how_two_outlets_differ(stage, first, then, differs, value):
    stage.published |= {"a": "2027-04-06", "b": "2027-06-15"}
    for page, (sum_, status, approx) in (("a", first), ("b", then)):
        amount = stage.coin(sum_, page=page, approx=approx)
        stage.deed("deal.acquire", "누리전자", "한빛물산", 10, page, amount=amount, status=status)
    (deal,) = book(stage).deals
    assert [report.differs for report in deal.reports] == [None, differs]
    assert (deal.stage, deal.value) == ("paid", value)
    assert [report.event.id for report in deal.reports] == ["event-a-10", "event-b-10"]


def test_without_days_nobody_knows_what_holds(stage):
    for page, sum_, status in (("a", "970", "planned"), ("b", "974", "happened")):
        amount = stage.coin(sum_, page=page)
        stage.deed("deal.acquire", "누리전자", "한빛물산", 10, page, amount=amount, status=status)
    found = book(stage)
    assert [(deal.stage, deal.value) for deal in found.deals] == [(None, None)]
    assert found.totals == ()


def test_an_article_tells_its_own_sums_apart(stage):
    stage.deed("deal.invest", "누리전자", "한빛물산", 10, amount=stage.coin("1000"), status="planned")
    stage.deed("deal.invest", "누리전자", "한빛물산", 20, amount=stage.coin("5000"), status="planned")
    stage.deed("deal.invest", "누리전자", "한빛물산", 30, amount=stage.coin("5000"), status="planned")
    assert [(deal.value, len(deal.reports)) for deal in book(stage).deals] == [(Decimal(1000), 1), (Decimal(5000), 2)]


def test_a_unit_price_is_no_commitment_and_a_pair_is_one_sum(stage):
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, amount=stage.coin("52000", per="주"))
    dollars = stage.coin("100", "USD")
    stage.deed("deal.acquire", "누리전자", "가온상사", 20, amount=stage.coin("140000", same_as=dollars))
    assert [(deal.value, deal.currency) for deal in book(stage).deals] == [(Decimal(100), "USD")]


def test_rates_are_exact_and_show_their_spread(stage):
    for dollars, won, page in (("100000000000", "143080000000000", "a"), ("3", "4000", "b")):
        stage.coin(won, page=page, same_as=stage.coin(dollars, "USD", page=page))
    stage.coin(None, same_as=stage.coin("5", "USD"))
    (rate,) = book(stage).rates
    assert (rate.pair, str(rate.low), str(rate.high)) == ("USD/KRW", "1333.333333", "1430.8")
    assert [str(one.rate) for one in rate.implied] == ["1430.8", "1333.333333"]
    assert rate.implied[0].dearer.id == "a:0:money:0"


def test_a_miswritten_sum_is_in_no_rate(stage):
    for n, (dollars, won) in enumerate((("100", "140000"), ("200", "282000"), ("10", "1400"), ("300", "417000"))):
        page = "abcd"[n]
        stage.coin(won, page=page, same_as=stage.coin(dollars, "USD", page=page))
    (rate,) = book(stage).rates
    assert (rate.low, rate.median, rate.high) == (Decimal(1390), Decimal(1400), Decimal(1410))
    assert [one.astray for one in rate.implied] == [False, False, True, False]


def test_a_round_rate_is_written_out(stage):
    stage.coin("7000", same_as=stage.coin("5", "USD"))
    assert str(book(stage).rates[0].median) == "1400"


def test_what_names_two_is_a_commitment_without_a_sum(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-06-15"}
    amount = stage.coin("970")
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, amount=amount, status="planned")
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, "b")
    stage.deed("deal.invest", "누리전자", None, 40)
    stage.deed("talk.propose", "누리전자", "한빛물산", 70)
    (deal,) = book(stage).deals
    assert (deal.stage, deal.value, [r.stage for r in deal.reports]) == ("paid", Decimal(970), ["planned", "paid"])
    assert deal.reports[1].sum is None


def test_words_say_what_for_where_no_name_does(stage):
    deed = stage.deed("deal.invest", "누리전자", None, 10, amount=stage.coin("300"))
    wording = {deed.id: Wording((("target", "배터리 공장"), ("value", "300")))}
    (deal,) = deals_in(stage.deeds, stage.coins, stage.cast, load_default(), wording).deals
    assert (deal.payer, deal.payee, deal.matter) == ("누리전자", None, "배터리 공장")


def test_a_stake_in_a_company_is_the_purchase_that_names_the_company(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-06-15"}
    stage.deed("deal.acquire", "누리전자", "한빛물산", 10, amount=stage.coin("970"), status="planned")
    stake = stage.deed("deal.acquire", "누리전자", None, 20, "b", amount=stage.coin("974", page="b"))
    other = stage.deed("deal.acquire", "누리전자", None, 30, "b", amount=stage.coin("980", page="b"))
    words = {stake.id: "한빛물산 지분 60%", other.id: "한빛물산업 지분"}
    wording = {id_: Wording((("target", said),)) for id_, said in words.items()}
    found = deals_in(stage.deeds, stage.coins, stage.cast, load_default(), wording).deals
    assert [(d.matter, d.value, len(d.reports)) for d in found] == [
        ("한빛물산", Decimal(974), 2),
        ("한빛물산업 지분", Decimal(980), 1),
    ]


def test_who_knows_the_earlier_sum_revises_it(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-06-15", "c": "2027-06-16"}
    for page, sums in (("a", ["860"]), ("b", ["974", "860"]), ("c", ["940"])):
        amounts = [stage.coin(one, page=page) for one in sums]
        stage.deed("deal.acquire", "누리전자", "한빛물산", 10, page, amount=amounts[0], status="planned")
    (deal,) = book(stage).deals
    assert [report.differs for report in deal.reports] == [None, "revision", "conflict"]


def test_sums_far_apart_or_of_two_years_are_two_commitments(stage):
    stage.deed("deal.invest", "누리전자", "한빛물산", 10, "a", amount=stage.coin("100", page="a"))
    stage.deed("deal.invest", "누리전자", "한빛물산", 10, "b", amount=stage.coin("300", page="b"))
    stage.deed("deal.invest", "누리전자", "한빛물산", 10, "c", amount=stage.coin("70", page="c"), time="2024")
    stage.deed("deal.invest", "누리전자", "한빛물산", 10, "d", amount=stage.coin("71", page="d"), time="2026-03")
    assert [len(deal.reports) for deal in book(stage).deals] == [2, 1, 1]


def test_flows_keep_stages_and_currencies_apart(stage):
    stage.deed("deal.invest", "누리전자", "한빛물산", 10, amount=stage.coin("100"))
    stage.deed("deal.invest", "누리전자", "한빛물산", 20, amount=stage.coin("30"))
    stage.deed("deal.invest", "누리전자", "한빛물산", 30, amount=stage.coin("50"), status="planned")
    stage.deed("deal.acquire", "누리전자", "가온상사", 40, amount=stage.coin("7", "USD"))
    stage.deed("deal.invest", None, "한빛물산", 50, amount=stage.coin("9"))
    assert book(stage).flows == (
        Flow("누리전자", "가온상사", "USD", "paid", Decimal(7), 1, 0),
        Flow("누리전자", "한빛물산", "KRW", "paid", Decimal(130), 2, 0),
        Flow("누리전자", "한빛물산", "KRW", "planned", Decimal(50), 1, 0),
    )


def test_what_one_clause_pays_to_several_is_one_commitment(stage):
    amount = stage.coin("900")
    for name in ("한빛물산", "가온상사", "한빛물산"):
        stage.deed("money.pay", "누리전자", name, 10, amount=amount)
    (deal,) = book(stage).deals
    assert (deal.payee, deal.ends) == ("가온상사·한빛물산", (("누리전자",), ("가온상사", "한빛물산"), ()))
    assert [(total.value, total.deals) for total in book(stage).totals] == [(Decimal(900), 1)]


def test_people_without_a_name_pay_in_the_words_of_the_article(stage):
    paid = stage.deed("money.pay", None, "한빛물산", 10, amount=stage.coin("19"))
    given = stage.deed("money.pay", None, "가온상사", 40, amount=stage.coin("7"))
    wording = {paid.id: Wording((("actor", "새 정부"),)), given.id: Wording((("actor", "뒤따른 해"),))}
    found = deals_in(stage.deeds, stage.coins, stage.cast, load_default(), wording).deals
    assert [(deal.payer, deal.payee) for deal in found] == [("새 정부", "한빛물산"), (None, "가온상사")]


def test_what_money_is_put_into_does_not_pay(stage):
    put = stage.deed("money.put_in", None, None, 10, amount=stage.coin("950"), action="투입되다")
    wording = {put.id: Wording((("actor", "새 병원"),))}
    (deal,) = deals_in(stage.deeds, stage.coins, stage.cast, load_default(), wording).deals
    assert deal.payer is None


def test_money_that_is_asked_for_is_a_commitment_without_a_sum(stage):
    asked = stage.deed("talk.request", "누리전자", "한빛물산", 10)
    other = stage.deed("talk.request", "누리전자", "가온상사", 40)
    wording = {asked.id: Wording((("theme", "증설 자금"),)), other.id: Wording((("theme", "관심"),))}
    found = deals_in(stage.deeds, stage.coins, stage.cast, load_default(), wording).deals
    assert [(deal.payer, deal.payee, deal.matter, deal.stage) for deal in found] == [
        ("한빛물산", "누리전자", "증설 자금", "asked"),
    ]


def test_who_refuses_an_offer_is_whom_it_was_made_to(stage):
    stage.deed("talk.propose", "누리전자", None, 10, amount=stage.coin("970"))
    stage.deed("talk.refuse", "한빛물산", "누리전자", 40)
    stage.deed("talk.refuse", "가온상사", "다솜통신", 60)
    (deal,) = book(stage).deals
    assert (deal.payee, deal.stage, deal.value) == ("한빛물산", "undone", Decimal(970))
    assert [(report.stage, report.event.id) for report in deal.reports] == [
        ("asked", "event-a-10"),
        ("undone", "event-a-40"),
    ]


def test_one_refusal_of_what_was_asked_for_twice_is_told_once(stage):
    asked = [stage.deed("talk.request", "누리전자", "한빛물산", at) for at in (10, 30)]
    stage.deed("talk.refuse", "한빛물산", "누리전자", 60)
    wording = {deed.id: Wording((("theme", "증설 자금"),)) for deed in asked}
    (deal,) = deals_in(stage.deeds, stage.coins, stage.cast, load_default(), wording).deals
    assert deal.stage == "undone"
    assert [report.event.id for report in deal.reports] == ["event-a-10", "event-a-30", "event-a-60"]


def test_a_headline_that_gives_the_sum_tells_what_its_body_tells(stage):
    amount = stage.coin("250")
    headed = stage.deed("deal.tender", None, None, 0, amount=amount)
    at = stage.deeds.index(headed)
    stage.deeds[at] = replace(headed, headline=True)
    stage.deed("deal.tender", "해솔시", None, 40)
    found = book(stage).deals
    assert [(deal.payer, deal.value, deal.stage) for deal in found] == [("해솔시", Decimal(250), "asked")]


def test_whom_a_headline_runs_together_with_his_own_money_is_not_paid_by_himself(stage):
    amount = stage.coin("250")
    headed = stage.deed("deal.invest", None, "누리전자", 0, amount=amount)
    stage.deeds[stage.deeds.index(headed)] = replace(headed, headline=True)
    stage.deed("deal.invest", "누리전자", None, 40, amount=amount)
    assert [(deal.payer, deal.payee) for deal in book(stage).deals] == [("누리전자", None)]


def test_nobody_asks_himself_to_pay(stage):
    stage.deed("money.aid", "누리전자", "한빛물산", 10, status="requested", source="누리전자")
    assert book(stage).deals == ()


@pytest.mark.parametrize(
    ("behind", "parts"), [("을 시작으로 총 ", ["100"]), ("(7달러)을 우선 대고 총 ", ["100"]), ("이 아니라 ", [])]
)
def test_a_part_is_never_added_to_its_whole(stage, behind, parts):
    sentence = f"그는 100{behind}500을 냈다."
    stage.deed("deal.invest", "누리전자", "한빛물산", 0, amount=1)
    stage.deeds[0] = replace(stage.deeds[0], sentence=sentence, at=0)
    for value in ("100", "500"):
        told = stage.at("a", sentence.index(value), 3)
        stage.coins.append(replace(stage.coins[stage.coin(value)], told=told))
        del stage.coins[-2]
    found = book(stage)
    assert [part.quote for part in found.deals[0].reports[0].parts] == parts
    assert [(total.value, total.deals) for total in found.totals] == [(Decimal(500), 1)]
