"""Phrases into the roles of a frame: by particle, by voice, by what a relative clause leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.events.clause import TOPICS, joins, own_subject, subject_of
from sagwan.extract.events.filling import Filling, may_fill, object_of, role_of
from sagwan.extract.events.near import beside, won_at
from sagwan.extract.events.relative import fill_gap
from sagwan.extract.events.sharing import share_object
from sagwan.extract.events.voice import marks_of, may_be_agent, undergoes

if TYPE_CHECKING:
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.triggers import Triggers
    from sagwan.lexicon.schema.frame import FrameRole

_SUBJECTS = frozenset({"이", "께서", *TOPICS})
# Whom one asks to do something.
_ASKED = frozenset({"에", "에게", "에 대해", "한테"})
# What is put on, launched or built rather than acts, save that it may say something.
_DONE_TO = frozenset({"event", "product", "project"})
_SPEECH = "talk."
_STEPS = 4


def fill(match: Match, ground: Ground, index: Triggers) -> Filling:
    """The roles of the match that the sentence itself fills."""
    filling = Filling(near=list(beside(match, ground)))
    filling.deep = [m for a in (*filling.near, *match.used) for m in a.modifiers]
    roles = match.trigger.acting.roles
    p = match.predicate
    for role in sorted(roles, key=lambda r: not r.words):  # a court is first what only a court can be
        _by_particle(filling, match, role, ground)
    if (place := won_at(match, ground)) is not None:
        filling.put("place", place)
    fill_gap(filling, match, roles, ground, index)
    _possessor(filling, match, roles, ground)
    if p is not None:
        _subject(filling, match, p, ground, index)
    else:
        _headline_actor(filling, match, roles, ground)
    _bare(filling, match, roles, ground)
    _genitive(filling, match, roles, ground)
    share_object(filling, match, ground, index)
    _first_acts(filling)
    return filling


def _by_particle(filling: Filling, match: Match, role: FrameRole, ground: Ground) -> None:
    """The first phrase whose particle and sort are those of the role; a sum may stand before the noun it belongs to."""
    marks = marks_of(role, match, match.trigger.acting.roles)
    if match.noun is not None and role.name == "target":
        marks = (*marks, "에 대해")
    agent = role.name == "actor" and match.passive
    deep = filling.deep if "money" in role.kinds else ()
    for a in (*filling.near, *deep):
        stands = a.mark in marks or a in deep or (a.mark == "과의" and "과" in marks)
        if a in filling.roles.values() or not stands or not may_fill(role, a, ground):
            continue
        if not agent or may_be_agent(a, ground):
            filling.put(role.name, a)
            return


def _possessor(filling: Filling, match: Match, roles: tuple[FrameRole, ...], ground: Ground) -> None:
    """누리전자의 한빛물산 인수를 막았다: who is said to own the act does it, whoever governs it; 경찰 조사를 받았다."""
    role = role_of(roles, "이")
    if match.noun is None or role is None or role.name in filling.roles:
        return
    owner = next((m for m in match.noun.modifiers if m.mark == "의"), None)
    if match.passive:
        agent = owner or match.rest
        if agent is not None and match.noun.mark == "을" and ground.kind_of(agent) == "org":
            filling.put(role.name, agent)
    elif match.rest is not None and owner is not None and ground.kind_of(owner) in ("person", "org"):
        filling.put(role.name, owner)
    elif match.rest is not None and _of_a_person(match.rest, roles, ground):
        filling.put(role.name, match.rest)


def _of_a_person(rest: Phrase, roles: tuple[FrameRole, ...], ground: Ground) -> bool:
    """김하늘 대표 취임을 앞두고: what nobody undergoes is done by the person whose name stands before it."""
    return not any(r.name == "target" for r in roles) and ground.kind_of(rest) == "person"


def _genitive(filling: Filling, match: Match, roles: tuple[FrameRole, ...], ground: Ground) -> None:
    """누리전자의 한빛물산 인수: the genitive acts where the object is named, and is the object where it is not."""
    if match.noun is None:
        return
    owner = next((m for m in match.noun.modifiers if m.mark == "의"), None)
    if owner is None:
        return
    whose = role_of(roles, "을")
    if match.answer is not None or (whose is not None and whose.name != "target" and ground.entity_of(owner)):
        whose = None  # 누리전자의 제안: what is asked for is nobody's
    for role in (whose, role_of(roles, "이")):
        if role is not None and role.name not in filling.roles and may_fill(role, owner, ground):
            filling.put(role.name, owner)
            return


def _first_acts(filling: Filling) -> None:
    """누리전자와 한빛물산은 합병했다: of two that act together the first named is the actor."""
    actor, target = filling.roles.get("actor"), filling.roles.get("target")
    if actor is not None and target is not None and target in actor.modifiers:
        filling.roles["actor"], filling.roles["target"] = target, actor


def _subject(filling: Filling, match: Match, p: Predicate, ground: Ground, index: Triggers) -> None:
    """The actor, or in a passive the target: from this clause, the topic, or the clause above."""
    roles = match.trigger.acting.roles
    role = role_of(roles, "이")
    if p.voice == "시키" and match.trigger.verb.endswith("하") and _made_to_act(filling, role, ground):
        return
    phrase = _acting(filling, match, p, ground, index)
    phrase = phrase if match.passive else _whose_it_is(phrase, p, ground)
    undergone = next((r for r in roles if undergoes(r, p)), None) if match.passive else None
    if undergone is not None:
        role = undergone
        _agent(filling, roles, ground)
    if role is None or role.name in filling.roles or phrase is None or _takes_no_part(phrase, p, ground):
        return
    if _asks(phrase, p, index):
        _asked(filling, role, p, ground)
        return
    if phrase in match.used or phrase in filling.roles.values() or _is_acted_on(filling, match, phrase, ground):
        return
    if (phrase.mark == "이" or p.quoted) and _is_asked(phrase, p, index):
        # 북국이 물러날 것을 촉구했다: who is to act is not who asks.
        role = next((r for r in roles if r.name == "target"), None)
    elif phrase.mark == "도" and not match.passive:
        phrase = _object_with_too(filling, match, phrase, ground, index)
    elif p.form == "adnominal" and phrase is p.noun and match.noun is None and not match.passive:
        return
    if role is not None and may_fill(role, phrase, ground):
        filling.put(role.name, phrase)


def _whose_it_is(phrase: Phrase | None, p: Predicate, ground: Ground) -> Phrase | None:
    """[해솔시에서 태어난] 선생의 일생: before somebody's thing the clause describes him."""
    owner = p.noun if p.form == "adnominal" and p.noun is not None and p.noun.mark == "의" else None
    if phrase is None or owner is None or owner.next is not phrase or ground.is_somebody(phrase):
        return phrase
    return owner if ground.kind_of(owner) == "person" or ground.is_somebody(owner) else phrase


