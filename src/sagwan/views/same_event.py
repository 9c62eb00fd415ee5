"""Which reports tell one and the same event: what makes of three outlets' mentions one event with three reports."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sagwan.core.event import Status
from sagwan.views.bearing import meanings
from sagwan.views.cited import folded, text_order
from sagwan.views.times import agree, fits, ordinal, precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Deed
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast

# Outlets tell one deed within days of each other; what is told again later may be another of its kind.
_DAYS = 3
_SHORT = 12  # letters below which two equal sentences say little
_TOLD = (Status.HAPPENED, Status.CLAIMED)
_AHEAD = (Status.PLANNED, Status.REQUESTED, Status.POSSIBLE)


def told_together(
    deeds: Iterable[Deed],
    cast: Cast,
    lexicon: Lexicon,
    wording: Mapping[str, Wording] = MappingProxyType({}),
) -> tuple[tuple[Deed, ...], ...]:
    """Every event in exactly one group, each group one event as it is told, in the order of the text.

    Reports are one event within an article where the reading says so; across articles where frame, actor and
    standing are the same, no target and no time differs, and one of these holds: the sentences are the same; the
    target too is the same and so is the day, or the known part of a day; or a deed upon the same target stands in two
    articles that came out within three days of each other.
    """
    together = _Together(cast, lexicon, wording)
    return together.groups(sorted(deeds, key=lambda d: (text_order(d.told), d.id)))


class _Report(NamedTuple):
    """An event as it is compared: frame, actor and standing (what no two reports of one event differ in), target, the
    letters of its sentence, what is known of its time, and whether its frame is a deed. `actor`: "" where none is.
    `called` is what the target goes by: its name or, where the article names nobody, its words.
    """

    deed: Deed
    actor: str
    act: tuple[str, ...]
    target: str | None
    called: str | None
    sentence: str
    known: str | None
    is_deed: bool

    @property
    def keys(self) -> Iterator[tuple[str, ...]]:
        """What reports of one event may share: the sentence; the target with the day of the month, or of a deed."""
        if len(self.sentence) >= _SHORT:
            yield "sentence", *self.act, self.sentence
        day = (self.deed.time or self.known or "")[8:10]
        for goal in (self.target, self.called):
            if goal is None or not self.actor:
                continue
            if self.is_deed:
                yield "deed", *self.act, goal
            elif day:
                yield "day", *self.act, goal, day


class _Together:
    """Groups reports; each joins the first group with all of which it agrees and with one of which it is one."""

    def __init__(self, cast: Cast, lexicon: Lexicon, wording: Mapping[str, Wording]) -> None:
        self._cast = cast
        self._meanings = meanings(lexicon)
        self._wording = wording

    def groups(self, deeds: list[Deed]) -> tuple[tuple[Deed, ...], ...]:
        found: list[list[_Report]] = []
        seat: dict[str, int] = {}
        told_by = self._bodies(deeds)
        near: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for report in map(self._report, sorted(deeds, key=lambda deed: deed.id in told_by)):
            keys = tuple(report.keys)
            home = seat.get(told_by.get(report.deed.id, report.deed.same_as or ""))
            if home is None:
                beside = sorted(set().union(*(near[key] for key in keys)))
                home = next((n for n in beside if _belongs(report, found[n])), None)
            if home is None:
                home = len(found)
                found.append([])
            found[home].append(report)
            seat[report.deed.id] = home
            for key in keys:
                near[key].add(home)
        place = {deed.id: n for n, deed in enumerate(deeds)}
        groups = [sorted((report.deed for report in group), key=lambda deed: place[deed.id]) for group in found]
        return tuple(tuple(group) for group in sorted(groups, key=lambda group: place[group[0].id]))

    def _bodies(self, deeds: list[Deed]) -> dict[str, str]:
        """By the id of what a headline tells, the same act told behind it, by which it is placed: a headline leaves out
        the day, and 예정 and 계획.
        """
        acts: dict[tuple[str, ...], str] = {}
        for deed in reversed(deeds):
            if not deed.headline and (act := self._act(deed)) is not None:
                acts[act] = deed.id
        headed = ((deed.id, self._act(deed)) for deed in deeds if deed.headline)
        return {id_: acts[act] for id_, act in headed if act is not None and act in acts}

    def _act(self, deed: Deed) -> tuple[str, ...] | None:
        """What two reports of one article share that tell one act: frame, actor and target, both of them named."""
        actor, target = self._person(deed.who("actor")), self._person(deed.who("target"))
        if actor is None or target is None:
            return None
        return deed.told.place.address, deed.frame, actor, target, "not" if deed.negated else ""

    def _report(self, deed: Deed) -> _Report:
        wording, meaning = self._wording.get(deed.id), self._meanings.get(deed.frame)
        actor = self._person(deed.who("actor")) or ""
        stands = "told" if deed.status in _TOLD else "ahead" if deed.status in _AHEAD else deed.status
        return _Report(
            deed,
            actor,
            (deed.frame, actor, stands, "not" if deed.negated else ""),
            self._person(deed.who("target")),
            self._cast.names.get(deed.who("target") or "") or (wording.of("target") if wording else None),
            folded(deed.sentence),
            wording.known if wording else None,
            meaning is not None and meaning.form == "deed",
        )

    def _person(self, id_: str | None) -> str | None:
        return self._cast.person[id_] if id_ is not None else None


def _belongs(one: _Report, group: list[_Report]) -> bool:
    at = one.deed.told.place.address
    if any(other.deed.told.place.address == at for other in group):
        return False  # an article tells its own events apart
    return all(_may_be(one, other) for other in group) and any(_is(one, other) for other in group)


def _may_be(one: _Report, other: _Report) -> bool:
    if one.target is not None and other.target is not None and one.target != other.target:
        return False
    known = (one.known, other.deed.time), (other.known, one.deed.time)
    clash = any(part and time and len(part) <= len(time) and not fits(part, time) for part, time in known)
    return not clash and agree(one.deed.time, other.deed.time)


def _is(one: _Report, other: _Report) -> bool:
    if len(one.sentence) >= _SHORT and one.sentence == other.sentence:
        return True
    if not one.actor or not _same_goal(one, other):
        return False
    return _same_day(one, other) or (one.is_deed and _together_out(one.deed, other.deed))


def _same_goal(one: _Report, other: _Report) -> bool:
    """Whether the target is the same; where one article names what another has in words, the words are the name."""
    if one.target is None and other.target is None:
        return False
    if one.target is not None and other.target is not None:
        return one.target == other.target
    return one.called == other.called


def _same_day(one: _Report, other: _Report) -> bool:
    if precision(one.deed.time) in ("day", "minute") and (one.deed.time or "")[:10] == (other.deed.time or "")[:10]:
        return True
    return any(fits(a.known, b.deed.time) for a, b in ((one, other), (other, one)) if b.deed.time is not None)


def _together_out(one: Deed, other: Deed) -> bool:
    a, b = one.told.place.published, other.told.place.published
    return a is not None and b is not None and abs(ordinal(a) - ordinal(b)) <= _DAYS
