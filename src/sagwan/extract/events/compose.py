"""A match, its roles and its standing → one Event, with what the sentences before it carry over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.event import Argument, Event, Status
from sagwan.core.ids import content_id
from sagwan.core.reason import Reason
from sagwan.core.statement import Found
from sagwan.extract.events.clause import SUBJECTS, asks_of_another, own_subject, subject_of
from sagwan.extract.events.ground import Day
from sagwan.extract.events.news import CARRIED, is_news, told
from sagwan.extract.events.roles import fill
from sagwan.extract.events.status import look_ahead, standing
from sagwan.extract.events.worth import amount_of, time_of
from sagwan.korean.inflection import attach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.span import Span
    from sagwan.core.statement import Statement
    from sagwan.core.text import Text
    from sagwan.extract.events.clause import Clauses
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.roles import Filling
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.status import Standing
    from sagwan.extract.events.triggers import Triggers
    from sagwan.korean.passage import Sentence

_PAIRS = {"을": "을/를", "이": "이/가", "과": "과/와", "으로": "으로/로"}
# Whoever stands with these is on the other side of the act, whether the frame foresees a role for him or not.
_TOWARDS = frozenset({"과", "에게", "을 상대로", "으로부터", "에게서", "한테"})
# So does he whom an act that binds two concerns: 대표에 대한 고소를 취하했다.
_CONCERNING = frozenset({"에 대해"})
# The roles that name whom an act is aimed at, the nearest first.
_GOALS = ("target", "theme", "to", "into", "partner")
# 고 싶다, 고 있다, 려고: whoever says this of nobody else says it of himself.
_OWN_WILL = frozenset({"고 싶", "고 있", "려고", "려", "고자", "ㄹ게"})
# Clauses that tell no act of anybody in particular.
_OPEN = frozenset({"면", "다면", "어야", "어도", "더라도", "자", "라", "거나"})
# What is put on by nobody who is named goes on by itself: 축제가 개최된다 is told of the festival.
_GOES_ON = frozenset({Kind.EVENT, Kind.PRODUCT, Kind.PROJECT})
_THIS = frozenset({"이", "이것"})


class Composer:
    """Builds the events of one passage in order; keeps whose act the last sentence told."""

    def __init__(self, text: Text, ground: Ground, index: Triggers) -> None:
        self._text = text
        self._ground = ground
        self._index = index
        self._paragraph = -1
        self._last: str | None = None
        self._sentence: Sentence | None = None
        self._phrases: list[Phrase] = []
        self._predicates: list[Predicate] = []
        self.events: list[Event] = []

    def enter(self, sentence: Sentence, clauses: Clauses) -> None:
        """A new sentence begins; a new paragraph keeps the last subject, the headline hands none on."""
        if self._paragraph < 0 <= sentence.paragraph:
            self._last = None
        self._paragraph = sentence.paragraph
        self._sentence = sentence
        self._phrases = clauses.phrases
        self._predicates = clauses.predicates

    def leave(self, clauses: Clauses) -> None:
        """Remember whose sentence it was."""
        main = [p for p in clauses.predicates if p.subject is not None and not p.quoted and told(p)]
        subject = (_split_off(main[-1]) or main[-1].subject) if main else None
        found = self._who(subject, None) if subject is not None else None
        # A sentence about a thing without a name (매출은 …) ends what could be carried over.
        elsewhere = subject is not None and main[-1].form == "final" and subject.mark == "은"
        self._last = found or (None if elsewhere else self._last)

    def add(self, match: Match) -> None:
        """Compose the event of one match, unless a role that the frame cannot do without stays empty."""
        for reading in (match, *match.others):
            filling = fill(reading, self._ground, self._index)
            if all(r.name in filling.roles for r in reading.trigger.acting.roles if r.required):
                self._compose(reading, filling)
                return

    def _compose(self, match: Match, filling: Filling) -> None:
        acting = match.trigger.acting
        stand = standing(match, self._index)
        span = _span(match)
        statement = self._ground.statement_at(span.start)
        arguments = tuple(
            Argument(role, a.span, self._who(a, statement), filling.found[role]) for role, a in filling.roles.items()
        )
        who = {a.role: a.entity for a in arguments}
        actor, carried = self._actor(match, filling, who, statement)
        time = time_of(match, filling, self._ground)
        look_ahead(stand, match, self._day(time), agent=actor is not None or not self._ground.judges)
        if statement is not None:
            _on_word(stand, statement, actor)
        elif match.predicate is not None and match.predicate.quoted and stand.status is Status.HAPPENED:
            stand.apply("claimed", "따옴표 안", span)
        if stand.negated and acting.frame.undone and stand.status is Status.HAPPENED:
            stand.status = Status.REFUSED
        target = self._target(match, filling, who, actor, statement)
        if match.passive and actor is None and target is not None and self._ground.entities[target].kind in _GOES_ON:
            actor, target = target, None
        event = Event(
            content_id("event", self._text.id, acting.id, span.start, span.end),
            acting.id,
            _lemma(match),
            span,
            stand.status,
            stand.negated,
            arguments,
            actor,
            target,
            amount_of(match, filling, self._ground),
            time,
            statement.speaker if statement is not None else None,
            statement.id if statement is not None else None,
            reason=_reason(match, stand, span, carried),
        )
        if self._ground.judges and not is_news(event, match, statement, self._ground):
            return
        self.events.append(event)
        self.events.extend(self._shared(event, filling, statement))

    def _day(self, time: int | None) -> Day:
        """Where the event's time lies; without one, in the past where its sentence tells of a year gone by."""
        if time is None and self._sentence is not None and self._ground.looks_back(self._sentence.span):
            return Day.PAST
        day = self._ground.day_of(time)
        # A headline's present tense (누리전자, 공장 연다) tells what is to come as one with a date does.
        return Day.OPEN if self._paragraph < 0 and day is Day.NONE else day

    def _shared(self, event: Event, filling: Filling, statement: Statement | None) -> Iterator[Event]:
        """One event more for each name that shares the actor's or the target's role."""
        for role, whole in (("actor", event.actor), ("target", event.target)):
            phrase = filling.roles.get(role)
            if phrase is None or whole is None:
                continue
            for fellow in phrase.coordinates():
                named = self._who(fellow, statement)
                if named is None or named in (event.actor, event.target):
                    continue
                arguments = tuple(
                    replace(a, span=fellow.span, entity=named) if a.role == role else a for a in event.arguments
                )
                id_ = content_id("event", event.id, role, fellow.span.start, fellow.span.end)
                if role == "actor":
                    yield replace(event, id=id_, arguments=arguments, actor=named)
                else:
                    yield replace(event, id=id_, arguments=arguments, target=named)

    def _actor(
        self, match: Match, filling: Filling, who: dict[str, str | None], statement: Statement | None
    ) -> tuple[str | None, Found | None]:
        if "actor" in filling.roles:
            return who.get("actor") or self._beside(filling.roles["actor"], statement), filling.found["actor"]
        if match.passive or match.predicate is None or not any(r.name == "actor" for r in match.trigger.acting.roles):
            return None, None
        p = match.predicate
        if any(a.mark == "이" for a in p.args) or any(need.particle == "이" for need in match.trigger.complements):
            return None, None  # 가능성이 열렸다, 전망도 나왔다: another is named, if not as one who can act
        if statement is not None:
            return (statement.speaker, Found.INFERRED) if self._of_himself(p, statement) else (None, None)
        if p.form == "adnominal" and p.noun is not None and not p.noun.dependent:
            return None, None
        return self._carried(p, who)

    def _beside(self, phrase: Phrase, statement: Statement | None) -> str | None:
        """The first by name of those who share the phrase's role: 김하늘 대표, 박도현 의원과 시민들이."""
        many = phrase.tail in ("들", "등")
        shared = sorted((a for a in phrase.coordinates() if many or a.mark != "을 비롯해"), key=lambda a: a.first)
        return next((named for a in shared if (named := self._who(a, statement)) is not None), None)

    def _of_himself(self, p: Predicate, statement: Statement) -> bool:
        """Whether a speaker who names no subject tells of himself: he means to, or says 저, 우리."""
        if (not told(p) and p.form != "quote") or asks_of_another(p):
            return False
        if p.form == "adnominal" and p.noun is not None and p.noun.lead not in self._index.raising:
            return False  # 도와주신 분들: they did, not who speaks of them
        if p.quoted and not p.alone and not _means_to(p):
            return False
        means = _means_to(p) or any(word in _OWN_WILL for word in (*p.aux, p.ending))
        selves = self._ground.selves
        own = any(a.head in selves and statement.span.covers(a.span) for a in self._phrases)
        person = statement.speaker is not None and self._ground.entities[statement.speaker].kind == "person"
        if not p.quoted and "겠" not in p.eps and self._named_behind(p, statement):
            return False
        # 누리전자는 "한빛물산과 계약했다"고 발표했다: what a body has done without a subject it has done itself.
        return means or own or (p.ending not in _OPEN and (person or not p.quoted or "었" in p.eps))

    def _named_behind(self, p: Predicate, statement: Statement) -> bool:
        """압박하고 있다고 누리일보는 전했다: who is named only after what he tells tells it of another."""
        named = [a.first < p.first for a in self._phrases if self._ground.entity_of(a) == statement.speaker]
        return bool(named) and not any(named)

    def _carried(self, p: Predicate, who: dict[str, str | None]) -> tuple[str | None, Found | None]:
        """Whose words `p` reports; else whom the sentence before was about."""
        said = self._ground.statement_by(p.span)
        if said is not None:
            return said.speaker, Found.INFERRED if said.speaker else None
        if not told(p) or p.ending in _OPEN or not self._lacks_subject(p):
            return None, None  # whose act it is stays open
        last = self._last if self._last != who.get("target") else None
        return last, Found.CARRIED if last else None

    def _target(
        self,
        match: Match,
        filling: Filling,
        who: dict[str, str | None],
        actor: str | None,
        statement: Statement | None,
    ) -> str | None:
        """Whom the act is aimed at."""
        goals = (*self._stated(match, filling, who), *self._meant(match, filling, actor, statement))
        return next((named for named in goals if named is not None and named != actor), None)

    def _stated(self, match: Match, filling: Filling, who: dict[str, str | None]) -> Iterator[str | None]:
        """The entity in a goal's role or on the other side; else the one whose thing it is: 대표의 제안을 거부했다."""
        # 직원이 검찰에 넘겨졌다: where somebody without a name undergoes the act, nobody else does.
        goals = _GOALS[:1] if match.passive and "target" in filling.roles else _GOALS
        yield from (who.get(role) for role in goals)
        acting_too = filling.roles["actor"].coordinates() if "actor" in filling.roles else []
        taken = (*filling.roles.values(), *acting_too)
        binds = match.trigger.acting.frame.tie is not None
        towards = _TOWARDS | _CONCERNING if binds else _TOWARDS
        yield from (self._ground.entity_of(p) for p in filling.near if p.mark in towards and p not in taken)
        if match.rest is not None and match.rest not in taken:
            yield self._ground.entity_of(match.rest)
        # What an act does to a thing it does not do to whose thing it is, unless it binds two.
        others = [p for role, p in filling.roles.items() if role not in ("actor", "place")]
        owned = [p for p in others if binds or (p.mark in ("에", "에게") and self._ground.begins_with_body(p))]
        yield from (self._ground.entity_of(m) for p in owned for m in reversed(p.modifiers) if m.mark == "의")
        yield from (self._ground.named_first(p) for p in owned if p.mark and not self._ground.is_value(p))
        # 한빛물산을 상대로 낸 소송을 취하했다: whom the thing was aimed at, where the act binds two.
        aimed = (a for p in others if binds and p.clause is not None for a in p.clause.args)
        yield from (self._ground.entity_of(a) for a in aimed if a.mark in _TOWARDS and a not in taken)

    def _meant(
        self, match: Match, filling: Filling, actor: str | None, statement: Statement | None
    ) -> Iterator[str | None]:
        """For an act against somebody without an object: the one whom the actor's own words are aimed at; for one that
        is undergone, the one whom the sentence before was about.
        """
        tie = match.trigger.acting.frame.tie
        goal = filling.roles.get("target")
        this = goal is not None and goal.head in _THIS
        if tie is not None and tie.sign < 0 and (goal is None or this) and self._sentence is not None:
            yield self._answered(match)
            yield self._ground.aimed_at(actor, self._sentence.span)
            yield self._spoken_of(match)
        p = match.predicate
        if p is not None and tie is not None and "어 달" in p.aux:
            yield self._asker(p, statement)
        told = p is not None and p.form != "adnominal" and statement is None and self._lacks_subject(p)
        if match.passive and told and "target" not in filling.roles:
            yield self._last

    def _asker(self, p: Predicate, statement: Statement | None) -> str | None:
        """자금을 지원해 달라고: who asks is whom it is to be done for."""
        if statement is not None:
            return statement.speaker
        asks = subject_of(p.governor, self._index.raising) if p.governor is not None else None
        return self._ground.entity_of(asks) if asks is not None else None

    def _spoken_of(self, match: Match) -> str | None:
        """Whose act is told in the words that the act reports: 김하늘이 거짓말을 했다고 비판했다."""
        said = self._ground.statement_by(match.predicate.span) if match.predicate is not None else None
        if said is None:
            return None
        first = next((a for a in self._phrases if a.mark in ("이", "은") and said.span.covers(a.span)), None)
        return self._ground.entity_of(first) if first is not None else None

    def _answered(self, match: Match) -> str | None:
        """Who did what 이에 and 이를 mean: the one who acted in the clause or the sentence before."""
        p, sentence = match.predicate, self._sentence
        if p is None or sentence is None:
            return None
        this = next((a for a in self._phrases if a.head in _THIS and a.mark in ("을", "에", "에 대해")), None)
        if this is None or this.last > p.first or (this.owner is not p and this is not self._phrases[0]):
            return None
        before = (
            e.actor for e in reversed(self.events) if sentence.span.covers(e.span) and e.span.end <= this.span.start
        )
        return next(before, self._last)

    def _lacks_subject(self, p: Predicate) -> bool:
        """Whether the sentence itself names no subject for `p`, by its tree or for want of any subject."""
        below = any(q.governor is p and q.mark in SUBJECTS for q in self._predicates)
        return not below and (p.bare or not any(phrase.mark in SUBJECTS for phrase in self._phrases))

    def _who(self, phrase: Phrase, statement: Statement | None) -> str | None:
        named = self._ground.entity_of(phrase)
        if named is not None:
            return named
        if statement is not None and phrase.head in self._ground.selves:
            return statement.speaker
        if phrase.clause is not None and phrase.mark in ("으로", "이다") and phrase.owner is not None:
            # 호프먼은 자금을 지원한 인물로: the noun is its topic over again.
            topics = [t for t in self._phrases if t.mark == "은" and t.last < phrase.first and t.clause is None]
            return self._who(topics[-1], statement) if topics else None
        return self._ground.meant_by(phrase, self._last)


