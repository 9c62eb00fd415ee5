"""The object that a clause shares with the one joined before it: 경찰은 김하늘을 체포해 조사했다."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.events.filling import may_fill, object_of
from sagwan.extract.events.spot import verb_match

if TYPE_CHECKING:
    from sagwan.extract.events.filling import Filling
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.triggers import Triggers

_JOINED = frozenset({"어", "어서", "고", "며"})


def share_object(filling: Filling, match: Match, ground: Ground, index: Triggers) -> None:
    """Give an act that wants a target and has none that of the act joined just before it, where both are acts of one
    family (도입해 운용했다) or it has a name: of others one in two was none of it (정보를 제공해 격침했다).
    """
    p, object_ = match.predicate, object_of(match.trigger.acting.roles)
    if p is None or match.noun is not None or match.used or match.passive or object_ is None:
        return
    if object_.name != "target" or object_.name in filling.roles or any(a.mark == "을" for a in p.args):
        return
    before = _joined_before(p, ground)
    acts = verb_match(before, index) if before is not None else None
    shared = _object(acts) if acts is not None else None
    if acts is None or shared is None or not may_fill(object_, shared, ground):
        return
    if _family(acts) == _family(match) or ground.kind_of(shared) in ("person", "org"):
        filling.put(object_.name, shared)


def _joined_before(p: Predicate, ground: Ground) -> Predicate | None:
    """The clause that nothing but a time stands between and this one."""
    last = max(p.links, key=lambda q: q.first, default=None)
    if (
        last is None
        or last.ending not in _JOINED
        or any(a.first >= last.end and not ground.is_value(a) for a in p.args)
    ):
        return None
    return last


def _object(match: Match) -> Phrase | None:
    if match.used or match.passive or match.predicate is None or object_of(match.trigger.acting.roles) is None:
        return None
    return next((a for a in match.predicate.args if a.mark == "을"), None)


def _family(match: Match) -> str:
    return match.trigger.acting.id.split(".")[0]
