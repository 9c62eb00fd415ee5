"""What tense and date say of an act that no word governs: it is still to come, or hangs on a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.core.values import TimeType
from sagwan.extract.events.ground import Day
from sagwan.extract.events.news import HABIT
from sagwan.extract.events.tense import is_announced, is_past, is_present

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.span import Span
    from sagwan.extract.events.ground import Ground
    from sagwan.extract.events.phrase import Predicate
    from sagwan.extract.events.spot import Match
    from sagwan.extract.events.status import Standing
    from sagwan.extract.events.triggers import Triggers

# Endings that leave the time open: 여는, 열고, 열어, 엶.
_TENSELESS = frozenset({"는", "고", "며", "어", "어서", "ᆷ", "음", "ㅁ"})
_BECAUSE = frozenset({"어", "어서"})
_WILL = "plan.will"


def times_beside(p: Predicate, ground: Ground) -> Iterator[int]:
    """The times of the clause of `p` and of those that lead into it: 9일 현충원을 찾아 분향을 한다."""
    for clause in (p, *(q for q in reversed(p.links) if q.ending in _BECAUSE and "었" not in q.eps)):
        yield from (t for a in clause.args if (t := ground.time_in(a.span)) is not None)


def counts_from_then(time: int, within: Span, ground: Ground) -> bool:
    """Whether a year is counted from one gone by and is gone by itself: 2012년에 뽑힌 의원은 2년 뒤 물러난다."""
    when, year = ground.values.times[time], (ground.published or "")[:4]
    if (
        when.value is None
        or not when.value[:4].isdigit()
        or not year
        or when.value[:4] in ground.chars[when.span.start : when.span.end]
    ):
        return False
    named = (t for t in ground.values.times if within.start <= t.span.start < when.span.start and t.value is not None)
    gone = [int(t.value[:4]) for t in named if t.value is not None and t.value[:4].isdigit() and t.value[:4] < year]
    return bool(gone) and gone[-1] + int(when.value[:4]) - int(year) <= int(year)


def look_ahead(stand: Standing, match: Match, day: Day, *, agent: bool, follows: bool, outside: bool) -> None:
    """What nothing governs is still to come where its tense or its date says so: 8일 경기를 치른다, 내년 문을 열고 …

    A finite present with a date that is not past tells what is to come, and so does that of a frame which is scheduled
    where no date stands by it (and an `agent` with a name acts, if it must be willed), or one that `follows` what the
    same one was told to do in the sentence before. What is `outside` of the words that it leads into is not promised
    in them. A clause without a tense of its
    own (열고, 열리는) takes the one of a coming date.
    """
    p, frame = stand.tense, match.trigger.acting.frame
    if stand.lender is not None and stand.status is Status.PLANNED and not stand.negated:
        told = outside and day is not Day.COMING  # 이날 기자들과 만나 [떠나겠다고] 밝혔다
        gone = day is Day.PAST and not stand.lender.ending.startswith(
            "다"
        )  # 지난달 공고를 내고 내달 업체를 고를 계획이다
        if told or gone:
            stand.status = Status.HAPPENED
            stand.rules.clear()
    if match.predicate is None and day is Day.COMING and stand.status is Status.HAPPENED:
        stand.apply("planned", "다가올 날", match.used[-1].span)  # 누리전자, 내달 새 공장 준공
    if p is None or stand.status is not Status.HAPPENED or "었" in p.eps or frame.opinion:
        return
    own = p is match.predicate
    final = is_present(p)
    scheduled = frame.scheduled and (agent or not frame.willed) and not stand.lasting
    announced = scheduled and is_announced(p)
    if p.aux or p.tail:
        due = final and "게 되" in p.aux and (own or day is not Day.PAST)
        ahead = due or (frame.plans and own)
    elif frame.plans and p.ending != "ㄴ":
        ahead = True
    elif day in (Day.OPEN, Day.COMING):
        ahead = final or announced or (day is Day.COMING and p.ending in _TENSELESS)
    else:
        ahead = day is Day.NONE and (announced or (final and (scheduled or follows)))
    if ahead:
        stand.apply("planned", "현재형", p.span)


def foretell(stand: Standing, match: Match, *, wills: bool) -> None:
    """비가 내리겠다, 수출이 늘겠다: where nobody says what he will do, 겠 says what may come."""
    befalls = match.trigger.acting.befalls or not wills
    if befalls and [r.rule for r in stand.rules] == [_WILL]:
        stand.status = Status.POSSIBLE


def by_habit(stand: Standing, match: Match, index: Triggers, ground: Ground) -> None:
    """매년 축제를 연다, 보통 3월에 연다, 돕곤 한다: what is done again and again is no deed of its own."""
    p = match.predicate
    if p is None or stand.status is not Status.HAPPENED or stand.negated or p.eps or not is_present(p):
        return
    times = [(ground.values.times[t].type, ground.day_of(t)) for t in times_beside(p, ground)]
    set_ = any(kind is TimeType.SET for kind, _ in times) and all(day is not Day.COMING for _, day in times)
    said = ground.chars[min((a.span.start for a in p.args), default=p.span.start) : p.span.start].split()
    if set_ or "곤 하" in p.aux or not index.habits.isdisjoint(said):
        stand.apply("possible", HABIT, p.span)


def on_condition(stand: Standing, match: Match, index: Triggers) -> None:
    """허가가 나면 공장을 짓는다: what hangs on a condition and is neither planned nor past may be."""
    p = match.predicate
    if p is None or stand.status is not Status.HAPPENED or is_past(p) or match.trigger.acting.frame.opinion:
        return
    cues = ((q, index.ending_cues.get(q.ending)) for q in p.links)
    condition = next((q for q, cue in cues if cue is not None and cue.effect == "conditional"), None)
    if condition is not None:
        stand.apply("possible", "조건", condition.span)
