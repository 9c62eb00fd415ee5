"""The fields of a record as a reader sees them: names for ids, words for ranges, and nothing that is unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.entity import Entity
from sagwan.core.event import Event
from sagwan.core.statement import Statement
from sagwan.core.values import Amount, Count, Money, Share, When

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from sagwan.core.reading import Records
    from sagwan.core.span import Span
    from sagwan.core.text import Text

Record = Entity | Statement | Event | Money | Share | Count | When


@dataclass(frozen=True, slots=True)
class Fact:
    """One field: its name, what it holds, and the words it stands on, where it has words of its own."""

    name: str
    value: str
    words: str | None = None


def facts(record: Record, records: Records, text: Text) -> tuple[Fact, ...]:
    """What one record holds, in the order in which a reader asks."""
    return tuple(_facts(record, records, text))


def _facts(record: Record, records: Records, text: Text) -> Iterator[Fact]:
    match record:
        case Statement():
            yield from _statement(record, records, text)
        case Event():
            yield from _event(record, records, text)
        case Entity():
            yield from _entity(record, records, text)
        case When():
            yield Fact("type", record.type.value)
            yield Fact("value", record.value or f"? {record.unknown or ''}".strip())
            yield from _given(("known", record.known), ("mods", " ".join(record.mods) or None))
        case Money() | Share() | Count():
            yield Fact("value", amount_of(record.amount))
            unit = record.currency if isinstance(record, Money) else record.unit
            yield from _given(("unit", unit))


def _statement(said: Statement, records: Records, text: Text) -> Iterator[Fact]:
    speaker = name_of(said.speaker, records) or said.label
    yield Fact("speaker", f"{speaker or '?'}{_found(said.found.value if said.found else None)}")
    if said.candidates:
        yield Fact("candidates", ", ".join(filter(None, (name_of(c, records) for c in said.candidates))))
    yield Fact("speech", said.speech.value)
    yield Fact("stance", said.stance.value)
    if said.cue or said.cue_span:
        yield Fact("cue", said.cue or "", _words(said.cue_span, text))
    if said.about:
        yield Fact("about", ", ".join(filter(None, (name_of(a, records) for a in said.about))))
    if said.channel or said.channel_span:
        yield Fact("channel", said.channel or "", _words(said.channel_span, text))
    yield from _given(
        ("behalf", name_of(said.behalf, records)),
        ("addressee", name_of(said.addressee, records)),
        ("responds_to", said.responds_to),
        ("repeats", said.repeats),
        ("reverses", said.reverses),
    )


def _event(event: Event, records: Records, text: Text) -> Iterator[Fact]:
    yield Fact("frame", event.frame)
    yield Fact("action", event.action)
    yield Fact("status", event.status.value + (" · negated" if event.negated else ""))
    for argument in event.arguments:
        found = _found(argument.found.value)
        name = name_of(argument.entity, records) or text.cut(argument.span)
        yield Fact(argument.role, f"{name}{found}", text.cut(argument.span))
    filled = {a.role for a in event.arguments}
    for role, id_ in (("actor", event.actor), ("target", event.target)):
        if role not in filled:
            yield from _given((role, name_of(id_, records)))
    if event.amount is not None:
        yield Fact("amount", amount_of(records.money[event.amount].amount), text.cut(records.money[event.amount].span))
    if event.time is not None:
        when = records.times[event.time]
        yield Fact("time", when.value or f"? {when.unknown or ''}".strip(), text.cut(when.span))
    yield from _given(
        ("source", name_of(event.source, records)), ("statement", event.statement), ("same_as", event.same_as)
    )


def _entity(entity: Entity, records: Records, text: Text) -> Iterator[Fact]:
    yield Fact("name", entity.name)
    yield Fact("kind", entity.kind.value)
    yield from _given(("aliases", ", ".join(entity.aliases) or None))
    for role in entity.roles:
        org = name_of(role.org, records)
        yield Fact("role", f"{org} {role.title}" if org else role.title, text.cut(role.span))
    for mention in entity.mentions:
        yield Fact("mention", f"{mention.span.start}–{mention.span.end} ({mention.by})", text.cut(mention.span))


def name_of(id_: str | None, records: Records) -> str | None:
    """The name of an entity of this article by its id."""
    return next((e.name for e in records.entities if e.id == id_), None) if id_ is not None else None


def amount_of(amount: Amount) -> str:
    """An amount as it is read aloud: ≈ for about, the number written, then the bounds that the words set."""
    about = "≈" if amount.approx else ""
    value = _plain(amount.value) if amount.value is not None else ""
    low = f"{'>' if amount.low_open else '≥'}{_plain(amount.low)}" if amount.low is not None else ""
    high = f"{'<' if amount.high_open else '≤'}{_plain(amount.high)}" if amount.high is not None else ""
    bounds = " ".join(part for part in (low, high) if part)
    return about + (f"{value} ({bounds})" if value and bounds else value or bounds)


def _plain(number: Decimal) -> str:
    return format(number, ",f")


def _given(*fields: tuple[str, str | None]) -> Iterator[Fact]:
    for name, value in fields:
        if value is not None:
            yield Fact(name, value)


def _words(span: Span | None, text: Text) -> str | None:
    return text.cut(span) if span else None


def _found(found: str | None) -> str:
    return "" if found in (None, "written") else f" ({found})"
