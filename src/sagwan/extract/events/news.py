"""Whether an act is worth a line in a ledger: somebody by name, a sum, or an act that is news whoever did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.core.values import TimeType
from sagwan.extract.events.tense import is_past, is_present

if TYPE_CHECKING:
    from sagwan.core.event import Event
    from sagwan.core.statement import Statement
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Predicate
    from sagwan.extract.events.spot import Match

# The reason written into a record whose actor was named in the sentence before.
CARRIED = "앞 문장의 주어를 이어받음"
# The rule that tells a habit.
HABIT = "늘 하는 일"


def is_news(event: Event, match: Match, statement: Statement | None, ground: Ground) -> bool:
    """Whether the record says enough to be opened, and its words are not a name.

    Words of every day want a name that acts or undergoes, and what was done. What somebody tells of himself in his own
    words wants a name besides his, a sum, or what he does it to.
    """
    p = match.predicate
    if match.noun is not None and match.noun.span.end in ground.ends:
        return False  # 이 고문은, 참여연대: the noun is somebody's name or title
    if _told_by(event, HABIT):
        return False  # 매년 축제를 연다: what is done again and again is no act of its own
    written = {a.role for a in event.arguments}
    whole = bool(match.used) or bool(written - {"actor"})
    if match.trigger.acting.frame.weak:
        return _of_every_day(event, match, statement, ground, whole=whole)
    if event.actor is None and event.target is None:
        return event.amount is not None or _of_nobody(event, match, statement, ground)
    if event.actor is None and p is not None:
        bound = match.trigger.acting.frame.tie is not None or _is_dated(event, ground)
        return match.passive or "actor" in written or _calls_subject(match) or (bound and told(p))
    alone = event.target is None and event.amount is None
    own = statement is not None and statement.speaker == event.actor and p is not None and p.quoted
    return not (alone and own) or (p is not None and told(p) and (whole or event.status is Status.CLAIMED))


def wants_actor(match: Match) -> bool:
    """Whether the act is no news unless somebody by name does it: an active verb of every day."""
    return match.trigger.acting.frame.weak and not match.passive


def _of_nobody(event: Event, match: Match, statement: Statement | None, ground: Ground) -> bool:
    """Whether an act of nobody by name is told: in a headline, as news, with its day or a figure, or in the past of
    people who are named by what they are (주민들은 …을 신고했다).
    """
    p, acts = match.predicate, any(a.role == "actor" for a in event.arguments)
    if event.negated or event.status not in _SURE_OR_LIKELY or not (event.arguments or _calls_subject(match)):
        return False
    if p is None:
        return event.status in _SURE
    if _holds_always(event, match, p):
        return False
    dated = _is_dated(event, ground)
    if _is_sure_news(event, match, p) or dated or _counted(p, ground):
        return told(p) or (dated and p.form == "adnominal" and event.status in _SURE)
    if event.status not in _SURE or not acts or not told(p) or p.quoted or statement is not None:
        return False
    return (p.form == "final" and len(event.arguments) > 1) or _done_by_people(event, p, ground)


def _is_sure_news(event: Event, match: Match, p: Predicate) -> bool:
    """Whether it is told as past, or as fixed for a day to come, of an act that is news whoever did it, whomever it
    befell and whoever tells it: 경찰에 따르면 작업자가 숨졌다, 사고가 났다.
    """
    frame, roles = match.trigger.acting.frame, {a.role for a in event.arguments}
    if not frame.news or p.quoted or event.status is Status.POSSIBLE:
        return False
    over = p.noun.owner if p.form == "adnominal" and p.noun is not None else None  # 숨지는 일이 있었다
    sure = is_past(p) or (over is not None and is_past(over)) or (frame.scheduled and event.status is Status.PLANNED)
    return sure and ("actor" in roles or _calls_subject(match) or (match.passive and "target" in roles))


def _holds_always(event: Event, match: Match, p: Predicate) -> bool:
    """Whether a present tells what holds at any time: 운동은 심폐 기능을 끌어올린다; not 하락이 예상된다."""
    plain = is_present(p) and not (p.eps or p.aux or p.tail)
    return plain and event.status is Status.HAPPENED and not match.trigger.acting.frame.opinion


_SURE = frozenset({Status.HAPPENED, Status.PLANNED})
_SURE_OR_LIKELY = _SURE | {Status.CLAIMED, Status.POSSIBLE}


def _done_by_people(event: Event, p: Predicate | None, ground: Ground) -> bool:
    """Whether it is told as past of people who are named by what they are: 주민들이 신고했다."""
    subject = next((one for one in event.arguments if one.role == "actor"), None)
    if p is None or subject is None or p.quoted or event.negated or event.status is not Status.HAPPENED:
        return False
    return told(p) and is_past(p) and ground.means_people(subject.span)


def _calls_subject(match: Match) -> bool:
    """Whether what takes place is the verb's own noun: 간담회가 열렸다."""
    return any(need.particle == "이" for need in match.trigger.complements) or (match.passive and bool(match.used))


def _is_dated(event: Event, ground: Ground) -> bool:
    """Whether a day, an hour or a year stands by it, and not how long or how often."""
    if event.time is None:
        return False
    time = ground.values.times[event.time]
    return time.type is TimeType.TIME or (time.type is TimeType.DATE and time.value is not None)


def told(p: Predicate) -> bool:
    """Whether the clause tells its act for itself and does not describe somebody by it: 인수했다, 인수할 예정이다."""
    if p.form == "adnominal" and p.noun is not None and p.noun.dependent:
        above = p.noun.owner  # 인수할 수 있는 회사 describes the company
        return above is None or above.form != "adnominal"
    return p.form in ("final", "link")


def _of_every_day(event: Event, match: Match, statement: Statement | None, ground: Ground, *, whole: bool) -> bool:
    who, other = (event.target, event.actor) if match.passive else (event.actor, event.target)
    if match.predicate is not None and _told_by(event, CARRIED):
        return False
    if who is None or ground.entities[who].kind not in ("person", "org"):
        return None not in (who, other)
    if other is not None or event.amount is not None:
        return True
    own = statement is not None and statement.speaker == who
    return whole and not own and (match.predicate is None or told(match.predicate))


def _told_by(event: Event, rule: str) -> bool:
    return event.reason is not None and any(r.rule == rule for r in event.reason.parts)


def _counted(p: Predicate, ground: Ground) -> bool:
    """Whether a sum, a share or a count stands in the clause: 5% 줄었다, 14팀이 진출했다."""
    figures = [v.span for v in ground.values.shares] + [v.span for v in ground.values.counts]
    return any(ground.money_in(a.span) is not None or any(a.span.overlaps(f) for f in figures) for a in p.args)
