"""Claims about what was done, in what order, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.statement import Found
from sagwan.items.model import Did, Narrated, Orders, Told, Truth, Verdict
from sagwan.items.morphemes import morphemes_of
from sagwan.items.prove.meaning import NEAR, SAME

if TYPE_CHECKING:
    from sagwan.core.event import Argument, Event
    from sagwan.core.span import Span
    from sagwan.items.prove.shelf import Shelf, Shelved

_DAY = 10
# From this likeness on a statement may be about the same matter as the reporter's sentence.
DISPUTED = 0.4
_BORNE_OUT = 0.6


def judge_did(claim: Did, shelf: Shelf) -> Verdict:
    """True where the reporter tells this act of these two in this status; false where he tells it of them the other
    way round, or of the same actor in another status, and nothing tells it so.
    """
    at = shelf[claim.article]
    acts = [e for e in at.records.events if e.frame == claim.frame and e.actor and e.target]
    same = [e for e in acts if (e.actor, e.target) == (claim.actor, claim.target)]
    words = {e.id: _sentence(at, e) for e in acts}
    sure = [e for e in same if _written(at, e) and e.source is None]
    if any(e.status.value == claim.status and not e.negated for e in sure):
        hits = [e for e in sure if e.status.value == claim.status]
        return Verdict(Truth.TRUE, tuple(e.id for e in hits), tuple(words[e.id] for e in hits), "그렇게 적혀 있습니다")
    turned = [
        e for e in acts if {e.actor, e.target} & {claim.actor, claim.target} and _written(at, e) and e.source is None
    ]
    doubtful = [e for e in at.records.events if e.frame == claim.frame and e.id not in {t.id for t in (*sure, *turned)}]
    if doubtful or not (sure or turned):
        return Verdict(Truth.UNSUPPORTED, tuple(e.id for e in doubtful), (), "확실하지 않은 행위입니다")
    shown = {e.id: e for e in (*sure, *turned)}
    return Verdict(Truth.FALSE, tuple(shown), tuple(words[id_] for id_ in shown), "다르게 적혀 있습니다")


def _written(at: Shelved, event: Event) -> bool:
    """Whether actor and target are named in the event's own clause, each by an argument that is a name."""
    named = {a.role: a for a in event.arguments if a.found is Found.WRITTEN and a.entity is not None}
    kinds = {e.id: e.kind for e in at.records.entities}
    if "actor" not in named or "target" not in named:
        return False
    both = (named["actor"], named["target"])
    if not all(_at_its_end(at, a) for a in both):
        return False
    agree = (both[0].entity, both[1].entity) == (event.actor, event.target)
    return agree and all(kinds.get(a.entity or "") in (Kind.PERSON, Kind.ORG) for a in both)


def _at_its_end(at: Shelved, argument: Argument) -> bool:
    """Whether the words end in a name of the entity, so that it is what they speak of and no part of it."""
    entity = next(e for e in at.records.entities if e.id == argument.entity)
    words = at.reading.layout.text.cut(argument.span).rstrip("’'”\"")
    return any(words.endswith(name) for name in (entity.name, *entity.aliases))


def _sentence(at: Shelved, event: Event) -> str:
    whole = next((s for s in at.witness.sentences if s.covers(event.span)), event.span)
    return at.reading.layout.text.cut(whole)


def judge_orders(claim: Orders, shelf: Shelf) -> Verdict:
    """True where the days written at the places follow one another; false where two are the other way round."""
    at = shelf[claim.article]
    days = [_day(at, start, stop) for start, stop in claim.places]
    text = at.reading.layout.text.chars
    words = tuple(text[start:stop] for start, stop in claim.places)
    records = tuple(f"{at.address}:{start}–{stop}" for start, stop in claim.places)
    known = [day for day in days if day is not None]
    if len(known) != len(days) or len(set(known)) != len(known):
        return Verdict(Truth.UNSUPPORTED, records, words, "날짜를 알 수 없거나 같은 날입니다")
    inside = all(not one.startswith(other) for one in known for other in known if one is not other)
    if not inside:
        return Verdict(Truth.UNSUPPORTED, records, words, "한 때가 다른 때를 품습니다")
    truth = Truth.TRUE if known == sorted(known) else Truth.FALSE
    return Verdict(truth, records, words, " → ".join(known))


def _day(at: Shelved, start: int, stop: int) -> str | None:
    """The one day, month or year written in the range."""
    here = [
        t
        for t in at.records.times
        if start <= t.span.start and t.span.end <= stop and t.type.value == "date" and t.part_of is None
    ]
    values = {t.value for t in here if t.value is not None and t.value.replace("-", "").isdigit()}
    if len(values) != 1 or any(t.value is None or t.mods for t in here) or not _of_its_end(at, here[0].span, stop):
        return None
    (value,) = values
    return value[:_DAY]


