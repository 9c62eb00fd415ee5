"""One commitment as its reports tell it together: parties, stage and sum."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from sagwan.views.deals.report import difference
from sagwan.views.deals.sums import digits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from sagwan.views.deals.report import End, Entry, Report


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


def deal_of(group: list[Entry]) -> Deal:
    """The commitment that some reports tell together."""
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
    payers = _names(entry.ends[0] for entry in told_best)
    payees = _names(end for entry in told_best if (end := entry.ends[1]).names != payers)  # nobody pays himself
    ends = (payers, payees, _names(entry.ends[2] for entry in told_best))
    payer, payee, matter = ("·".join(names) or None for names in ends)
    told = _body(reports, group)
    stage = _stage(told, group[0].payment.done)
    summed = any(report.value is not None for report, _ in told)
    value = _value(told if summed else list(zip(reports, group, strict=True)))
    currency = next((report.currency for report in reports if report.currency is not None), None)
    return Deal(payer, payee, group[0].payment.label, matter, stage, value, currency, tuple(reports), ends)


def _names(told: Iterable[End]) -> tuple[str, ...]:
    """Whom the first report names that names anybody; else the first that says it in words."""
    ends = tuple(told)
    return next((end.names for end in ends if end.known), next((end.names for end in ends if end.words), ()))


def _knows(later: Entry, earlier: Entry) -> bool:
    """Whether who tells the later sum knows of the earlier one: his article gives both, or he gave it another day."""
    if later.home == earlier.home:
        return False
    both = later.recalls(earlier)
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
