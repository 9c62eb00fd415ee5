"""Two reports of one act of which one says that it was and the other that it was not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.views.cited import text_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sagwan.ledger.acts import Deed
    from sagwan.views.cast import Cast

_TOLD_AS_FACT = (Status.HAPPENED, Status.CLAIMED)


@dataclass(frozen=True, slots=True)
class Contrary:
    """Reports that affirm and reports that deny one act of one actor upon one target."""

    affirmed: tuple[Deed, ...]
    denied: tuple[Deed, ...]


def contraries(deeds: Iterable[Deed], cast: Cast) -> Iterator[Contrary]:
    """Acts that are affirmed and denied: the same frame, actor and target, both known, and no two times that differ.

    What is planned, asked for, possible or refused is neither: who refuses does not say that it was not so.
    """
    by_act: dict[tuple[str, str, str], list[Deed]] = defaultdict(list)
    for deed in sorted(deeds, key=lambda d: (text_order(d.told), d.id)):
        actor, target = deed.who("actor"), deed.who("target")
        if actor is not None and target is not None and (affirms(deed) or denies(deed)):
            by_act[(deed.frame, cast.person[actor], cast.person[target])].append(deed)
    for _, told in sorted(by_act.items()):
        times = {deed.time for deed in told if deed.time}
        yes, no = tuple(d for d in told if affirms(d)), tuple(d for d in told if denies(d))
        if yes and no and len(times) <= 1:
            yield Contrary(yes, no)


def affirms(deed: Deed) -> bool:
    """Whether the report says that the act took place."""
    return not deed.negated and deed.status in _TOLD_AS_FACT


def denies(deed: Deed) -> bool:
    """Whether the report says that it did not."""
    return deed.status == Status.DENIED or (deed.negated and deed.status in _TOLD_AS_FACT)


def teller(deed: Deed, cast: Cast) -> str | None:
    """On whose word it stands, the same key for one identity; None for the reporter's own."""
    return cast.person.get(deed.source) if deed.source is not None else None
