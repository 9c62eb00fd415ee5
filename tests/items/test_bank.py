"""The bank: nothing unproved gets in, nothing is changed, nothing is lost."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from sagwan.core.errors import SagwanError
from sagwan.items.analyse import analyse
from sagwan.items.bank import Band, banked, find, grade, keep, rule
from sagwan.items.model import Proof
from sagwan.items.paper import Plan, assemble
from sagwan.ledger.connect import reading
from sagwan.ledger.store import open_store
from sagwan.ledger.takedown import leaving
from sagwan.work import authoring

SAID = {"by": "한서린", "because": "수업 자료", "at": "2027-04-01T00:00:00+00:00"}


@pytest.fixture
def bank(ledger: Path, made, tmp_path: Path) -> Path:
    path = tmp_path / "bank.ledger"
    with sqlite3.connect(ledger) as source, sqlite3.connect(path) as copy:
        source.backup(copy)
    assert len(keep(path, made[:40], **SAID)) == 40
    return path


def test_items_come_back_as_they_went_in(bank: Path, made):
    with reading(bank) as db:
        assert tuple(one.made for one in banked(db)) == tuple(made[:40])
        assert {one.state for one in banked(db)} == {"draft"}
    assert keep(bank, made[:40], **SAID) == ()


def test_the_unproved_stay_out(bank: Path, made):
    bad = msgspec.structs.replace(made[50], proof=Proof((), made[50].proof.verdicts, ("key.none: 답이 없습니다",)))
    with pytest.raises(SagwanError, match=r"items\.unproved"):
        keep(bank, [made[51], bad], **SAID)
    with reading(bank) as db:
        assert len(banked(db)) == 40


def test_rulings_and_bands_add_up(bank: Path, made):
    id_ = made[0].item.id
    rule(bank, id_[:14], "returned", by="도경우", because="선택지가 어색함", at=SAID["at"])
    rule(bank, id_, "accepted", by="도경우", because="고쳐서 씀", at=SAID["at"])
    grade(bank, [(id_, Band(2, "answers", "정답률 80%", SAID["at"])), (id_, Band(4, "words", "긺", SAID["at"]))])
    with reading(bank) as db:
        one = find(db, id_)
        assert [r.state for r in one.rulings] == ["returned", "accepted"]
        assert (one.state, one.band) == ("accepted", 2)
    with pytest.raises(SagwanError, match=r"items\.state"):
        rule(bank, id_, "good", by="도경우", because="-", at=SAID["at"])
    with pytest.raises(SagwanError, match=r"items\.unknown"):
        rule(bank, "item-none", "accepted", by="도경우", because="-", at=SAID["at"])


def test_a_new_version_stands_for_the_old_one(bank: Path, made):
    old, new = made[0].item.id, made[60]
    keep(bank, [new], **SAID, replaces=old)
    with reading(bank) as db:
        ids = [one.id for one in banked(db)]
        assert old not in ids
        assert find(db, new.item.id).replaces == old
        assert find(db, old).made == made[0]


@pytest.mark.parametrize(
    "sql", ["UPDATE items SET body = '{}'", "DELETE FROM items", "REPLACE INTO items SELECT * FROM items"]
)
def test_the_database_refuses_changes(bank: Path, sql: str):
    db = sqlite3.connect(bank)
    with pytest.raises(sqlite3.IntegrityError, match=r"ledger\."):
        db.execute(sql)
    db.close()


def test_a_takedown_takes_the_items_words_of_whichever_article_they_are(bank: Path, made):
    first, last = made[0].item, made[-1].item
    assert first.articles != last.articles
    over_two = msgspec.structs.replace(
        made[0], item=msgspec.structs.replace(first, articles=first.articles + last.articles)
    )
    keep(bank, [over_two], **SAID)
    with reading(bank) as db:
        going = leaving(db, last.articles[0].partition(":")[0])
        whole = {one.id for one in banked(db)}
    with open_store(bank) as store:
        for text in going.texts:
            store.withdraw(text, SAID["at"], "요청")
    with reading(bank) as db:
        gone = {one.id for one in banked(db) if one.made is None}
        assert all(one.by == "한서린" for one in banked(db))
        assert over_two.item.id in gone
        assert first.id in {one.id for one in banked(db)} - gone
        assert len(gone) == going.items
        assert whole == {one.id for one in banked(db)}


def test_a_killed_writer_loses_nothing_it_reported(ledger: Path, tmp_path: Path):
    path = tmp_path / "killed.ledger"
    shutil.copy(ledger, path)
    program = (
        "import sys; from pathlib import Path\n"
        "from sagwan.work import authoring\n"
        "path = Path(sys.argv[1])\n"
        "made = authoring.make(path, ['03_gaon_suit.txt'], 20, 0, None).made\n"
        "for one in made:\n"
        "    print(*authoring.bank_items(path, [one], '한서린', '시험'), flush=True)\n"
    )
    run = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    reported = [run.stdout.readline().strip() for _ in range(3)]
    time.sleep(0.05)
    os.kill(run.pid, signal.SIGKILL)
    reported += [line.strip() for line in run.stdout if line.endswith("\n")]
    run.wait()
    run.stdout.close()
    with reading(path) as db:
        kept = {one.id for one in banked(db)}
        assert set(reported) <= kept
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_answers_to_a_paper_find_their_items(bank: Path):
    with reading(bank) as db:
        (paper,) = assemble(banked(db), Plan(items=10))
        names = [one.item.id for one in paper.items]
        assert set(names) - set(paper.ids)  # some keys were moved
        answered = authoring.answered(db, names)
        assert [answered[name][0] for name in names] == list(paper.ids)
        keys = authoring.keys_of(answered)
        with pytest.raises(SagwanError, match=r"items\.unknown"):
            authoring.answered(db, ["item-none"])
    rows = ["reader," + ",".join(names), "r1," + ",".join(keys[n] for n in names), "r2," + ",".join("9" for _ in names)]
    found = analyse("\n".join(rows), keys)
    assert {one.right for one in found.items} == {0.5}
    authoring.feed_bands(bank, found, answered)
    with reading(bank) as db:
        assert {find(db, id_).bands[-1].basis for id_ in paper.ids} == {"answers"}


def test_papers_keep_to_the_plan(bank: Path):
    with reading(bank) as db:
        papers = assemble(banked(db), Plan(items=8, each_form=3, forms={"blank": 2}), 2)
    one, other = papers
    assert not set(one.ids) & set(other.ids)
    for paper in papers:
        forms = [m.item.form.value for m in paper.items]
        assert len(forms) == 8
        assert forms.count("blank") == 2
        assert max(forms.count(f) for f in forms) <= 3
        assert max(paper.keys.values()) - min(paper.keys.values()) <= 2
        assert all(m.proof.keys == (m.item.key,) for m in paper.items)
    with pytest.raises(SagwanError, match=r"items\.paper"), reading(bank) as db:
        assemble(banked(db), Plan(items=900))
