"""Whom an act is aimed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.events.clause import subject_of
from sagwan.extract.events.filling import THIS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.core.event import Event
    from sagwan.core.statement import Statement
    from sagwan.extract.events.filling import Filling
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.telling import Telling

# Whoever stands with these is on the other side of the act, whether the frame foresees a role for him or not.
_TOWARDS = frozenset({"과", "에게", "을 상대로", "으로부터", "에게서", "한테"})
# So does he whom an act that binds two concerns: 대표에 대한 고소를 취하했다.
_CONCERNING = frozenset({"에 대해"})
# The roles that name whom an act is aimed at where its target has no name, the nearest first.
_GOALS = ("theme", "to", "into", "partner")
# Who speaks against something speaks against whoever did something to him.
_SPEECH = "talk."
# Whose a thing is, or with whom: 누리전자의 제안, 누리전자와의 계약.
_OWNING = frozenset({"의", "과의"})


class Goals:
    """The other side of the acts of one passage; `events` are those told so far."""

    def __init__(self, telling: Telling, events: list[Event]) -> None:
        self._telling = telling
        self._ground = telling.ground
        self._events = events

    def find(
        self,
        match: Match,
        filling: Filling,
        who: Mapping[str, str | None],
        actor: str | None,
        statement: Statement | None,
    ) -> str | None:
        """The entity in a goal's role or on the other side; where none is written, the one who is meant."""
        if actor is not None and who.get("target") == actor:
            return None  # who does it to himself does it to nobody besides
        goals = (*self._stated(match, filling, who), *self._meant(match, filling, actor, statement))
        return next((named for named in goals if named is not None and named != actor), None)

    def _stated(self, match: Match, filling: Filling, who: Mapping[str, str | None]) -> Iterator[str | None]:
        """The entity in a goal's role or on the other side; else the one whose thing it is: 대표의 제안을 거부했다."""
        # 직원이 검찰에 넘겨졌다: where somebody without a name undergoes the act, nobody else does.
        goals = () if match.passive and "target" in filling.roles else _GOALS
        yield who.get("target")
        if match.answer is not None and (asked := subject_of(match.answer, self._telling.index.raising)) is not None:
            yield self._telling.who(asked, None)
        if "target" in filling.roles:
            yield self._telling.beside(filling.roles["target"], None)  # 한빛물산과 지역 업체들을
        yield from (who.get(role) for role in goals)
        acting_too = filling.roles["actor"].coordinates() if "actor" in filling.roles else []
        taken = (*filling.roles.values(), *acting_too)
        binds = match.trigger.acting.frame.tie is not None
        towards = _TOWARDS | _CONCERNING if binds else _TOWARDS
        if match.passive:
            towards -= {"과"}  # 한빛국과는 협상이 요구된다
        beside = (p for p in filling.near if p.mark in towards and p not in taken)
        goal = filling.roles.get("target")
        yield from (self._ground.entity_of(p) for p in beside if p.mark != "과" or self._is_partner(p, match, goal))
        if match.rest is not None and match.rest not in taken and not self._does_it(match.rest, match):
            yield self._ground.entity_of(match.rest)
        # What an act does to a thing it does not do to whose thing it is, unless it binds two.
        # 사업에 선정됐다: nor is what somebody undergoes done to whose programme it is.
        others = [p for role, p in filling.roles.items() if role not in ("actor", "place")]
        others = [p for p in others if not match.passive or p is filling.roles.get("target")]
        owned = [p for p in others if binds or (p.mark in ("에", "에게") and self._ground.begins_with_body(p))]
        yield from (self._telling.who(m, None) for p in owned for m in reversed(p.modifiers) if m.mark in _OWNING)
        # 한빛물산과의 합병을 결의했다: with whom it is to be done.
        objects = (p for p in others if p.mark == "을" and p.head in self._telling.index.nouns)
        yield from (self._telling.who(m, None) for p in objects for m in p.modifiers if m.mark == "과의")
        # 누리은행 담당 검사들을: what is done to people is not done to whose people they are.
        theirs = (p for p in owned if p is not goal or not self._holds_post(p))
        brief = match.predicate is None  # a headline
        whose = self._ground.named_first if brief else self._owner
        yield from (whose(p) for p in theirs if p.mark and not self._ground.is_value(p))
        # 한빛물산을 상대로 낸 소송을 취하했다: whom the thing was aimed at, where the act binds two.
        # 한빛물산과 맺은 계약을, not 김하늘과 다툰 청년을: with whom it is only where the thing is an act.
        acts = self._telling.index.nouns
        aimed = (
            a
            for p in others
            if binds and p.clause is not None
            for a in p.clause.args
            if a.mark != "과" or p.head in acts
        )
        yield from (self._ground.entity_of(a) for a in aimed if a.mark in _TOWARDS and a not in taken)

    def _does_it(self, phrase: Phrase, match: Match) -> bool:
        """경찰 수사가 시작됐다: a body by what it is called does what others undergo; not 누리전자 수사가 시작됐다."""
        return match.passive and self._ground.may_act(phrase)

    def _owner(self, phrase: Phrase) -> str | None:
        return self._ground.owner_of(phrase, self._telling.index.nouns, self._telling.index.raising)

    def _holds_post(self, phrase: Phrase) -> bool:
        """Whether the phrase means people, by their title or as many."""
        return phrase.tail == "들" or phrase.head in self._ground.titles

    def _is_partner(self, phrase: Phrase, match: Match, goal: Phrase | None) -> bool:
        """Whether whoever stands with 과 has a part in the act: 북국과 격전을 벌였다; not 주민들을 김하늘과 찾아갔다,
        김하늘과 그 지역구에 출마한, 시집 ‘봄밤’과 소설을 끝으로.
        """
        if any("과" in role.particles for role in match.trigger.acting.roles):
            return True
        p = match.predicate
        if phrase.clause is not None and p is not None and p.form == "adnominal":
            return False  # 2월에 데뷔한 김하늘과 3월에 데뷔한 박도현
        if goal is not None and self._ground.is_somebody(goal):
            return False
        by_object = phrase.next is None or phrase.next.mark == "을"
        may_act = by_object and self._ground.kind_of(phrase) in ("person", "org", "place")
        return may_act or match.trigger.acting.frame.tie is not None

    def _meant(
        self, match: Match, filling: Filling, actor: str | None, statement: Statement | None
    ) -> Iterator[str | None]:
        """For an act against somebody without an object: the one whom the actor's own words are aimed at; for one that
        is undergone, the one whom the sentence before was about.
        """
        tie = match.trigger.acting.frame.tie
        goal = filling.roles.get("target")
        this = goal is not None and goal.head in THIS
        sentence = self._telling.sentence
        # 북국은 보도에 대해 …라고 경고했다: what is spoken of is not who is spoken to.
        open_ = goal is None or this or (goal.mark == "에 대해" and actor is not None)
        if tie is not None and tie.sign > 0 and (goal is None or (this and goal.mark == "에")):
            yield self._answered(match)
        if tie is not None and tie.sign < 0 and open_ and sentence is not None:
            yield self._ground.answered_by(actor, sentence.span)
            yield self._answered(match)
            yield self._ground.aimed_at(actor, sentence.span)
            yield self._spoken_of(match)
        unnamed = goal is None or not self._ground.is_somebody(goal)
        if tie is not None and tie.sign < 0 and unnamed and match.trigger.acting.id.startswith(_SPEECH):
            yield self._acted_on(actor)
        p = match.predicate
        if p is not None and tie is not None and "어 달" in p.aux:
            yield self._asker(p, statement)
        told = p is not None and p.form != "adnominal" and statement is None and self._telling.lacks_subject(p)
        if match.passive and told and "target" not in filling.roles:
            yield self._telling.last

    def _acted_on(self, actor: str | None) -> str | None:
        """Who did something to the actor in the same sentence: 누리전자가 한빛물산을 비판하자 한빛물산은 반발했다."""
        sentence = self._telling.sentence
        if actor is None or sentence is None:
            return None
        told = (e for e in reversed(self._events) if sentence.span.covers(e.span) and e.target == actor)
        return next((e.actor for e in told if e.actor is not None), None)

    def _asker(self, p: Predicate, statement: Statement | None) -> str | None:
        """자금을 지원해 달라고: who asks is whom it is to be done for."""
        if statement is not None:
            return statement.speaker
        asks = subject_of(p.governor, self._telling.index.raising) if p.governor is not None else None
        return self._ground.entity_of(asks) if asks is not None else None

    def _spoken_of(self, match: Match) -> str | None:
        """Whose act is told in the words that the act reports: 김하늘이 거짓말을 했다고 비판했다."""
        said = self._ground.statement_by(match.predicate.span) if match.predicate is not None else None
        if said is None:
            return None
        subjects: Iterable[Phrase] = (a for a in self._telling.phrases if a.mark in ("이", "은"))
        first = next((a for a in subjects if said.span.covers(a.span)), None)
        return self._ground.entity_of(first) if first is not None else None

    def _answered(self, match: Match) -> str | None:
        """Who did what 이에 and 이를 mean: the one who acted in the clause or the sentence before."""
        p, sentence, phrases = match.predicate, self._telling.sentence, self._telling.phrases
        if p is None or sentence is None:
            return None
        this = next((a for a in phrases if a.head in THIS and a.mark in ("을", "에", "에 대해")), None)
        if this is None or this.last > p.first or (this.owner is not p and this is not phrases[0]):
            return None
        before = (
            e.actor for e in reversed(self._events) if sentence.span.covers(e.span) and e.span.end <= this.span.start
        )
        return next(before, self._telling.last)
