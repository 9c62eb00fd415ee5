"""Events in the order of their time: each as exactly as it is told, and what cannot be dated apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.ledger.query import Done
from sagwan.lexicon import load_default
from sagwan.views.cited import Cited, cite
from sagwan.views.index.scene import scene_of
from sagwan.views.same_event import told_together
from sagwan.views.times import days, precision

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from sagwan.ledger.acts import Deed
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast
    from sagwan.views.index.scene import Scene

_DAY = ("day", "minute")


@dataclass(frozen=True, slots=True)
class Dated:
    """When an event was. `at` is ISO 8601 as exactly as it is told (`precision`: day, month, quarter …).

    `basis`: `event`, the time that a text gives it; `published`, the day of the article, by which it was told;
    `anchored`, the day of an event of the same article as another article dates it, since the article itself has no
    day. `source` is the report in another article that a time was taken from. `known` and `unknown` say what the
    text gives of a time that it does not give in full.
    """

    at: str | None = None
    basis: str | None = None
    known: str | None = None
    unknown: str | None = None
    source: Cited | None = None

    @property
    def precision(self) -> str | None:
        """How exactly it is told."""
        return precision(self.at)


@dataclass(frozen=True, slots=True)
class Moment:
    """An event at its time. `basis`, `known`, `unknown` and `inferred_from` are those of `Dated`; `precision` is None
    where there is no time.

    `sentence` is the one that reports it, and `at_words` the range of the predicate in it; `again`: the other
    reports of it.
    """

    at: str | None
    basis: str | None
    event: Done
    sentence: str
    at_words: tuple[int, int]
    precision: str | None = None
    known: str | None = None
    unknown: str | None = None
    inferred_from: Cited | None = None
    again: tuple[Cited, ...] = ()


def timeline(
    db: sqlite3.Connection,
    name: str | None = None,
    since: str | None = None,
    as_of: str | None = None,
    lexicon: Lexicon | None = None,
    *,
    told_since: str | None = None,
) -> tuple[Moment, ...]:
    """All events, or those of which `name` is actor or target, the earliest first, those without a time last.

    `since`: only events of that ISO 8601 day or later; those without a time are then left out. `as_of`, `told_since`:
    only from articles that came out by the one day, or since the other. The reports of one event are one moment. An
    undated report takes the time of another article that dates the same event, and says so.
    """
    lexicon = lexicon or load_default()
    scene = scene_of(db, lexicon, name, as_of, told_since)
    dated = date_events(scene.deeds, scene.cast, lexicon, scene.wording)
    moments = [
        _moment(group, at, scene.cast)
        for reports, at in dated
        if (group := tuple(deed for deed in reports if name is None or _bears_on(deed, scene)))
    ]
    moments.sort(key=_order)
    return tuple(m for m in moments if since is None or _reaches(m.at, since))


def date_events(
    deeds: Iterable[Deed], cast: Cast, lexicon: Lexicon, wording: Mapping[str, Wording] = MappingProxyType({})
) -> tuple[tuple[tuple[Deed, ...], Dated], ...]:
    """Every event with its reports and its time, from reports in any order; that which gives the time stands first."""
    groups = [_dated_first(group, wording) for group in told_together(deeds, cast, lexicon, wording)]
    anchors = _anchors(groups)
    return tuple((group, _date(group, wording, anchors)) for group in groups)


def _dated_first(group: tuple[Deed, ...], wording: Mapping[str, Wording]) -> tuple[Deed, ...]:
    # A headline leaves out 예정 and 계획, so that it stands behind what its article tells.
    return tuple(
        sorted(group, key=lambda deed: (-_exactness(deed.time), _known(deed, wording)[0] is None, deed.headline))
    )


def _exactness(time: str | None) -> int:
    """The fewer days a time covers the more it says; 0 where it says nothing."""
    told = days(time) if time else None
    if told is None:
        return 0
    first, last = (date.fromisoformat(day).toordinal() for day in told)
    return max(1, 100_000 - (last - first))


def _date(group: tuple[Deed, ...], wording: Mapping[str, Wording], anchors: Mapping[str, Dated]) -> Dated:
    head = group[0]
    if precision(head.time):
        own = all(deed.time == head.time for deed in group)
        undated = len(group) > 1 and any(deed.told.place.published is None and not deed.time for deed in group)
        return Dated(head.time, "event", source=None if own or not undated else cite(head))
    known, unknown = _known(head, wording)
    out = min((deed.told.place.published for deed in group if deed.told.place.published), default=None)
    if out is not None:
        return Dated(out, "published", known, unknown)
    anchor = next((anchors[at] for deed in group if (at := deed.told.place.address) in anchors), None)
    return replace(anchor, known=known, unknown=unknown) if anchor else Dated(None, None, known, unknown)


def _known(deed: Deed, wording: Mapping[str, Wording]) -> tuple[str | None, str | None]:
    said = wording.get(deed.id)
    return (said.known, said.unknown) if said else (None, None)


def _anchors(groups: Iterable[tuple[Deed, ...]]) -> Mapping[str, Dated]:
    """By the address of an article without a day of its own: the last day of its events that other articles date."""
    found: dict[str, Dated] = {}
    for group in groups:
        head = group[0]
        if precision(head.time) not in _DAY or head.status not in (Status.HAPPENED, Status.CLAIMED):
            continue
        day = (head.time or "")[:10]
        for deed in group[1:]:
            place = deed.told.place
            if place.published is None and not precision(deed.time):
                best = found.get(place.address)
                if best is None or (best.at or "") < day:
                    found[place.address] = Dated(day, "anchored", source=cite(head))
    return found


def _bears_on(deed: Deed, scene: Scene) -> bool:
    """Whether one of those asked for is the actor or the target."""
    ends = (deed.who("actor"), deed.who("target"))
    return any(id_ is not None and scene.cast.person[id_] in scene.asked for id_ in ends)


def _moment(told: tuple[Deed, ...], at: Dated, cast: Cast) -> Moment:
    first, *rest = told
    again = tuple(cite(deed) for deed in rest)
    return Moment(
        *(at.at, at.basis, _done(first, cast), first.sentence, (first.at, first.at + len(first.quote))),
        *(at.precision, at.known, at.unknown, at.source, again),
    )


def _done(deed: Deed, cast: Cast) -> Done:
    actor, target = deed.who("actor"), deed.who("target")
    if target == actor:  # who acts upon himself acts upon nobody
        target = None
    actor, target, by = (cast.names.get(id_ or "") for id_ in (actor, target, deed.source))
    return Done(
        *(deed.id, deed.frame, deed.action, deed.status, deed.negated, actor, target, by),
        *(deed.quote, deed.worth, deed.time, deed.when, deed.told.start, deed.told.place),
    )


def _order(one: Moment) -> tuple[str, str, str, str, int]:
    """By the first day, the vaguer time first; then by the day and the place of the report."""
    told = days(one.at) if one.at else None
    first, at = (told[0] if told else "9999", one.at or "")
    place = one.event.place
    return first, at, place.published or "9999", place.address, one.event.start


def _reaches(at: str | None, since: str) -> bool:
    told = days(at) if at else None
    return told is not None and told[1] >= since