def _of_its_end(at: Shelved, date: Span, stop: int) -> bool:
    """Whether no other act stands between the date and the act at the end, so that it can be the day of no other:
    not 3일 받은 상을 건넸다, nor 3일 값을 올리고 문을 닫았다.
    """
    behind = morphemes_of(at.reading.layout.text.chars[date.end : stop], at.analyser)
    joins = [n for n, m in enumerate(behind) if m.tag in ("ETM", "EC", "ETN")]
    return all(behind[n].tag == "EC" and behind[n + 1].tag.startswith("VX") for n in joins if n + 1 < len(behind))


def judge_told(claim: Told, shelf: Shelf) -> Verdict:
    """`claim`: true where it stands as somebody's words. `fact`: where the reporter tells it outside all speech."""
    at = shelf[claim.article]
    wanted = at.senses.of(claim.content)
    said = [(s, words) for s, words, _ in at.spoken if wanted.likeness(at.senses.of(words)) >= NEAR]
    if claim.way == "claim":
        whole = [(s, w) for s, w in said if wanted.likeness(at.senses.of(w)) >= SAME and wanted.agrees(at.senses.of(w))]
        if not said:
            place = (f"{at.address}:{claim.start}–{claim.stop}",)
            return Verdict(_not_said(claim, at), place, (claim.content,), "기자가 서술했습니다")
        truth = Truth.TRUE if whole else Truth.UNSUPPORTED
        return Verdict(truth, tuple(s.id for s, _ in said), tuple(w for _, w in said), "누군가의 말로 적혀 있습니다")
    if said:
        return Verdict(Truth.FALSE, tuple(s.id for s, _ in said), tuple(w for _, w in said), "누군가의 말입니다")
    own = _not_said(claim, at) is Truth.FALSE
    place = (f"{at.address}:{claim.start}–{claim.stop}",)
    return Verdict(Truth.TRUE if own else Truth.UNSUPPORTED, place, (claim.content,), "기자가 서술했습니다")


def _not_said(claim: Told, at: Shelved) -> Truth:
    """False where the claim's place is the reporter's own words and says this, so that it is nobody's claim."""
    spans: list[Span] = [s.span for s, _, _ in at.spoken]
    inside = any(span.start < claim.stop and claim.start < span.end for span in spans)
    there = at.reading.layout.text.chars[claim.start : claim.stop]
    if not there or inside or set('“”"‘’') & set(there):
        return Truth.UNSUPPORTED
    wanted, found = at.senses.of(claim.content), at.senses.of(there)
    held = wanted.words <= found.words and set(wanted.numbers) <= set(found.numbers) and wanted.names <= found.names
    same = wanted.negative == found.negative and wanted.sides <= found.sides
    return Truth.FALSE if held and same else Truth.UNSUPPORTED


def judge_narrated(claim: Narrated, shelf: Shelf) -> Verdict:
    """True where the sentence of the range, the reporter's own, says so; false where it says the same with another
    number, name or polarity and no other sentence of the article bears the claim out.
    """
    at = shelf[claim.article]
    told = _reporters(at, claim.start, claim.stop)
    place = (f"{at.address}:{claim.start}–{claim.stop}",)
    if told is None:
        return Verdict(Truth.UNSUPPORTED, place, (), "기자의 말이 아닙니다")
    wanted, here = at.senses.of(claim.content), at.senses.of(told)
    said = [(s, w) for s, w, _ in at.spoken if wanted.likeness(at.senses.of(w)) >= DISPUTED]
    if said:
        return Verdict(Truth.UNSUPPORTED, tuple(s.id for s, _ in said), (told,), "같은 일을 두고 한 말이 있습니다")
    if wanted.likeness(here) < SAME:
        return Verdict(Truth.UNSUPPORTED, place, (told,), "견줄 말이 아닙니다")
    if wanted.agrees(here):
        return Verdict(Truth.TRUE, place, (told,), "글에 그렇게 적혀 있습니다")
    elsewhere = any(_bears_out(at, at.reading.layout.text.cut(s), claim.content) for s in at.witness.sentences)
    if elsewhere or not wanted.excludes(here):
        return Verdict(Truth.UNSUPPORTED, place, (told,), "그렇게 읽힐 말이 있습니다")
    return Verdict(Truth.FALSE, place, (told,), f"글과 다릅니다({wanted.differs(here)})")


def _reporters(at: Shelved, start: int, stop: int) -> str | None:
    """The whole sentence at the range, where all of it is the reporter's."""
    there = next((s for s in at.witness.sentences if (s.start, s.end) == (start, stop)), None)
    if there is None or any(s.span.start < stop and start < s.span.end for s, _, _ in at.spoken):
        return None
    words = at.reading.layout.text.cut(there)
    return None if set("“”\"‘’'「」") & set(words) else words


def _bears_out(at: Shelved, sentence: str, content: str) -> bool:
    wanted, there = at.senses.of(content), at.senses.of(sentence)
    held = wanted.names <= there.names and set(wanted.numbers) <= set(there.numbers)
    shared = len(wanted.words & there.words) / len(wanted.words) if wanted.words else 0.0
    return held and shared >= _BORNE_OUT and wanted.negative == there.negative and wanted.sides <= there.sides
