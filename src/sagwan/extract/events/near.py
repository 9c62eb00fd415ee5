"""The phrases that stand beside an act, each a candidate for one of its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.events.clause import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.spot import Match

# What seldom stands beside a partner in one list: 누리전자와 양해각서를, 누리전자와 8월까지, 누리전자와 900억원에.
_PARTED = frozenset({"을", "", "부터", "까지"})
_SPEECH = "talk."


def beside(match: Match, ground: Ground) -> Iterator[Phrase]:
    """The phrases beside the event's words, those that made it this event left out."""
    p = match.predicate
    if match.rest is not None and not (p is not None and _is_channel(match.rest, p, ground)):
        yield match.rest
    own = _own(match, ground)
    for a in own:
        if a not in match.used and a is not match.noun:
            yield a
        if a.clause is not None and a.clause.describes:
            yield from (x for x in a.clause.args if x.mark == "에게")  # 김하늘에게 고마운 마음을 전했다
    # 누리전자와 양해각서를: the analyser joins what the verb keeps apart.
    # 누리전자와 한빛물산은 참석했다 names two that act; only where an act needs a partner is the first one that.
    mutual = any(r.name == "target" and r.particles[0] == "과" for r in match.trigger.acting.roles)
    for a in (*own, *match.used):
        if not a.modifiers:
            continue
        named = a.comma or ground.entity_of(a) is not None  # 김하늘과 박도현, 누리전자는: a list of names
        whom = mutual and not named and not ground.is_somebody(a)  # 누리전자와 인수 문제에 합의했다
        parted = (a.mark in _PARTED and not named) or whom or a in match.used or ground.is_value(a)
        if parted or (mutual and a.mark in SUBJECTS):
            marks = ("과", "과의") if a in match.used else ("과",)
            partners = (m for m in a.modifiers if m.mark in marks and m not in own)
            yield from (m for m in partners if m.next is None or m.next.head not in ground.between)


def won_at(match: Match, ground: Ground) -> Phrase | None:
    """What stands before the verb's noun as the place where it was got: 한빛대회 금메달을 땄다."""
    if match.noun is not None or match.rest is None or ground.kind_of(match.rest) != "event":
        return None
    return match.rest if any(role.name == "place" for role in match.trigger.acting.roles) else None


def _own(match: Match, ground: Ground) -> Sequence[Phrase]:
    """The phrases of the event's predicate, without objects that a clause between them and it has taken."""
    p = match.predicate
    if p is None:
        return match.fellows
    objects = [a for a in p.args if a.mark == "을"]
    # 대표를 위원장으로 위원회를 꾸려 고문을 맡았다: what stands before a joined clause, the own object behind it.
    beyond = [a for a in objects[1:] if any(a.first < q.first < objects[0].first and _has_object(q) for q in p.links)]
    if match.trigger.acting.id.startswith(_SPEECH) and match.trigger.acting.frame.tie is None:
        # 수류탄을 높은 데서 던진다고 보도했다
        said = [q for q in p.tells if q.quotation == p.quotation and not (q.describes or q.passive or _has_object(q))]
        beyond += [a for a in objects if any(a.first < q.first for q in said) and ground.entity_of(a) is None]
    return [a for a in p.args if a not in beyond and not (a.mark == "에" and _is_channel(a, p, ground))]


def _is_channel(a: Phrase, p: Predicate, ground: Ground) -> bool:
    """Whether it is where the words stand that `p` reports: 누리북에 “…”라고 비판했다."""
    said = ground.statement_by(p.span)
    return said is not None and said.channel_span is not None and said.channel_span.overlaps(a.span)


def _has_object(p: Predicate) -> bool:
    return any(a.mark == "을" for a in p.args)
