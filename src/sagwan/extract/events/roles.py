"""Phrases into the roles of a frame: by particle, by voice, by what a relative clause leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.core.statement import Found
from sagwan.extract.events.clause import TOPICS, asks_of_another, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.triggers import Triggers
    from sagwan.lexicon.schema.frame import FrameRole

# Who acts behind a passive, as against who undergoes it.
_AGENTS = ("에 의해", "에게", "으로부터", "한테", "에게서", "에")
_SUBJECTS = frozenset({"이", "께서", *TOPICS})
# What seldom stands beside a partner in one list: 누리전자와 양해각서를, 누리전자와 8월까지, 누리전자와 900억원에.
_PARTED = frozenset({"을", "", "부터", "까지"})
# Whom one asks to do something.
_ASKED = frozenset({"에", "에게", "에 대해", "한테"})
_STEPS = 4
_VALUES = frozenset({"money", "share", "count", "time"})


@dataclass(slots=True)
class Filling:
    """Phrases by role, how the actor was found, the phrases beside the event's words (`near`)
    and those that modify them (`deep`).
    """

    roles: dict[str, Phrase] = field(default_factory=dict)
    found: dict[str, Found] = field(default_factory=dict)
    near: list[Phrase] = field(default_factory=list)
    deep: list[Phrase] = field(default_factory=list)

    def put(self, role: str, phrase: Phrase, found: Found = Found.WRITTEN) -> None:
        """Fill a role once."""
        if role not in self.roles and phrase not in self.roles.values():
            self.roles[role] = phrase
            self.found[role] = found


def fill(match: Match, ground: Ground, index: Triggers) -> Filling:
    """The roles of the match that the sentence itself fills."""
    filling = Filling(near=list(_phrases(match, ground)))
    filling.deep = [m for a in (*filling.near, *match.used) for m in a.modifiers]
    roles = match.trigger.acting.roles
    p = match.predicate
    turned = match.passive and any(r.name == "target" and (p is None or _undergoes(r, p)) for r in roles)
    agents = tuple(m for m in _AGENTS if not any(m in r.particles for r in roles if not _VALUES & set(r.kinds)))
    for role in sorted(roles, key=lambda r: not r.words):  # a court is first what only a court can be
        marks = _marks(role, agents if turned else None)
        if match.noun is not None and role.name == "target":
            marks = (*marks, "에 대해")
        deep = filling.deep if "money" in role.kinds else ()
        for a in (*filling.near, *deep):
            if a not in filling.roles.values() and (a.mark in marks or a in deep) and _may_fill(role, a, ground):
                filling.put(role.name, a)
                break
    _gap(filling, match, roles, ground, index)
    _possessor(filling, match, roles, ground)
    if p is not None:
        _subject(filling, match, p, ground, index)
    else:
        _headline_actor(filling, match, roles, ground)
    _bare(filling, match, roles, ground)
    _genitive(filling, match, roles, ground)
    _first_acts(filling)
    return filling


def _possessor(filling: Filling, match: Match, roles: tuple[FrameRole, ...], ground: Ground) -> None:
    """누리전자의 한빛물산 인수를 막았다: who is said to own the act does it, whoever governs it; 경찰 조사를 받았다."""
    role = _of(roles, "이")
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
    for role in (_of(roles, "을"), _of(roles, "이")):
        if role is not None and role.name not in filling.roles and _may_fill(role, owner, ground):
            filling.put(role.name, owner)
            return


def _first_acts(filling: Filling) -> None:
    """누리전자와 한빛물산은 합병했다: of two that act together the first named is the actor."""
    actor, target = filling.roles.get("actor"), filling.roles.get("target")
    if actor is not None and target is not None and target in actor.modifiers:
        filling.roles["actor"], filling.roles["target"] = target, actor


def _phrases(match: Match, ground: Ground) -> Iterator[Phrase]:
    """The phrases beside the event's words, those that made it this event left out."""
    if match.rest is not None:
        yield match.rest
    own = match.predicate.args if match.predicate is not None else match.fellows
    for a in own:
        if a not in match.used:
            yield a
        if a.clause is not None and a.clause.describes:
            yield from (x for x in a.clause.args if x.mark == "에게")  # 김하늘에게 고마운 마음을 전했다
    # 누리전자와 양해각서를: the analyser joins what the verb keeps apart.
    # 누리전자와 한빛물산은 참석했다 names two that act; only where an act needs a partner is the first one that.
    mutual = any(r.name == "target" and r.particles[0] == "과" for r in match.trigger.acting.roles)
    for a in (*own, *match.used):
        named = a.comma or ground.entity_of(a) is not None  # 김하늘과 박도현, 누리전자는: a list of names
        parted = (a.mark in _PARTED and not named) or a in match.used or ground.is_value(a)
        if parted or (mutual and a.mark in _SUBJECTS):
            yield from (m for m in a.modifiers if m.mark == "과" and m not in own)


