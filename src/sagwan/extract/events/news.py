"""Whether an act is worth a line in a ledger: somebody by name, a sum, or an act that is news whoever did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.event import Status

if TYPE_CHECKING:
    from sagwan.core.event import Event
    from sagwan.core.statement import Statement
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Predicate
    from sagwan.extract.events.spot import Match

# The reason written into a record whose actor was named in the sentence before.
CARRIED = "앞 문장의 주어를 이어받음"


def is_news(event: Event, match: Match, statement: Statement | None, ground: Ground) -> bool:
    """Whether the record says enough to be opened, and its words are not a name.

    An act of nobody by name counts where it is told for itself and its frame is news, or a figure stands by it.
    Words of every day want a name that acts or undergoes, and what was done. What somebody tells of himself in his own
    words wants a name besides his, a sum, or what he does it to.
    """
    p = match.predicate
    if match.noun is not None and match.noun.span.end in ground.ends:
        return False  # 이 고문은, 참여연대: the noun is somebody's name or title
    written = {a.role for a in event.arguments}
    whole = bool(match.used) or bool(written - {"actor"})
    if match.trigger.acting.frame.weak:
        return _of_every_day(event, match, statement, ground, whole=whole)
    if event.actor is None and event.target is None:
        if event.amount is not None:
            return True
        loose = statement is not None or p is None or p.quoted or not told(p)
        sure = event.status in (Status.HAPPENED, Status.PLANNED) and not event.negated
        full = p is not None and p.form == "final" and len(written) > 1
        tells = full or match.trigger.acting.frame.news or _counted(p, ground)
        return sure and not loose and "actor" in written and tells
    if event.actor is None and p is not None:
        return match.passive or "actor" in written or (match.trigger.acting.frame.tie is not None and told(p))
    alone = event.target is None and event.amount is None
    own = statement is not None and statement.speaker == event.actor and p is not None and p.quoted
    return not (alone and own) or (p is not None and told(p) and (whole or event.status is Status.CLAIMED))


def told(p: Predicate) -> bool:
    """Whether the clause tells its act for itself and does not describe somebody by it: 인수했다, 인수할 예정이다."""
    if p.form == "adnominal" and p.noun is not None and p.noun.dependent:
        above = p.noun.owner  # 인수할 수 있는 회사 describes the company
        return above is None or above.form != "adnominal"
    return p.form in ("final", "link")


def _of_every_day(event: Event, match: Match, statement: Statement | None, ground: Ground, *, whole: bool) -> bool:
    who, other = (event.target, event.actor) if match.passive else (event.actor, event.target)
    if match.predicate is not None and _carried(event):
        return False
    if who is None or ground.entities[who].kind not in ("person", "org"):
        return None not in (who, other)
    if other is not None or event.amount is not None:
        return True
    own = statement is not None and statement.speaker == who
    return whole and not own and (match.predicate is None or told(match.predicate))


def _carried(event: Event) -> bool:
    return event.reason is not None and any(r.rule == CARRIED for r in event.reason.parts)


def _counted(p: Predicate | None, ground: Ground) -> bool:
    """Whether a sum or a share stands in the clause: 5% 줄었다."""
    return p is not None and any(ground.share_in(a.span) or ground.money_in(a.span) is not None for a in p.args)
