"""Which reports tell one and the same event: what makes of three outlets' mentions one event with three reports."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.views.bearing import meanings
from sagwan.views.cited import folded, text_order
from sagwan.views.points import agree, fits, precision

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


class _Together:
    """Groups reports; each joins the first group with all of which it agrees and with one of which it is one."""

    def __init__(self, cast: Cast, lexicon: Lexicon, wording: Mapping[str, Wording]) -> None:
        self._cast = cast
        self._meanings = meanings(lexicon)
        self._wording = wording
        self._sentences: dict[str, str] = {}

    def groups(self, deeds: list[Deed]) -> tuple[tuple[Deed, ...], ...]:
        found: list[list[Deed]] = []
        seat: dict[str, int] = {}
        near: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for deed in deeds:
            keys = tuple(self._keys(deed))
            home = seat.get(deed.same_as or "")
            if home is None:
                beside = sorted(set().union(*(near[key] for key in keys)))
                home = next((n for n in beside if self._belongs(deed, found[n])), None)
            if home is None:
                home = len(found)
                found.append([])
            found[home].append(deed)
            seat[deed.id] = home
            for key in keys:
                near[key].add(home)
        return tuple(tuple(group) for group in found)

    def _keys(self, deed: Deed) -> Iterator[tuple[str, ...]]:
        """What reports of one event may share: the sentence; the target with the day of the month, or of a deed."""
        act, target = self._act(deed), self._target(deed)
        sentence = self._sentence(deed)
        if len(sentence) >= _SHORT:
            yield "sentence", *act, sentence
        if target is not None and deed.who("actor") is not None:
            day = (deed.time or self._known(deed) or "")[8:10]
            if self._deed(deed):
                yield "deed", *act, target
            elif day:
                yield "day", *act, target, day

    def _act(self, deed: Deed) -> tuple[str, ...]:
        """Frame, actor and standing: what no two reports of one event differ in."""
        actor = deed.who("actor")
        stands = "told" if deed.status in _TOLD else "ahead" if deed.status in _AHEAD else deed.status
        who = self._cast.person[actor] if actor is not None else ""
        return deed.frame, who, stands, "not" if deed.negated else ""

    def _belongs(self, deed: Deed, group: list[Deed]) -> bool:
        if any(other.told.place == deed.told.place for other in group):
            return False  # an article tells its own events apart
        return all(self._may_be(deed, other) for other in group) and any(self._is(deed, other) for other in group)

    def _may_be(self, one: Deed, other: Deed) -> bool:
        a, b = self._target(one), self._target(other)
        if a is not None and b is not None and a != b:
            return False
        known = (self._known(one), other.time), (self._known(other), one.time)
        clash = any(part and time and len(part) <= len(time) and not fits(part, time) for part, time in known)
        return agree(one.time, other.time) and not clash

    def _is(self, one: Deed, other: Deed) -> bool:
        sentence = self._sentence(one)
        if len(sentence) >= _SHORT and sentence == self._sentence(other):
            return True
        target = self._target(one)
        if target is None or target != self._target(other) or one.who("actor") is None:
            return False
        return self._same_day(one, other) or (self._deed(one) and _together_out(one, other))

    def _same_day(self, one: Deed, other: Deed) -> bool:
        if precision(one.time) in ("day", "minute") and (one.time or "")[:10] == (other.time or "")[:10]:
            return True
        return any(fits(self._known(a), b.time) for a, b in ((one, other), (other, one)) if b.time is not None)

    def _deed(self, deed: Deed) -> bool:
        meaning = self._meanings.get(deed.frame)
        return meaning is not None and meaning.form == "deed"

    def _known(self, deed: Deed) -> str | None:
        wording = self._wording.get(deed.id)
        return wording.known if wording else None

    def _target(self, deed: Deed) -> str | None:
        target = deed.who("target")
        return self._cast.person[target] if target is not None else None

    def _sentence(self, deed: Deed) -> str:
        if deed.id not in self._sentences:
            self._sentences[deed.id] = folded(deed.sentence)
        return self._sentences[deed.id]


def _together_out(one: Deed, other: Deed) -> bool:
    a, b = one.told.place.published, other.told.place.published
    return a is not None and b is not None and abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _DAYS