def _is_acted_on(filling: Filling, match: Match, phrase: Phrase, ground: Ground) -> bool:
    """누리전자의 새 결제는 전국으로 확대할 계획이다: a topic that cannot act is the object, and its owner acts;
    ‘봄밤’은 다음 달 개봉한다, 통산 2승은 외국에서 기록했다.
    """
    p, roles = match.predicate, match.trigger.acting.roles
    object_, subject = object_of(roles), role_of(roles, "이")
    if p is None or match.passive or match.used or phrase.mark != "은" or phrase.first > p.first or subject is None:
        return False
    if (
        object_ is None
        or object_.name != "target"
        or object_.name in filling.roles
        or {"을", "도"} & {a.mark for a in p.args}
    ):
        return False
    done_to = ground.kind_of(phrase) in _DONE_TO and not match.trigger.acting.id.startswith(_SPEECH)
    if done_to or (ground.counts(phrase) and not ground.is_somebody(phrase)):
        filling.put(object_.name, phrase)
        return True
    owner = next((m for m in phrase.modifiers if m.mark == "의"), None)
    if owner is None or ground.kind_of(owner) != "org" or not may_fill(object_, phrase, ground):
        return False
    if ground.entity_of(phrase) is not None or ground.is_somebody(phrase):
        return False
    filling.put(object_.name, phrase)
    filling.put(subject.name, owner)
    return True


