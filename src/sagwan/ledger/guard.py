"""The triggers by which the database itself refuses to be rewritten, the same for every table.

An UPDATE trigger alone is walked around by REPLACE, which deletes without firing the DELETE trigger unless
`recursive_triggers` is on; so each table has three: no update, no delete, and no insert under a key that exists.
BEFORE INSERT fires ahead of any conflict clause (REPLACE, IGNORE, UPSERT), whatever the connection has set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

# The columns that hold words of a text besides its quotes: a takedown empties them and nothing else.
# True: a row cannot come in without them.
_WORDS: dict[str, dict[str, bool]] = {
    "pages": {"bytes": True},
    "texts": {"chars": True},
    "bylines": {"name": True},
    "entities": {"name": True},
    "aliases": {"name": True},
    "roles": {"title": True},
    "statements": {"label": False, "channel": False},
    "reasons": {"steps": True},
    "items": {"body": True},
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the database describes it: its columns and those of its key, in order."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def quotes(self) -> tuple[str, ...]:
        """What stands before `start`, `stop` and `quote` in the names of its columns: "", "cue_" …"""
        return tuple(c.removesuffix("quote") for c in self.columns if c.endswith("quote"))

    @property
    def words(self) -> tuple[str, ...]:
        """The columns that a takedown empties."""
        return (*_WORDS.get(self.name, ()), *(f"{prefix}quote" for prefix in self.quotes))

    @property
    def of_reading(self) -> bool:
        """Whether its rows are part of a reading."""
        return self.columns[0] == "reading" and self.name != "seals"


def tables(db: sqlite3.Connection) -> tuple[Table, ...]:
    """Every table of the ledger, ordered by name."""
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    found = []
    for name in names:
        columns = db.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
        keyed = sorted((pk, column) for column, pk in columns if pk)
        found.append(Table(name, tuple(c for c, _ in columns), tuple(c for _, c in keyed)))
    return tuple(found)


def guards(table: Table) -> dict[str, str]:
    """The triggers of one table by their names."""
    made = {
        f"{table.name}_no_update": _no_update(table),
        f"{table.name}_no_delete": f"BEFORE DELETE ON {table.name} {_refuse('ledger.no_delete')}",
        f"{table.name}_once": f"BEFORE INSERT ON {table.name} WHEN {_exists(table)} {_refuse('ledger.once')}",
    }
    needed = [f"NEW.{column} IS NULL" for column, must in _WORDS.get(table.name, {}).items() if must]
    if needed:
        made[f"{table.name}_whole"] = (
            f"BEFORE INSERT ON {table.name} WHEN {' OR '.join(needed)} {_refuse('ledger.whole')}"
        )
    if table.of_reading:
        made[f"{table.name}_sealed"] = (
            f"BEFORE INSERT ON {table.name} WHEN EXISTS (SELECT 1 FROM seals WHERE reading = NEW.reading) "
            f"{_refuse('ledger.sealed')}"
        )
    if table.quotes:
        made[f"{table.name}_quote"] = (
            f"BEFORE INSERT ON {table.name} WHEN {_wrong_quote(table)} {_refuse('ledger.quote')}"
        )
    return {name: f"CREATE TRIGGER {name} {body}" for name, body in made.items()}


def _refuse(code: str) -> str:
    return f"BEGIN SELECT RAISE(ABORT, '{code}'); END"


def _exists(table: Table) -> str:
    same = " AND ".join(f"{column} = NEW.{column}" for column in table.key)
    return f"EXISTS (SELECT 1 FROM {table.name} WHERE {same})"


def _wrong_quote(table: Table) -> str:
    """Where a quote is not, to the character, what stands at its range."""
    text = "(SELECT chars FROM texts WHERE id = (SELECT text FROM readings WHERE key = NEW.reading))"
    wrong = []
    for p in table.quotes:
        start, stop, quote = f"NEW.{p}start", f"NEW.{p}stop", f"NEW.{p}quote"
        wrong.append(
            f"(({quote} IS NULL) <> ({start} IS NULL) OR ({quote} IS NULL) <> ({stop} IS NULL) "
            f"OR {quote} IS NOT NULL AND "
            f"({start} < 0 OR length({quote}) <> {stop} - {start} "
            f"OR {quote} IS NOT substr({text}, {start} + 1, {stop} - {start})))"
        )
    return " OR ".join(wrong)


def _no_update(table: Table) -> str:
    """No update, but the one that empties the words of a withdrawn text."""
    refuse = _refuse("ledger.no_update")
    if not table.words:
        return f"BEFORE UPDATE ON {table.name} {refuse}"
    kept = [f"NEW.{c} IS OLD.{c}" for c in table.columns if c not in table.words]
    gone = [f"NEW.{c} IS NULL" for c in table.words]
    allowed = " AND ".join([_withdrawn(table), *kept, *gone])
    return f"BEFORE UPDATE ON {table.name} WHEN NOT ({allowed}) {refuse}"


def _withdrawn(table: Table) -> str:
    if table.name == "texts":
        return "EXISTS (SELECT 1 FROM withdrawals WHERE text = OLD.id)"
    where = "r.page = OLD.id" if table.name == "pages" else "r.key = OLD.reading"
    if table.name == "items":
        where = f"({where} OR {item_quotes('OLD')})"
    return f"EXISTS (SELECT 1 FROM withdrawals w JOIN readings r ON r.text = w.text WHERE {where})"


def item_quotes(item: str) -> str:
    """Whether an item is over an article of the page of the reading `r`: one over two articles has words of both."""
    over = f"json_each({item}.body, '$.item.articles') a WHERE a.value LIKE substr(r.page, 1, 12) || ':%'"
    return f"EXISTS (SELECT 1 FROM {over})"


def install(db: sqlite3.Connection) -> None:
    """Give every table its guards, in place of those it had."""
    for name in present(db):
        db.execute(f"DROP TRIGGER {name}")
    for table in tables(db):
        for sql in guards(table).values():
            db.execute(sql)


def present(db: sqlite3.Connection) -> dict[str, str]:
    """The triggers that the database has, by name, as they were written."""
    return dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))


def missing(db: sqlite3.Connection) -> tuple[str, ...]:
    """The guards that are gone or were rewritten, by name."""
    there = present(db)
    return tuple(name for table in tables(db) for name, sql in guards(table).items() if there.get(name) != sql)
