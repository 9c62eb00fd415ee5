"""Stopped at any moment, by hand or by force: the ledger stands, and a repeat completes it to the same digest."""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sagwan.ledger.connect import reading as reading_ledger
from sagwan.ledger.verify import Verdict, verify
from sagwan.work.samples import sample_pages

PAGES = 64  # two workers read groups of eight: seconds are left after the first, however late the signal comes


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The plain samples several times over, each copy made another page by a line at its end."""
    made: Path = tmp_path_factory.mktemp("지면")
    with sample_pages() as pages:
        plain = [data for p in pages if p.endswith(".txt") and is_utf_8(data := Path(p).read_bytes())]
    for n in range(PAGES):
        (made / f"{n:03}.txt").write_bytes(plain[n % len(plain)] + f"\n{n}번째 벌\n".encode())
    return made


def is_utf_8(data: bytes) -> bool:
    return data.decode("utf-8", "ignore").encode() == data


def sagwan(*args: object) -> list[str]:
    return [sys.executable, "-m", "sagwan", *map(str, args)]


def hear_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def verdict_on(path: Path) -> Verdict:
    with reading_ledger(path) as db:
        verdict = verify(db)
    assert verdict.faults == ()
    return verdict


@pytest.fixture(scope="module")
def whole(folder, tmp_path_factory) -> object:
    """The digest of an undisturbed reading."""
    ledger = tmp_path_factory.mktemp("한번에") / "l"
    subprocess.run(sagwan("read", folder, "--ledger", ledger), check=True, capture_output=True)
    return verdict_on(ledger).digest


def readings_in(ledger: Path) -> int:
    if not ledger.exists():
        return 0
    db = sqlite3.connect(ledger)
    try:
        return int(db.execute("SELECT count(*) FROM seals").fetchone()[0])
    except sqlite3.OperationalError:  # not laid out yet
        return 0
    finally:
        db.close()


def wait_for(ledger: Path, readings: int) -> Iterator[None]:
    until = time.monotonic() + 60
    while readings_in(ledger) < readings:
        assert time.monotonic() < until
        time.sleep(0.02)
        yield


@pytest.mark.parametrize("where", [(1, 2), (2, 4)], ids=["one", "two"])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "kill"])
def test_stopped_and_repeated_it_is_the_same_ledger(folder, whole, tmp_path, sent, where):
    workers, how_far = where
    ledger = tmp_path / "l"
    command = sagwan("read", folder, "--ledger", ledger, "--workers", workers)
    # A test run in the background of a shell hands its ignored SIGINT down; a reader at a terminal has the default.
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_interrupts,  # noqa: PLW1509 — one thread here
    ) as running:
        for _ in wait_for(ledger, how_far):
            assert running.poll() is None
        running.send_signal(sent)
        out, err = running.communicate(timeout=60)
    if sent == signal.SIGINT:
        assert running.returncode == 130
        assert "중단됨" in err.decode()
        assert out.decode().startswith("지면 ")
    else:
        assert running.returncode == -signal.SIGKILL
    stopped = verdict_on(ledger)
    assert how_far <= stopped.readings < PAGES
    again = subprocess.run(command, capture_output=True, check=True)
    assert f"지면 {PAGES} = " in again.stdout.decode()
    assert verdict_on(ledger).digest == whole
    assert sorted(p.name for p in tmp_path.iterdir()) == ["l", "l.index"]
