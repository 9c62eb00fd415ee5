"""From sample pages to JSON and to a ledger: the same whatever the workers, and every page accounted for."""

import json
import os
import signal
from pathlib import Path

import pytest

from sagwan.core.errors import Refusal
from sagwan.ledger.connect import reading as reading_ledger
from sagwan.ledger.digest import digest
from sagwan.ledger.verify import verify
from sagwan.work import reading_form
from sagwan.work.extract import extract_all
from sagwan.work.keep import keep_all
from sagwan.work.outcome import Account, Read, Refused
from sagwan.work.pool import read_all
from sagwan.work.reader import Reader
from sagwan.work.reading_json import from_json, to_form, to_json
from sagwan.work.samples import sample_pages
from sagwan.work.settings import Settings
from sagwan.work.sources import list_sources

with sample_pages() as pages:
    SAMPLES = pages


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load(Settings().max_bytes)


@pytest.fixture(scope="module")
def lines() -> list[bytes]:
    found = list(extract_all(SAMPLES, Settings()))
    assert all(isinstance(line, bytes) for line in found)
    return [line for line in found if isinstance(line, bytes)]


def kept(path: Path, sources: list[str], workers: int = 1) -> tuple[Account, str]:
    account = Account()
    keep_all(sources, Settings(ledger=str(path), workers=workers), account, lambda: None)
    with reading_ledger(path) as db:
        assert verify(db).faults == ()
        return account, digest(db)


def test_a_line_of_json_goes_both_ways(reader, lines):
    for source, line in zip(SAMPLES, lines, strict=True):
        outcome = reader.read(source)
        assert isinstance(outcome, Read)
        assert from_json(line) == to_form(outcome.reading)
        assert to_json(outcome.reading) == line


def test_the_form_is_that_of_the_design(lines):
    page = json.loads(lines[0])
    assert set(page) == {"page", "articles"}
    wanted = {"id", "source", "chars", "outlet", "section", "seen", "related_count", "weather", "blocks"}
    assert wanted <= set(page["page"])
    article = page["articles"][0]
    records = {"entities", "statements", "amounts", "percents", "counts", "times", "events"}
    assert {"part", "outlet", "truncated", "headline", "bylines", "published", "body"} | records <= set(article)
    for name, form in (("statements", reading_form.StatementForm), ("events", reading_form.EventForm)):
        assert all(set(record) == set(form.__struct_fields__) for line in lines for record in first(line)[name])


def first(line: bytes) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(line)["articles"][0]
    return found


def test_offsets_are_code_points_and_indices_point_into_their_lists(reader, lines):
    for source, line in zip(SAMPLES, lines, strict=True):
        outcome = reader.read(source)
        assert isinstance(outcome, Read)
        chars = outcome.reading.layout.text.chars
        form = from_json(line)
        assert form.page.chars == len(chars)
        for article in form.articles:
            ids = {entity.id for entity in article.entities}
            for time in article.times:
                assert chars[time.start : time.end] == time.text
            for event in article.events:
                assert event.amount is None or 0 <= event.amount < len(article.amounts)
                assert event.time is None or 0 <= event.time < len(article.times)
                assert {event.actor, event.target, event.source} - {None} <= ids
            for said in article.statements:
                assert {said.speaker, *said.about, *said.candidates} - {None} <= ids


def test_two_workers_give_the_same_lines_in_the_same_order(lines):
    assert list(extract_all(SAMPLES, Settings(workers=2))) == lines


def test_the_ledger_is_the_same_for_any_order_and_number_of_workers(tmp_path):
    _, one = kept(tmp_path / "1", SAMPLES)
    account, two = kept(tmp_path / "2", SAMPLES[::-1], workers=2)
    assert one == two
    assert (account.came, account.kept, account.known, account.refused) == (len(SAMPLES), len(SAMPLES), 0, [])
    again, three = kept(tmp_path / "2", SAMPLES)
    assert (again.kept, again.known, three) == (0, len(SAMPLES), two)


