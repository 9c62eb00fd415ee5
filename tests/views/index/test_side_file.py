"""The side file: a function of the pages and the judgements, whatever order they came in and whoever else asks."""

import random
import re
import sqlite3
import tempfile
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest
from bench.scale.press import print_articles
from tests.views.resolved import cast_of, sightings

from sagwan.core.entity import Judgement
from sagwan.core.page import Page
from sagwan.ledger import acts, connect
from sagwan.ledger.connect import reading
from sagwan.ledger.keys import Run
from sagwan.ledger.rows import to_rows
from sagwan.ledger.store import open_store
from sagwan.ledger.wording import wordings
from sagwan.lexicon import load_default
from sagwan.lexicon.schema.frame import Frame
from sagwan.lexicon.schema.identity import Office
from sagwan.views.around import sentence_around
from sagwan.views.index import place
from sagwan.views.index.forward import DECIDING, made_by
from sagwan.views.index.open import open_index
from sagwan.views.index.scene import whole
from sagwan.views.search.terms import knowledge
from sagwan.work.keep import rows_of
from sagwan.work.outcome import Read
from sagwan.work.reader import Reader
from sagwan.work.samples import sample_pages
from sagwan.work.settings import Settings


@pytest.fixture(scope="module")
def rows():
    """The sample pages, read once."""
    reader = Reader.load(Settings().max_bytes)
    with sample_pages() as pages:
        read = [reader.read(page) for page in pages]
    return [rows_of(one, reader.run) for one in read if isinstance(one, Read)]


def write(path: Path, rows) -> None:
    with open_store(path) as store:
        for one in rows:
            store.keep(one)


def answers(path: Path) -> bytes:
    """Everything that the views stand on, in the order in which they are given it."""
    with open_index(path, load_default()) as index:
        scene = whole(index)
        return repr(
            (
                scene.words,
                scene.deeds,
                scene.coins,
                sorted(scene.cast.person.items()),
                sorted((name, sorted(who)) for name, who in scene.cast.bearers.items()),
                sorted((id_, sorted(orgs)) for id_, orgs in scene.cast.houses.items()),
            )
        ).encode()


def told_apart(path: Path) -> dict[str, str]:
    with open_index(path, load_default()) as index:
        return dict(whole(index).cast.person)


def test_it_says_what_the_whole_ledger_says(rows, tmp_path):
    write(tmp_path / "a.ledger", rows)
    with open_index(tmp_path / "a.ledger", load_default()) as index:
        scene, db = whole(index), index.db
        cast = cast_of(sightings(db), acts.judgements(db), index.lexicon)
        assert scene.cast.person == cast.person
        assert scene.cast.bearers == cast.bearers
        assert scene.cast.names == cast.names
        assert (scene.words, scene.coins) == (acts.words(db), tuple(acts.coins(db)))
        assert scene.deeds == acts.deeds(db, sentence_around)
        assert scene.wording == wordings(db)
        assert len(scene.words) > 100


def test_any_order_in_any_steps_gives_the_same(rows, tmp_path):
    write(tmp_path / "whole.ledger", rows)
    wanted = answers(tmp_path / "whole.ledger")
    for seed in range(4):
        shuffled = random.Random(seed).sample(rows, len(rows))
        path = tmp_path / f"{seed}.ledger"
        cut = random.Random(seed).randrange(1, len(rows))
        for part in (shuffled[:cut], shuffled[cut:]):
            write(path, part)
            answers(path)
        assert answers(path) == wanted


def kept_and_passed(path: Path) -> tuple[set[int], set[int]]:
    """The readings that a side file shows, and those that it leaves out."""
    with open_index(path, load_default()) as index:
        shown, passed = (
            {key for (key,) in index.db.execute(f"SELECT key FROM side.{t}")} for t in ("readings", "passed")
        )
    return shown, passed


def test_page_by_page_gives_what_all_at_once_gives(tmp_path):
    first, later = Run("1", "press", "press"), Run("2", "press", "press")
    printed = tuple(print_articles(6))
    page, reading = printed[0]
    copy = Page(page.data + b" ", "copy.txt")
    copied = replace(reading, layout=replace(reading.layout, page_id=copy.id, source=copy.source))
    rows = [to_rows(*one, first) for one in printed]
    rows += [to_rows(*one, later) for one in printed[:3]]
    rows.append(to_rows(copy, copied, first))
    once, again, other, fresh = (tmp_path / f"{name}.ledger" for name in ("once", "again", "other", "fresh"))
    write(once, rows)
    for one in rows:
        write(again, (one,))
        kept_and_passed(again)
    shown, passed = kept_and_passed(again)
    assert (len(shown), len(passed)) == (6, 4)
    assert (shown, passed) == kept_and_passed(once)
    assert answers(again) == answers(once)
    write(other, rows[4:])
    write(fresh, rows[4:])
    Path(f"{again}.index").replace(f"{other}.index")
    assert kept_and_passed(other) == kept_and_passed(fresh), "the file of another ledger"