def _marks(role: FrameRole, agents: tuple[str, ...] | None) -> tuple[str, ...]:
    """The particles of a role, turned round for a passive: the object becomes the subject, the actor 에 의해."""
    if agents is None:
        return tuple(m for m in role.particles if m != "이")
    if role.name == "actor":
        return agents
    if role.name != "target":
        return role.particles
    # 누리방송에서 중계됐다: where it is done to something, the body with 에서 does it.
    left = {"을", "에서"} if role.particles[0] == "을" else {"을"}
    return tuple(m for m in role.particles if m not in left)


def _may_fill(role: FrameRole, a: Phrase, ground: Ground) -> bool:
    """Whether the phrase is of the sort that the role wants: a sum, a share, a name of its kinds, a noun."""
    if "money" in role.kinds:
        return ground.money_in(a.span) is not None
    if "share" in role.kinds:
        return ground.share_in(a.span)
    if role.words:
        return a.head.endswith(role.words)
    if (a.dependent and ground.entity_of(a) is None) or ground.is_value(a):
        return False
    kind = ground.kind_of(a) if role.kinds else None
    return kind in role.kinds if kind is not None else not (role.named and ground.judges)


def _of(roles: tuple[FrameRole, ...], mark: str) -> FrameRole | None:
    return next((r for r in roles if mark in r.particles and not _VALUES & set(r.kinds)), None)


def _object(roles: tuple[FrameRole, ...]) -> FrameRole | None:
    """The role of a transitive verb's object: first of all marked 을."""
    return next((r for r in roles if r.particles[0] == "을" and not _VALUES & set(r.kinds)), None)


def _gap(filling: Filling, match: Match, roles: tuple[FrameRole, ...], ground: Ground, index: Triggers) -> None:
    """The head of a relative clause is what the clause leaves out: 메타에 발부한 소환장, 소송을 제기한 김하늘."""
    p = match.predicate
    if p is None or match.noun is not None or p.form != "adnominal" or p.noun is None or p.noun in match.used:
        return
    head = p.noun
    if (head.dependent and ground.entity_of(head) is None) or head.mark == "의" or asks_of_another(p):
        # 제정된 유네스코의 협약: the clause describes what the genitive leads to; 제출하라는 공문: it has the words.
        return
    subject, target = _of(roles, "이"), _object(roles)
    own_subject = any(a.mark in _SUBJECTS for a in p.args)
    if match.passive:
        role = target or subject if not own_subject else None
    elif not own_subject and (target is None or target.name in filling.roles or match.trigger.complements):
        role = subject
    elif own_subject:
        role = target if target is not None and target.name not in filling.roles else None
    elif match.trigger.acting.frame.tie is None and ground.kind_of(head) == "person":
        role = subject  # 기록한 김하늘: nobody is the object of an act that does not bind two
    else:
        role = target
    made = (target is not None and target.name in filling.roles) or any(a.mark == "을" for a in match.used)
    if made and role is subject and ground.entity_of(head) is None and not ground.may_act(head):
        head = _owner_that_acts(head, p) or _outer(head, ground, index) or head
    if role is not None and _may_fill(role, head, ground) and not _status_noun(head, match):
        filling.put(role.name, head)


