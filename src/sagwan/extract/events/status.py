"""How sure the text is: from the predicate's own endings up through the words that govern it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.core.reason import Reason
from sagwan.extract.events.clause import own_subject
from sagwan.extract.events.cue import cue_of_noun, cue_of_verb, cue_over, pair_cue
from sagwan.extract.events.phrase import OCCASIONS
from sagwan.extract.events.spot import SPEECH, verb_match
from sagwan.extract.events.tense import closing, is_past
from sagwan.lexicon.schema.frame import StatusCue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.span import Span
    from sagwan.extract.events.phrase import Phrase, Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.triggers import Triggers

_STEPS = 6
# What stands for a noun in a cue that names an ending alone: 인수했다는 말, 글, 소리.
_ANY = "*"
# 증편하고 연장할 계획이다: clauses linked by these stand as the last one stands, unless they have a tense of their own.
_MEANWHILE = "며"
_WHILE = frozenset({"면서", "다", "다가"})
_SHARING = frozenset({"고", _MEANWHILE, "어", "어서", "거나", "되"})
_TURNED, _BUT = frozenset({"다", "다가"}), frozenset({"으나", "나", "지만", "는데"})
_AND = frozenset({"고", _MEANWHILE, "거나"})
_BECAUSE = frozenset({"어", "어서"})
# 받아 놓고, 벌이고 있으며: what is done or under way stands for itself.
_DONE = frozenset({"어 놓", "어 두", "고 있", "어 있"})
_IS = ("이",)
# 참석한 뒤 이동한다, 내달 여는 것으로 확인됐다: behind these the act has its own time, or that of the clause after it.
_LEAVES_TENSE = frozenset({"neutral", "shared", "happened"})

_FACT = StatusCue(id="지난 때", effect="happened")
_MEANT = StatusCue(id="뜻하는 일", effect="planned")
_MAYBE = StatusCue(id="아직 아닌 때", effect="possible")
_SAME = StatusCue(id="이어진 절", effect="neutral")


@dataclass(frozen=True, slots=True)
class _Step:
    """A cue, the word that carries it, and whether that word is negated."""

    cue: StatusCue
    word: Predicate
    negated: bool = False


@dataclass(slots=True)
class Standing:
    """The status so far, whether the act is negated, and the rules that made it so.

    `tense` is the predicate whose tense is the act's: its own, or that of the clauses linked to it; `lender`: what
    makes it less than a fact is said of this clause after it; `lasting`: the present that it takes from them tells what
    came of it (계약해 눈길을 끈다); `given_up`: it is not denied but was dropped or stopped.
    """

    status: Status = Status.HAPPENED
    negated: bool = False
    rules: list[Reason] = field(default_factory=list)
    tense: Predicate | None = None
    lender: Predicate | None = None
    lasting: bool = False
    given_up: bool = False

    def apply(self, effect: str, rule: str, span: Span, *, negated: bool = False) -> None:
        """One governing word more; `negated`: the word itself is denied (검토한 바 없다)."""
        if effect in ("neutral", "shared"):
            self.negated ^= negated
            return
        self.rules.append(Reason(rule, span))
        if effect == "negated":
            self.negated ^= not negated
        elif effect in ("dropped", "stopped"):
            self.negated = self.given_up = not negated
            meant = effect == "dropped" and self.status is Status.HAPPENED
            self.status = Status.PLANNED if meant else self.status
        elif effect == "denied":
            self.status = Status.CLAIMED if negated else Status.DENIED
        elif effect == "refused":
            self.status = Status.POSSIBLE if negated else Status.REFUSED
        else:
            self._settle(Status.POSSIBLE if effect == "conditional" else Status(effect))
            self.negated ^= negated

    def _settle(self, status: Status) -> None:
        """The weaker of two statuses stands: a planned act that is only possible is possible."""
        if _STRENGTH[status] > _STRENGTH[self.status]:
            self.status = status


_STRENGTH = {
    Status.HAPPENED: 0,
    Status.CLAIMED: 1,
    Status.PLANNED: 2,
    Status.POSSIBLE: 3,
    Status.REQUESTED: 4,
    Status.REFUSED: 5,
    Status.DENIED: 6,
}


def standing(match: Match, index: Triggers) -> Standing:
    """Climb from the match to the words that govern it and let each have its effect."""
    found = Standing()
    p = match.predicate
    if match.answer is not None:
        return found  # 제안을 거부할 것이다: it was made, whatever comes of it
    if match.noun is not None:
        if p is None:
            for over in match.over:
                found.apply(over.effect, over.id, match.used[-1].span)
            return found
        if match.noun.mark in OCCASIONS:
            return found  # 인터뷰에서 …을 추진하겠다고 말했다: what was said there does not govern it
        cue = cue_over(p, match.noun, index)
        if cue is not None:
            found.apply(cue.effect, cue.id, p.span, negated=p.negated)
        _own(found, p, index, negation=False)
    elif p is not None:
        _own(found, p, index, negation=True)
    if p is not None:
        found.tense = p
        _climb(found, p, index)
    return found


def _climb(found: Standing, p: Predicate, index: Triggers) -> None:
    """What the words above `p` say of the act, and whose tense is the act's."""
    alone = p.form == "link" and found.status is Status.HAPPENED and not found.negated
    planned, last = False, p
    for step in _above(p, index):
        last = step.word
        planned = planned or (step.cue is _SAME and found.status is Status.PLANNED)
        if planned and step.cue.effect == "possible":
            continue  # 출범을 앞두고 …할 수 있다는 우려가 나온다: what is planned is not what may be
        if alone and step.cue is _SAME and found.lender is None:
            found.lender = step.word
        found.apply(step.cue.effect, step.cue.id, step.word.span, negated=step.negated)
        _own(found, step.word, index, negation=False)
        if step.cue.effect not in _LEAVES_TENSE or (step.cue.effect == "happened" and step.word.ending != "는"):
            found.tense = None
        elif step.cue is _SAME and found.tense is not None:
            found.tense = step.word
    if found.status is Status.PLANNED and not found.negated:
        _thwart(found, last, index)
    if found.tense is p:
        found.tense = closing(p)
    elif found.tense is not None and found.tense is p.governor and p.ending in _BECAUSE:
        over = verb_match(found.tense, index)
        found.lasting = over is not None and not over.trigger.acting.frame.scheduled