def test_deleting_it_loses_nothing(rows, tmp_path):
    path = tmp_path / "a.ledger"
    write(path, rows[:5])
    wanted = answers(path)
    for left in ("", "-wal", "-shm"):
        Path(f"{path}.index{left}").unlink(missing_ok=True)
    assert answers(path) == wanted
    Path(f"{path}.index").write_bytes(b"not a database, but as long as the header of one, and then some more " * 4)
    assert answers(path) == wanted


def test_a_ruling_moves_only_whom_it_is_about(rows, tmp_path):
    path = tmp_path / "a.ledger"
    write(path, rows)
    before = told_apart(path)
    left, right = min(before), max(before)
    assert before[left] != before[right]
    with open_store(path) as store:
        store.judge(Judgement(left, right, same=True, by="편집자", because="본인에게 물음"), "2027-01-01")
    after = told_apart(path)
    assert after[left] == after[right]
    moved = {id_ for id_ in before if before[id_] != after[id_]}
    assert moved <= {id_ for id_ in before if before[id_] in (before[left], before[right])}
    with open_store(path) as store:
        store.judge(Judgement(left, right, same=False, by="편집자", because="잘못 들음"), "2027-01-02")
    assert told_apart(path) == before


def test_a_text_that_was_taken_down_is_in_no_answer(rows, tmp_path):
    write(tmp_path / "without.ledger", rows[1:])
    write(tmp_path / "a.ledger", rows)
    answers(tmp_path / "a.ledger")
    with open_store(tmp_path / "a.ledger") as store:
        store.withdraw(rows[0].text_id, "2027-05-01", "본인의 청구")
    assert answers(tmp_path / "a.ledger") == answers(tmp_path / "without.ledger")


def test_a_place_that_cannot_be_written_is_answered_from_another(rows, tmp_path, monkeypatch):
    path = tmp_path / "a.ledger"
    write(path, rows[:5])
    wanted = answers(path)
    Path(f"{path}.index").unlink()
    monkeypatch.setattr(place, "_writable", lambda file: False)
    monkeypatch.setattr(connect, "_way", lambda path: "immutable=1")
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    assert answers(path) == wanted
    assert [left.name for left in tmp_path.glob("a.ledger*")] == ["a.ledger"]


def ask(path: Path) -> bytes:
    return answers(path)


def test_two_who_ask_at_once_get_one_answer(rows, tmp_path):
    path = tmp_path / "a.ledger"
    write(path, rows)
    with get_context("spawn").Pool(2) as pool:
        found = pool.map(ask, [path] * 4)
    assert set(found) == {answers(path)}
    with sqlite3.connect(f"{path}.index") as side:
        assert side.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_who_asks_while_pages_come_sees_whole_pages(rows, tmp_path):
    path = tmp_path / "a.ledger"
    write(path, rows[:3])
    with open_index(path, load_default()) as index:
        before = whole(index)
        write(path, rows[3:])
        again = whole(index)
        assert (again.words, again.deeds) == (before.words, before.deeds)
    with reading(path) as db:
        assert len(answers(path)) > len(repr(before.words))
        assert db.execute("SELECT count(*) FROM readings").fetchone() == (len(rows),)


def test_it_outlives_a_change_of_what_it_does_not_look_up():
    """It is made anew where the rules on who is who change; those are all the types that its makers ask for."""
    views = Path(place.__file__).parents[1]
    asked = [
        found
        for room in ("identity", "index")
        for file in (views / room).glob("*.py")
        for found in re.findall(r"lexicon\.all\((\w+)\)", file.read_text())
    ]
    assert {kind.__name__ for kind in DECIDING} == set(asked)
    lexicon = load_default()
    less = replace(lexicon, tables={**lexicon.tables, Frame: ()}, digest="another")
    fewer = replace(lexicon, tables={**lexicon.tables, Office: ()}, digest="a third")
    assert made_by(less) == made_by(lexicon) != made_by(fewer)
    assert knowledge(less) != knowledge(lexicon) == knowledge(fewer)
