"""Which reports tell one commitment."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from sagwan.views.deals.report import TWO
from sagwan.views.deals.sums import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.views.deals.report import Entry


def grouped(entries: list[Entry]) -> list[list[Entry]]:
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
    ends = [[(n, party) for party in (*end.keys, *end.heads)] for n, end in enumerate(entry.ends)]
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
    if _times_differ(a.at, b.at) and not (one.recalls(other) or other.recalls(one)):
        return False
    both = sum(end.meets(same) for end, same in zip(one.ends, other.ends, strict=True))
    if a.value is not None and a.value == b.value:
        return both > 0
    return both >= TWO and not (summed and one.home == other.home) and near(a.value, b.value)


def _times_differ(one: str | None, other: str | None) -> bool:
    """Two times of which neither is the other told more exactly. A plan's day may pass, so only years part deals."""
    return one is not None and other is not None and one[:4] != other[:4]
