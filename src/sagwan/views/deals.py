"""Who owes, offers or pays whom what for what: one row a commitment, with every report of it and how they differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, product
from types import MappingProxyType
from typing import TYPE_CHECKING

from sagwan.views.commitments import TWO, Commitments, End, Entry, Report
from sagwan.views.flows import Flow, flows
from sagwan.views.index.scene import scene_of
from sagwan.views.rates import Rate, rates
from sagwan.views.sums import difference, digits, near, rounds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Coin, Deed
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast


@dataclass(frozen=True, slots=True)
class Deal:
    """One commitment: who pays whom for what, names as they go by across articles, None for what no report says.
    `matter` is what is bought, ordered or paid for, in the words of the article where it is no name.

    Where the words name several, they stand joined in the three and each by himself in `ends`, in the same order.

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
    ends: tuple[tuple[str, ...], ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """Everybody and everything in it by name."""
        return frozenset(name for end in self.ends for name in end)


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
    flows from one to the other. `told_since`: the day of the earliest articles that it is made from, None for all.
    """

    deals: tuple[Deal, ...]
    totals: tuple[Total, ...]
    rates: tuple[Rate, ...]
    flows: tuple[Flow, ...] = ()
    told_since: str | None = None


def deals(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    name: str | None = None,
    as_of: str | None = None,
    *,
    told_since: str | None = None,
) -> Book:
    """Every deal, or those of somebody of that name; then the exchange rates are those of the
    articles that tell of him.

    `as_of`: an ISO 8601 day by which it was told. `told_since`: only what came out on that day or later. Raises
    `SagwanError` (`ledger.no_name`).
    """
    scene = scene_of(db, lexicon, name, as_of, told_since)
    book = deals_in(scene.deeds, scene.coins, scene.cast, lexicon, scene.wording)
    if name is None:
        return replace(book, told_since=told_since)
    kept = tuple(deal for deal in book.deals if not scene.called.isdisjoint(deal.parties))
    return Book(kept, tuple(_totals(kept)), book.rates, flows(kept), told_since)


def deals_in(
    deeds: Iterable[Deed],
    coins: Iterable[Coin],
    cast: Cast,
    lexicon: Lexicon,
    wording: Mapping[str, Wording] = MappingProxyType({}),
) -> Book:
    """The deals among events and sums, given in any order; `wording` is what events say in words alone."""
    coins = tuple(coins)
    entries = Commitments(coins, cast, lexicon, wording).entries(deeds)
    found = tuple(_deal(group) for group in _grouped(entries) if any(entry.whole for entry in group))
    return Book(found, tuple(_totals(found)), rates(coins), flows(found))


def _grouped(entries: list[Entry]) -> list[list[Entry]]:
    """Reports of one commitment together, in the order given: each joins the first group in which it fits all, those
    that name most first.
    """
    groups: list[list[Entry]] = []
    place = {id(entry): n for n, entry in enumerate(entries)}
    seats: dict[tuple[object, ...], set[int]] = defaultdict(set)
    for entry in sorted(entries, key=lambda e: (-e.known, e.report.sum is None)):
        seated = tuple(_seats(entry))
        near = sorted({n for seat in seated for n in seats[seat]})
        home = next((n for n in near if _fits(entry, groups[n])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(entry)
        for seat in seated:
            seats[seat].add(home)
    for group in groups:
        group.sort(key=lambda entry: place[id(entry)])
    return [_told_once(group) for group in sorted(groups, key=lambda group: place[id(group[0])])]


def _told_once(group: list[Entry]) -> list[Entry]:
    """Without what stands there already: one refusal answers the headline's request and the body's."""
    return list({(e.report.event.id, e.report.stage, e.report.value): e for e in reversed(group)}.values())[::-1]


def _seats(entry: Entry) -> Iterator[tuple[object, ...]]:
    """What two reports that fit have in common, one at least: the article, one in it and the sum, or two in it."""
    of = entry.payment.sort or entry.payment.id
    ends = [[(n, party) for party in (*end.keys, *end.names)] for n, end in enumerate(entry.ends)]
    yield of, entry.home
    if entry.report.value is not None:
        yield from ((of, one, entry.report.value) for end in ends for one in end)
    for one, other in combinations(ends, TWO):
        yield from ((of, *both) for both in product(one, other))


def _fits(entry: Entry, group: list[Entry]) -> bool:
    """Whether it tells the commitment of a group. An article that repeats a sum need not repeat who is who, and a
    headline that gives the sum alone tells what its article tells without one.
    """
    own = [other for other in group if other.home == entry.home]
    if own and (_repeated(entry, own, group) or (own == group and all(_headed(entry, other) for other in own))):
        return True
    core = [other for other in group if other.known >= TWO] or group
    return all(_same(entry, other) for other in core)


def _repeated(entry: Entry, own: list[Entry], group: list[Entry]) -> bool:
    """Whether its article gives its sum in the group already, and it names nobody whom the group does not."""
    if entry.report.value is None or all(other.report.value != entry.report.value for other in own):
        return False
    known = {key for other in group for end in other.ends for key, _ in end.known}
    return all(key in known for end in entry.ends for key, _ in end.known)


def _headed(one: Entry, other: Entry) -> bool:
    """Whether one is the headline of the other's article, and the two give one sum at most."""
    one_sum = one.report.sum is None or other.report.sum is None
    return one_sum and one.headline != other.headline and not _differ(one, other)


def _differ(one: Entry, other: Entry) -> bool:
    return any(a.differs(b) for a, b in zip(one.ends, other.ends, strict=True))


def _same(one: Entry, other: Entry) -> bool:
    """Whether two reports tell one commitment.

    Nobody in them may differ, and one must be in both. Within one article the sums must be equal, since the article
    tells two sums apart; across articles they may differ where the same two are named, by less than a factor of two
    and not of two times, unless one article recalls the other's sum. A report without a sum needs the same two.
    """
    a, b = one.report, other.report
    summed = a.sum is not None and b.sum is not None
    if (summed and a.currency != b.currency) or _differ(one, other):
        return False
    if _times_differ(a.at, b.at) and not (_recalls(one, other) or _recalls(other, one)):
        return False
    both = sum(end.meets(same) for end, same in zip(one.ends, other.ends, strict=True))
    if a.value is not None and a.value == b.value:
        return both > 0
    return both >= TWO and not (summed and one.home == other.home) and near(a.value, b.value)


def _recalls(one: Entry, other: Entry) -> bool:
    """Whether the article of the one gives the sum of the other besides, to as many digits or to fewer."""
    told, own = other.report.value, one.report.value
    if told is None or one.home == other.home:
        return False
    besides = (value for value, currency in one.sums if currency == other.report.currency and value != own)
    return any(rounds(told, value) for value in besides)


def _times_differ(one: str | None, other: str | None) -> bool:
    """Two times of which neither is the other told more exactly. A plan's day may pass, so only years part deals."""
    return one is not None and other is not None and one[:4] != other[:4]


def _deal(group: list[Entry]) -> Deal:
    bodies = {entry.home for entry in group if not entry.headline}
    reports: list[Report] = []
    last: Entry | None = None  # the last before it that gives a number
    for entry in group:
        repeats = entry.headline and entry.home in bodies
        differs = difference(last.report, entry.report, knowing=_knows(entry, last)) if last and not repeats else None
        reports.append(replace(entry.report, differs=differs))
        last = last if repeats or entry.report.value is None else entry
    # A headline runs together who pays and who is paid: it names them only where no body does.
    told_best = sorted(group, key=lambda entry: entry.headline)
    ends = tuple(_names([entry.ends[n] for entry in told_best]) for n in range(3))
    payer, payee, matter = ("·".join(names) or None for names in ends)
    told = _body(reports, group)
    stage = _stage(told, group[0].payment.done)
    summed = any(report.value is not None for report, _ in told)
    value = _value(told if summed else list(zip(reports, group, strict=True)))
    currency = next((report.currency for report in reports if report.currency is not None), None)
    return Deal(payer, payee, group[0].payment.label, matter, stage, value, currency, tuple(reports), ends)


def _names(ends: list[End]) -> tuple[str, ...]:
    """Whom the first report names that names anybody; else the first that says it in words."""
    return next((end.names for end in ends if end.known), next((end.names for end in ends if end.words), ()))


def _knows(later: Entry, earlier: Entry) -> bool:
    """Whether who tells the later sum knows of the earlier one: his article gives both, or he gave it another day."""
    if later.home == earlier.home:
        return False
    both = _recalls(later, earlier)
    own = later.outlet is not None and later.outlet == earlier.outlet and later.published != earlier.published
    return both or own


def _body(reports: list[Report], group: list[Entry]) -> list[tuple[Report, Entry]]:
    """The reports without those of headlines whose article tells the same in its body: a headline leaves out 예정 and
    계획.
    """
    told = {entry.home for entry in group if not entry.headline}
    return [(r, e) for r, e in zip(reports, group, strict=True) if not (e.headline and e.home in told)]


def _last(told: list[tuple[Report, Entry]]) -> list[tuple[Report, Entry]] | None:
    """The reports of the last day; None where nobody knows which they are."""
    last = max((entry.published for _, entry in told if entry.published is not None), default=None)
    known = {(report.stage, report.value) for report, entry in told if entry.published is not None}
    # A report without a day that tells what a dated one tells changes nothing.
    if any(entry.published is None and (report.stage, report.value) not in known for report, entry in told):
        return None
    return [(report, entry) for report, entry in told if entry.published == last]


def _stage(told: list[tuple[Report, Entry]], done: str) -> str | None:
    """The stage of the last by day; of several in one article what was answered, else those told with a sum."""
    latest = _last(told) or told
    answers, summed = [r for r, e in latest if e.answer], [r for r, _ in latest if r.sum is not None]
    stages = {report.stage for report in answers or summed or [report for report, _ in latest]}
    if stages == {done, "claimed"}:
        stages = {done}
    return stages.pop() if len(stages) == 1 else None


def _value(told: list[tuple[Report, Entry]]) -> Decimal | None:
    """The sum on which all agree, else that of the last by day."""
    if all(_agree(one, other) for one, other in combinations((report for report, _ in told), 2)):
        return _finest(report.value for report, _ in told if report.value is not None)
    latest = _last(told) or []
    values = {report.value for report, _ in latest if report.value is not None}
    return values.pop() if len(values) == 1 else None


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