def _thwart(found: Standing, p: Predicate, index: Triggers) -> None:
    """인수하기로 했다가 뜻을 바꿨다, 열 예정이었으나 취소했다: a plan that is told as past and came to nothing."""
    over = p.governor
    if over is None or p.form != "link" or "었" not in p.eps:
        return
    if p.ending in _TURNED:
        found.apply("dropped", "바뀐 뜻", p.span)
    elif p.ending in _BUT:
        objects = [a.head for a in over.args if a.mark == "을" and not a.pronoun]
        cue = cue_of_verb(over, objects[0] if objects else "", index, only_pair=bool(objects))
        if cue is not None and cue.effect == "dropped":
            found.apply(cue.effect, cue.id, over.span, negated=over.negated)


def _own(found: Standing, p: Predicate, index: Triggers, *, negation: bool) -> None:
    """The predicate's own endings: 않, 겠, 려고, 면, 어야 하."""
    if negation and p.negated:
        found.apply("negated", "부정", p.span)
    tail = index.noun_cues.get(p.tail)
    if tail is not None:
        found.apply(tail.effect, tail.id, p.span)
    past = ("었" + p.ending,) if "었" in p.eps else ()
    closing = (p.ending + ".",) if p.form == "final" else ()
    for word in (*p.eps, *p.aux, p.ending, *past, *closing):
        cue = index.ending_cues.get(word) or index.ending_cues.get(word.split(" ")[0])
        if cue is not None:
            found.apply(cue.effect, cue.id, p.span)


def _above(p: Predicate | None, index: Triggers) -> Iterator[_Step]:
    """The cues above `p`, innermost first."""
    for _ in range(_STEPS):
        if p is None:
            return
        by_noun = p.form == "adnominal" and p.noun is not None
        steps, p = _over_noun(p, index) if by_noun else _over_clause(p, index)
        yield from steps


