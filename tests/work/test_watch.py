"""A watched folder: what came is kept, what is new is told once, and nothing of it depends on when one looks."""

import json
from pathlib import Path

import pytest

from sagwan.cli.app import run
from sagwan.work.samples import sample_pages


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "지면").mkdir()
    return tmp_path / "지면"


def bring(folder: Path, *numbers: str) -> None:
    with sample_pages() as pages:
        for page in map(Path, pages):
            if page.name[:2] in numbers:
                (folder / page.name).write_bytes(page.read_bytes())


def looked(capsys, folder):
    capsys.readouterr()
    run(["watch", str(folder), "--once", "--json", "--ledger", str(folder.parent / "장부.ledger")])
    return json.loads(capsys.readouterr().out)


def test_new_pages_bring_new_alerts_and_old_ones_none(capsys, folder):
    bring(folder, "04")
    first = looked(capsys, folder)
    assert first["account"]["kept"] == 1
    assert {alert["kind"] for alert in first["alerts"]} == {"dispute"}
    again = looked(capsys, folder)
    assert (again["account"]["kept"], again["account"]["known"], again["alerts"]) == (0, 1, [])
    bring(folder, "10")
    later = looked(capsys, folder)
    assert later["account"] == {"kept": 1, "known": 1, "refused": []}
    known = {alert["key"] for alert in first["alerts"]}
    assert later["alerts"]
    assert not known & {alert["key"] for alert in later["alerts"]}


def test_a_page_that_is_none_is_refused_and_the_rest_is_kept(capsys, folder):
    bring(folder, "04")
    (folder / "빈.txt").write_bytes(b"")
    found = looked(capsys, folder)
    assert found["account"]["kept"] == 1
    assert [one["code"] for one in found["account"]["refused"]] == ["page.empty"]


def test_a_person_is_told_in_words(capsys, folder):
    bring(folder, "04")
    run(["watch", str(folder), "--once", "--ledger", str(folder.parent / "장부.ledger")])
    out = capsys.readouterr().out
    assert "새 쟁점" in out
    assert "지면 1 = 새로 적음 1" in out
