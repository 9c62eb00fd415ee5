"""Which reports are one story. A function of the set of reports: every pair is judged by itself, and only pairs of
neighbours in time are judged, so that n reports cost n times a small number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from sagwan.views.threads.signature import MINIMA, alike, bands, minima

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sagwan.views.threads.reports import Report

# The packaged pages: a copy shares 0.94 of its runs, its own story's other articles 0.09 at most; articles of different
# stories are about nobody in common and share at most 0.13 of their nouns, of one story mostly 0.16 and more.
COPY = 0.5
# What share is enough with one name in common, with two, and with two and a figure (a name and a figure count as two).
# Where both have a day a figure says little: 3 of 7 pairs that it brought together in 400 real pages were one story.
_ENOUGH = 0.22, 0.16, 0.12
# The more two reports have in common, the longer nothing may have been heard between them.
_QUIET_DAYS = 30
_CROWD = 1000  # reports about one of which all are held against one that has no day
_BESIDE = 4  # neighbours in time that a report is held against, in each place where it may meet them


def stories(found: Sequence[Report]) -> tuple[tuple[Report, ...], ...]:
    """Groups of two and more, in the order of their first report."""
    over = list(range(len(found)))

    def root(n: int) -> int:
        while over[n] != n:
            over[n] = over[over[n]]
            n = over[n]
        return n

    for one, other in (*_meetings(found), *_undated(found)):
        a, b = root(one), root(other)
        if a != b and one_story(found[one], found[other]):
            over[max(a, b)] = min(a, b)
    groups: dict[int, list[Report]] = defaultdict(list)
    for n, report in enumerate(found):
        groups[root(n)].append(report)
    return tuple(tuple(group) for _, group in sorted(groups.items()) if len(group) > 1)


def _meetings(found: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs worth judging: that share a band, two of whom they are about, or one; near each other in time."""
    places: dict[object, list[int]] = defaultdict(list)
    for n, report in enumerate(found):
        for key in _keys(report) if report.day is not None else ():
            places[key].append(n)
    for met in places.values():
        for i, n in enumerate(met):
            for other in met[i + 1 : i + 1 + _BESIDE]:
                yield n, other


def _undated(found: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """A report without a day has no neighbours in time: it meets the one most like it of those about the same."""
    if all(report.day is not None for report in found):
        return
    places: dict[object, list[int]] = defaultdict(list)
    for n, report in enumerate(found):
        for key in _keys(report):
            places[key].append(n)
    for n, report in enumerate(found):
        if report.day is None:
            near = {other for key in _keys(report) if len(places[key]) <= _CROWD for other in places[key]} - {n}
            best = min(near, key=lambda other: (-_common(found[other], report), other), default=None)
            if best is not None:
                yield min(n, best), max(n, best)


def _common(one: Report, other: Report) -> float:
    """What share of their nouns two reports have in common."""
    return len(one.nouns & other.nouns) / max(1, len(one.nouns | other.nouns))


def _keys(report: Report) -> Iterable[object]:
    yield from bands(report.minima)
    who = sorted(report.cast)
    yield from who
    yield from combinations(who, 2)


def one_story(one: Report, other: Report) -> bool:
    """Whether two reports tell one story: one copies the other; or they are about the same people and bodies, share
    some of their nouns, and lie within a month for each whom they share. Where one has no day, a figure that both give
    makes up for it.
    """
    if is_copy(one, other):
        return True
    shared = len(one.cast & other.cast)
    figure = None in (one.day, other.day) and not one.figures.isdisjoint(other.figures)
    enough = _ENOUGH[min(shared, 2) - 1 + figure]
    return shared > 0 and _common(one, other) >= enough and _days(one, other) <= _QUIET_DAYS * shared


def is_copy(one: Report, other: Report) -> bool:
    """Whether at least half of their wording is the same."""
    return alike(one.minima, other.minima) >= COPY


def sources(found: Sequence[Report]) -> tuple[Report | None, ...]:
    """For each of some reports the first before it whose copy it is. As `is_copy` of every two would say, which in a
    story of hundreds is asked tens of thousands of times: they are met by the minima that they have in common.
    """
    told: list[Report | None] = []
    holders: dict[tuple[int, int], list[int]] = defaultdict(list)
    for n, report in enumerate(found):
        own = tuple(enumerate(minima(report.minima)))
        often = Counter(other for minimum in own for other in holders[minimum])
        copied = [other for other, shared in often.items() if shared >= COPY * MINIMA]
        told.append(found[min(copied)] if copied else None)
        for minimum in own:
            holders[minimum].append(n)
    return tuple(told)


def _days(one: Report, other: Report) -> int:
    """Days between them; 0 where one has no day, since nothing speaks against it."""
    if one.day is None or other.day is None:
        return 0
    return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
