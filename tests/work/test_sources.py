"""What is named on the command line: stable order, each once, and a refusal for what is no page."""

import os
from pathlib import Path

import pytest

from sagwan.core.errors import SagwanError
from sagwan.work.sources import list_sources, open_page

LIMIT = 1000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("나.txt", "가.txt", "안/다.txt", "안/라.html", ".숨은", "안/.git/config"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("글", "utf-8")
    return tmp_path


def names(folder: Path, *named: str) -> list[str]:
    return [Path(s).relative_to(folder).as_posix() for s in list_sources(named)]


def test_a_folder_is_its_files_by_name_without_hidden_ones(folder):
    assert names(folder, str(folder)) == ["가.txt", "나.txt", "안/다.txt", "안/라.html"]


def test_a_source_named_twice_comes_once(folder):
    assert names(folder, str(folder / "나.txt"), str(folder)) == ["나.txt", "가.txt", "안/다.txt", "안/라.html"]


def test_a_link_back_ends(folder):
    (folder / "안" / "위로").symlink_to(folder)
    assert names(folder, str(folder)) == ["가.txt", "나.txt", "안/다.txt", "안/라.html"]


def test_a_broken_link_is_a_source_that_is_refused(folder):
    (folder / "끊긴.txt").symlink_to(folder / "없음")
    assert "끊긴.txt" in names(folder, str(folder))
    with pytest.raises(SagwanError, match=r"source\.missing"):
        open_page(str(folder / "끊긴.txt"), LIMIT)


def test_a_pipe_inside_a_folder_does_not_hold_up(folder):
    os.mkfifo(folder / "관")
    assert names(folder, str(folder)) == ["가.txt", "나.txt", "안/다.txt", "안/라.html"]


def test_the_source_is_written_as_it_was_named(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert list(list_sources(["./안"])) == ["./안/다.txt", "./안/라.html"]
    assert open_page("./안/다.txt", LIMIT).source == "./안/다.txt"


@pytest.mark.parametrize(
    ("name", "code"), [("없음.txt", "source.missing"), ("빈폴더", "source.folder"), ("큰.txt", "source.too_large")]
)
def test_what_is_no_page_is_refused(tmp_path, name, code):
    (tmp_path / "빈폴더").mkdir()
    (tmp_path / "큰.txt").write_bytes(b"x" * (LIMIT + 1))
    assert [str(tmp_path / name)] == list(list_sources([str(tmp_path / name)]))
    with pytest.raises(SagwanError) as refused:
        open_page(str(tmp_path / name), LIMIT)
    assert refused.value.refusal.code == code
    assert refused.value.refusal.where == str(tmp_path / name)
    assert refused.value.refusal.repair


def test_an_endless_device_is_refused_at_the_limit():
    with pytest.raises(SagwanError, match=r"source\.too_large"):
        open_page("/dev/zero", LIMIT)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path):
    path = tmp_path / "닫힌.txt"
    path.write_text("글", "utf-8")
    path.chmod(0)
    with pytest.raises(SagwanError, match=r"source\.unreadable"):
        open_page(str(path), LIMIT)
