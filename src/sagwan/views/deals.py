"""Who owes, offers or pays whom what for what: one row a commitment, with every report of it and how they differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from sagwan.ledger import acts
from sagwan.views.asof import told_by
from sagwan.views.bearing import Standing, payments, standing
from sagwan.views.cast import bearers_of, read_cast
from sagwan.views.cited import Cited, cite, cite_sum, text_order
from sagwan.views.rates import Rate, rates

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from sagwan.ledger.acts import Coin, Deed
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.relation import Payment
    from sagwan.views.cast import Cast


@dataclass(frozen=True, slots=True)
class Report:
    """One telling of a commitment. `value` in base units of `currency`, None where the words give a range only.

    `stage`: `paid`, `agreed`, `owed` or `asked` for what is told as done; `claimed` for what somebody says was done;
    else the event's status (`planned`, `requested`, `possible`), and `undone` for what was refused, denied or not done.
    `differs` from the report before it: `rounding`, `revision`, `conflict`, or None.
    """

    stage: str
    value: Decimal | None
    approx: bool
    currency: str | None
    at: str | None
    said_by: str | None
    sum: Cited
    event: Cited
    differs: str | None = None


@dataclass(frozen=True, slots=True)
class Deal:
    """One commitment: who pays whom for what, names as their articles give them, None for what no report says.

    `stage` and `value` are what all reports agree on (of sums that differ by rounding the finest), else those of the
    last by the day of publication; None where nothing says which is the last, or where the last contradict each other.
    """

    payer: str | None
    payee: str | None
    purpose: str
    matter: str | None
    stage: str | None
    value: Decimal | None
    currency: str | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Deals of one stage in one currency and their sum. `left_out`: how many are not in it, having no one sum, or
    naming nobody, so that nothing keeps two reports of one deal from being added up.
    """

    currency: str
    stage: str
    value: Decimal
    deals: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Book:
    """The deals, their totals by stage and currency (plans are never added to payments), the exchange rates."""

    deals: tuple[Deal, ...]
    totals: tuple[Total, ...]
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A report and the identities of those in it."""

    report: Report
    payment: Payment
    payer: str | None
    payee: str | None
    matter: str | None
    names: tuple[str | None, str | None, str | None]
    home: tuple[str, int]
    published: str | None

    @property
    def ends(self) -> tuple[str | None, str | None, str | None]:
        return self.payer, self.payee, self.matter


def deals(db: sqlite3.Connection, lexicon: Lexicon, name: str | None = None, as_of: str | None = None) -> Book:
    """Every deal, or those of somebody of that name; exchange rates are those of the whole ledger.

    `as_of`: an ISO 8601 day by which it was told. Raises `SagwanError` (`ledger.no_name`).
    """
    cast = read_cast(db, lexicon)
    coins = told_by(acts.coins(db), as_of)
    book = deals_in(told_by(acts.deeds(db), as_of), coins, cast, lexicon)
    if name is None:
        return book
    who = bearers_of(db, name, cast)
    names = {cast.names[id_] for id_, key in cast.person.items() if key in who}
    kept = tuple(deal for deal in book.deals if names & {deal.payer, deal.payee, deal.matter})
    return Book(kept, tuple(_totals(kept)), book.rates)


def deals_in(deeds: Iterable[Deed], coins: Iterable[Coin], cast: Cast, lexicon: Lexicon) -> Book:
    """The deals among events and sums, given in any order."""
    coins = tuple(coins)
    by_place = {(coin.told.page, coin.told.article, coin.n): coin for coin in coins}
    ordered = sorted(deeds, key=lambda d: (text_order(d.told), d.id))
    entries = [entry for deed in ordered if (entry := _entry(deed, by_place, cast, lexicon))]
    found = tuple(_deal(group) for group in _grouped(entries))
    return Book(found, tuple(_totals(found)), rates(coins))


def _entry(deed: Deed, coins: dict[tuple[str, int, int], Coin], cast: Cast, lexicon: Lexicon) -> _Entry | None:
    payment = payments(lexicon).get(deed.frame)
    if payment is None or deed.amount is None:
        return None
    told = coins[(deed.told.page, deed.told.article, deed.amount)]
    # The same sum in another currency is the same sum: the one that is written first counts.
    coin = coins[(told.told.page, told.told.article, told.same_as)] if told.same_as is not None else told
    if coin.per is not None:
        return None
    ends = [deed.who(role) for role in (payment.payer, payment.payee, payment.matter)]
    keys = [cast.person[id_] if id_ is not None else None for id_ in ends]
    names = [cast.names[id_] if id_ is not None else None for id_ in ends]
    report = Report(
        *(_stage(deed, payment), coin.value, coin.approx, coin.currency, deed.time if _dated(deed) else None),
        *(cast.names.get(deed.source or ""), cite_sum(coin), cite(deed)),
    )
    place = deed.told.place
    return _Entry(
        *(report, payment, keys[0], keys[1], keys[2], (names[0], names[1], names[2])),
        *((deed.told.page, deed.told.article), place.published),
    )


def _dated(deed: Deed) -> bool:
    return deed.time is not None and deed.time[:4].isdigit()


def _stage(deed: Deed, payment: Payment) -> str:
    stands = standing(deed)
    if stands is Standing.DONE:
        return payment.done
    return deed.status if stands is Standing.OPEN else stands.value


def _grouped(entries: list[_Entry]) -> list[list[_Entry]]:
    """Reports of one commitment together: each joins the first group in which it fits all."""
    groups: list[list[_Entry]] = []
    seats: dict[tuple[str, int, str], set[int]] = defaultdict(set)  # who pays, gets or is bought → groups
    for entry in entries:
        seated = [(entry.payment.id, n, key) for n, key in enumerate(entry.ends) if key is not None]
        near = sorted({n for seat in seated for n in seats[seat]})
        home = next((n for n in near if all(_same(entry, other) for other in groups[n])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(entry)
        for seat in seated:
            seats[seat].add(home)
    return groups


def _same(one: _Entry, other: _Entry) -> bool:
    """Whether two reports tell one commitment.

    Nobody in them may differ, and one must be in both. Within one article the sums must be equal, since the article
    tells two sums apart; across articles only where the same two are named may they differ.
    """
    pairs = [(a, b) for a, b in zip(one.ends, other.ends, strict=True) if a is not None and b is not None]
    if not pairs or any(a != b for a, b in pairs) or one.report.currency != other.report.currency:
        return False
    equal = one.report.value is not None and one.report.value == other.report.value
    known = 2  # payer and payee, or payer and matter
    return equal or (one.home != other.home and len(pairs) >= known)


def _deal(group: list[_Entry]) -> Deal:
    reports: list[Report] = []
    for entry in group:
        before = reports[-1] if reports else None
        differs = difference(before, entry.report) if before else None
        r = entry.report
        reports.append(Report(r.stage, r.value, r.approx, r.currency, r.at, r.said_by, r.sum, r.event, differs))
    names = [next((e.names[i] for e in group if e.names[i] is not None), None) for i in range(3)]
    stage, value = _as_it_stands(reports, [entry.published for entry in group])
    return Deal(
        *(names[0], names[1], group[0].payment.label, names[2]), stage, value, reports[0].currency, tuple(reports)
    )


def _as_it_stands(reports: list[Report], published: list[str | None]) -> tuple[str | None, Decimal | None]:
    last = max((day for day in published if day is not None), default=None)
    dated = None not in published
    latest = [report for report, day in zip(reports, published, strict=True) if day == last] if dated else reports
    stages = {report.stage for report in latest}
    stage = stages.pop() if len(stages) == 1 else None
    if all(_agree(one, other) for one, other in combinations(reports, 2)):
        return stage, _finest(report.value for report in reports if report.value is not None)
    values = {report.value for report in latest}
    return stage, values.pop() if dated and len(values) == 1 else None


def _agree(one: Report, other: Report) -> bool:
    return difference(one, other) in (None, "rounding")


def _finest(values: Iterable[Decimal]) -> Decimal | None:
    """The sum with the most digits, the smaller of two that have as many."""
    return min(values, key=lambda value: (-_digits(value), value), default=None)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def difference(one: Report, other: Report) -> str | None:
    """How two sums of one commitment differ: not, or as `rounding`, `revision` or `conflict`.

    A plan and its payment that differ are a revision. In one stage a sum that is the other to fewer digits is rounding,
    one with a lone digit (1000억 for 974억) only where it is told as about. What is left contradicts. Sums in two
    currencies, or without one number, are not compared.
    """
    if one.value is None or other.value is None or one.currency != other.currency or one.value == other.value:
        return None
    if one.stage != other.stage:
        return "revision"
    coarse, fine = sorted((one, other), key=lambda report: _digits(report.value or Decimal(0)))
    digits = _digits(coarse.value or Decimal(0))
    if digits == 1 and not coarse.approx:
        return "conflict"
    rounded = Context(prec=digits, rounding=ROUND_HALF_UP).plus(fine.value or Decimal(0))
    return "rounding" if rounded == coarse.value else "conflict"


def _totals(found: Iterable[Deal]) -> Iterator[Total]:
    groups: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for deal in found:
        if deal.currency is not None and deal.stage is not None:
            groups[(deal.currency, deal.stage)].append(deal)
    for (currency, stage), same in sorted(groups.items()):
        sums = [d.value for d in same if d.value is not None and (d.payer or d.payee or d.matter)]
        yield Total(currency, stage, sum(sums, Decimal(0)), len(same), len(same) - len(sums))