def _made_to_act(filling: Filling, role: FrameRole | None, ground: Ground) -> bool:
    """누리당은 김하늘을 출마시켰다: whoever is made to do what needs no object does it."""
    made = next((a for a in filling.near if a.mark == "을" and a is not filling.roles.get("target")), None)
    if role is None or made is None or ground.kind_of(made) not in ("person", "org"):
        return False
    filling.roles = {other: a for other, a in filling.roles.items() if a is not made}
    filling.put(role.name, made)
    return True


def _takes_no_part(phrase: Phrase, p: Predicate, ground: Ground) -> bool:
    """규제하는 방안을 담은 개정안: what a clause leaves out is no law; 돈을 들여 공장도 짓는다: nor does a thing act in
    a clause before it.
    """
    if phrase.owner is not p and ground.kind_of(phrase) == "law":
        return True
    if phrase.first < p.first or p.noun is phrase:
        return False
    if phrase.clause is not None:
        known = ground.entity_of(phrase) is not None or ground.is_somebody(phrase)
        apart = phrase.mark not in _SUBJECTS or phrase.mark == "도" or own_subject(phrase.clause) is not None
        return apart and not (known or joins(p, phrase.clause))  # 돈을 들여 [장비를 갖춘] 공장을 짓는다
    return phrase.mark != "은" or not (ground.kind_of(phrase) in ("person", "org", "place") or ground.may_act(phrase))


def _agent(filling: Filling, roles: tuple[FrameRole, ...], ground: Ground) -> None:
    """한빛물산에서 투자를 받았다: what is undergone at a body is done by it."""
    body, actor = _body_that_acts(filling, ground), role_of(roles, "이")
    if body is not None and actor is not None and not body.topical:  # 누리당에선 김하늘이 언급됐다
        filling.put(actor.name, body)


def _acting(filling: Filling, match: Match, p: Predicate, ground: Ground, index: Triggers) -> Phrase | None:
    """Whose act it is; a body with 에서 where the topic is a place or a time: 공원은 누리시에서 관리한다."""
    body = _body_that_acts(filling, ground)
    phrase = subject_of(p, index.raising)
    if phrase is None and (caller := _who_called(filling, ground)) is not None:
        return caller
    if body is None or phrase is None or phrase.mark not in TOPICS:
        return phrase or body
    if ground.kind_of(phrase) != "place" and phrase.head not in index.raising:
        return phrase
    object_ = object_of(match.trigger.acting.roles)
    if object_ is not None and phrase.head not in index.raising and may_fill(object_, phrase, ground):
        filling.put(object_.name, phrase)
    return body


def _object_with_too(filling: Filling, match: Match, phrase: Phrase, ground: Ground, index: Triggers) -> Phrase:
    """Make a phrase with 도 the object where one acts besides, and say who: 누리전자는 한빛물산도 인수해 …"""
    object_, p = object_of(match.trigger.acting.roles), match.predicate
    outer = _outer_subject(phrase, p, ground, index) if p is not None else None
    if p is not None and (topic := next((a for a in p.args if a.mark == "은" and a.first < phrase.first), None)):
        outer = topic  # 김하늘은 자신의 기록도 깼다
    if object_ is None or object_.name in filling.roles or outer is None or outer.first >= phrase.first:
        return phrase
    filling.put(object_.name, phrase)
    return outer


def _outer_subject(phrase: Phrase, p: Predicate, ground: Ground, index: Triggers) -> Phrase | None:
    """Whose sentence it is that the clause stands in: 누리전자는 [사기 혐의도 적용한] 것으로 알려졌다."""
    dependent = p.noun is not None and p.noun.dependent and ground.entity_of(phrase) is None
    above = p.noun.owner if p.noun is not None and dependent else p.governor
    return subject_of(above, index.raising) if above is not None else None


def _asks(phrase: Phrase, p: Predicate, index: Triggers) -> bool:
    """Whether the subject of a verb above asks for the act: 대표는 공장을 지을 것을 지시했다."""
    at = p
    for _ in range(_STEPS):
        if at.form != "link" or at.governor is None:
            break
        at = at.governor
    noun = at.noun if at.form == "adnominal" else None
    above = noun.owner if noun is not None and noun.dependent and noun.mark == "을" else None
    if above is None or phrase not in above.args or not _demands(above, index):
        return False
    return not ((phrase.mark == "이" or above.quoted) and _is_asked(phrase, above, index))