def _owner_that_acts(head: Phrase, p: Predicate) -> Phrase | None:
    """한빛국을 방문한 김하늘 팀장의 보고서: the clause may describe whose thing it is."""
    return next((m for m in head.modifiers if m.mark == "의" and m.first >= p.end), None)


def _outer(head: Phrase, ground: Ground, index: Triggers) -> Phrase | None:
    """배상을 청구하는 소장을 냈다: a thing does not act where somebody else may."""
    if head.owner is None or head.mark != "을":
        return None
    outer = subject_of(head.owner, index.raising)
    return outer if outer is not None and ground.entity_of(outer) is not None else None


def _status_noun(head: Phrase, match: Match) -> bool:
    return head.head in _EMPTY_HEADS or bool(match.rest is head)


_EMPTY_HEADS = frozenset(
    {"것", "사실", "계획", "방침", "예정", "혐의", "의혹", "전망", "가능성", "뒤", "후", "가운데", "때"}
)


def _subject(filling: Filling, match: Match, p: Predicate, ground: Ground, index: Triggers) -> None:
    """The actor, or in a passive the target: from this clause, the topic, or the clause above."""
    roles = match.trigger.acting.roles
    role = _of(roles, "이")
    if p.voice == "시키" and match.trigger.verb.endswith("하") and _made_to_act(filling, role, ground):
        return
    phrase = _acting(filling, p, ground, index)
    if match.passive:
        role = next((r for r in roles if _undergoes(r, p)), role)
        _agent(filling, roles, ground)
    if role is None or role.name in filling.roles or phrase is None or _falls_to_law(phrase, p, ground):
        return
    if _asks(phrase, p, index):
        _asked(filling, role, p, ground)
        return
    if phrase in match.used or phrase in filling.roles.values():
        return
    if (phrase.mark == "이" or p.quoted) and _is_asked(phrase, p, index):
        # 북국이 물러날 것을 촉구했다: who is to act is not who asks.
        role = next((r for r in roles if r.name == "target"), None)
    elif phrase.mark == "도" and not match.passive:
        phrase = _object_with_too(filling, phrase, p, roles, index)
    elif p.form == "adnominal" and phrase is p.noun and match.noun is None and not match.passive:
        return
    if role is not None and _may_fill(role, phrase, ground):
        filling.put(role.name, phrase)


def _made_to_act(filling: Filling, role: FrameRole | None, ground: Ground) -> bool:
    """누리당은 김하늘을 출마시켰다: whoever is made to do what needs no object does it."""
    made = next((a for a in filling.near if a.mark == "을" and a is not filling.roles.get("target")), None)
    if role is None or made is None or ground.kind_of(made) not in ("person", "org"):
        return False
    filling.roles = {other: a for other, a in filling.roles.items() if a is not made}
    filling.put(role.name, made)
    return True


def _falls_to_law(phrase: Phrase, p: Predicate, ground: Ground) -> bool:
    """규제를 두는 방안을 담은 개정안: what a clause leaves out is no law."""
    return phrase.owner is not p and ground.kind_of(phrase) == "law"


def _agent(filling: Filling, roles: tuple[FrameRole, ...], ground: Ground) -> None:
    """한빛물산에서 투자를 받았다: what is undergone at a body is done by it."""
    body, actor = _body_that_acts(filling, ground), _of(roles, "이")
    if body is not None and actor is not None:
        filling.put(actor.name, body)


