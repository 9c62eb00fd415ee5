"""The documentation names every command, setting and error code that there is."""

import re
from pathlib import Path

from sagwan.cli.app import app
from sagwan.work.settings import settings

ROOT = Path(__file__).parents[2]
CLI = (ROOT / "docs" / "cli.md").read_text("utf-8")
LEDGER = (ROOT / "docs" / "ledger.md").read_text("utf-8")
CODE = re.compile(r"\"((?:source|read|ledger|setting)\.[a-z_]+)\"")


def covered(code: str) -> bool:
    return f"`{code}`" in CLI + LEDGER or f"`{code.split('.', maxsplit=1)[0]}.*`" in CLI


def test_every_command_and_setting_is_described():
    assert [c.name for c in app.registered_commands if f"sagwan {c.name}" not in CLI] == []
    for setting in settings():
        assert f"| `{setting.flag}` | `{setting.env}` | `{setting.name}` | " in CLI


def test_every_code_of_these_rooms_is_described():
    rooms = [ROOT / "src" / "sagwan" / room for room in ("ledger", "work", "cli", "views")]
    codes = {code for room in rooms for path in room.rglob("*.py") for code in CODE.findall(path.read_text("utf-8"))}
    assert "ledger.locked" in codes
    assert sorted(code for code in codes if not covered(code)) == []


def test_every_table_of_the_ledger_is_described():
    sql = (ROOT / "src" / "sagwan" / "ledger" / "migrations" / "0001_ledger.sql").read_text("utf-8")
    tables = set(re.findall(r"CREATE TABLE (\w+)", sql)) - {"migrations"}
    assert sorted(table for table in tables if f"`{table}`" not in LEDGER) == []
