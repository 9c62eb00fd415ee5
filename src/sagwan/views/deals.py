"""Who owes, offers or pays whom what for what: one row a commitment, with every report of it and how they differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

from sagwan.views.bearing import Standing, payments, standing
from sagwan.views.cited import Cited, cite, cite_sum, text_order
from sagwan.views.flows import Flow, flows
from sagwan.views.index.scene import scene_of
from sagwan.views.rates import Rate, rates
from sagwan.views.sums import difference, digits, near

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Coin, Deed
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.relation import Payment
    from sagwan.views.cast import Cast

_TWO = 2  # payer and payee, or payer and what is bought


@dataclass(frozen=True, slots=True)
class Report:
    """One telling of a commitment. `value` in base units of `currency`, None where the words give a range only; with
    it `sum` is None where they give no sum at all.

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
    sum: Cited | None
    event: Cited
    differs: str | None = None


@dataclass(frozen=True, slots=True)
class Deal:
    """One commitment: who pays whom for what, names as their articles give them, None for what no report says.
    `matter` is what is bought, ordered or paid for, in the words of the article where it is no name.

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
    """The deals, their totals by stage and currency (plans are never added to payments), the exchange rates, and the
    flows from one to the other.
    """

    deals: tuple[Deal, ...]
    totals: tuple[Total, ...]
    rates: tuple[Rate, ...]
    flows: tuple[Flow, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A report, the identities of those in it, and what else its article knows: its sums, its outlet, its day."""

    report: Report
    payment: Payment
    ends: tuple[str | None, str | None, str | None]
    names: tuple[str | None, str | None, str | None]
    home: tuple[str, int]
    outlet: str | None
    published: str | None
    sums: frozenset[tuple[Decimal, str | None]]
    headline: bool


def deals(db: sqlite3.Connection, lexicon: Lexicon, name: str | None = None, as_of: str | None = None) -> Book:
    """Every deal, or those of somebody of that name; then the exchange rates are those of the
    articles that tell of him.

    `as_of`: an ISO 8601 day by which it was told. Raises `SagwanError` (`ledger.no_name`).
    """
    scene = scene_of(db, lexicon, name, as_of)
    book = deals_in(scene.deeds, scene.coins, scene.cast, lexicon, scene.wording)
    if name is None:
        return book
    names = scene.called
    kept = tuple(deal for deal in book.deals if names & {deal.payer, deal.payee, deal.matter})
    return Book(kept, tuple(_totals(kept)), book.rates, flows(kept))


def deals_in(
    deeds: Iterable[Deed],
    coins: Iterable[Coin],
    cast: Cast,
    lexicon: Lexicon,
    wording: Mapping[str, Wording] = MappingProxyType({}),
) -> Book:
    """The deals among events and sums, given in any order; `wording` is what events say in words alone."""
    coins = tuple(coins)
    reader = _Reader(coins, cast, lexicon, wording)
    ordered = sorted(deeds, key=lambda d: (text_order(d.told), d.id))
    entries = [entry for deed in ordered if (entry := reader.entry(deed))]
    found = tuple(_deal(group) for group in _grouped(entries))
    return Book(found, tuple(_totals(found)), rates(coins), flows(found))


