"""Claims over several articles: who says so in one of them, who changed his word, which sums are of one deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.items.model import Changed, Fills, OneDeal, Reported, Said, Truth, Verdict
from sagwan.items.prove.meaning import NEAR
from sagwan.items.prove.places import judge_fills
from sagwan.items.prove.speech import judge_said

if TYPE_CHECKING:
    from sagwan.core.event import Event
    from sagwan.core.statement import Statement
    from sagwan.items.prove.shelf import Shelf, Shelved

# Words that two statements of one matter share.
_SHARED = 2


def judge_reported(claim: Reported, shelf: Shelf) -> Verdict:
    """True where one article has it as his words; false where one shows that it is not and none leaves it open."""
    shelves = [shelf[address] for address in claim.articles]
    verdicts = [judge_said(Said(at.address, _key(at, claim.name), claim.content), shelf) for at in shelves]
    for verdict in verdicts:
        if verdict.truth is Truth.TRUE:
            return verdict
    open_ = next((v for v in verdicts if v.truth is Truth.UNSUPPORTED and v.records), None)
    if open_ is not None:
        return open_
    told = next((v for v in verdicts if v.truth is Truth.FALSE), None)
    if told is None:
        return verdicts[0]
    speakers = {at.name(key) for at in shelves for s, _, key in at.spoken if s.id in told.records and key is not None}
    if _houses(claim.name, shelves) & set().union(*(_houses(name, shelves) for name in speakers)):
        return Verdict(Truth.UNSUPPORTED, told.records, told.words, "말한 이와 한 기관입니다")
    return told


def _key(at: Shelved, name: str) -> str:
    return next((e.id for e in at.records.entities if e.name == name), name)


def _houses(name: str, shelves: list[Shelved]) -> set[str]:
    """As any of the articles knows them."""
    return {house for at in shelves for house in at.houses(name)}


def judge_changed(claim: Changed, shelf: Shelf) -> Verdict:
    """True where both are his words and the second takes the first back; false where one is not, or it was the first
    that took the second back.

    It takes it back where the record says so, or where he says the contrary of the same, or
    another figure, on a later day.
    """
    first, second = judge_said(claim.before, shelf), judge_said(claim.after, shelf)
    records, words = first.records + second.records, first.words + second.words
    if Truth.FALSE in (first.truth, second.truth):
        return Verdict(Truth.FALSE, records, words, "둘 가운데 하나가 그의 말이 아닙니다")
    one, other = shelf[claim.before.article], shelf[claim.after.article]
    if first.truth is not Truth.TRUE or second.truth is not Truth.TRUE or not _same(claim, one, other):
        return Verdict(Truth.UNSUPPORTED, records, words, "말한 이가 확실하지 않습니다")
    before, after = _statement(one, first), _statement(other, second)
    if after.reverses == before.id or _later(claim.before, claim.after, shelf):
        return Verdict(Truth.TRUE, records, words, "뒤의 말이 앞의 말을 거둡니다")
    if before.reverses == after.id or _later(claim.after, claim.before, shelf):
        return Verdict(Truth.FALSE, records, words, "차례가 거꾸로입니다")
    return Verdict(Truth.UNSUPPORTED, records, words, "말을 바꾸었는지 장부에 없습니다")


def _same(claim: Changed, one: Shelved, other: Shelved) -> bool:
    return one.name(claim.before.voice) == other.name(claim.after.voice)


def _statement(at: Shelved, verdict: Verdict) -> Statement:
    return next(s for s, _, _ in at.spoken if s.id == verdict.records[0])


def _later(before: Said, after: Said, shelf: Shelf) -> bool:
    """Whether the second says the contrary of the first, of the same matter, in an article of a later day."""
    one, other = shelf[before.article], shelf[after.article]
    days = [_day(one), _day(other)]
    here, there = one.senses.of(before.content), one.senses.of(after.content)
    shared = len(here.words & there.words)
    contrary = here.negative != there.negative and shared >= _SHARED
    other_figure = bool(here.numbers and there.numbers) and not set(here.numbers) & set(there.numbers)
    excludes = other_figure and here.likeness(there) >= NEAR
    return (contrary or excludes) and None not in days and str(days[0]) < str(days[1])


def _day(at: Shelved) -> str | None:
    published = at.records.article.published
    return published.value[:10] if published is not None else None


def judge_one_deal(claim: OneDeal, shelf: Shelf) -> Verdict:
    """True where both sums stand there and are those of one kind of act between the same two; false where another
    sum stands at one of the places.
    """
    verdicts = [judge_fills(fill, shelf) for fill in (claim.one, claim.other)]
    records = tuple(r for v in verdicts for r in v.records)
    words = tuple(w for v in verdicts for w in v.words)
    one, other = (_acts(fill, shelf) for fill in (claim.one, claim.other))
    tied = one & other
    if not tied or claim.one.article == claim.other.article:
        return Verdict(Truth.UNSUPPORTED, records, words, "한 거래인지 장부에 없습니다")
    if Truth.UNSUPPORTED in (verdicts[0].truth, verdicts[1].truth):
        return Verdict(Truth.UNSUPPORTED, records, words, "견줄 수 없는 말입니다")
    if Truth.FALSE in (verdicts[0].truth, verdicts[1].truth):
        written = (shelf[f.article].reading.layout.text.chars[f.start : f.stop] for f in (claim.one, claim.other))
        return Verdict(Truth.FALSE, records, words, f"적힌 금액은 차례대로 {', '.join(written)}입니다")
    return Verdict(Truth.TRUE, records, words, "두 기사가 그렇게 적었습니다")


def _acts(fill: Fills, shelf: Shelf) -> set[tuple[str, frozenset[str]]]:
    """Kind and parties of the acts that carry the sum at the place."""
    at = shelf[fill.article]
    sums = {n for n, m in enumerate(at.records.money) if (m.span.start, m.span.end) == (fill.start, fill.stop)}
    carried = [e for e in at.records.events if e.amount in sums]
    return {(e.frame, _parties(e, at)) for e in carried if len(_parties(e, at)) > 1}


def _parties(event: Event, at: Shelved) -> frozenset[str]:
    return frozenset(at.name(id_) for id_ in (event.actor, event.target) if id_ is not None)