def _split_off(p: Predicate) -> Phrase | None:
    """Whose act a sentence tells that splits it: 누리전자가 시장에 발을 들인 것은 지난해다."""
    subject = p.subject
    if p.stems != ("이",) or subject is None or not subject.dependent or subject.clause is None:
        return None
    return own_subject(subject.clause)


def _means_to(p: Predicate) -> bool:
    """사겠다, 사는 것도 고려하겠다: an own will, of the verb or of what governs the clause."""
    above = p.noun.owner if p.noun is not None and p.noun.dependent else None
    return "겠" in p.eps or (above is not None and "겠" in above.eps)


def _on_word(stand: Standing, statement: Statement, actor: str | None) -> None:
    """What somebody says is his word, not the reporter's: done becomes claimed, not done becomes denied."""
    if stand.status is Status.POSSIBLE and actor is not None and actor == statement.speaker and not stand.negated:
        planned = any(r.rule.startswith("future") for r in stand.rules)
        stand.status = Status.PLANNED if planned else stand.status
    elif stand.negated and stand.status in (Status.HAPPENED, Status.CLAIMED, Status.PLANNED):
        stand.status = Status.DENIED
    elif stand.status is Status.HAPPENED:
        stand.status = Status.CLAIMED
    stand.rules.append(Reason("발언 안", statement.span))


