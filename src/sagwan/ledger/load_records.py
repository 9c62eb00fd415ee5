"""Rows → the records of one article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from sagwan.core.entity import Entity, Kind, Mention, Role
from sagwan.core.event import Argument, Event, Status
from sagwan.core.reading import Records
from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.core.statement import Found, Speech, Stance, Statement
from sagwan.core.values import Amount, Count, Money, Share, TimeType, When
from sagwan.ledger.rows import PARTS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from sagwan.core.page import Article

Row = tuple[Any, ...]  # as SQLite gives it; the types of its cells are those of the STRICT columns


@dataclass(frozen=True, slots=True)
class Loaded:
    """All rows of one reading, by table and, within it, by what they hang on."""

    tables: dict[str, list[Row]]
    hanging: dict[tuple[str, int, int], list[Row]]
    reasons: dict[tuple[int, str, int, int], list[Row]]

    @classmethod
    def of(cls, db: sqlite3.Connection, key: int) -> Loaded:
        """Read them. Each table's key begins with the reading, so this is one look-up a table."""
        tables = {name: db.execute(f"SELECT * FROM {name} WHERE reading = ?", (key,)).fetchall() for name in PARTS[1:]}
        hanging = defaultdict(list)
        for name in ("aliases", "mentions", "roles", "abouts", "candidates", "arguments"):
            for row in tables[name]:
                hanging[name, row[1], row[2]].append(row)
        reasons = defaultdict(list)
        for _, article, kind, steps in tables["reasons"]:
            for record, part, *step in msgspec.json.decode(steps, type=tuple[Row, ...]):
                reasons[article, kind, record, part].append(tuple(step))
        return cls(tables, dict(hanging), dict(reasons))

    def rows(self, table: str) -> list[Row]:
        """The rows of a table, in the order of their keys."""
        return self.tables[table]

    def of_article(self, table: str, article: int) -> list[Row]:
        """Those of one article."""
        return [row for row in self.tables[table] if row[1] == article]

    def of_record(self, table: str, article: int, record: int) -> list[Row]:
        """Those that hang on one record of an article."""
        return self.hanging.get((table, article, record), [])

    def reason(self, article: int, kind: str, record: int, part: int = 0) -> Reason | None:
        """How a record came to be."""
        steps = self.reasons.get((article, kind, record, part))
        return _tree(steps) if steps else None


def load_records(loaded: Loaded, n: int, article: Article) -> Records:
    """What article `n` says."""
    return Records(
        article,
        tuple(_entity(loaded, row) for row in loaded.of_article("entities", n)),
        tuple(_statement(loaded, row) for row in loaded.of_article("statements", n)),
        tuple(_money(loaded, row) for row in loaded.of_article("money", n)),
        tuple(_share(loaded, row) for row in loaded.of_article("shares", n)),
        tuple(_count(loaded, row) for row in loaded.of_article("counts", n)),
        tuple(_when(loaded, row) for row in loaded.of_article("times", n)),
        tuple(_event(loaded, row) for row in loaded.of_article("events", n)),
    )


def _tree(steps: Sequence[Row]) -> Reason:
    """The steps stand in reading order, each part below its whole: built from the last one back."""
    waiting: dict[int, list[Reason]] = defaultdict(list)
    for depth, rule, note, start, stop in reversed(steps):
        parts = tuple(reversed(waiting.pop(depth + 1, [])))
        waiting[depth].append(Reason(rule, _span(start, stop), note, parts))
    return waiting[0][0]


def _span(start: int | None, stop: int | None) -> Span | None:
    return Span(start, stop) if start is not None and stop is not None else None


def _amount(row: Row) -> Amount:
    value, low, high = (None if cell is None else Decimal(cell) for cell in row[:3])
    return Amount(value, low, high, *(bool(cell) for cell in row[3:6]))


def _entity(loaded: Loaded, row: Row) -> Entity:
    _, article, n, id_, name, kind = row
    roles = (
        Role(title, Span(start, stop), org, sense, loaded.reason(article, "role", n, i))
        for _, _, _, i, title, org, sense, start, stop, _ in loaded.of_record("roles", article, n)
    )
    return Entity(
        id_,
        name,
        Kind(kind),
        tuple(Mention(Span(r[4], r[5]), r[7], r[8], r[9]) for r in loaded.of_record("mentions", article, n)),
        tuple(r[4] for r in loaded.of_record("aliases", article, n)),
        tuple(roles),
        loaded.reason(article, "entity", n),
    )


def _statement(loaded: Loaded, row: Row) -> Statement:
    _, article, n, id_, speech, speaker, label, cue, stance, found, behalf, addressee, channel, time, *rest = row
    responds_to, repeats, reverses, start, stop, _, cue_start, cue_stop, _, via_start, via_stop, _ = rest
    return Statement(
        id_,
        Span(start, stop),
        Speech(speech),
        speaker,
        label,
        cue,
        _span(cue_start, cue_stop),
        Stance(stance),
        Found(found) if found else None,
        tuple(r[4] for r in loaded.of_record("candidates", article, n)),
        behalf,
        tuple(r[4] for r in loaded.of_record("abouts", article, n)),
        addressee,
        channel,
        _span(via_start, via_stop),
        time,
        responds_to,
        repeats,
        reverses,
        loaded.reason(article, "statement", n),
    )


def _money(loaded: Loaded, row: Row) -> Money:
    currency, implied, per, same_as, start, stop, _ = row[9:]
    reason = loaded.reason(row[1], "money", row[2])
    return Money(Span(start, stop), _amount(row[3:9]), currency, bool(implied), per, same_as, reason)


def _share(loaded: Loaded, row: Row) -> Share:
    unit, direction, start, stop, _, base_start, base_stop, _ = row[9:]
    base, reason = _span(base_start, base_stop), loaded.reason(row[1], "share", row[2])
    return Share(Span(start, stop), _amount(row[3:9]), unit, base, direction, reason)


def _count(loaded: Loaded, row: Row) -> Count:
    unit, kind, start, stop, _ = row[9:]
    return Count(Span(start, stop), _amount(row[3:9]), unit, kind, loaded.reason(row[1], "count", row[2]))


def _when(loaded: Loaded, row: Row) -> When:
    _, article, n, type_, value, low, high, known, unknown, mods, part_of, start, stop, _ = row
    return When(
        Span(start, stop),
        TimeType(type_),
        value,
        known=known,
        unknown=unknown,
        mods=msgspec.json.decode(mods, type=tuple[str, ...]),
        low=low,
        high=high,
        part_of=part_of,
        reason=loaded.reason(article, "time", n),
    )


def _event(loaded: Loaded, row: Row) -> Event:
    _, article, n, id_, frame, action, status, negated, actor, target, amount, time, source, said, same, *at = row
    arguments = (
        Argument(role, Span(start, stop), entity, Found(found))
        for _, _, _, _, role, entity, found, start, stop, _ in loaded.of_record("arguments", article, n)
    )
    return Event(
        id_,
        frame,
        action,
        Span(at[0], at[1]),
        Status(status),
        bool(negated),
        tuple(arguments),
        actor,
        target,
        amount,
        time,
        source,
        said,
        same,
        loaded.reason(article, "event", n),
    )
