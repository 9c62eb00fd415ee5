"""Whose act it is, where the frame's own roles do not say: the speaker of these words, or whom the text went on about.

Of 130 acts handed to the speaker two in five, and of 70 carried over a third, were somebody else's. So both want
evidence; where it is thin nobody acts, and the reason names who might.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.event import Status
from sagwan.core.statement import Found
from sagwan.extract.events.clause import asks_of_another, own_subject
from sagwan.extract.events.news import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.statement import Statement
    from sagwan.extract.events.filling import Filling
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.status import Standing
    from sagwan.extract.events.telling import Telling

# 고 싶다, 려고: whoever says this of nobody else says it of himself.
_OWN_WILL = frozenset({"고 싶", "려고", "려", "고자", "ㄹ게"})
# Clauses that tell no act of anybody in particular.
_OPEN = frozenset({"면", "다면", "어야", "어도", "더라도", "자", "라", "거나", "든", "든지", "려면"})
_HONORS = frozenset({"시", "으시"})
_PRESENT = frozenset({"ㄴ다", "는다", "다", "ᆸ니다", "습니다"})
# 감사드린다, 촉구한다: said in the present, these are done by being said.
_SPEECH = "talk."
# 하락하기도 했다: what becomes of things is the speaker's own where he says so.
_OUTCOME = "result."
# 누리전자에 따르면: who is quoted for it tells it of others.
_CITED = "따르다"
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts and how that was found; `candidates` are those whom the text leaves open."""

    entity: str | None = None
    found: Found | None = None
    candidates: tuple[str, ...] = ()


NOBODY = Actor()


def find_actor(
    match: Match,
    filling: Filling,
    stand: Standing,
    statement: Statement | None,
    telling: Telling,
) -> Actor:
    """Whoever fills the role, else whoever may be meant by silence; nobody where somebody else without a name acts."""
    p = match.predicate
    if "actor" in filling.roles:
        phrase = filling.roles["actor"]
        named = telling.who(phrase, statement) or telling.beside(phrase, statement)
        if named is None and (match.passive or p is None or p.voice == "되" or not _aims(match)):
            named = telling.concerned(phrase, statement)
        return Actor(named, filling.found["actor"])
    if match.passive or p is None or not any(r.name == "actor" for r in match.trigger.acting.roles):
        return NOBODY
    if any(a.mark == "이" for a in p.args) or any(need.particle == "이" for need in match.trigger.complements):
        return NOBODY  # 가능성이 열렸다, 전망도 나왔다: another is named, if not as one who can act
    if statement is not None:
        return _speaker(p, match, stand, statement, telling)
    if p.form == "adnominal" and p.noun is not None and not p.noun.dependent:
        return NOBODY
    return _carried(p, match, filling.roles.get("target"), stand, telling)


def _aims(match: Match) -> bool:
    """Whether the act is done to something: 관객이 누리극장을 찾았다, as against 매출이 늘었다."""
    return any(role.name == "target" for role in match.trigger.acting.roles)


def _carried(p: Predicate, match: Match, target: Phrase | None, stand: Standing, telling: Telling) -> Actor:
    """Whose words `p` reports; else whom the sentence before was about."""
    said = telling.ground.statement_by(p.span)
    if said is not None:
        return Actor(said.speaker, Found.INFERRED) if said.speaker else NOBODY
    if not told(p) or p.ending in _OPEN or not telling.lacks_subject(p):
        return NOBODY  # whose act it is stays open
    last = telling.last
    if last is None or (target is not None and telling.who(target, None) == last):
        return NOBODY
    outcome = match.trigger.acting.id.startswith(_OUTCOME) and not _aims(match)
    teller = telling.reported and (outcome or telling.ground.entities[last].kind is Kind.PERSON)
    retold = (telling.retold or teller) and not match.trigger.acting.id.startswith(_SPEECH)
    if stand.status is Status.REQUESTED or retold:
        return Actor(candidates=(last,))  # 운동을 늘려야 한다: of everybody
    return Actor(last, Found.CARRIED)


