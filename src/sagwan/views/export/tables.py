"""The answers as flat tables: what a spreadsheet or a data frame takes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.views.cited import Cited
    from sagwan.views.export.bundle import Bundle

Cell = str | int | bool | Decimal | None
Columns = dict[str, type]
_PLACE: Columns = {
    "outlet": str,
    "headline": str,
    "published": str,
    "source": str,
    "article": str,
    "start": int,
    "teaser": bool,
}


@dataclass(frozen=True, slots=True)
class Table:
    """A name, columns with their types, and rows of as many cells; a cell that is unknown is None."""

    name: str
    columns: Mapping[str, type]
    rows: tuple[tuple[Cell, ...], ...]


def tables(of: Bundle) -> tuple[Table, ...]:
    """Statements, events, deals with their reports, flows, ties, disputes and reversals."""
    return _statements(of), _events(of), _deals(of), _reports(of), _flows(of), _ties(of), _disputes(of), _reversals(of)


def _place(cited: Cited) -> tuple[Cell, ...]:
    place = cited.place
    return (
        *(place.outlet, place.headline, place.published, place.source, place.address),
        *(cited.start, cited.teaser),
    )


def _statements(of: Bundle) -> Table:
    columns: Columns = {"id": str, "speaker": str, "stance": str, "speech": str, "quote": str, "about": str}
    rows = []
    for word in of.words:
        about = "; ".join(of.cast.name(id_) or "" for id_ in word.about) or None
        place, told = word.told.place, word.told
        rows.append(
            (
                *(word.id, of.cast.speaker(word), word.stance, word.speech, word.quote, about),
                *(place.outlet, place.headline, place.published, place.source, place.address, told.start, told.teaser),
            )
        )
    return Table("statements", columns | _PLACE, tuple(rows))


def _events(of: Bundle) -> Table:
    columns: Columns = {
        "id": str,
        "at": str,
        "precision": str,
        "basis": str,
        "known": str,
        "actor": str,
        "target": str,
    }
    columns |= {"action": str, "frame": str, "status": str, "negated": bool, "said_by": str, "amount": str}
    columns |= {"sentence": str, "outlet": str, "headline": str, "published": str, "source": str, "article": str}
    columns |= {"reports": int}
    rows = []
    for one in of.moments:
        event, place = one.event, one.event.place
        rows.append(
            (
                *(event.id, one.at, one.precision, one.basis, one.known, event.actor, event.target),
                *(event.action, event.frame, event.status, event.negated, event.said_by, event.amount, one.sentence),
                *(place.outlet, place.headline, place.published, place.source, place.address, 1 + len(one.again)),
            )
        )
    return Table("events", columns, tuple(rows))


def _deals(of: Bundle) -> Table:
    columns: Columns = {"deal": int, "payer": str, "payee": str, "purpose": str, "matter": str, "stage": str}
    columns |= {"value": Decimal, "currency": str, "reports": int}
    rows = tuple(
        (n, d.payer, d.payee, d.purpose, d.matter, d.stage, d.value, d.currency, len(d.reports))
        for n, d in enumerate(of.book.deals, 1)
    )
    return Table("deals", columns, rows)


def _reports(of: Bundle) -> Table:
    columns: Columns = {
        "deal": int,
        "stage": str,
        "value": Decimal,
        "currency": str,
        "approx": bool,
        "at": str,
        "said_by": str,
    }
    columns |= {"differs": str, "words": str, "parts": str, "id": str}
    rows = tuple(
        (
            *(n, r.stage, r.value, r.currency, r.approx, r.at, r.said_by, r.differs),
            *(r.sum.quote if r.sum else None, "·".join(part.quote for part in r.parts) or None),
            *(r.event.id, *_place(r.event)),
        )
        for n, deal in enumerate(of.book.deals, 1)
        for r in deal.reports
    )
    return Table("deal_reports", columns | _PLACE, rows)


def _flows(of: Bundle) -> Table:
    columns: Columns = {
        "source": str,
        "target": str,
        "currency": str,
        "stage": str,
        "value": Decimal,
        "deals": int,
    }
    rows = tuple((f.source, f.target, f.currency, f.stage, f.value, f.deals, f.left_out) for f in of.book.flows)
    return Table("flows", columns | {"left_out": int}, rows)


def _ties(of: Bundle) -> Table:
    names = {actor.key: actor.name for actor in of.graph.actors}
    columns: Columns = {
        "left": str,
        "right": str,
        "sign": int,
        "cooperation_word": int,
        "cooperation_deed": int,
    }
    columns |= {"conflict_word": int, "conflict_deed": int, "first": str, "last": str}
    rows = []
    for e in of.graph.edges:
        span = (e.quarters[0].at, e.quarters[-1].at) if e.quarters else (None, None)
        counts = (e.cooperation_word, e.cooperation_deed, e.conflict_word, e.conflict_deed)
        rows.append((names[e.left], names[e.right], e.sign, *counts, *span))
    return Table("ties", columns, tuple(rows))


def _disputes(of: Bundle) -> Table:
    columns: Columns = {
        "dispute": int,
        "basis": str,
        "state": str,
        "part": str,
        "speaker": str,
        "stance": str,
        "quote": str,
    }
    rows = tuple(
        (n, one.basis, one.state, p.part, p.speaker, p.stance, cited.quote, cited.id, *_place(cited))
        for n, one in enumerate(of.disputes, 1)
        for p in one.positions
        for cited in (p.evidence, *p.again)
    )
    return Table("disputes", columns | {"id": str} | _PLACE, rows)


def _reversals(of: Bundle) -> Table:
    columns: Columns = {
        "reversal": int,
        "speaker": str,
        "basis": str,
        "mark": str,
        "side": str,
        "quote": str,
        "id": str,
    }
    rows = tuple(
        (n, one.speaker, one.basis, one.mark, side, cited.quote, cited.id, *_place(cited))
        for n, one in enumerate(of.reversals, 1)
        for side, cited in _sides(one.before, one.after)
    )
    return Table("reversals", columns | _PLACE, rows)


def _sides(before: Iterable[Cited], after: Iterable[Cited]) -> Iterator[tuple[str, Cited]]:
    yield from (("before", one) for one in before)
    yield from (("after", one) for one in after)
