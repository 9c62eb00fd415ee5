"""Claims about a place of the text: what stands there, and whom a pronoun there means."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.extract.values import read_values_in
from sagwan.items.model import Fills, Holds, Means, Truth, Verdict
from sagwan.korean.inflection import attach

if TYPE_CHECKING:
    from sagwan.core.entity import Entity
    from sagwan.items.prove.shelf import Shelf, Shelved

# An organisation named so often is no slip of the reader.
_OFTEN = 3
# Values nearer than this part of them may be one, rounded.
_SLIGHT = Decimal("0.02")
_PARTICLE = r"(?=(?:은|는|이|가|을|를|의|도|께서|에게|과|와)[\s,]|\s[“\"])"


def judge_fills(claim: Fills, shelf: Shelf) -> Verdict:
    """True where these words, or others for the same value or the same name, stand there."""
    at = shelf[claim.article]
    chars = at.reading.layout.text.chars
    if not 0 <= claim.start < claim.stop <= len(chars):
        return Verdict(Truth.UNSUPPORTED, (), (), "글 밖의 자리입니다")
    there = chars[claim.start : claim.stop]
    place = f"{at.address}:{claim.start}–{claim.stop}"
    told = (_sentence(at, claim),)
    if _bare(there) == _bare(claim.words):
        return Verdict(Truth.TRUE, (place,), told, f"글에 {_as(there)} 적혀 있습니다")
    same = _same_name(at, claim) if _values(there) == () else _values(there) == _values(claim.words)
    if same is None or (_values(there) and not _values(claim.words)):
        return Verdict(Truth.UNSUPPORTED, (place,), told, "견줄 수 없는 말입니다")
    if not same and _rounded(there, claim.words):
        return Verdict(Truth.UNSUPPORTED, (place,), told, "어림하면 같은 값입니다")
    truth = Truth.TRUE if same else Truth.FALSE
    return Verdict(truth, (place,), told, "같은 것을 달리 적었습니다" if same else f"글에는 {_as(there)} 적혀 있습니다")


def _as(words: str) -> str:
    """‘34억원’으로."""
    return attach(f"‘{words}’", "으로/로")


def _sentence(at: Shelved, claim: Fills) -> str:
    """The sentence that the place stands in, else the place's own words."""
    chars = at.reading.layout.text.chars
    whole = next((s for s in at.witness.sentences if s.start <= claim.start and claim.stop <= s.end), None)
    return chars[whole.start : whole.end] if whole else chars[claim.start : claim.stop]


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


def _rounded(one: str, other: str) -> bool:
    """Whether both write a number of one kind and lie so near that one may be a rounding of the other: 614억원,
    614억5214만원.
    """
    sizes = [_sizes(words) for words in (one, other)]
    if not all(len(size) == 1 for size in sizes):
        return False
    (here,), (there,) = sizes
    return here[0] == there[0] and abs(here[1] - there[1]) <= _SLIGHT * max(abs(here[1]), abs(there[1]))


def _sizes(words: str) -> list[tuple[str, Decimal]]:
    read = read_values_in(words)
    sized = [(str(m.currency), m.amount.value) for m in read.money] + [(s.unit, s.amount.value) for s in read.shares]
    sized += [(c.unit, c.amount.value) for c in read.counts]
    return [(unit, value) for unit, value in sized if value is not None]


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
            return Verdict(Truth.FALSE, (statement.id,), (words,), f"{attach(at.name(key), '을/를')} 가리킵니다")
    return Verdict(Truth.UNSUPPORTED, (), (), "가리키는 이를 확인할 수 없습니다")


def judge_holds(claim: Holds, shelf: Shelf) -> Verdict:
    """True where the text writes name, organisation and title in a row; false where it writes others so, not these."""
    at = shelf[claim.article]
    person = next((e for e in at.records.entities if e.id == claim.person), None)
    if person is None:
        return Verdict(Truth.UNSUPPORTED, (), (), "장부에 없는 사람입니다")
    held = [(r.title, r.org) for r in person.roles]
    sure = [(r.title, r.org) for r in person.roles if r.org and _in_a_row(at, person, r.org, r.title)]
    words = tuple(f"{at.name(org) if org else ''} {title}".strip() for title, org in held)
    if (claim.title, claim.org) in sure:
        return Verdict(Truth.TRUE, (person.id,), words, "이름과 기관, 직함이 나란히 있습니다")
    org = at.name(claim.org or "")
    near = any(title == claim.title and (o is None or o == claim.org) for title, o in held) or claim.org in {
        o for _, o in held
    }
    if not sure or near or re.search(rf"{re.escape(person.name)}[^\n.]{{0,20}}{re.escape(org)}", _chars(at)):
        return Verdict(Truth.UNSUPPORTED, (person.id,), words, "직함을 확인할 수 없습니다")
    return Verdict(Truth.FALSE, (person.id,), words, "나란히 적힌 기관이나 직함이 다릅니다")


def _in_a_row(at: Shelved, person: Entity, org: str, title: str) -> bool:
    """서지안 미르칩스 최고경영자는: a whole name, an organisation that a rule or both readers know, a whole title."""
    house = next((e for e in at.records.entities if e.id == org), None)
    if house is None or house.kind is not Kind.ORG or not re.fullmatch(r"[가-힣]{3}", person.name):
        return False
    if all(m.by == "tagger" for m in house.mentions) and len(house.mentions) < _OFTEN:
        return False
    row = rf"(?<![가-힣]){person.name}\s{re.escape(house.name)}\s{re.escape(title)}{_PARTICLE}"
    return re.search(row, _chars(at)) is not None


def _chars(at: Shelved) -> str:
    return at.reading.layout.text.chars
