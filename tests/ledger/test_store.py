"""Keeping readings: whole or not at all, once, in any order, by one writer."""

import contextlib
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sagwan.core.entity import Judgement
from sagwan.core.errors import Refusal, SagwanError
from sagwan.ledger.connect import reading as reading_ledger
from sagwan.ledger.digest import digest
from sagwan.ledger.keys import Run
from sagwan.ledger.load import load_reading
from sagwan.ledger.migrate import LATEST
from sagwan.ledger.rows import to_rows
from sagwan.ledger.store import open_store


def digest_of(path: Path) -> str:
    with reading_ledger(path) as db:
        return digest(db)


def test_what_is_kept_is_given_back(tmp_path, page, reading, run):
    rows = to_rows(page, reading, run)
    with open_store(tmp_path / "l") as store:
        store.keep(rows)
    with reading_ledger(tmp_path / "l") as db:
        assert load_reading(db, rows.key) == reading


def test_reading_a_page_twice_adds_nothing(tmp_path, page, reading, run):
    rows = to_rows(page, reading, run)
    with open_store(tmp_path / "l") as store:
        assert store.keep(rows)
        before = digest_of(tmp_path / "l")
        assert not store.keep(rows)
    with reading_ledger(tmp_path / "l") as db:
        assert digest(db) == before
        assert db.execute("SELECT count(*) FROM readings").fetchone() == (1,)
        assert db.execute("SELECT source FROM sources").fetchall() == [("지면.txt",)]


def test_the_same_page_from_two_places_is_one_page(tmp_path, run, make_page, make_reading):
    with open_store(tmp_path / "l") as store:
        for source in ("가.txt", "나.txt"):
            page = make_page(source=source)
            store.keep(to_rows(page, make_reading(page), run))
    with reading_ledger(tmp_path / "l") as db:
        assert db.execute("SELECT count(*) FROM pages").fetchone() == (1,)
        assert db.execute("SELECT source FROM sources ORDER BY 1").fetchall() == [("가.txt",), ("나.txt",)]


def test_the_digest_forgets_the_order(tmp_path, run, make_page, make_reading):
    pages = [make_page(f"{n}번째 지면\n") for n in range(12)]
    seen = set()
    for seed in range(3):
        path = tmp_path / str(seed)
        random.Random(seed).shuffle(pages)
        with open_store(path) as store:
            for page in pages:
                store.keep(to_rows(page, make_reading(page), run))
        seen.add(digest_of(path))
    assert len(seen) == 1


def test_the_digest_knows_the_pages_and_the_run(tmp_path, page, reading, run):
    digests = []
    for n, one in enumerate((run, Run("0.2.0", run.lexicon, run.models), Run(run.version, "2e" * 32, run.models))):
        with open_store(tmp_path / str(n)) as store:
            store.keep(to_rows(page, reading, one))
        digests.append(digest_of(tmp_path / str(n)))
    assert len(set(digests)) == 3


def test_a_later_run_adds_a_reading_and_becomes_current(tmp_path, page, reading, run):
    later = Run("0.2.0", run.lexicon, run.models)
    with open_store(tmp_path / "l") as store:
        store.keep(to_rows(page, reading, run))
        store.keep(to_rows(page, reading, later))
    with reading_ledger(tmp_path / "l") as db:
        assert db.execute("SELECT count(*) FROM readings").fetchone() == (2,)
        assert db.execute("SELECT run FROM current").fetchall() == [(later.key,)]


def test_a_reading_that_fails_half_way_leaves_nothing(tmp_path, page, reading, run):
    rows = to_rows(page, reading, run)
    bad = {**rows.tables, "events": ((*rows.tables["events"][0][:-1], "다른 말"),)}
    broken = type(rows)(**{**{f: getattr(rows, f) for f in rows.__slots__}, "tables": bad})
    with open_store(tmp_path / "l") as store:
        with pytest.raises(SagwanError, match=r"ledger\.refused.*ledger\.quote"):
            store.keep(broken)
        for table in ("pages", "texts", "readings", "statements", "runs"):
            with reading_ledger(tmp_path / "l") as db:
                assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert store.keep(rows)


def test_a_refusal_is_noted_once(tmp_path):
    refusal = Refusal("page.empty", "빈 파일입니다", "빈.txt", "내용이 있는 파일을 주십시오")
    with open_store(tmp_path / "l") as store:
        store.refuse("빈.txt", None, refusal)
        store.refuse("빈.txt", None, refusal)
    with reading_ledger(tmp_path / "l") as db:
        rows = db.execute("SELECT * FROM refusals").fetchall()
    assert rows == [("빈.txt", "", "page.empty", "빈 파일입니다", "빈.txt", "내용이 있는 파일을 주십시오")]


def test_judgements_are_kept_in_their_order(tmp_path):
    with open_store(tmp_path / "l") as store:
        store.judge(Judgement("ent-b", "ent-a", same=True, by="한서린", because="같은 회사"), "2025-03-04T09:00:00Z")
        store.judge(Judgement("ent-a", "ent-b", same=False, by="한서린", because="취소"), "2025-03-04T10:00:00Z")
    with reading_ledger(tmp_path / "l") as db:
        rows = db.execute('SELECT n, "left", "right", same FROM judgements ORDER BY n').fetchall()
    assert rows == [(1, "ent-a", "ent-b", 1), (2, "ent-a", "ent-b", 0)]