def _over_noun(p: Predicate, index: Triggers) -> tuple[list[_Step], Predicate | None]:
    """What the noun that `p` describes says of it, and the verb above that noun: …할 계획을 철회했다."""
    noun = p.noun
    assert noun is not None
    over = noun.owner
    pair = pair_cue(over, noun, p.ending, index) if over is not None else None
    if over is not None and pair is not None:
        return [_governed(over, pair, index, could=noun.head == "수" and "었" in over.eps)], over
    # …하는 내용의 법안: what the clause stands before says less than what that belongs to.
    whole = cue_of_noun(noun.next, p, index) if noun.mark == "의" and noun.next is not None else None
    same = _same_as(noun, over)
    cue = whole or (cue_of_noun(same, p, index) if same is not None else None) or cue_of_noun(noun, p, index)
    if cue is None:
        any_noun = index.noun_cues.get(f"{p.ending} {_ANY}")
        return ([_Step(any_noun, p)] if any_noun is not None else []), None
    steps = [_Step(cue, p)]
    if cue.effect == "open":
        return _while_open(p, over, index), None
    if cue.effect == "shared":
        beside = _beside(p, over, index)
        return [*steps, _Step(_SAME, beside)] if beside is not None else steps, beside
    verb = cue_of_verb(over, noun.head, index) if over is not None and cue.effect != "happened" else None
    if verb is not None and _is_aside(p, noun, verb):
        verb = None
    if over is not None and verb is not None and verb.effect == "planned" and noun.dependent and noun.mark == "을":
        steps = []  # 위탁할 것을 검토한다: what stands for the clause says nothing by itself
    return ([*steps, _governed(over, verb, index)], over) if over is not None and verb else (steps, None)


def _is_aside(p: Predicate, noun: Phrase, verb: StatusCue) -> bool:
    """Whether the verb says nothing of the act below its noun: 폐기하는 조건으로 회의를 했다 tells how, 사과한 점 등을
    고려했다 what was done before.
    """
    done = p.ending == "ㄴ" and not p.describes
    return (verb.effect == "happened" and noun.mark == "으로") or (verb.effect == "planned" and done)


def _while_open(p: Predicate, over: Predicate | None, index: Triggers) -> list[_Step]:
    """인수하는 데 이바지했다, 이바지할 계획이다: it is done where the clause after is past, and meant where that is."""
    if over is None:
        return [_Step(_MAYBE, p)]
    if is_past(over):
        return [_Step(_FACT, p)]
    above = Standing()
    _own(above, over, index, negation=False)
    _climb(above, over, index)
    return [_Step(_MEANT if above.status is Status.PLANNED else _MAYBE, p)]


def _same_as(noun: Phrase, over: Predicate | None) -> Phrase | None:
    """1위를 차지하는 것이 목표다: what stands for the clause is what the copula says it is."""
    if over is None or over.stems != _IS or not noun.dependent or noun.mark == "이다":
        return None
    return next((a for a in over.args if a.mark == "이다" and a.clause is None and a.first > noun.first), None)


def _over_clause(p: Predicate, index: Triggers) -> tuple[list[_Step], Predicate | None]:
    """What the clause that governs `p` says of it: …하려다 실패했다, …했다고 밝혔다, …하고 …할 계획이다."""
    over = p.governor
    if over is None:
        return [], None
    if p.form == "link" and "었" not in p.eps:
        if p.ending in _SHARING and not _DONE & set(p.aux):
            return _over_linked(p, over, index)
        if p.ending in _WHILE and _takes_along(p, below := _below(p, over, index), index):
            return [_Step(_SAME, below)], below
    cue = cue_of_verb(over, p.ending, index, only_pair=p.form == "link")
    if cue is None or cue.voice == "subject":
        return [], None
    if p.form in ("quote", "final") and (cue.effect in ("neutral", "happened") or _told_as_past(p, cue)):
        return [], None
    return [_governed(over, cue, index)], over


def _over_linked(p: Predicate, over: Predicate, index: Triggers) -> tuple[list[_Step], Predicate | None]:
    """A clause without a tense of its own stands as the one it is linked to, unless somebody else acts there."""
    saying = _leads_into_words(p, over, index)
    if saying is not None:
        return [_Step(_SAME, saying)], saying  # 회견을 열고 떠나겠다고 밝혔다: it is held as surely as that is said
    below = _told_next(p, over) or _decided(p, over, index) or _below(p, over, index)
    if _accompanies(p, over, index) or p.tail or _another_acts(p, over if own_subject(below) is None else below, index):
        return [], None  # 누리전자는 협업 중이며, 한빛물산은 투자할 계획이다
    return [_Step(_SAME, below)], below


def _takes_along(p: Predicate, over: Predicate, index: Triggers) -> bool:
    """사진을 공개하면서 실명을 드러낸 혐의를 받는다, 훔치다 붙잡혔다고 한다: what is done beside the deed is charged,
    meant or said with it.
    """
    if own_subject(over) not in (None, p.subject):
        return False
    if p.quoted:
        return p.quotation == over.quotation and (over.form == "final" or _is_charge_or_plan(over, index))
    hearsay = over.form == "quote" and any(step.cue.effect == "claimed" for step in _over_clause(over, index)[0])
    return hearsay or _is_charge_or_plan(over, index)