def test_bad_pages_are_refused_counted_and_listed_and_the_rest_go_on(tmp_path):
    folder = tmp_path / "지면"
    folder.mkdir()
    (folder / "1_빈.txt").write_bytes(b"")
    (folder / "2_이진.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "3_깨진.txt").write_bytes("해오름반도체가 밝혔다".encode("utf-16-le")[:-1] + b"\xff\xfe\x00\xd8" * 9)
    (folder / "4_기사없음.txt").write_text("\n \n\t\n", "utf-8")
    (folder / "5_그림.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (folder / "6_널.txt").write_bytes("글\0글".encode())
    (folder / "7_빈폴더").mkdir()
    (folder / "8_좋은.txt").write_bytes(Path(SAMPLES[0]).read_bytes())
    sources = [*list_sources([str(folder)]), str(folder / "없음.txt")]
    account, _ = kept(tmp_path / "l", sources)
    assert account.came == len(sources) == account.kept + len(account.refused)
    assert account.kept == 1
    for one in account.refused:
        assert one.refusal.code.split(".")[0] in ("page", "text", "source"), one
        assert one.refusal.what
        assert one.refusal.where
    assert sum(account.codes.values()) == len(account.refused)
    assert f"지면 {len(sources)} = 새로 적음 1 + 거절 {len(account.refused)}" in account.line()
    with reading_ledger(tmp_path / "l") as db:
        noted = {(source, code) for source, code in db.execute("SELECT source, code FROM refusals")}
    assert noted == {(one.source, one.refusal.code) for one in account.refused}


def test_a_file_that_disappears_is_refused(tmp_path, reader):
    path = tmp_path / "곧없음.txt"
    path.write_bytes(Path(SAMPLES[0]).read_bytes())
    sources = list(list_sources([str(tmp_path)]))
    path.unlink()
    (outcome,) = read_all(sources, reader, to_line)
    assert isinstance(outcome, Refused)
    assert outcome.refusal.code == "source.missing"


def to_line(read: Read) -> bytes:
    return to_json(read.reading)


def test_two_hundred_megabytes_of_one_line_are_refused_unread(tmp_path, reader):
    path = tmp_path / "한줄.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    outcome = reader.read(str(path))
    assert isinstance(outcome, Refused)
    assert outcome.refusal.code == "source.too_large"
    assert "--max-bytes" in (outcome.refusal.repair or "")


def test_a_fault_of_the_program_is_a_refusal_that_names_its_place(monkeypatch, reader):
    def broken(*_: object) -> None:
        raise IndexError("지어낸 잘못")

    monkeypatch.delenv("SAGWAN_DEBUG", raising=False)
    monkeypatch.setattr("sagwan.work.reader.read_layouts", broken)
    outcome = reader.read(SAMPLES[0])
    assert isinstance(outcome, Refused)
    assert outcome.refusal.code == "read.failed"
    assert "IndexError: 지어낸 잘못 (test_reading.py:" in outcome.refusal.what
    monkeypatch.setenv("SAGWAN_DEBUG", "1")
    with pytest.raises(IndexError):
        reader.read(SAMPLES[0])


def die_on_the_third(read: Read) -> str:
    if read.source == SAMPLES[2]:
        os.kill(os.getpid(), signal.SIGKILL)
    return read.source


def test_a_page_that_kills_its_worker_is_refused_and_the_rest_go_on(reader):
    outcomes = list(read_all(SAMPLES[:5], reader, die_on_the_third, workers=2))
    assert [o for o in outcomes if isinstance(o, str)] == [s for s in SAMPLES[:5] if s != SAMPLES[2]]
    (refused,) = [o for o in outcomes if isinstance(o, Refused)]
    assert (refused.source, refused.refusal.code) == (SAMPLES[2], "read.crashed")


def test_an_account_says_each_reason():
    account = Account(kept=2, known=1)
    account.refused = [Refused(n, Refusal(code, "", n)) for n, code in (("가", "page.empty"), ("나", "page.empty"))]
    assert account.line() == "지면 5 = 새로 적음 2 + 이미 있음 1 + 거절 2 (page.empty 2)"
