"""Verification finds what a hand with the file open can do, and a takedown leaves a ledger that stands."""

import sqlite3

import pytest

from sagwan.core.errors import SagwanError
from sagwan.ledger.connect import reading as reading_ledger
from sagwan.ledger.load import load_reading
from sagwan.ledger.rows import to_rows
from sagwan.ledger.store import open_store
from sagwan.ledger.verify import Verdict, verify


@pytest.fixture
def ledger(tmp_path, page, reading, run):
    path = tmp_path / "l"
    with open_store(path) as store:
        store.keep(to_rows(page, reading, run))
    return path


def verdict_on(path) -> Verdict:
    with reading_ledger(path) as db:
        return verify(db)


def tamper(path, *statements: str) -> set[str]:
    db = sqlite3.connect(path, isolation_level=None)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    for sql in statements:
        db.execute(sql)
    db.close()
    return {fault.code for fault in verdict_on(path).faults}


def test_a_sound_ledger(ledger):
    verdict = verdict_on(ledger)
    assert verdict.faults == ()
    assert (verdict.pages, verdict.readings, verdict.refused, verdict.withdrawn) == (1, 1, 0, 0)
    assert verdict.quotes == 21


def test_missing_guards_are_named(ledger):
    db = sqlite3.connect(ledger)
    db.execute("DROP TRIGGER events_no_update")
    db.execute("DROP TRIGGER texts_once")
    db.execute("CREATE TRIGGER texts_once BEFORE INSERT ON texts BEGIN SELECT 1; END")
    db.commit()
    db.close()
    assert [(f.code, f.where) for f in verdict_on(ledger).faults] == [
        ("verify.guard", "events_no_update"),
        ("verify.guard", "texts_once"),
    ]


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE statements SET quote = '다른 말'", "verify.quote"),
        ("UPDATE statements SET stance = 'deny'", "verify.seal"),
        ("UPDATE money SET value = '1200000000001'", "verify.seal"),
        ("DELETE FROM abouts", "verify.seal"),
        ("DELETE FROM seals", "verify.unsealed"),
        ("UPDATE texts SET chars = chars || ' '", "verify.text"),
        ("UPDATE texts SET chars = NULL", "verify.withdrawal"),
        ("UPDATE pages SET bytes = x'00'", "verify.page"),
        ("DELETE FROM readings", "verify.account"),
        ("DELETE FROM runs", "verify.orphan"),
    ],
)
def test_tampering_is_found(ledger, sql, code):
    assert code in tamper(ledger, sql)


def test_a_takedown_removes_every_word_and_keeps_the_rest(tmp_path, ledger, run, make_page, make_reading):
    other = make_page("다른 지면\n")
    with open_store(ledger) as store:
        store.keep(to_rows(other, make_reading(other), run))
    with reading_ledger(ledger) as db:
        key, text, page = db.execute("SELECT key, text, page FROM readings ORDER BY page").fetchone()
        spans = db.execute("SELECT id, start, stop FROM statements WHERE reading = ?", (key,)).fetchall()
    with open_store(ledger) as store:
        store.withdraw(text, "2025-04-01", "본인 요청")
    verdict = verdict_on(ledger)
    assert (verdict.faults, verdict.withdrawn, verdict.readings) == ((), 1, 2)
    with reading_ledger(ledger) as db:
        assert db.execute("SELECT id, start, stop FROM statements WHERE reading = ?", (key,)).fetchall() == spans
        assert db.execute("SELECT quote, label FROM statements WHERE reading = ?", (key,)).fetchall() == [(None, None)]
        assert db.execute("SELECT chars FROM texts WHERE id = ?", (text,)).fetchone() == (None,)
        assert db.execute("SELECT bytes FROM pages WHERE id = ?", (page,)).fetchone() == (None,)
        assert {n for (n,) in db.execute("SELECT name FROM entities WHERE reading = ?", (key,))} == {None}
        with pytest.raises(SagwanError, match=r"ledger\.withdrawn.*본인 요청"):
            load_reading(db, key)


def test_a_takedown_leaves_no_word_in_the_file(ledger):
    with reading_ledger(ledger) as db:
        (text,) = db.execute("SELECT text FROM readings").fetchone()
    with open_store(ledger) as store:
        store.withdraw(text, "2025-04-01", "본인 요청")
    stored = b"".join(p.read_bytes() for p in ledger.parent.iterdir())
    for word in ("한빛물산", "이도윤", "한서린"):
        assert word.encode() not in stored


def test_a_withdrawn_page_does_not_come_back(ledger, page, reading, run):
    with reading_ledger(ledger) as db:
        (text,) = db.execute("SELECT text FROM readings").fetchone()
    with open_store(ledger) as store:
        store.withdraw(text, "2025-04-01", "본인 요청")
        assert not store.keep(to_rows(page, reading, run))
        with pytest.raises(SagwanError, match=r"ledger\.withdrawn"):
            store.keep(to_rows(page, reading, type(run)("9", run.lexicon, run.models)))
        with pytest.raises(SagwanError, match=r"ledger\.no_text"):
            store.withdraw(text, "2025-04-02", "두 번째")


def test_words_go_only_with_a_withdrawal_and_all_at_once(ledger):
    db = sqlite3.connect(ledger, isolation_level=None)
    with pytest.raises(sqlite3.IntegrityError, match=r"ledger\.no_update"):
        db.execute("UPDATE texts SET chars = NULL")
    db.execute("INSERT INTO withdrawals SELECT id, '2025-04-01', '시험' FROM texts")
    for sql in (
        "UPDATE texts SET chars = '다른 글'",
        "UPDATE statements SET quote = NULL",  # leaves the words of the cue
        "UPDATE entities SET name = '다른 이름'",
        "UPDATE entities SET name = NULL, kind = 'place'",
        "UPDATE events SET status = 'happened'",
    ):
        with pytest.raises(sqlite3.IntegrityError, match=r"ledger\.no_update"):
            db.execute(sql)
    db.execute("UPDATE entities SET name = NULL")
    db.close()
