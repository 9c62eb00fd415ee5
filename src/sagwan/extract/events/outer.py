"""What stands before a clause inside another and belongs to the outer one: whom one asks, and the day of the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.events.clause import asks_of_another, own_subject
from sagwan.extract.events.grammar import hang
from sagwan.extract.events.ground import Day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.events.clause import Clauses
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.triggers import Triggers

_COPULA, _IS_NOT = ("이",), ("아니",)
_DOERS = frozenset({"에", "에게", "에 의해", "한테"})
_ASKED = frozenset({"에게", "한테", "께", "을 상대로"})


def give_out(clauses: Clauses, ground: Ground, index: Triggers) -> None:
    """Hang on the outer verb what the inner one took though it is the outer one's, and on the inner one what a noun
    that stands for its clause has taken.
    """
    for p in clauses.predicates:
        above = p.noun.owner if p.form == "adnominal" and p.noun is not None else p.governor
        if above is None:
            continue
        _join(p, above, ground)
        if p.noun is not None and (p.noun.dependent or p.noun.head in index.raising):
            _take_in(p, above)
        if p.form == "quote":
            _tell_of(p, above)
        if p.form == "quote" and p.stems == _COPULA:
            for a in [a for a in p.args if a.mark == "에 대해"]:
                hang(a, p, above)  # 대표를 향해 ‘바보’라며 비난했다
        if asks_of_another(p):
            _ask(p, above, ground)
        elif p.form == "adnominal":
            _date(p, above, ground)


def _join(p: Predicate, above: Predicate, ground: Ground) -> None:
    """그는 [신고를 받고 출동한] 경찰에 붙잡혔다: who did something to him acts in the clauses that describe him."""
    doer = above.noun if p.form == "link" and p in above.links and above.form == "adnominal" else None
    if doer is None or doer.mark not in _DOERS or doer.owner is None or own_subject(p) or own_subject(above):
        return
    if ground.kind_of(doer) in ("person", "org") or ground.is_somebody(doer):
        p.subject = doer


def _take_in(p: Predicate, above: Predicate) -> None:
    """국회에는 법안을 낼 계획이다: what is told of the plan is told of the act."""
    for a in [a for a in above.args if a.topical and a.first < p.first and a.quotation == p.quotation]:
        above.args.remove(a)
        p.args.append(a)
        a.owner = p


def _tell_of(p: Predicate, above: Predicate) -> None:
    """누리전자는 [인수했다는 보도는 사실이 아니라고] 밝혔다: of two topics before the words the second is theirs."""
    topics = sorted((a for a in above.args if a.mark == "은" and a.first < p.first), key=lambda a: a.first)
    whole = p.stems != _IS_NOT and own_subject(p) is not None
    if len(topics) > 1 and not whole and topics[-1].quotation == p.quotation:
        above.args.remove(topics[-1])
        p.args.append(topics[-1])
        topics[-1].owner = p


def _ask(p: Predicate, above: Predicate, ground: Ground) -> None:
    """누리전자는 16일 한빛물산에 [부품을 달라고] 요청했다: who is asked acts in what is asked for, if anybody does; not
    where it names who acts (한빛물산이 누리전자에 지급하라고).
    """
    own = any(a.mark == "이" for a in p.args)
    asked = _asked(p.args[::-1], ground) if not own else None
    before = [a for a in p.args if asked is None or a.first < asked.first]
    bodies = [a for a in before if a.mark == "에" and ground.kind_of(a) == "org" and not own]
    theirs = [a for a in before if a in bodies or _is_time(a, ground)]
    for a in (*theirs, *((asked,) if asked is not None else ())):
        hang(a, p, above)
    asked = asked or _asked(above.args, ground)
    # 누리전자가 물러나며 김하늘에게 [출마해 달라는] 요청이 있다: nor is he who is asked the one of the clause before.
    shared = p.subject is not None and p.subject.owner is not p and asked is not None
    if p.subject is None or p.subject is above.subject or shared:
        p.subject = asked


def _date(p: Predicate, above: Predicate, ground: Ground) -> None:
    """누리전자는 16일 [한빛물산에 건] 소송을 취하했다: what is told of that day was done on it."""
    first = p.args[-1] if len(p.args) > 1 else None
    if first is None or not _is_time(first, ground) or any(_is_time(a, ground) for a in above.args):
        return
    if ground.on_the_day(ground.time_in(first.span)):
        hang(first, p, above)


def _asked(beside: Sequence[Phrase], ground: Ground) -> Phrase | None:
    """Of those beside the verb the one who is asked: 법원에 한빛물산을 상대로 [배상하라는] 소송을 냈다."""
    sure = next((a for a in beside if a.mark in _ASKED), None)
    bodies = (a for a in beside if a.mark == "에" and ground.kind_of(a) in ("person", "org"))
    return sure or next(bodies, None)


def _is_time(a: Phrase, ground: Ground) -> bool:
    time = ground.time_in(a.span) if a.mark == "" else None
    return time is not None and ground.day_of(time) is not Day.COMING