def _acting(filling: Filling, p: Predicate, ground: Ground, index: Triggers) -> Phrase | None:
    """Whose act it is; a body with 에서 where the topic is a place or a time: 공원은 누리시에서 관리한다."""
    body = _body_that_acts(filling, ground)
    phrase = subject_of(p, index.raising)
    if body is None or phrase is None or phrase.mark not in TOPICS:
        return phrase or body
    return body if ground.kind_of(phrase) == "place" or phrase.head in index.raising else phrase


def _object_with_too(
    filling: Filling, phrase: Phrase, p: Predicate, roles: tuple[FrameRole, ...], index: Triggers
) -> Phrase:
    """Make a phrase with 도 the object where one acts besides, and say who: 누리전자는 한빛물산도 인수해 …"""
    object_ = _object(roles)
    outer = subject_of(p.governor, index.raising) if p.governor is not None else None
    if object_ is None or object_.name in filling.roles or outer is None or outer.first >= phrase.first:
        return phrase
    filling.put(object_.name, phrase)
    return outer


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
    if asked is not None and _may_fill(role, asked, ground):
        filling.put(role.name, asked)


def _demands(p: Predicate, index: Triggers) -> bool:
    return any((cue := index.verb_cues.get(stem)) is not None and cue.effect == "requested" for stem in p.stems)


def _is_asked(phrase: Phrase, p: Predicate, index: Triggers) -> bool:
    """Whether the nominative before what is asked for (… 할 것을 촉구했다) is of those who are to do it."""
    asked = next((a for a in p.args if a.mark == "을" and a.clause is not None and a.dependent), None)
    if asked is None or asked.clause is None or phrase.first > asked.clause.first:
        return False
    return _demands(p, index)


def _body_that_acts(filling: Filling, ground: Ground) -> Phrase | None:
    """서울시에서 관리한다: a body may act with 에서."""
    return next((a for a in filling.near if a.mark == "에서" and ground.kind_of(a) == "org"), None)


def _undergoes(role: FrameRole, p: Predicate) -> bool:
    """Who the subject of a passive is: with 되다 the object, with 받다 and 당하다 also the one it was done to."""
    return role.name == "target" and (role.particles[0] == "을" or p.voice in ("받", "당하") or p.stems[:1] == ("받",))


def _headline_actor(filling: Filling, match: Match, roles: tuple[FrameRole, ...], ground: Ground) -> None:
    role = _of(roles, "이")
    first = next((a for a in match.fellows if (a.mark == "" and a.comma) or a.mark in _SUBJECTS), None)
    if role is not None and first is not None and _may_fill(role, first, ground):
        filling.put(role.name, first)


def _bare(filling: Filling, match: Match, roles: tuple[FrameRole, ...], ground: Ground) -> None:
    """A noun without its particle just before the event's words is their object: 한빛물산 인수를 추진했다."""
    role = _of(roles, "을") or next((r for r in roles if r.name == "target"), None)
    if role is None and match.noun is not None:
        role = _of(roles, "이")  # 누리당 출범을 앞두고
    if role is None or role.name in filling.roles or match.passive:
        return
    rest = match.rest if match.noun is not None or role.particles[0] == "을" else None  # 경찰 차를 탔다
    near = rest or _just_before(match)
    if near is not None and near.mark == "" and not near.comma and _may_fill(role, near, ground):
        filling.put(role.name, near)
        return
    p = match.predicate
    subject = _of(roles, "이")
    if subject is None or p is None or any(a.mark == "을" for a in match.used):
        return
    actor = filling.roles.get(subject.name)
    # 박도현은 …고 했고, 김하늘은 회고했다: of two topics the first belongs to a clause before.
    marks = ("도",) if actor is not None and actor.mark == "은" else ("은", "도")
    for a in (topic for topic in p.args if topic.mark in marks):
        if a is not actor and _may_fill(role, a, ground):
            filling.put(role.name, a)


def _just_before(match: Match) -> Phrase | None:
    p = match.predicate
    if p is None or match.noun is not None or not p.args:
        return None
    nearest = p.args[0]
    return nearest if nearest.last == p.first and nearest not in match.used else None
