"""What one article says → rows: names, values, statements, events and how each was found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from sagwan.core.entity import Entity
    from sagwan.core.event import Event
    from sagwan.core.reading import Records
    from sagwan.core.reason import Reason
    from sagwan.core.span import Span
    from sagwan.core.statement import Statement
    from sagwan.core.text import Text
    from sagwan.core.values import Amount

Cell = str | int | float | None
Row = tuple[Cell, ...]
Found = dict[str, list[Row]]
# Record, part, depth, rule, note, start, stop of each step of a derivation, by the kind of record.
Steps = dict[str, list[tuple[int, int, int, str, str | None, int | None, int | None]]]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the rows of one article are written on."""

    tables: Found
    steps: Steps
    on: tuple[int, int]
    text: Text

    def at(self, span: Span | None) -> tuple[int | None, int | None, str | None]:
        return at(self.text, span)


def record_rows(found: Found, key: int, article: int, text: Text, records: Records) -> None:
    """Add the rows of one article's records to `found`, table by table."""
    sheet = _Sheet(found, defaultdict(list), (key, article), text)
    for n, entity in enumerate(records.entities):
        _entity(sheet, n, entity)
    for n, said in enumerate(records.statements):
        _statement(sheet, n, said)
    _values(sheet, records)
    for n, event in enumerate(records.events):
        _event(sheet, n, event)
    derived = ((kind, msgspec.json.encode(sheet.steps[kind]).decode()) for kind in sorted(sheet.steps))
    found["reasons"] += [(*sheet.on, kind, steps) for kind, steps in derived]


def at(text: Text, span: Span | None) -> tuple[int | None, int | None, str | None]:
    """Start, stop and the words there; three times nothing for no range."""
    return (span.start, span.end, text.quote(span).quote) if span else (None, None, None)


def decimal(number: Decimal | None) -> str | None:
    """An exact decimal written out, one way for one value: no exponent, no trailing noughts."""
    if number is None:
        return None
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _entity(sheet: _Sheet, n: int, entity: Entity) -> None:
    sheet.tables["entities"].append((*sheet.on, n, entity.id, entity.name, entity.kind.value))
    sheet.tables["aliases"] += [(*sheet.on, n, i, name) for i, name in enumerate(entity.aliases)]
    sheet.tables["mentions"] += [
        (*sheet.on, n, i, *sheet.at(m.span), m.by, m.confidence, m.form) for i, m in enumerate(entity.mentions)
    ]
    _reason(sheet.steps, "entity", n, 0, entity.reason)
    for i, role in enumerate(entity.roles):
        sheet.tables["roles"].append((*sheet.on, n, i, role.title, role.org, role.sense, *sheet.at(role.span)))
        _reason(sheet.steps, "role", n, i, role.reason)


def _statement(sheet: _Sheet, n: int, said: Statement) -> None:
    sheet.tables["statements"].append(
        (
            *(*sheet.on, n, said.id, said.speech.value, said.speaker, said.label, said.cue, said.stance.value),
            *(said.found.value if said.found else None, said.behalf, said.addressee, said.channel, said.time),
            *(said.responds_to, said.repeats, said.reverses),
            *(*sheet.at(said.span), *sheet.at(said.cue_span), *sheet.at(said.channel_span)),
        )
    )
    sheet.tables["abouts"] += [(*sheet.on, n, i, entity) for i, entity in enumerate(said.about)]
    sheet.tables["candidates"] += [(*sheet.on, n, i, entity) for i, entity in enumerate(said.candidates)]
    _reason(sheet.steps, "statement", n, 0, said.reason)


def _values(sheet: _Sheet, records: Records) -> None:
    for n, m in enumerate(records.money):
        row = (*sheet.on, n, *_amount(m.amount), m.currency, int(m.implied), m.per, m.same_as, *sheet.at(m.span))
        sheet.tables["money"].append(row)
        _reason(sheet.steps, "money", n, 0, m.reason)
    for n, s in enumerate(records.shares):
        row = (*sheet.on, n, *_amount(s.amount), s.unit, s.direction, *sheet.at(s.span), *sheet.at(s.base))
        sheet.tables["shares"].append(row)
        _reason(sheet.steps, "share", n, 0, s.reason)
    for n, c in enumerate(records.counts):
        sheet.tables["counts"].append((*sheet.on, n, *_amount(c.amount), c.unit, c.kind, *sheet.at(c.span)))
        _reason(sheet.steps, "count", n, 0, c.reason)
    for n, t in enumerate(records.times):
        mods = msgspec.json.encode(t.mods).decode()
        row = (
            *sheet.on,
            n,
            t.type.value,
            t.value,
            t.low,
            t.high,
            t.known,
            t.unknown,
            mods,
            t.part_of,
            *sheet.at(t.span),
        )
        sheet.tables["times"].append(row)
        _reason(sheet.steps, "time", n, 0, t.reason)


def _amount(amount: Amount) -> Row:
    return (
        *(decimal(amount.value), decimal(amount.low), decimal(amount.high)),
        *(int(amount.low_open), int(amount.high_open), int(amount.approx)),
    )


def _event(sheet: _Sheet, n: int, event: Event) -> None:
    sheet.tables["events"].append(
        (
            *(*sheet.on, n, event.id, event.frame, event.action, event.status.value, int(event.negated)),
            *(event.actor, event.target, event.amount, event.time, event.source, event.statement, event.same_as),
            *sheet.at(event.span),
        )
    )
    sheet.tables["arguments"] += [
        (*sheet.on, n, i, a.role, a.entity, a.found.value, *sheet.at(a.span)) for i, a in enumerate(event.arguments)
    ]
    _reason(sheet.steps, "event", n, 0, event.reason)


def _reason(steps: Steps, kind: str, record: int, part: int, reason: Reason | None) -> None:
    if reason is not None:
        steps[kind] += [(record, part, *step) for step in _steps(reason, 0)]


def _steps(reason: Reason, depth: int) -> Iterator[tuple[int, str, str | None, int | None, int | None]]:
    start, stop = (reason.span.start, reason.span.end) if reason.span else (None, None)
    yield depth, reason.rule, reason.note, start, stop
    for part in reason.parts:
        yield from _steps(part, depth + 1)