def _asked(filling: Filling, role: FrameRole, p: Predicate, ground: Ground) -> None:
    """누리전자는 한빛물산에 사과할 것을 요구했다: whoever is asked is to do it."""
    above = p.noun.owner if p.noun is not None else None
    near = (*(above.args if above is not None else ()), *p.args)
    free = (a for a in near if a.mark in _ASKED and a not in filling.roles.values())
    asked = next((a for a in free if ground.entity_of(a) is not None), None)
    if asked is not None and may_fill(role, asked, ground):
        filling.put(role.name, asked)


def _demands(p: Predicate, index: Triggers) -> bool:
    return any((cue := index.verb_cues.get(stem)) is not None and cue.effect == "requested" for stem in p.stems)


def _is_asked(phrase: Phrase, p: Predicate, index: Triggers) -> bool:
    """Whether the nominative before what is asked for (… 할 것을 촉구했다) is of those who are to do it."""
    asked = next((a for a in p.args if a.mark == "을" and a.clause is not None and a.dependent), None)
    if asked is None or asked.clause is None or phrase.first > asked.clause.first:
        return False
    return _demands(p, index)


def _who_called(filling: Filling, ground: Ground) -> Phrase | None:
    """누리협회가 [6일 연] 회의에서 연기를 결정했다: who called the meeting, not the meeting."""
    met = next((a for a in filling.near if a.mark == "에서" and a.clause is not None), None)
    caller = own_subject(met.clause) if met is not None and met.clause is not None else None
    return caller if caller is not None and ground.kind_of(caller) == "org" else None


def _body_that_acts(filling: Filling, ground: Ground) -> Phrase | None:
    """서울시에서 관리한다: a body may act with 에서."""
    return next((a for a in filling.near if a.mark == "에서" and ground.kind_of(a) == "org"), None)


def _headline_actor(filling: Filling, match: Match, roles: tuple[FrameRole, ...], ground: Ground) -> None:
    role = role_of(roles, "이")
    first = next((a for a in match.fellows if (a.mark == "" and a.comma) or a.mark in _SUBJECTS), None)
    if role is not None and first is not None and may_fill(role, first, ground):
        filling.put(role.name, first)


def _bare(filling: Filling, match: Match, roles: tuple[FrameRole, ...], ground: Ground) -> None:
    """A noun without its particle just before the event's words is their object: 한빛물산 인수를 추진했다."""
    role = role_of(roles, "을") or next((r for r in roles if r.name == "target"), None)
    if role is None and match.noun is not None:
        role = role_of(roles, "이")  # 누리당 출범을 앞두고
    if role is None or role.name in filling.roles or match.passive:
        return
    rest = match.rest if match.noun is not None or role.particles[0] == "을" else None  # 경찰 차를 탔다
    subject = role_of(roles, "이")
    begins = match.noun is not None and match.noun.mark == "이" and rest is not None and ground.may_act(rest)
    if begins and subject is not None and rest is not None and may_fill(subject, rest, ground):
        filling.put(subject.name, rest)  # 경찰 수사가 시작됐다
        return
    near = rest or _just_before(match)
    if near is not None and near.mark == "" and not near.comma and may_fill(role, near, ground):
        filling.put(role.name, near)
        return
    p = match.predicate
    if subject is None or p is None or any(a.mark == "을" for a in match.used):
        return
    actor = filling.roles.get(subject.name)
    # 박도현은 …고 했고, 김하늘은 회고했다: of two topics the first belongs to a clause before.
    marks = ("도",) if actor is not None and actor.mark == "은" else ("은", "도")
    for a in (topic for topic in p.args if topic.mark in marks):
        if a is not actor and a is not match.noun and not _of_what_is_told(a, p) and may_fill(role, a, ground):
            filling.put(role.name, a)


def _of_what_is_told(a: Phrase, p: Predicate) -> bool:
    """[대책도 없어 위험하다고] 지적했다: what stands before words that are told belongs to them."""
    return any(a.first < q.first and q.quotation == a.quotation for q in p.tells)


def _just_before(match: Match) -> Phrase | None:
    p = match.predicate
    if p is None or match.noun is not None or not p.args:
        return None
    nearest = p.args[0]
    return nearest if nearest.last == p.first and nearest not in match.used else None
