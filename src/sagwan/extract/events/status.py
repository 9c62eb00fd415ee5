"""How sure the text is: from the predicate's own endings up through the words that govern it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.core.reason import Reason
from sagwan.extract.events.clause import own_subject
from sagwan.lexicon.schema.frame import StatusCue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.span import Span
    from sagwan.extract.events.phrase import Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.triggers import Triggers

_STEPS = 6
# 증편하고 연장할 계획이다: clauses linked by these stand as the last one stands, unless they have a tense of their own.
_SHARING = frozenset({"고", "며", "어", "어서", "거나"})


_SAME = StatusCue(id="이어진 절", effect="neutral")


@dataclass(slots=True)
class Standing:
    """The status so far, whether the act is negated, and the rules that made it so."""

    status: Status = Status.HAPPENED
    negated: bool = False
    rules: list[Reason] = field(default_factory=list)

    def apply(self, effect: str, rule: str, span: Span, *, negated: bool = False) -> None:
        """One governing word more; `negated`: the word itself is denied (검토한 바 없다)."""
        if effect == "neutral":
            self.negated ^= negated
            return
        self.rules.append(Reason(rule, span))
        if effect == "negated":
            self.negated ^= not negated
        elif effect == "dropped":
            self.negated = not negated
            self.status = Status.PLANNED if self.status is Status.HAPPENED else self.status
        elif effect == "denied":
            self.status = Status.CLAIMED if negated else Status.DENIED
        elif effect == "refused":
            self.status = Status.POSSIBLE if negated else Status.REFUSED
        else:
            self._settle(Status(effect))
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
    if match.noun is not None:
        if p is None:
            return found
        cue = _cue_of_verb(p, match.noun.head, index)
        if cue is not None:
            found.apply(cue.effect, cue.id, p.span, negated=p.negated)
        _own(found, p, index, negation=False)
    elif p is not None:
        _own(found, p, index, negation=True)
    for cue, word, negated in _above(p, index):
        found.apply(cue.effect, cue.id, word.span, negated=negated)
        _own(found, word, index, negation=False)
    return found


def _own(found: Standing, p: Predicate, index: Triggers, *, negation: bool) -> None:
    """The predicate's own endings: 않, 겠, 려고, 면, 어야 하."""
    if negation and p.negated:
        found.apply("negated", "부정", p.span)
    tail = index.noun_cues.get(p.tail)
    if tail is not None:
        found.apply(tail.effect, tail.id, p.span)
    for word in (*p.eps, *p.aux, p.ending):
        cue = index.ending_cues.get(word) or index.ending_cues.get(word.split(" ")[0])
        if cue is not None:
            found.apply(cue.effect, cue.id, p.span)


def _above(p: Predicate | None, index: Triggers) -> Iterator[tuple[StatusCue, Predicate, bool]]:
    """The cues above `p`, innermost first, each with the word that carries it and whether that is negated."""
    for _ in range(_STEPS):
        if p is None:
            return
        noun = p.noun if p.form == "adnominal" else None
        if noun is not None:
            over = noun.owner
            pair = _cue_of_verb(over, noun.head, index, only_pair=True) if over is not None else None
            if pair is None:
                cue = _cue_of_noun(noun.lead, p.ending, index) or _cue_of_noun(noun.head, p.ending, index)
                if cue is None:
                    return
                yield cue, p, False
        else:
            over = p.governor
        if over is None:
            return
        if noun is None and p.form == "link" and p.ending in _SHARING and "었" not in p.eps:
            # 증편하고 운행할 계획이다: the last of the linked clauses is the one below 계획.
            below = next((a.clause for a in over.args if a.clause is not None and a.head in index.raising), over)
            if p.tail or _another_acts(p, over if own_subject(below) is None else below):
                return  # 누리전자는 협업 중이며, 한빛물산은 투자할 계획이다
            p = below
            yield _SAME, p, False
            continue
        name = noun.head if noun is not None else p.ending
        cue = _cue_of_verb(over, name, index, only_pair=p.form == "link" and noun is None)
        if cue is None or (p.form == "quote" and cue.effect == "neutral"):
            return
        # 알 수 있었다: what one could do in the past was done.
        could = name == "수" and "었" in over.eps and not over.negated
        yield (_SAME if could else cue), over, over.negated
        p = over


def _another_acts(p: Predicate, over: Predicate) -> bool:
    subject = own_subject(over)
    return subject is not None and p.subject is not None and p.subject is not subject


def _cue_of_noun(head: str, ending: str, index: Triggers) -> StatusCue | None:
    for n in range(len(head)):
        cue = index.noun_cues.get(f"{ending} {head[n:]}") or index.noun_cues.get(head[n:])
        if cue is not None:
            return cue
    return None


def _cue_of_verb(p: Predicate, noun: str, index: Triggers, *, only_pair: bool = False) -> StatusCue | None:
    for stem in p.stems:
        cue = index.verb_cues.get(f"{noun} {stem}") or (None if only_pair else index.verb_cues.get(stem))
        if cue is not None:
            return cue
    return None
