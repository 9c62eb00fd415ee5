"""Tables as CSV (RFC 4180) and as Parquet."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.views.export.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.views.export.bundle import Bundle
    from sagwan.views.export.tables import Cell


def as_csv(of: Bundle) -> Iterator[tuple[str, bytes]]:
    """One file a table, UTF-8 with a byte order mark, since spreadsheets take Hangul for Latin letters without it."""
    for table in tables(of):
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(table.columns)
        writer.writerows([_written(cell) for cell in row] for row in table.rows)
        yield f"{table.name}.csv", out.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return format(cell, "f")
    return str(cell)


def as_parquet(of: Bundle) -> Iterator[tuple[str, bytes]]:
    """One file a table; sums as decimals of 38 digits, 6 of them behind the point.

    Raises `SagwanError` (`export.missing`) where pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 — 170 MB that nothing else needs
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as missing:
        what, repair = "Parquet에는 pyarrow가 있어야 합니다", "pip install 'sagwan[export]'"
        raise SagwanError("export.missing", what, "parquet", repair) from missing
    types = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), Decimal: pa.decimal128(38, 6)}
    for table in tables(of):
        schema = pa.schema([(name, types[kind]) for name, kind in table.columns.items()])
        columns = [pa.array([row[n] for row in table.rows], field.type) for n, field in enumerate(schema)]
        out = io.BytesIO()
        pq.write_table(pa.Table.from_arrays(columns, schema=schema), out)
        yield f"{table.name}.parquet", out.getvalue()
