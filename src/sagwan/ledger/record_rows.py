"""What one article says → rows: names, values, statements, events and how each was found."""

from __future__ import annotations

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


def record_rows(found: Found, key: int, article: int, text: Text, records: Records) -> None:
    """Add the rows of one article's records to `found`, table by table."""
    for n, entity in enumerate(records.entities):
        _entity(found, (key, article), n, text, entity)
    for n, said in enumerate(records.statements):
        _statement(found, (key, article), n, text, said)
    _values(found, (key, article), text, records)
    for n, event in enumerate(records.events):
        _event(found, (key, article), n, text, event)


def at(text: Text, span: Span | None) -> tuple[int | None, int | None, str | None]:
    """Start, stop and the words there; three times nothing for no range."""
    return (span.start, span.end, text.quote(span).quote) if span else (None, None, None)


def decimal(number: Decimal | None) -> str | None:
    """An exact decimal written out, one way for one value: no exponent, no trailing noughts."""
    if number is None:
        return None
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _entity(found: Found, on: tuple[int, int], n: int, text: Text, entity: Entity) -> None:
    found["entities"].append((*on, n, entity.id, entity.name, entity.kind.value))
    found["aliases"] += [(*on, n, i, name) for i, name in enumerate(entity.aliases)]
    found["mentions"] += [
        (*on, n, i, *at(text, m.span), m.by, m.confidence, m.form) for i, m in enumerate(entity.mentions)
    ]
    _reason(found, (*on, "entity", n, 0), text, entity.reason)
    for i, role in enumerate(entity.roles):
        found["roles"].append((*on, n, i, role.title, role.org, role.sense, *at(text, role.span)))
        _reason(found, (*on, "role", n, i), text, role.reason)


def _statement(found: Found, on: tuple[int, int], n: int, text: Text, said: Statement) -> None:
    found["statements"].append(
        (
            *(*on, n, said.id, said.speech.value, said.speaker, said.label, said.cue, said.stance.value),
            *(said.found.value if said.found else None, said.behalf, said.addressee, said.channel, said.time),
            *(said.responds_to, said.repeats, said.reverses),
            *(*at(text, said.span), *at(text, said.cue_span), *at(text, said.channel_span)),
        )
    )
    found["abouts"] += [(*on, n, i, entity) for i, entity in enumerate(said.about)]
    found["candidates"] += [(*on, n, i, entity) for i, entity in enumerate(said.candidates)]
    _reason(found, (*on, "statement", n, 0), text, said.reason)


def _values(found: Found, on: tuple[int, int], text: Text, records: Records) -> None:
    for n, m in enumerate(records.money):
        row = (*on, n, *_amount(m.amount), m.currency, int(m.implied), m.per, m.same_as, *at(text, m.span))
        found["money"].append(row)
        _reason(found, (*on, "money", n, 0), text, m.reason)
    for n, s in enumerate(records.shares):
        row = (*on, n, *_amount(s.amount), s.unit, s.direction, *at(text, s.span), *at(text, s.base))
        found["shares"].append(row)
        _reason(found, (*on, "share", n, 0), text, s.reason)
    for n, c in enumerate(records.counts):
        found["counts"].append((*on, n, *_amount(c.amount), c.unit, c.kind, *at(text, c.span)))
        _reason(found, (*on, "count", n, 0), text, c.reason)
    for n, t in enumerate(records.times):
        mods = msgspec.json.encode(t.mods).decode()
        row = (*on, n, t.type.value, t.value, t.low, t.high, t.known, t.unknown, mods, t.part_of, *at(text, t.span))
        found["times"].append(row)
        _reason(found, (*on, "time", n, 0), text, t.reason)


def _amount(amount: Amount) -> Row:
    return (
        *(decimal(amount.value), decimal(amount.low), decimal(amount.high)),
        *(int(amount.low_open), int(amount.high_open), int(amount.approx)),
    )


def _event(found: Found, on: tuple[int, int], n: int, text: Text, event: Event) -> None:
    found["events"].append(
        (
            *(*on, n, event.id, event.frame, event.action, event.status.value, int(event.negated)),
            *(event.actor, event.target, event.amount, event.time, event.source, event.statement, event.same_as),
            *at(text, event.span),
        )
    )
    found["arguments"] += [
        (*on, n, i, a.role, a.entity, a.found.value, *at(text, a.span)) for i, a in enumerate(event.arguments)
    ]
    _reason(found, (*on, "event", n, 0), text, event.reason)


def _reason(found: Found, of: tuple[int, int, str, int, int], text: Text, reason: Reason | None) -> None:
    if reason is not None:
        for n, (depth, step) in enumerate(_steps(reason, 0)):
            found["reasons"].append((*of, n, depth, step.rule, step.note, *at(text, step.span)))


def _steps(reason: Reason, depth: int) -> Iterator[tuple[int, Reason]]:
    yield depth, reason
    for part in reason.parts:
        yield from _steps(part, depth + 1)
