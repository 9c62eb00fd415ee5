"""The database itself refuses to be rewritten, whatever connection tries it and in whatever way."""

import itertools
import sqlite3
from pathlib import Path

import pytest

from sagwan.core.entity import Judgement, Naming
from sagwan.ledger import guard
from sagwan.ledger.connect import writing
from sagwan.ledger.rows import to_rows
from sagwan.ledger.store import open_store

REFUSED = r"ledger\.(no_update|no_delete|once|sealed|whole|quote)|NOT NULL"
CONFLICTS = ("", "OR REPLACE ", "OR IGNORE ", "OR ROLLBACK ", "OR FAIL ")
WITHOUT_ROWS = {"refusals", "withdrawals", "items", "item_states", "item_bands"}


@pytest.fixture
def ledger(tmp_path: Path, page, reading, run) -> Path:
    path = tmp_path / "l.ledger"
    with open_store(path) as store:
        assert store.keep(to_rows(page, reading, run))
        store.judge(Judgement("entity-1", "entity-2", same=True, by="편집자", because="본인에게 물음"), "2025-03-14")
        store.name(Naming("entity-1", "누리", "편집자", "본인의 표기", "2025-03-14"))
    return path


@pytest.fixture
def outside(ledger: Path):
    db = sqlite3.connect(ledger, isolation_level=None)
    yield db
    db.close()


def every_table(db: sqlite3.Connection) -> list[guard.Table]:
    return [t for t in guard.tables(db) if t.name not in WITHOUT_ROWS]


def contents(db: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    return [db.execute(f"SELECT * FROM {t.name} ORDER BY {', '.join(t.key)}").fetchall() for t in guard.tables(db)]


def ways(table: guard.Table) -> list[str]:
    """Every form of SQL that changes or takes away a row."""
    name, key, last = table.name, ", ".join(table.key), table.columns[-1]
    same = f"SELECT * FROM {name} LIMIT 1"
    changed = f"SELECT {', '.join('NULL' if c == last else c for c in table.columns)} FROM {name} LIMIT 1"
    return [
        *(
            f"UPDATE {on}{name} SET {last} = NULL"
            for on in ("", "OR REPLACE ", "OR IGNORE ", "OR ROLLBACK ", "OR FAIL ")
        ),
        f"UPDATE {name} SET {table.key[0]} = {table.key[0]}",
        f"UPDATE {name} SET {last} = other.{last} FROM {name} AS other",
        f"DELETE FROM {name}",
        f"DELETE FROM {name} RETURNING *",
        *(
            f"{insert} INTO {name} {rows}"
            for insert in ("INSERT", "REPLACE", "INSERT OR REPLACE", "INSERT OR IGNORE", "INSERT OR ROLLBACK")
            for rows in (same, changed)
            if not (rows is changed and "IGNORE" in insert)  # may pass over a NULL in silence, and change nothing
        ),
        f"INSERT INTO {name} {same} ON CONFLICT DO NOTHING".replace("LIMIT 1", "WHERE true LIMIT 1"),
        f"INSERT INTO {name} {same} ON CONFLICT ({key}) DO UPDATE SET {last} = NULL".replace(
            "LIMIT 1", "WHERE true LIMIT 1"
        ),
    ]


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_no_way_of_writing_changes_a_row(outside, recursive):
    outside.execute(f"PRAGMA recursive_triggers = {recursive}")
    outside.execute("PRAGMA foreign_keys = OFF")
    outside.execute("PRAGMA ignore_check_constraints = ON")
    before = contents(outside)
    for table in every_table(outside):
        for sql in ways(table):
            with pytest.raises(sqlite3.IntegrityError, match=REFUSED):
                outside.execute(sql).fetchall()
            if outside.in_transaction:
                outside.execute("ROLLBACK")
    assert contents(outside) == before


def test_every_table_has_rows_to_try(outside):
    for table in every_table(outside):
        assert outside.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0], table.name


def test_no_blob_handle_writes_past_the_triggers(outside):
    for table, column in (("texts", "chars"), ("pages", "bytes"), ("statements", "quote")):
        with pytest.raises(sqlite3.OperationalError, match="without rowid"):
            outside.blobopen(table, column, 1)


def test_a_sealed_reading_takes_no_further_row(outside):
    row = outside.execute("SELECT * FROM counts").fetchone()
    with pytest.raises(sqlite3.IntegrityError, match=r"ledger\.sealed"):
        outside.execute(f"INSERT INTO counts VALUES ({','.join('?' * len(row))})", (*row[:2], 99, *row[3:]))


def test_a_value_of_another_type_is_refused(outside):
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER column"):
        outside.execute("INSERT INTO blocks VALUES (1, 'one', 'body', 0, 1)")


@pytest.mark.parametrize(
    ("start", "stop", "quote"),
    [
        (0, 3, "동두천 "),  # the words run on
        (0, 4, "동두천"),  # the range runs on
        (1, 4, "동두천"),
        (0, 3, "동두첟"),
        (0, 3, None),
        (-3, 0, "동두천"),
        (-3, 1, "동두천"),
        (0, 1000, "동두천"),
        (5000, 5003, "동두천"),
    ],
)
def test_a_quote_that_is_not_there_is_refused(outside, start, stop, quote):
    """Tried in an unsealed reading, where nothing else stands in the way."""
    outside.execute("INSERT INTO readings SELECT 7, page, run, text, NULL, NULL, NULL, NULL, NULL FROM readings")
    good = "INSERT INTO bylines VALUES (7, 0, 0, '동두천', 0, 3, '동두천')"
    for insert, check in itertools.product(("INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"), ("ON", "OFF")):
        outside.execute(f"PRAGMA ignore_check_constraints = {check}")
        with pytest.raises(sqlite3.IntegrityError, match=r"ledger\.quote|CHECK"):
            outside.execute(f"{insert} INTO bylines VALUES (7, 0, 0, '동두천', ?, ?, ?)", (start, stop, quote))
    outside.execute(good)


def test_a_quote_of_no_text_is_refused(outside):
    with pytest.raises(sqlite3.IntegrityError, match=r"ledger\.quote"):
        outside.execute("INSERT INTO bylines VALUES (8, 0, 0, '동두천', 0, 3, '동두천')")


def test_a_quote_behind_an_emoji_counts_code_points(outside):
    (quote,) = outside.execute("SELECT quote FROM statements").fetchone()
    assert quote == "한빛물산을 약 1조2천억원에 인수했다"


def test_every_table_has_its_guards_and_no_rowid(outside):
    for table in guard.tables(outside):
        assert {f"{table.name}_no_update", f"{table.name}_no_delete", f"{table.name}_once"} <= set(guard.guards(table))
        (sql,) = outside.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table.name,)).fetchone()
        assert sql.endswith("STRICT, WITHOUT ROWID")
    assert guard.missing(outside) == ()


def test_no_table_is_unique_in_more_than_its_key(outside):
    """REPLACE would delete by any other unique index, past the guard that looks at the key."""
    for table in guard.tables(outside):
        indexes = outside.execute('SELECT origin FROM pragma_index_list(?) WHERE "unique"', (table.name,)).fetchall()
        assert indexes == [("pk",)], table.name


def test_an_opened_ledger_keeps_its_guards(ledger):
    with writing(ledger) as db:
        assert guard.missing(db) == ()
