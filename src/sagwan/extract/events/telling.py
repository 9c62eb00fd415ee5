"""Where the reading stands: the sentence that is read, and whom the one before was about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.events.clause import SUBJECTS, own_subject
from sagwan.extract.events.news import told

if TYPE_CHECKING:
    from sagwan.core.statement import Statement
    from sagwan.extract.events.clause import Clauses
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.triggers import Triggers
    from sagwan.korean.passage import Sentence


@dataclass(slots=True)
class Telling:
    """One passage as it goes on: `last` is whom the sentence before was about, None where that is nobody by name.

    `paragraph` is -1 in the headline. `closing` is the topic of a sentence that ends in a noun. `retold`: the sentence
    before told what somebody else does, so that who told it need not be whom the text goes on about. `reported`: it
    gave the words of `last`.
    """

    ground: Ground
    index: Triggers
    paragraph: int = -1
    last: str | None = None
    sentence: Sentence | None = None
    phrases: list[Phrase] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)
    closing: Phrase | None = None
    retold: bool = False
    reported: bool = False

    def enter(self, sentence: Sentence, clauses: Clauses) -> None:
        """A new sentence begins; a new paragraph keeps the last subject, if no place; a headline hands none on."""
        beyond = self.last is not None and self.ground.entities[self.last].kind is Kind.PLACE
        if self.paragraph < 0 <= sentence.paragraph or (beyond and self.paragraph != sentence.paragraph):
            self.last = None
        self.paragraph = sentence.paragraph
        self.sentence = sentence
        self.phrases = clauses.phrases
        self.predicates = clauses.predicates
        rest = next((segment for segment in reversed(clauses.loose) if segment), [])
        self.closing = next((a for a in rest if a.mark == "은" and not a.quotation), None)

    def leave(self) -> None:
        """Remember whose sentence it was: one about a thing or somebody without a name (매출은 …, 행사가 …) ends what
        could be carried over; one that adds a thing (매출도 …) does not.
        """
        if self.closing is not None and self.paragraph >= 0:
            self.last = self.who(self.closing, None)  # ‘봄밤’은 김하늘 감독을 알린 작품.
            return
        main = [p for p in self.predicates if p.subject is not None and not p.quoted and told(p)]
        self.retold = bool(main) and self._tells_of_another(main[-1])
        subject = (_split_off(main[-1]) or _told_of(main[-1]) or main[-1].subject) if main else None
        if subject is None or (subject.dependent and subject.mark == "이"):
            return  # 깨달은 바가 있었다: of whom it is told goes without saying
        own = subject.mark == "이" and subject.owner is main[-1]
        elsewhere = main[-1].form == "final" and (own or subject.mark == "은")
        named = self.who(subject, None)
        if named is not None:
            self.reported = self.ground.statement_by(main[-1].span) is not None
        self.last = named or (None if elsewhere else self.last)

    def _tells_of_another(self, p: Predicate) -> bool:
        """Whether somebody else by name acts in what it tells: 누리시는 한빛물산이 공장을 닫을 예정이라고 밝혔다."""
        teller = p.subject
        if teller is None or not any(q.form == "quote" and not q.quoted for q in p.tells):
            return False
        inside = (a for a in self.phrases if a.mark == "이" and teller.last <= a.first < p.first and not a.quotation)
        return any(self.ground.kind_of(a) in ("person", "org") for a in inside)

    def who(self, phrase: Phrase, statement: Statement | None) -> str | None:
        """Whom the phrase means: by name, by a word for the speaker of the `statement`, or by a pronoun."""
        named = self.ground.entity_of(phrase)
        if named is not None:
            return named
        if statement is not None and phrase.head in self.ground.selves:
            return statement.speaker
        if statement is not None and phrase.head in self.ground.ours:
            return self.ground.body_speaking(statement.speaker)  # a player's 우리 is his team, a minister's his country
        if statement is not None and phrase.head in self.ground.houses and phrase.head == phrase.lead:
            return self.ground.house_of(statement.speaker)
        if (over := self._restated(phrase)) is not None:
            return self.who(over, statement) if over is not phrase else None
        return self.ground.meant_by(phrase, self.last) or self.ground.introduced_as(phrase)

    def _restated(self, phrase: Phrase) -> Phrase | None:
        """What the noun is over again: the topic (김하늘은 자금을 지원한 인물로), or what it describes (은퇴한 농부인
        김하늘 씨가); itself where that cannot be told, None where it is another thing (돈을 받은 혐의로).
        """
        owner = phrase.owner
        stands = phrase.clause is not None and phrase.mark in ("으로", "이다") and not phrase.dependent
        if owner is None or not stands:
            return None
        if owner.form == "adnominal" and phrase.mark == "이다":
            return owner.noun or phrase
        if self.ground.named_first(phrase) is not None:
            return None
        topics = [t for t in self.phrases if t.mark == "은" and t.last < phrase.first and t.clause is None]
        return topics[-1] if topics else phrase

    def beside(self, phrase: Phrase, statement: Statement | None) -> str | None:
        """The first by name of those who share the phrase's role: 김하늘 대표, 박도현 의원과 시민들이."""
        # 누리국·한빛국산 부품, 누리국과 한빛국 증시: what stands before the first of several words stands beside that
        # word alone, unless they mean people (한빛물산과 지역 업체들).
        shared = phrase.coordinates()
        if not shared:
            return None
        within = phrase.lead != phrase.head
        parted = {"·"} if self.ground.is_somebody(phrase) else {"·", "과"}
        shared = sorted((a for a in shared if not (within and a.mark in parted)), key=lambda a: a.first)
        return next((named for a in shared if (named := self.who(a, statement)) is not None), None)

    def concerned(self, phrase: Phrase, statement: Statement | None) -> str | None:
        """Of whom it is told what becomes of a thing: 누리전자는 매출이 늘었다."""
        p = phrase.owner
        if phrase.mark != "이" or p is None or p.subject is not phrase or self.ground.is_somebody(phrase):
            return None
        topic = next((a for a in p.args if a.mark == "은" and a.first < phrase.first), None)
        return self.who(topic, statement) if topic is not None else None

    def lacks_subject(self, p: Predicate) -> bool:
        """Whether the sentence itself names no subject for `p`, by its tree or for want of any subject."""
        below = any(q.governor is p and q.mark in SUBJECTS for q in self.predicates)
        return not below and (p.bare or not any(phrase.mark in SUBJECTS for phrase in self.phrases))


def _told_of(p: Predicate) -> Phrase | None:
    """Of whom a sentence tells what becomes of another: 누리전자는 매출이 늘었다, 그 방식은 한빛국이 처음이다."""
    subject = p.subject
    if subject is None or subject.mark != "이" or subject.owner is not p:
        return None
    return next((a for a in p.args if a.mark == "은" and a.first < subject.first and not a.point), None)


def _split_off(p: Predicate) -> Phrase | None:
    """Whose act a sentence tells that splits it: 누리전자가 시장에 발을 들인 것은 지난해다."""
    subject = p.subject
    if p.stems != ("이",) or subject is None or not subject.dependent or subject.clause is None:
        return None
    return own_subject(subject.clause)
