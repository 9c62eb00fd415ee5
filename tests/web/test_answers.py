"""Answers of a ledger that is large or grows: of its latest articles, made once, given while the next is made."""

from __future__ import annotations

import gzip
import shutil
import time
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec
import pytest
from bench.scale.make import make
from tests.web.house import call, desk_over, served

from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default
from sagwan.views.subject import SUBJECTS
from sagwan.views.times import day_before
from sagwan.web import answers, edition
from sagwan.work import prepare, reach

if TYPE_CHECKING:
    from pathlib import Path

_ARTICLES = 60


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of invented articles on many days."""
    ledger = tmp_path_factory.mktemp("press") / "press.ledger"
    make(ledger, _ARTICLES)
    return ledger


def asked(port: int, path: str):
    return msgspec.json.decode(call(port, "GET", f"/api/v1{path}").body)


@pytest.mark.parametrize("of_somebody", [False, True])
def test_steps_back_in_time_give_every_statement_once(
    press: Path, monkeypatch: pytest.MonkeyPatch, *, of_somebody: bool
):
    with served(desk_over(press)) as port:
        name = asked(port, "/names?limit=1&kind=person")["items"][0]["name"]
        who = f"&name={name}" if of_somebody else ""
        whole = asked(port, f"/said?limit=200{who}")
        assert whole["told_since"] is None
    monkeypatch.setattr(reach, "AT_A_GLANCE", reach.Reach(20, 4))
    found: list[str] = []
    steps = 0
    as_of: str | None = ""
    with served(desk_over(press)) as port:
        while as_of is not None:
            part = asked(port, f"/said?limit=200{who}{as_of}")
            found += [one["id"] for one in part["items"]]
            assert part["told_since"] is None or all(
                one["place"]["published"] >= part["told_since"] for one in part["items"]
            )
            as_of = f"&as_of={day_before(part['told_since'])}" if part["told_since"] else None
            steps += 1
    assert steps > 1
    assert sorted(found) == sorted(one["id"] for one in whole["items"])


def test_a_view_says_how_far_back_it_reaches(press: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reach, "AT_A_GLANCE", reach.Reach(20, 1_000))
    with served(desk_over(press)) as port:
        name = asked(port, "/names?limit=1")["items"][0]["name"]
        for view in ("disputes", "reversals", "timeline", "said", "stories", "money", "network"):
            since = asked(port, f"/{view}")["told_since"]
            page = call(port, "GET", f"/{view}", accept_language="ko").text
            assert f'href="/{view}?as_of={day_before(since)}"' in page, view
            assert not asked(port, f"/{view}?name={name}").get("told_since"), view
        assert asked(port, f"/network?name={name}")["near"]


def test_a_view_of_somebody_who_is_everywhere_says_how_far_back_it_reaches(
    press: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reach, "AT_A_GLANCE", reach.Reach(1_000, 2))
    with served(desk_over(press)) as port:
        one, other = (asked(port, f"/names?limit=2&kind={kind}")["items"][0]["name"] for kind in ("person", "org"))
        for view in ("disputes", "reversals", "timeline", "said", "stories", "money", "network"):
            since = asked(port, f"/{view}?name={one}")["told_since"]
            page = call(port, "GET", f"/{view}?name={one}", accept_language="ko").text
            assert f"as_of={day_before(since)}" in page, view
        for path in (f"/who/{one}", f"/ties/{one}/{other}"):
            since = asked(port, path)["told_since"]
            page = call(port, "GET", path, accept_language="ko").text
            assert since is None or f'href="{quote(path)}?as_of={day_before(since)}"' in page, path


def test_a_small_ledger_is_shown_as_it_is(press: Path, tmp_path: Path):
    ledger = tmp_path / "growing.ledger"
    shutil.copy(press, ledger)
    with served(desk_over(ledger)) as port:
        first = asked(port, "/articles?limit=200")["total"]
        make(ledger, _ARTICLES + 1)
        assert asked(port, "/articles?limit=200")["total"] == first + 1


def test_a_large_ledger_is_shown_in_editions(press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(edition, "_LARGE", 10)
    monkeypatch.setattr(edition, "_APART_S", 0.0)
    monkeypatch.setattr(answers, "_LONG_S", -1.0)
    monkeypatch.setattr(answers, "_TIMES", 0)
    ledger = tmp_path / "growing.ledger"
    shutil.copy(press, ledger)
    with served(desk_over(ledger)) as port:
        first = asked(port, "/articles?limit=200")
        make(ledger, _ARTICLES + 1)
        assert asked(port, "/articles?limit=200") == first, "nobody waits for the next edition"
        for _ in range(400):
            if asked(port, "/articles?limit=200")["total"] > first["total"]:
                break
            time.sleep(0.05)
        assert asked(port, "/articles?limit=200")["total"] == first["total"] + 1


def test_an_answer_is_packed_once_and_is_the_same(press: Path):
    with served(desk_over(press)) as port:
        plain = call(port, "GET", "/articles", accept_language="ko")
        packed = call(port, "GET", "/articles", accept_language="ko", accept_encoding="gzip")
        assert packed.headers["content-encoding"] == "gzip"
        assert gzip.decompress(packed.body) == plain.body
        assert packed.headers["etag"] == plain.headers["etag"]


def test_few_articles_of_many_characters_are_prepared_beside(
    press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    ledger = tmp_path / "fresh.ledger"
    shutil.copy(press, ledger)
    with desk_over(ledger).opened() as db:
        monkeypatch.setattr(prepare, "_AT_ONCE", 1_000_000)
        monkeypatch.setattr(prepare, "_AT_ONCE_CHARS", 100_000_000)
        assert prepare.is_searchable(db)
        monkeypatch.setattr(prepare, "_AT_ONCE_CHARS", 1_000)
        assert not prepare.is_searchable(db)


def test_a_large_ledger_is_prepared_for_searching_beside(press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(prepare, "_AT_ONCE", 0)
    ledger = tmp_path / "fresh.ledger"
    shutil.copy(press, ledger)
    desk = desk_over(ledger)
    with served(desk) as port:
        word = "공장"
        early = call(port, "GET", f"/api/v1/search?q={word}")
        assert early.status == 503
        assert msgspec.json.decode(early.body)["code"] == "search.preparing"
        assert asked(port, "/start")["stories"] is None
        assert call(port, "GET", "/search", accept_language="ko").status == 200
        desk.preparation.wait()
        assert asked(port, f"/search?q={word}")["total"] > 0
        assert "code" not in asked(port, "/stories")


def test_a_large_ledger_without_its_side_file_says_how_far_it_is(
    press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(prepare, "_TAKEN_AT_ONCE", _ARTICLES - 1)
    monkeypatch.setattr(prepare.Preparation, "begin", lambda _: None)
    ledger = tmp_path / "fresh.ledger"
    shutil.copy(press, ledger)
    with served(desk_over(ledger)) as port:
        early = call(port, "GET", "/", accept_language="ko")
        assert early.status == 503
        assert b'http-equiv="refresh"' in early.body
        assert asked(port, "/start")["where"] == f"0 / {_ARTICLES}"
        monkeypatch.setattr(prepare, "_TAKEN_AT_ONCE", _ARTICLES)
        assert call(port, "GET", "/").status == 200


def test_what_is_made_ready_needs_no_analyser(press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    ledger = tmp_path / "fresh.ledger"
    shutil.copy(press, ledger)
    SUBJECTS.forget()
    with reading(ledger) as db:
        prepare.make_ready(db, load_default(), lambda _done, _of: None)
    SUBJECTS.forget()
    monkeypatch.setattr("sagwan.views.subject.analyser", lambda: pytest.fail("the analyser was asked for"))
    with served(desk_over(ledger)) as port:
        assert call(port, "GET", "/").status == 200
