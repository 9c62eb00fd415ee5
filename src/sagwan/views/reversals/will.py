"""What somebody would not do and later would or did, or the other way round, by the acts that are told."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.views.bearing import meanings
from sagwan.views.contrary import teller
from sagwan.views.reversals.reversal import reversal_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sagwan.ledger.acts import Deed
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast
    from sagwan.views.reversals.reversal import Reversal


def turns_of_will(deeds: Iterable[Deed], cast: Cast, lexicon: Lexicon) -> Iterator[Reversal]:
    """Who said that he would not do something to somebody, and later would or did; and the other way round.

    The same frame, actor and target, in two articles of two days; the first stands on his own word, the other on his
    own or, where it was done, on the reporter's.
    """
    known = meanings(lexicon)
    by_act: dict[tuple[str, str, str], list[Deed]] = defaultdict(list)
    for deed in deeds:
        actor, target = deed.who("actor"), deed.who("target")
        if actor is not None and target is not None and deed.frame in known and deed.told.place.published:
            by_act[(deed.frame, cast.person[actor], cast.person[target])].append(deed)
    for (_, actor, _), told in sorted(by_act.items()):
        told.sort(key=lambda d: (d.told.place.published or "", d.id))
        first = next((d for d in told if _own(d, actor, cast) and (_wills(d) or _will_not(d))), None)
        turn = first and next((d for d in told if _turns(first, d, actor, cast)), None)
        if first and turn:
            yield reversal_of(cast.name(first.who("actor")) or "", "will", first, turn)


def _turns(first: Deed, then: Deed, actor: str, cast: Cast) -> bool:
    if (then.told.place.published or "") <= (first.told.place.published or ""):
        return False
    if _will_not(first):
        did = then.status == Status.HAPPENED and not then.negated
        return did or (_wills(then) and _own(then, actor, cast))
    return _will_not(then) and _own(then, actor, cast)


def _wills(deed: Deed) -> bool:
    return deed.status == Status.PLANNED and not deed.negated


def _will_not(deed: Deed) -> bool:
    return deed.status in (Status.REFUSED, Status.DENIED) or (deed.status == Status.PLANNED and deed.negated)


def _own(deed: Deed, actor: str, cast: Cast) -> bool:
    """Whether he himself says so, or somebody who holds a post with him; a refusal is his own word."""
    if deed.source is None:
        return deed.status == Status.REFUSED
    return teller(deed, cast) == actor or cast.of_house(deed.source, deed.who("actor"))