class _Reader:
    """Makes reports of commitments out of events."""

    def __init__(self, coins: Iterable[Coin], cast: Cast, lexicon: Lexicon, wording: Mapping[str, Wording]) -> None:
        self._payments = payments(lexicon)
        self._cast = cast
        self._wording = wording
        self._coins = {(coin.told.page, coin.told.article, coin.n): coin for coin in coins}
        sums: dict[tuple[str, int], set[tuple[Decimal, str | None]]] = defaultdict(set)
        for (page, article, _), coin in self._coins.items():
            if coin.value is not None:
                sums[(page, article)].add((coin.value, coin.currency))
        self._sums = {home: frozenset(told) for home, told in sums.items()}

    def entry(self, deed: Deed) -> _Entry | None:
        """The report in an event; None where no money goes from one to the other in it."""
        payment, coin = self._payments.get(deed.frame), self._coin(deed)
        if payment is None or (coin is not None and coin.per is not None):
            return None
        ids = tuple(deed.who(role) for role in (payment.payer, payment.payee, payment.matter))
        payer, payee, matter = (self._cast.names[id_] if id_ is not None else None for id_ in ids)
        wording = self._wording.get(deed.id)
        matter = matter or (wording.of(*payment.words) if wording else None)
        if coin is None and not (payment.unsummed and sum(id_ is not None for id_ in ids) >= _TWO):
            return None
        one, other, thing = (self._cast.person[id_] if id_ is not None else None for id_ in ids)
        home = (deed.told.page, deed.told.article)
        return _Entry(
            report=self._report(deed, payment, coin),
            payment=payment,
            ends=(one, other, thing),
            names=(payer, payee, matter),
            home=home,
            outlet=deed.told.place.outlet,
            published=deed.told.place.published,
            sums=self._sums.get(home, frozenset()),
            headline=deed.headline,
        )

    def _coin(self, deed: Deed) -> Coin | None:
        """Its sum: of one told in two currencies that which is written first."""
        if deed.amount is None:
            return None
        at = (deed.told.page, deed.told.article)
        told = self._coins[(*at, deed.amount)]
        return self._coins[(*at, told.same_as)] if told.same_as is not None else told

    def _report(self, deed: Deed, payment: Payment, coin: Coin | None) -> Report:
        value, approx, currency = (coin.value, coin.approx, coin.currency) if coin else (None, False, None)
        return Report(
            *(_stage(deed, payment), value, approx, currency, deed.time if _dated(deed) else None),
            *(self._cast.names.get(deed.source or ""), cite_sum(coin) if coin else None, cite(deed)),
        )


def _dated(deed: Deed) -> bool:
    return deed.time is not None and deed.time[:4].isdigit()


def _stage(deed: Deed, payment: Payment) -> str:
    stands = standing(deed)
    if stands is Standing.DONE:
        return payment.done
    return deed.status if stands is Standing.OPEN else stands.value


