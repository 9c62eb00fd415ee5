"""No field of a record is without a home in the ledger."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from sagwan.ledger.load import load_reading
from sagwan.ledger.rows import to_rows
from sagwan.ledger.store import open_store


def records_in(value: object) -> Iterator[Any]:
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from records_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from records_in(part)


def test_the_page_at_hand_fills_every_field(reading):
    """A field that a record gains must be added here, and then to the tables: else the way back is not tested."""
    filled, declared = set(), set()
    for record in records_in(reading):
        for field in fields(record):
            name = (type(record).__name__, field.name)
            declared.add(name)
            default = field.default if field.default is not MISSING else None
            if getattr(record, field.name) not in (default, (), None):
                filled.add(name)
    assert declared - filled == set()


def test_rows_come_in_the_order_of_their_keys(tmp_path, page, reading, run):
    rows = to_rows(page, reading, run)
    with open_store(tmp_path / "l") as store:
        store.keep(rows)
        for name, kept in rows.tables.items():
            assert store._db.execute(f"SELECT * FROM {name}").fetchall() == list(kept)
        assert load_reading(store._db, rows.key) == reading


def test_one_value_is_written_one_way(make_page, make_reading, run):
    rows = to_rows(make_page(), make_reading(make_page()), run)
    assert rows.tables["money"][0][3] == "1200000000000"
    assert rows.tables["shares"][0][4] == "10.5"
    assert rows.tables["weather"][0][4] == "2.0"