def _span(match: Match) -> Span:
    """From the first word that makes the event to the end of the predicate's ending."""
    p = match.predicate
    if p is None:
        assert match.noun is not None
        start = match.rest.span.end if match.rest is not None else match.noun.span.start
        return type(match.noun.span)(min(_skip(start, match), match.noun.span.end - 1), match.noun.span.end)
    if match.noun is not None and match.noun.mark in ("에서", "을 통해"):
        return type(p.span)(match.noun.span.end - len(match.noun.head), match.noun.span.end)
    if match.noun is not None:
        start = _skip(match.rest.span.end, match) if match.rest is not None else match.noun.span.start
        return type(p.span)(min(start, p.span.start), p.span.end)
    before = [a for a in match.used if a.last <= p.first <= a.last + 2]
    start = min([a.span.end - len(a.head) for a in before], default=p.span.start)
    return type(p.span)(min(start, p.span.start), p.span.end)


def _skip(at: int, match: Match) -> int:
    """The acting noun begins behind the blank that follows the rest of its run."""
    assert match.noun is not None
    head = match.noun.span.end - len(match.noun.head)
    return max(at, head) if at < match.noun.span.end else match.noun.span.start


def _lemma(match: Match) -> str:
    """The action as a dictionary writes it, as read: 인수하다, 인수되다, 소송을 제기하다, 인수를 추진하다."""
    p, verb = match.predicate, match.trigger.verb
    if p is not None and match.noun is not None and p.stems and match.noun.mark in ("을", "이", "에"):
        acting, pair = verb.removesuffix("하"), _PAIRS.get(match.noun.mark)
        return f"{attach(acting, pair) if pair else acting + match.noun.mark} {p.stems[0]}다"
    if p is not None and match.noun is None and verb.endswith("하") and p.voice not in ("", "하"):
        verb = verb[:-1] + p.voice
    words = []
    for need, used in zip(match.trigger.complements, match.used, strict=False):
        noun = next((w for w in need.words if used.head.endswith(w)), need.words[0])
        pair = _PAIRS.get(need.particle)
        words.append(attach(noun, pair) if pair else noun + need.particle)
    return " ".join((*words, verb + "다"))


def _reason(match: Match, stand: Standing, span: Span, carried: Found | None) -> Reason:
    parts = list(stand.rules)
    if carried is Found.CARRIED:
        parts.append(Reason(CARRIED))
    how = "명사 서술" if match.noun is not None else "용언"
    return Reason(f"틀 {match.trigger.acting.id}", span, how, tuple(parts))