def _grouped(entries: list[_Entry]) -> list[list[_Entry]]:
    """Reports of one commitment together, in the order given: each joins the first group in which it fits all, those
    that name most first.
    """
    groups: list[list[_Entry]] = []
    place = {id(entry): n for n, entry in enumerate(entries)}
    seats: dict[tuple[str, object, object], set[int]] = defaultdict(set)  # who pays, gets or is bought; a sum → groups
    for entry in sorted(entries, key=lambda e: -_known(e)):
        seated: list[tuple[str, object, object]] = [
            (entry.payment.id, n, key) for n, key in enumerate(entry.ends) if key is not None
        ]
        if entry.report.value is not None:
            seated.append((entry.payment.id, entry.home, entry.report.value))
        near = sorted({n for seat in seated for n in seats[seat]})
        home = next((n for n in near if _fits(entry, groups[n])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(entry)
        for seat in seated:
            seats[seat].add(home)
    for group in groups:
        group.sort(key=lambda entry: place[id(entry)])
    return sorted(groups, key=lambda group: place[id(group[0])])


def _known(entry: _Entry) -> int:
    return sum(key is not None for key in entry.ends)


def _fits(entry: _Entry, group: list[_Entry]) -> bool:
    """Whether it tells the commitment of a group. An article that repeats a sum need not repeat who is who."""
    ends = {key for key in entry.ends if key is not None}
    known = {key for other in group for key in other.ends}
    told = any(other.home == entry.home and other.report.value == entry.report.value for other in group)
    if told and entry.report.value is not None and ends <= known:
        return True
    core = [other for other in group if _known(other) >= _TWO] or group
    return all(_same(entry, other) for other in core)


def _same(one: _Entry, other: _Entry) -> bool:
    """Whether two reports tell one commitment.

    Nobody in them may differ, and one must be in both. Within one article the sums must be equal, since the article
    tells two sums apart; across articles they may differ where the same two are named, by less than a factor of two
    and not of two times. A report without a sum needs the same two.
    """
    pairs = [(a, b) for a, b in zip(one.ends, other.ends, strict=True) if a is not None and b is not None]
    if not pairs or any(a != b for a, b in pairs) or _times_differ(one.report.at, other.report.at):
        return False
    if one.report.sum is not None and other.report.sum is not None and one.report.currency != other.report.currency:
        return False
    if one.report.value is not None and one.report.value == other.report.value:
        return True
    told_apart = one.home == other.home and one.report.sum is not None and other.report.sum is not None
    return len(pairs) >= _TWO and not told_apart and near(one.report.value, other.report.value)


def _times_differ(one: str | None, other: str | None) -> bool:
    """Two times of which neither is the other told more exactly. A plan's day may pass, so only years part deals."""
    return one is not None and other is not None and one[:4] != other[:4]


def _deal(group: list[_Entry]) -> Deal:
    told = {entry.home for entry in group if not entry.headline}
    reports: list[Report] = []
    last: _Entry | None = None  # the last before it that gives a number
    for entry in group:
        repeats = entry.headline and entry.home in told
        differs = difference(last.report, entry.report, knowing=_knows(entry, last)) if last and not repeats else None
        reports.append(replace(entry.report, differs=differs))
        last = last if repeats or entry.report.value is None else entry
    names = [next((e.names[i] for e in group if e.names[i] is not None), None) for i in range(3)]
    stage, value = _as_it_stands(*_body(reports, group), group[0].payment.done)
    currency = next((report.currency for report in reports if report.currency is not None), None)
    return Deal(*(names[0], names[1], group[0].payment.label, names[2]), stage, value, currency, tuple(reports))


def _knows(later: _Entry, earlier: _Entry) -> bool:
    """Whether who tells the later sum knows of the earlier one: his article gives both, or he gave it another day."""
    if later.home == earlier.home:
        return False
    both = earlier.report.value is not None and (earlier.report.value, earlier.report.currency) in later.sums
    own = later.outlet is not None and later.outlet == earlier.outlet and later.published != earlier.published
    return both or own


def _body(reports: list[Report], group: list[_Entry]) -> tuple[list[Report], list[str | None]]:
    """The reports with their days, without those of headlines whose article tells the same in its body: a headline
    leaves out 예정 and 계획.
    """
    told = {entry.home for entry in group if not entry.headline}
    kept = [(r, e.published) for r, e in zip(reports, group, strict=True) if not (e.headline and e.home in told)]
    return [report for report, _ in kept], [day for _, day in kept]


def _as_it_stands(reports: list[Report], published: list[str | None], done: str) -> tuple[str | None, Decimal | None]:
    """The stage and the sum of the last by day; of several in one article those that are told with a sum."""
    last = max((day for day in published if day is not None), default=None)
    known = {(r.stage, r.value) for r, day in zip(reports, published, strict=True) if day is not None}
    # A report without a day that tells what a dated one tells changes nothing.
    dated = all(day is not None or (r.stage, r.value) in known for r, day in zip(reports, published, strict=True))
    latest = [report for report, day in zip(reports, published, strict=True) if day == last] if dated else reports
    stages = {report.stage for report in latest if report.sum is not None} or {report.stage for report in latest}
    if stages == {done, "claimed"}:
        stages = {done}
    stage = stages.pop() if len(stages) == 1 else None
    if all(_agree(one, other) for one, other in combinations(reports, 2)):
        return stage, _finest(report.value for report in reports if report.value is not None)
    values = {report.value for report in latest if report.value is not None}
    return stage, values.pop() if dated and len(values) == 1 else None


def _agree(one: Report, other: Report) -> bool:
    return difference(one, other) in (None, "rounding")


def _finest(values: Iterable[Decimal]) -> Decimal | None:
    """The sum with the most digits, the smaller of two that have as many."""
    return min(values, key=lambda value: (-digits(value), value), default=None)


def _totals(found: Iterable[Deal]) -> Iterator[Total]:
    groups: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for deal in found:
        if deal.currency is not None and deal.stage is not None:
            groups[(deal.currency, deal.stage)].append(deal)
    for (currency, stage), same in sorted(groups.items()):
        sums = [d.value for d in same if d.value is not None and (d.payer or d.payee or d.matter)]
        yield Total(currency, stage, sum(sums, Decimal(0)), len(same), len(same) - len(sums))