def test_a_second_writer_is_refused_and_readers_are_not(tmp_path, page, reading, run):
    path = tmp_path / "l"
    probe = (
        "import sys; from pathlib import Path; from sagwan.core.errors import SagwanError;"
        "from sagwan.ledger.store import open_store\n"
        "try:\n with open_store(Path(sys.argv[1])): print('open')\n"
        "except SagwanError as e: print(e.refusal.code)"
    )
    with open_store(path) as store:
        store.keep(to_rows(page, reading, run))
        other = subprocess.run([sys.executable, "-c", probe, path], capture_output=True, text=True, check=True)
        assert other.stdout == "ledger.locked\n"
        with reading_ledger(path) as db:
            assert db.execute("SELECT count(*) FROM readings").fetchone() == (1,)
    again = subprocess.run([sys.executable, "-c", probe, path], capture_output=True, text=True, check=True)
    assert again.stdout == "open\n"
    assert [p.name for p in tmp_path.iterdir()] == ["l"]


def test_a_lock_from_outside_is_said_plainly(tmp_path, page, reading, run, monkeypatch):
    monkeypatch.setattr("sagwan.ledger.connect._WAIT_S", 0.01)
    path = tmp_path / "l"
    with open_store(path) as store:
        outside = sqlite3.connect(path, isolation_level=None)
        outside.execute("BEGIN IMMEDIATE")
        with pytest.raises(SagwanError, match=r"ledger\.locked"):
            store.keep(to_rows(page, reading, run))
        outside.execute("COMMIT")
        assert store.keep(to_rows(page, reading, run))
        outside.close()


def test_a_full_disk_is_said_plainly_and_loses_nothing(tmp_path, run, make_page, make_reading):
    path = tmp_path / "l"
    pages = [make_page("가나다라 " * 400 + str(n)) for n in range(20)]
    with open_store(path) as store:
        store.keep(to_rows(pages[0], make_reading(pages[0]), run))
        size = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {size + 4}")
        full = []
        for page in pages[1:]:
            try:
                store.keep(to_rows(page, make_reading(page), run))
            except SagwanError as refused:
                full.append(refused.refusal.code)
        assert full
        assert set(full) == {"ledger.full"}
        with reading_ledger(path) as db:
            kept = db.execute("SELECT count(*) FROM seals").fetchone()[0]
        assert kept + len(full) == len(pages)
        store._db.execute("PRAGMA max_page_count = 1000000")
        for page in pages:
            store.keep(to_rows(page, make_reading(page), run))
    with open_store(tmp_path / "roomy") as store:
        for page in pages:
            store.keep(to_rows(page, make_reading(page), run))
    assert digest_of(path) == digest_of(tmp_path / "roomy")


@pytest.mark.parametrize("content", [b"not a database at all, " * 100, b"PK\x03\x04" + bytes(2000)])
def test_a_file_of_another_kind_is_left_alone(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(SagwanError, match=r"ledger\.stranger"), open_store(path):
        pass
    assert path.read_bytes() == content


def test_another_sqlite_database_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE notes (x)")
    db.commit()
    db.close()
    before = path.read_bytes()
    with pytest.raises(SagwanError, match=r"ledger\.stranger"), open_store(path):
        pass
    assert path.read_bytes() == before


def test_a_missing_ledger_or_folder_is_said_plainly(tmp_path):
    with pytest.raises(SagwanError, match=r"ledger\.missing"), reading_ledger(tmp_path / "none"):
        pass
    with pytest.raises(SagwanError, match=r"ledger\.unopened"), open_store(tmp_path / "no" / "folder"):
        pass


def test_a_newer_ledger_is_refused(tmp_path):
    path = tmp_path / "l"
    with open_store(path) as store:
        store._db.execute("PRAGMA user_version = 99")
    with pytest.raises(SagwanError, match=r"ledger\.version"), open_store(path):
        pass
    with pytest.raises(SagwanError, match=r"ledger\.version"), reading_ledger(path):
        pass


def make_older(path: Path) -> None:
    """As a program made it before there was a bank of items."""
    with open_store(path):
        pass
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        triggers = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'migrations'")
        made = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'item%'")
        for kind, rows in (("TRIGGER", triggers.fetchall()), ("TABLE", made.fetchall())):
            for (name,) in rows:
                db.execute(f"DROP {kind} {name}")
        db.execute("DELETE FROM migrations WHERE n >= 3")
        db.execute("PRAGMA user_version = 2")


def test_whoever_opens_an_older_ledger_brings_it_up_to_date(tmp_path):
    path = tmp_path / "old"
    make_older(path)
    with reading_ledger(path) as db:
        assert db.execute("SELECT count(*) FROM items").fetchone() == (0,)
        assert db.execute("PRAGMA user_version").fetchone() == (LATEST,)


def test_an_older_ledger_that_nobody_may_write_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "old"
    make_older(path)
    before = path.read_bytes()
    monkeypatch.setattr("sagwan.ledger.connect.os.access", lambda *_: False)  # whoever is root may write anywhere
    with pytest.raises(SagwanError, match=r"ledger\.version"), reading_ledger(path):
        pass
    assert path.read_bytes() == before
