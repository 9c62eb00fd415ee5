"""An answer as a table: a row a record, a column a field, in UTF-8 that spreadsheets open as it is."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Iterator
from decimal import Decimal

from sagwan.views.cited import Cited

Row = dict[str, str]
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def as_csv(answer: object, rows: str | None) -> bytes:
    """The rows of an answer as CSV; `rows` is the dotted field that holds them, each level repeated in its rows.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    found = list(_rows(answer, rows.split(".") if rows else []))
    columns = list(dict.fromkeys(key for row in found for key in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _safe(value) for key, value in row.items()} for row in found)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _rows(answer: object, way: list[str], above: Row | None = None) -> Iterator[Row]:
    if not way:
        yield {**(above or {}), **dict(_cells(answer, ""))}
        return
    first, rest = way[0], way[1:]
    here = above if above is None else {**above, **dict(_cells(answer, "", skip=first))}
    for item in getattr(answer, first):
        yield from _rows(item, rest, here if here is not None else {})


def _cells(item: object, prefix: str, skip: str | None = None) -> Iterator[tuple[str, str]]:
    """The fields of a dataclass, nested ones with the outer name before theirs; lists of plain values in one cell."""
    if not dataclasses.is_dataclass(item):
        yield prefix.rstrip(".") or "value", _plain(item)
        return
    for field in dataclasses.fields(item):
        value = getattr(item, field.name)
        if field.name == skip:
            continue
        if dataclasses.is_dataclass(value):
            yield from _cells(value, f"{prefix}{field.name}.")
        elif isinstance(value, tuple) and any(dataclasses.is_dataclass(one) for one in value):
            yield f"{prefix}{field.name}", "; ".join(_named(one) for one in value)
        else:
            yield f"{prefix}{field.name}", _plain(value)


def _named(one: object) -> str:
    if isinstance(one, Cited):
        return f"{one.id} {one.quote}"
    return " ".join(_plain(getattr(one, f.name)) for f in dataclasses.fields(one))  # type: ignore[arg-type]


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple | frozenset):
        return "; ".join(_plain(one) for one in value)
    return str(value)


def _safe(cell: str) -> str:
    number = cell.lstrip("-").replace(".", "", 1).isdigit()
    return f"'{cell}" if cell.startswith(_RISKY) and not number else cell
