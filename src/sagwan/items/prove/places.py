"""Claims about a place of the text: what stands there, and whom a pronoun there means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.extract.values import read_values_in
from sagwan.items.model import Because, Fills, Holds, Means, Truth, Verdict

if TYPE_CHECKING:
    from sagwan.core.entity import Entity
    from sagwan.items.prove.shelf import Shelf, Shelved

_BESIDE = 20


def judge_fills(claim: Fills, shelf: Shelf) -> Verdict:
    """True where these words, or others for the same value or the same name, stand there."""
    at = shelf[claim.article]
    chars = at.reading.layout.text.chars
    if not 0 <= claim.start < claim.stop <= len(chars):
        return Verdict(Truth.UNSUPPORTED, (), (), "글 밖의 자리입니다")
    there = chars[claim.start : claim.stop]
    place = f"{at.address}:{claim.start}–{claim.stop}"
    if _bare(there) == _bare(claim.words):
        return Verdict(Truth.TRUE, (place,), (there,), "그 자리에 그 말이 있습니다")
    same = _same_name(at, claim) if _values(there) == () else _values(there) == _values(claim.words)
    if same is None or (_values(there) and not _values(claim.words)):
        return Verdict(Truth.UNSUPPORTED, (place,), (there,), "견줄 수 없는 말입니다")
    truth = Truth.TRUE if same else Truth.FALSE
    return Verdict(truth, (place,), (there,), "같은 것을 달리 적었습니다" if same else f"그 자리에는 {there}")


def _same_name(at: Shelved, claim: Fills) -> bool | None:
    """Whether both are names of one entity; None where a name is none of the ledger's."""
    span = Span(claim.start, claim.stop)
    here = [e for e in at.records.entities if any(span.covers(m.span) for m in e.mentions)]
    there = [e for e in at.records.entities if any(claim.words.startswith(n) for n in (e.name, *e.aliases))]
    if len(here) != 1 or not there:
        return None
    return any(e.id == here[0].id for e in there)


def _values(words: str) -> tuple[str, ...]:
    """The values of the words, each as its kind, number and unit."""
    read = read_values_in(words)
    money = [f"money {m.amount} {m.currency}" for m in read.money]
    shares = [f"share {s.amount} {s.unit}" for s in read.shares]
    counts = [f"count {c.amount} {c.unit}" for c in read.counts]
    times = [
        f"time {t.value or t.known} {t.low} {t.high} {_bare(words) if t.value is None else ''}" for t in read.times
    ]
    return tuple(money or shares or times or counts)


def _bare(words: str) -> str:
    return "".join(words.split()).replace(",", "")


def judge_means(claim: Means, shelf: Shelf) -> Verdict:
    """True where the speaker of the sentence that the pronoun opens is this entity, by the sentence before."""
    at = shelf[claim.article]
    for statement, words, key in at.spoken:
        near = statement.span.start - claim.stop
        sentence_end = at.reading.layout.text.chars.find("\n", claim.start, statement.span.start)
        if near >= 0 and sentence_end < 0 and key is not None:
            there = at.reading.layout.text.chars[claim.start : claim.stop]
            if there not in ("그", "그녀"):
                break
            if statement.found != "carried":
                break
            if key == claim.entity:
                return Verdict(Truth.TRUE, (statement.id,), (words,), "앞 문장에서 말한 이를 가리킵니다")
            return Verdict(Truth.FALSE, (statement.id,), (words,), f"{at.name(key)}을(를) 가리킵니다")
    return Verdict(Truth.UNSUPPORTED, (), (), "가리키는 이를 확인할 수 없습니다")


def judge_holds(claim: Holds, shelf: Shelf) -> Verdict:
    """True where the text writes the title right behind his name; false where it writes another and not this."""
    at = shelf[claim.article]
    person = next((e for e in at.records.entities if e.id == claim.person), None)
    if person is None:
        return Verdict(Truth.UNSUPPORTED, (), (), "장부에 없는 사람입니다")
    held = [(r.title, r.org) for r in person.roles]
    sure = [(r.title, r.org) for r in person.roles if _beside(at, person, r.span)]
    words = tuple(f"{at.name(org) if org else ''} {title}".strip() for title, org in held)
    if (claim.title, claim.org) in sure:
        return Verdict(Truth.TRUE, (person.id,), words, "그 직함이 이름 곁에 있습니다")
    if not sure or any(title == claim.title and org in (claim.org, None) for title, org in held):
        return Verdict(Truth.UNSUPPORTED, (person.id,), words, "직함을 확인할 수 없습니다")
    return Verdict(Truth.FALSE, (person.id,), words, "이름 곁에 있는 직함이 다릅니다")


def _beside(at: Shelved, person: Entity, title: Span) -> bool:
    """Whether the full name stands right before the title, with an organisation at most between, or right behind."""
    text = at.reading.layout.text
    for m in person.mentions:
        if text.cut(m.span) != person.name:
            continue
        between = text.chars[m.span.end : title.start] if m.span.end <= title.start else "\n"
        if len(between) <= _BESIDE and not set(between) & set(",.\n“”\"'"):
            return True
        if title.end <= m.span.start and text.chars[title.end : m.span.start].strip(" ") == "":
            return True
    return False


def judge_because(claim: Because, shelf: Shelf) -> Verdict:
    """True where these very words are written as the cause or purpose at that place."""
    at = shelf[claim.article]
    there = at.reading.layout.text.chars[claim.start : claim.stop]
    place = (f"{at.address}:{claim.start}–{claim.stop}",)
    same = _bare(there) == _bare(claim.words)
    wanted, found = at.senses.of(claim.words), at.senses.of(there)
    if not same and wanted.likeness(found) > 0 and wanted.agrees(found):
        return Verdict(Truth.UNSUPPORTED, place, (there,), "적힌 까닭과 비슷합니다")
    return Verdict(Truth.TRUE if same else Truth.FALSE, place, (there,), "그 자리에 적힌 말입니다")