def _speaker(p: Predicate, match: Match, stand: Standing, statement: Statement, telling: Telling) -> Actor:
    """The speaker, where what he says without a subject is of himself."""
    speaker = statement.speaker and (statement.behalf or statement.speaker)  # a spokesman tells of his house
    if speaker is None or statement.cue == _CITED or not _may_be_own(p, stand, statement, telling):
        return NOBODY
    if _wills(p) or _does_by_saying(p, match):
        return Actor(speaker, Found.INFERRED)
    outcome = match.trigger.acting.id.startswith(_OUTCOME) and not _aims(match)
    if not _reports(p, stand, telling) or (outcome and not _of_himself(statement, telling)):
        return NOBODY
    other = telling.last
    if other is not None and _may_speak_for(speaker, other, telling.ground):
        return Actor(candidates=(speaker, other))
    return Actor(speaker, Found.INFERRED)


def _of_himself(statement: Statement, telling: Telling) -> bool:
    """Whether a word for himself or his house stands in what he says: 우리, 자사."""
    ground = telling.ground
    own = ground.selves | ground.ours | ground.houses
    return any(own & {a.head, a.lead} and statement.span.covers(a.span) for a in telling.phrases)


def _may_speak_for(speaker: str, other: str, ground: Ground) -> bool:
    """Whether a person's words may be of the one whom the text went on about; not of a house that bears his name."""
    one, two = ground.entities[speaker], ground.entities[other]
    return one.kind is Kind.PERSON and one.name.replace(" ", "") != two.name.replace(" ", "")


def _may_be_own(p: Predicate, stand: Standing, statement: Statement, telling: Telling) -> bool:
    """Whether nothing speaks against it: an honorific, a demand, a clause of anybody, another's name behind it."""
    if asks_of_another(p) or stand.status is Status.REQUESTED or p.ending in _OPEN:
        return False
    if any(a.mark == "에서" and a.head in telling.ground.people for a in p.args):
        return False  # 정부에서 검토하고 있다
    if any(_HONORS & set(q.eps) for q in _chain(p)):
        return False
    if p.quoted and not p.alone:
        return _wills(p)
    return p.quoted or _wills(p) or not _named_behind(p, statement, telling)


def _wills(p: Predicate) -> bool:
    """사겠다, 사고 …하겠다, 사는 것도 고려하겠다: an own will, of the verb or of what governs it."""
    return any("겠" in q.eps or _OWN_WILL & {*q.aux, q.ending} for q in _chain(p))


def _does_by_saying(p: Predicate, match: Match) -> bool:
    present = p.form == "final" and p.ending in _PRESENT and not p.aux and not p.eps
    return present and match.trigger.acting.id.startswith(_SPEECH)


def _reports(p: Predicate, stand: Standing, telling: Telling) -> bool:
    """Whether it is told as done, or as a plan: who tells what he did or means to do may leave himself out."""
    for q in _chain(p):
        if q.form == "adnominal":
            planned = stand.status is Status.PLANNED and q.noun is not None and q.noun.lead in telling.index.raising
            return planned and not _is_valued(q)
        if "었" in q.eps:
            return True
    return not p.quoted


def _is_valued(p: Predicate) -> bool:
    """공장을 짓는 방안이 시급하다: what is called good or needed is nobody's plan."""
    above = p.noun.owner if p.noun is not None else None
    return above is not None and above.describes and above.stems != ("이",)


def _chain(p: Predicate) -> Iterator[Predicate]:
    """The clause and those above it within the same words: linked clauses, and a noun that stands for a clause."""
    at: Predicate | None = p
    for _ in range(_STEPS):
        if at is None or at.quotation != p.quotation:
            return
        yield at
        if at.form == "adnominal":
            at = at.noun.owner if at.noun is not None and at.noun.dependent else None
        elif at.form == "link" and (at.governor is None or own_subject(at.governor) is None):
            at = at.governor
        else:
            return


def _named_behind(p: Predicate, statement: Statement, telling: Telling) -> bool:
    """압박하고 있다고 누리일보는 전했다: who is named only after what he tells tells it of another."""
    named = [a.first < p.first for a in telling.phrases if telling.ground.entity_of(a) == statement.speaker]
    return bool(named) and not any(named)
