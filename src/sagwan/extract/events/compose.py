"""A match, its roles and its standing → one Event, with what the sentences before it carry over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.event import Argument, Event, Status
from sagwan.core.ids import content_id
from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.core.statement import Found, Speech
from sagwan.extract.events.actor import find_actor
from sagwan.extract.events.ahead import by_habit, counts_from_then, foretell, look_ahead, on_condition, times_beside
from sagwan.extract.events.clause import SUBJECTS
from sagwan.extract.events.each import give_each_his_own
from sagwan.extract.events.ground import Day
from sagwan.extract.events.news import CARRIED, is_news, wants_actor
from sagwan.extract.events.phrase import MANY
from sagwan.extract.events.roles import fill
from sagwan.extract.events.status import standing
from sagwan.extract.events.target import Goals
from sagwan.extract.events.telling import Telling
from sagwan.extract.events.wording import lemma_of, span_of, whole, with_title
from sagwan.extract.events.worth import amount_of, time_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.statement import Statement
    from sagwan.core.text import Text
    from sagwan.extract.events.actor import Actor
    from sagwan.extract.events.clause import Clauses
    from sagwan.extract.events.fiction import Fiction
    from sagwan.extract.events.filling import Filling
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.status import Standing
    from sagwan.extract.events.triggers import Triggers
    from sagwan.korean.passage import Sentence

_ASKS = "?"
_SPEECH = "talk."
# What is put on by nobody who is named goes on by itself: 축제가 개최된다 is told of the festival.
_GOES_ON = frozenset({Kind.EVENT, Kind.PRODUCT, Kind.PROJECT})


class Composer:
    """Builds the events of one passage in order."""

    def __init__(self, text: Text, ground: Ground, index: Triggers, fiction: Fiction) -> None:
        self._text = text
        self._fiction = fiction
        self._ground = ground
        self._index = index
        self._telling = Telling(ground, index)
        self.events: list[Event] = []
        self._coming: frozenset[str] = frozenset()
        self._goals = Goals(self._telling, self.events)

    def tell(self, sentence: Sentence, clauses: Clauses, matches: tuple[Match, ...]) -> None:
        """The events of one sentence more."""
        self._telling.enter(sentence, clauses)
        before = len(self.events)
        for match in matches:
            self._add(match)
        self._telling.leave()
        told = (e for e in self.events[before:] if e.status is Status.PLANNED and e.statement is None)
        self._coming = frozenset(e.actor for e in told if e.actor is not None)

    def _add(self, match: Match) -> None:
        """Compose the event of one match, unless a role that the frame cannot do without stays empty."""
        for reading in (match, *match.others):
            filling = fill(reading, self._ground, self._index)
            give_each_his_own(reading, filling, self._ground)
            if all(r.name in filling.roles for r in reading.trigger.acting.roles if r.required):
                self._compose(reading, filling)
                return

    def _compose(self, match: Match, filling: Filling) -> None:
        acting = match.trigger.acting
        stand = standing(match, self._index)
        span = span_of(match)
        statement = self._statement_of(match, span)
        by = find_actor(match, filling, stand, statement, self._telling)
        if by.entity is None and self._ground.judges and wants_actor(match):
            return
        arguments = tuple(
            Argument(role, self._words_of_all(a, filling), self._telling.who(a, statement), filling.found[role])
            for role, a in filling.roles.items()
        )
        who = {a.role: a.entity for a in arguments}
        actor = by.entity
        time = time_of(match, self._ground)
        day = self._day(time, stand)
        agent = actor is not None or not self._ground.judges
        follows = actor is not None and actor in self._coming
        foretell(stand, match, wills=not (statement is None and actor is None and self._is_thing(match)))
        by_habit(stand, match, self._index, self._ground)
        look_ahead(stand, match, day, agent=agent, follows=follows, outside=self._is_outside(stand, statement))
        on_condition(stand, match, self._index)
        if match.predicate is None and self._text.chars[span.end : span.end + 1] == _ASKS:
            stand.apply("possible", "물음표", span)
        if statement is not None:
            own = actor is not None and actor in (statement.speaker, self._ground.house_of(statement.speaker))
            _on_word(stand, match, statement, own=own)
        elif match.predicate is not None and match.predicate.quoted and stand.status is Status.HAPPENED:
            stand.apply("claimed", "따옴표 안", span)
        if stand.negated and acting.frame.undone and stand.status is Status.HAPPENED:
            stand.status = Status.REFUSED
        target = self._goals.find(match, filling, who, actor, statement)
        goes_on = match.passive and acting.frame.tie is None and actor is None
        if goes_on and target is not None and self._ground.entities[target].kind in _GOES_ON:
            actor, target = target, None
        amount = amount_of(match, filling, self._ground)
        if amount is None and match.answer is not None:
            amount = self._told_of(acting.id, actor)
        event = Event(
            content_id("event", self._text.id, acting.id, span.start, span.end),
            acting.id,
            lemma_of(match),
            span,
            stand.status,
            stand.negated,
            arguments,
            actor,
            target,
            amount,
            time,
            statement.speaker if statement is not None else None,
            statement.id if statement is not None else None,
            reason=self._reason(match, stand, span, by),
        )
        if self._ground.judges and (not is_news(event, match, statement, self._ground) or self._retells(event, match)):
            return
        self.events.append(event)
        self.events.extend(self._shared(event, filling, statement))

    def _is_thing(self, match: Match) -> bool:
        """Whether what is named as acting is nobody: 눈이 내린다."""
        subject = match.predicate.subject if match.predicate is not None else None
        return self._ground.judges and subject is not None and not self._ground.is_somebody(subject)

    def _retells(self, event: Event, match: Match) -> bool:
        """Whether the sentence tells of a story or the stars."""
        sentence = self._telling.sentence
        return sentence is not None and self._fiction.holds(event, match, self._text.cut(sentence.span))

    def _words(self, phrase: Phrase) -> Span:
        """The words of an argument: all of its noun phrase, and all of the title that ends it."""
        return with_title(whole(phrase, self._telling.phrases, self._ground), self._text.chars)

    def _words_of_all(self, phrase: Phrase, filling: Filling) -> Span:
        """The same with those that share its role where none of them has a name: 학생 9명과 직원 1명이."""
        said, beside = self._words(phrase), phrase.coordinates()
        named = any(self._telling.who(a, None) is not None for a in (phrase, *beside))
        if not beside or named or any(a in filling.roles.values() or self._ground.is_value(a) for a in beside):
            return said
        # 동료와 다리를 지었다: with whom one does it; 자체 방영, 나라 안팎에 알렸다: what one did besides.
        apart = phrase.mark not in SUBJECTS and phrase.tail not in MANY and any(a.mark == "과" for a in beside)
        acts = self._index.nouns
        if apart or (phrase.head not in acts and any(a.head in acts for a in beside)):
            return said
        return Span(min(said.start, *(self._words(a).start for a in beside)), said.end)

    def _statement_of(self, match: Match, span: Span) -> Statement | None:
        """Whose words tell it; none where their speaker comes to them by it: 자료를 분석해 […할 것으로] 내다봤다."""
        statement, p = self._ground.statement_at(span.start), match.predicate
        if statement is None or p is None or p.quoted or p.form != "link" or p.governor is None:
            return statement
        leads = match.trigger.acting.id.startswith(_SPEECH) and statement.speech is Speech.INDIRECT
        same = p.subject is not None and p.subject is p.governor.subject
        reports = statement.cue_span is not None and statement.cue_span.overlaps(p.governor.span)
        return None if leads and same and reports else statement

    def _is_outside(self, stand: Standing, statement: Statement | None) -> bool:
        """Whether it is no part of the words that the clause after it belongs to."""
        within = self._ground.statement_at(stand.lender.span.start) if stand.lender is not None else None
        return statement is None and within is not None

    def _told_of(self, frame: str, actor: str | None) -> int | None:
        """The sum of the act that was told before and is now named: 10억원을 제안했다 … 누리전자의 제안을."""
        told = (e for e in reversed(self.events) if (e.frame, e.actor) == (frame, actor))
        return next((e.amount for e in told if e.amount is not None), None)

    def _day(self, time: int | None, stand: Standing) -> Day:
        """Where the event's time lies, or that of the clause whose tense it takes (투자해 내년 공장을 짓는다), if it is
        not past; without any, in the past where its sentence tells of a year gone by.
        """
        if time is None and stand.tense is not None:
            near = next(times_beside(stand.tense, self._ground), None)
            time = near if self._ground.day_of(near) in (Day.OPEN, Day.COMING) else None
        sentence = self._telling.sentence
        if time is None and sentence is not None and self._ground.looks_back(sentence.span):
            return Day.PAST
        day = self._ground.day_of(time)
        if time is not None and sentence is not None and day is Day.COMING:
            day = Day.PAST if counts_from_then(time, sentence.span, self._ground) else day
        # A headline's present tense (누리전자, 공장 연다) tells what is to come as one with a date does.
        return Day.OPEN if self._telling.paragraph < 0 and day is Day.NONE else day

    def _shared(self, event: Event, filling: Filling, statement: Statement | None) -> Iterator[Event]:
        """One event more for each name that shares the actor's or the target's role."""
        for role, first in (("actor", event.actor), ("target", event.target)):
            phrase = filling.roles.get(role)
            if phrase is None or first is None or (role == "actor" and filling.alone):
                continue
            for fellow in phrase.coordinates():
                named = self._telling.who(fellow, statement)
                if named is None or named in (event.actor, event.target):
                    continue
                arguments = tuple(
                    replace(a, span=self._words(fellow), entity=named) if a.role == role else a for a in event.arguments
                )
                id_ = content_id("event", event.id, role, fellow.span.start, fellow.span.end)
                if role == "actor":
                    yield replace(event, id=id_, arguments=arguments, actor=named)
                else:
                    yield replace(event, id=id_, arguments=arguments, target=named)

    def _reason(self, match: Match, stand: Standing, span: Span, by: Actor) -> Reason:
        parts = list(stand.rules)
        if by.found is Found.CARRIED:
            parts.append(Reason(CARRIED))
        if by.candidates:
            names = ", ".join(self._ground.entities[one].name for one in by.candidates)
            parts.append(Reason("행위자를 정하지 않음", note=f"후보: {names}"))
        how = "명사 서술" if match.noun is not None else "용언"
        return Reason(f"틀 {match.trigger.acting.id}", span, how, tuple(parts))


def _on_word(stand: Standing, match: Match, statement: Statement, *, own: bool) -> None:
    """What somebody says is his word, not the reporter's: done becomes claimed, not done becomes denied, and what he or
    his house (`own`) will do is planned.

    What he says that he will not do or has stopped is no denial: 인수하지 않겠다, 판매를 중단했다고 밝혔다.
    """
    governed = stand.status is not Status.HAPPENED and all(r.rule != "현재형" for r in stand.rules)
    will_not = governed and match.predicate is not None and match.predicate.negated
    meant = not stand.negated or stand.given_up or will_not
    if stand.status is Status.POSSIBLE and own and meant:
        planned = any(r.rule.startswith("future") for r in stand.rules)
        stand.status = Status.PLANNED if planned else stand.status
    elif not meant and stand.status in (Status.HAPPENED, Status.CLAIMED, Status.PLANNED):
        stand.status = Status.DENIED
    elif stand.status is Status.HAPPENED:
        stand.status = Status.CLAIMED
    stand.rules.append(Reason("발언 안", statement.span))
