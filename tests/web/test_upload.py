"""Pages handed in through the browser: counted, told while they are read, refused with a reason."""

from __future__ import annotations

import io
import shutil
import time
import zipfile
from multiprocessing.context import SpawnProcess
from pathlib import Path

import msgspec
import pytest
from tests.web.house import call, desk_over, served

from sagwan.work.intake import Intake
from sagwan.work.settings import load_settings

ARTICLE = (
    "누리전자, 한빛물산 인수\n\n누리뉴스 | 입력 2027-07-01 09:00\n\n김하늘 누리전자 대표는 “좋은 회사다”라고 말했다.\n"
)


def multipart(files: dict[str, bytes]) -> tuple[bytes, str]:
    mark = "----sagwan"
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'.encode() + data + b"\r\n"
        for name, data in files.items()
    ]
    return b"".join(parts) + f"--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"


def test_pages_are_read_and_accounted_for(samples: Path, tmp_path: Path):
    ledger = Path(shutil.copy(samples, tmp_path / "own.ledger"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../outside/새 기사.txt", ARTICLE)
        archive.writestr("empty.txt", "")
    body, kind = multipart({"pages.zip": packed.getvalue(), "same.txt": ARTICLE.encode(), "..\\..\\x.bin": b"\0\1"})
    with served(desk_over(ledger)) as port:
        begun = call(port, "POST", "/api/v1/pages", body, content_type=kind)
        assert begun.status == 202, begun.text
        told = call(port, "GET", begun.headers["location"].replace("/api/v1", "") + "/events").text
        assert told.count("event: progress") >= 2
        done = msgspec.json.decode(call(port, "GET", begun.headers["location"]).body)
        assert done["done"]
        assert done["came"] == done["total"] == 4
        assert (done["kept"], done["known"], len(done["refused"])) == (1, 1, 2)
        assert call(port, "GET", begun.headers["location"].replace("/api/v1", "")).status == 200
        listed = msgspec.json.decode(call(port, "GET", "/api/v1/articles?limit=200").body)["items"]
        assert "same.txt" in {one["source"] for one in listed}
        assert any(one["headline"] and "한빛물산 인수" in one["headline"] for one in listed)
        assert call(port, "GET", "/uploads/nothing").status == 404
    assert not (tmp_path.parent / "outside").exists()


def test_what_is_no_form_is_refused(port: int):
    assert call(port, "POST", "/api/v1/pages", b"{}", content_type="application/json").status == 400
    body, kind = multipart({})
    assert call(port, "POST", "/upload", body, content_type=kind).status == 400


def test_a_reader_process_that_cannot_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def no_process(_: SpawnProcess) -> None:
        raise OSError(11, "no more processes")

    monkeypatch.setattr(SpawnProcess, "start", no_process)
    intake = Intake(load_settings({"ledger": str(tmp_path / "own.ledger")}))
    begun = intake.take([("a.txt", ARTICLE.encode())])
    until = time.monotonic() + 30
    while not (told := intake.progress(begun.id)).done and time.monotonic() < until:
        time.sleep(0.01)
    assert told.failed is not None
    assert told.failed.code == "read.no_reader"
    assert told.total == 1