def _is_charge_or_plan(p: Predicate, index: Triggers) -> bool:
    cue = cue_of_noun(p.noun, p, index) if p.form == "adnominal" and p.noun is not None else None
    return cue is not None and cue.effect in ("claimed", "planned")


def _governed(over: Predicate, cue: StatusCue, index: Triggers, *, could: bool = False) -> _Step:
    # 알 수 있었다: what one could do in the past was done. 산 것 아니냐: asks and denies nothing.
    done = could and cue.effect == "possible" and not over.negated
    return _Step(_SAME if done or _asks(over, cue, index) else cue, over, over.negated)


def _accompanies(p: Predicate, over: Predicate, index: Triggers) -> bool:
    """떠나며 검찰을 믿는다고 밝혔다: what is done while one says so."""
    above = over.governor
    rumour = above is not None and cue_of_verb(above, over.ending, index, only_pair=True) is not None
    return p.ending == _MEANWHILE and over.form == "quote" and not p.quoted and not rumour


def _leads_into_words(p: Predicate, over: Predicate, index: Triggers) -> Predicate | None:
    """The verb that says something at what `p` tells of, where the words stand between the two."""
    match = verb_match(p, index) if over.form == "quote" and not p.quoted else None
    return over.governor if match is not None and match.trigger.acting.frame.voices else None


def _told_next(p: Predicate, over: Predicate) -> Predicate | None:
    """조사해 발표했으며 …: the next clause of the row that has a tense of its own tells that of those before it."""
    return next((q for q in over.links if q.first > p.first and "었" in q.eps), None)


def _decided(p: Predicate, over: Predicate, index: Triggers) -> Predicate | None:
    """자회사를 팔고 빚을 갚기로 했다: what is decided on beside it; not 협약을 맺고 갚기로 했다."""
    beside = (q for q in over.tells if q.form == "nominal" and q.ending == "기" and q.first > p.first)
    meant = next(beside, None) if p.ending in _AND else None
    cue = cue_of_verb(over, "기", index, only_pair=True) if meant is not None else None
    if cue is None or cue.effect != "planned":
        return None
    match = verb_match(p, index)
    acting = match.trigger.acting if match is not None else None
    leads = acting is not None and (acting.frame.decides or acting.id.startswith(SPEECH))
    return None if leads else meant


def _below(p: Predicate, over: Predicate, index: Triggers) -> Predicate:
    """증편하고 운행할 계획을 세운 것으로 보인다: the last of the clauses that `p` is linked to is the one below 계획.

    What is done while something is said is no part of it: 회의를 열며 떠나겠다는 뜻을 밝혔다.
    """
    for _ in range(_STEPS):
        nouns = (a for a in over.args if a.clause is not None and a.head in index.raising)
        told = (a.clause for a in nouns if a.clause is not None and not _is_said_of_it(a.clause))
        clause = next((clause for clause in told if clause.first > p.first), None)
        if clause is None or (p.ending == _MEANWHILE and clause.ending.startswith("다는")):
            break
        over = clause
    return over


def _is_said_of_it(clause: Predicate) -> bool:
    """긍정적인 전망: the clause tells of the noun, and the noun not of the clause."""
    return clause.describes and clause.ending == "ㄴ"


def _beside(p: Predicate, over: Predicate | None, index: Triggers) -> Predicate | None:
    """The clause that tells how 인수한 뒤 stands; none where that clause leads into somebody's words."""
    leads = over is not None and over.form == "link" and over.governor is not None and over.governor.form == "quote"
    return None if over is None or leads else _below(p, over, index)


def _told_as_past(p: Predicate, cue: StatusCue) -> bool:
    """인수했다고 발표했다 announces no plan."""
    return cue.effect == "planned" and "었" in p.eps


def _asks(over: Predicate, cue: StatusCue, index: Triggers) -> bool:
    ending = index.ending_cues.get(over.ending)
    return cue.effect == "negated" and ending is not None and ending.effect == "possible"


def _another_acts(p: Predicate, over: Predicate, index: Triggers) -> bool:
    """Whether the clause after tells of somebody else; 대표가 청하고 의원이 받아들인 정황 is one thing all the same."""
    subject = own_subject(over)
    if subject is None or p.subject is None or p.subject is subject:
        return False
    return p.subject.mark != "이" or not _is_charge_or_plan(over, index)
