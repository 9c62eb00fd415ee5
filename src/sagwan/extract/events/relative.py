"""The head of a relative clause is what the clause leaves out: 메타에 발부한 소환장, 소송을 제기한 김하늘."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.statement import Found
from sagwan.extract.events.clause import TOPICS, asks_of_another, subject_of
from sagwan.extract.events.filling import may_fill, object_of, role_of

if TYPE_CHECKING:
    from sagwan.extract.events.filling import Filling
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.triggers import Triggers
    from sagwan.lexicon.schema.frame import FrameRole

_SUBJECTS = frozenset({"이", "께서", *TOPICS})
_PEOPLE = frozenset({"person", "org", "place"})
_EMPTY_HEADS = frozenset(
    {"것", "사실", "계획", "방침", "예정", "혐의", "의혹", "전망", "가능성", "뒤", "후", "가운데", "때"}
)
# 김하늘은 자금을 지원한 인물로: the noun is the topic over again.
_RESTATING = frozenset({"으로", "이다"})
_MANY = frozenset({"들", "명"})  # 부상을 당한 군인들
# A clause with one of these is what the noun behind it says.
_TELLS = frozenset({"다는", "냐는", "자는", "라는"})


def fill_gap(filling: Filling, match: Match, roles: tuple[FrameRole, ...], ground: Ground, index: Triggers) -> None:
    """Give the noun that the clause describes the role that stays empty in it."""
    p = match.predicate
    if p is None or match.noun is not None or p.form != "adnominal" or p.noun is None or p.noun in match.used:
        return
    head = p.noun.next if p.noun.mark == "과의" and p.noun.next is not None else p.noun  # 열린 북국과의 경기
    if (head.dependent and ground.entity_of(head) is None) or head.mark == "의" or asks_of_another(p):
        # 제정된 유네스코의 협약: the clause describes what the genitive leads to; 제출하라는 공문: it has the words.
        return
    if p.ending in _TELLS and not (head.pronoun or ground.may_act(head) or ground.entity_of(head)):
        return  # 나눴냐는 질문, 인수했다는 소식
    subject, target = role_of(roles, "이"), object_of(roles)
    role = _missing(filling, match, p, ground)
    if role is not None and head.mark == "과" and head.next is not None and not may_fill(role, head, ground):
        head = head.next  # 열린 북국과 평가전에서
    made = (target is not None and target.name in filling.roles) or any(a.mark == "을" for a in match.used)
    if made and role is subject and not (ground.entity_of(head) or ground.may_act(head) or head.tail in _MANY):
        acts = _owner_that_acts(head, p) or _outer(head, ground, index)
        restates = head.mark in _RESTATING
        if acts is None and ground.judges and not (restates or ground.is_somebody(head)):
            return  # 손님을 모은 방식 그대로: what somebody does by a thing is not its own act
        head = acts or head
    if role is None or not may_fill(role, head, ground) or head.head in _EMPTY_HEADS or match.rest is head:
        return
    if role is subject and _wants_people(role) and ground.judges and not _are_people(head, ground):
        return  # 취임한 김 총장의 임기, 출마한 후보의 선언
    filling.put(role.name, head)
    maker = _maker(p, head, ground, index) if role is target and not match.passive else None
    if maker is not None and subject is not None and may_fill(subject, maker, ground):
        filling.put(subject.name, maker, Found.INFERRED)


def _is_a_person(head: Phrase, ground: Ground) -> bool:
    """Whether somebody is meant, by name or by what people are called: 기록한 김하늘, 털어놓은 고인."""
    kind = ground.kind_of(head)
    return kind == "person" or (kind is None and ground.judges and ground.is_somebody(head))


def _wants_people(role: FrameRole) -> bool:
    return bool(role.kinds) and _PEOPLE.issuperset(role.kinds)


def _are_people(head: Phrase, ground: Ground) -> bool:
    return ground.entity_of(head) is not None or ground.is_somebody(head) or head.pronoun


def _maker(p: Predicate, head: Phrase, ground: Ground, index: Triggers) -> Phrase | None:
    """누리연구원은 [8일 펴낸] 보고서에서 밝혔다: where a clause that describes a thing names nobody, who has it now."""
    own = p.subject is not None or any(a.mark in _SUBJECTS for a in p.args)
    if own or p.ending != "ㄴ" or head.owner is None or head.mark in (*_SUBJECTS, "이다"):
        return None
    if ground.entity_of(head) is not None or ground.may_act(head):
        return None
    outer = subject_of(head.owner, index.raising)
    if outer is None or outer.first > p.first or outer.quotation != p.quotation:
        return None
    return outer if ground.kind_of(outer) in ("person", "org") else None


def _missing(filling: Filling, match: Match, p: Predicate, ground: Ground) -> FrameRole | None:
    """The role that the clause leaves to the noun behind it."""
    roles, head = match.trigger.acting.roles, p.noun
    subject, target = role_of(roles, "이"), object_of(roles)
    own_subject = any(a.mark in _SUBJECTS for a in p.args)
    if match.passive:
        return (target or subject) if not own_subject else None
    if not own_subject and (target is None or target.name in filling.roles or match.trigger.complements):
        return subject
    if own_subject:
        return target if target is not None and target.name not in filling.roles else None
    if match.trigger.acting.frame.tie is None and head is not None and _is_a_person(head, ground):
        return subject  # 기록한 김하늘: nobody is the object of an act that does not bind two
    return target


def _owner_that_acts(head: Phrase, p: Predicate) -> Phrase | None:
    """한빛국을 방문한 김하늘 팀장의 보고서: the clause may describe whose thing it is."""
    return next((m for m in head.modifiers if m.mark == "의" and m.first >= p.end), None)


def _outer(head: Phrase, ground: Ground, index: Triggers) -> Phrase | None:
    """배상을 청구하는 소장을 냈다: a thing does not act where somebody else may."""
    if head.owner is None or head.mark != "을":
        return None
    outer = subject_of(head.owner, index.raising)
    return outer if outer is not None and ground.entity_of(outer) is not None else None
