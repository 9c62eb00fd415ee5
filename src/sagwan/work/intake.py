"""Pages that somebody hands in: read by a process of its own, so that whoever looks at the ledger is not held up."""

from __future__ import annotations

import logging
import multiprocessing
import os
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from sagwan.core.errors import Refusal, SagwanError
from sagwan.work.outcome import Account

if TYPE_CHECKING:
    from collections.abc import Iterable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from sagwan.work.settings import Settings

_REMEMBERED = 50

_log = logging.getLogger("sagwan.work")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a delivery is. `line` is the account, once it is done; `refused` what was not taken in, and why.

    `failed`: why nothing could be kept at all.
    """

    id: str
    total: int
    came: int = 0
    kept: int = 0
    known: int = 0
    done: bool = False
    line: str | None = None
    refused: tuple[Refusal, ...] = ()
    failed: Refusal | None = None


@dataclass(slots=True)
class Intake:
    """The deliveries of this process, one read after the other: a ledger has one writer."""

    settings: Settings
    _seen: OrderedDict[str, Progress] = field(default_factory=OrderedDict)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def take(self, pages: Iterable[tuple[str, bytes]]) -> Progress:
        """Begin to read pages, each with the name that it came under. Raises `SagwanError` (`web.form`) for none."""
        folder = Path(tempfile.mkdtemp(prefix="sagwan-intake-"))
        names: list[str] = []
        for given, data in pages:
            name = _plain(given, names)
            (folder / name).write_bytes(data)
            names.append(name)
        if not names:
            shutil.rmtree(folder, ignore_errors=True)
            raise SagwanError("web.form", "받은 지면이 없습니다", "files", "파일을 하나 이상 고르십시오")
        begun = Progress(secrets.token_hex(8), len(names))
        self._note(begun)
        threading.Thread(target=self._read, args=(begun, folder, tuple(names)), daemon=True).start()
        return begun

    def progress(self, id_: str) -> Progress:
        """How far a delivery is. Raises `SagwanError` (`web.no_upload`)."""
        if id_ not in self._seen:
            raise SagwanError("web.no_upload", "그런 올림이 없습니다", id_[:40], "올린 뒤의 주소로 다시 오십시오")
        return self._seen[id_]

    def _note(self, progress: Progress) -> None:
        self._seen[progress.id] = progress
        while len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)

    def _read(self, begun: Progress, folder: Path, names: tuple[str, ...]) -> None:
        """Whatever becomes of the process, the delivery ends: done, or with why it could not be."""
        try:
            with self._turn:
                self._listen(begun, *self._reader(begun, folder, names))
        except Exception as fault:  # noqa: BLE001 — no process, no pipe, no memory …: whoever follows must hear of it
            _log.exception("%s", begun.id)
            self._end(begun.id, "read.no_reader", f"지면을 읽을 프로세스를 띄우지 못했습니다: {fault}")
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _reader(self, begun: Progress, folder: Path, names: tuple[str, ...]) -> tuple[Connection, SpawnProcess]:
        way = multiprocessing.get_context("spawn")
        mine, theirs = way.Pipe(duplex=False)
        with theirs:
            told = (str(folder), names, _here(self.settings), begun, theirs)
            reader = way.Process(target=_read_there, args=told, daemon=True)
            reader.start()
        return mine, reader

    def _end(self, id_: str, code: str, what: str) -> None:
        died = Refusal(code, what, id_, "다시 올리십시오")
        self._note(replace(self._seen.get(id_) or Progress(id_, 0), done=True, failed=died))

    def _listen(self, begun: Progress, ear: Connection, reader: SpawnProcess) -> None:
        last = begun
        with ear:
            while not last.done:
                try:
                    last = ear.recv()
                except EOFError:
                    self._end(begun.id, "read.crashed", "지면을 읽던 프로세스가 죽었습니다")
                    break
                self._note(last)
        reader.join()


def _read_there(folder: str, names: tuple[str, ...], settings: Settings, begun: Progress, mouth: Connection) -> None:
    """In a process of its own, in the folder of the pages, so that the ledger keeps their names and no path."""
    from sagwan.work.keep import keep_all  # noqa: PLC0415 — only this process reads: the one that answers starts without

    os.chdir(folder)
    account = Account()

    def heard() -> None:
        mouth.send(_so_far(begun, account))

    try:
        keep_all(names, settings, account, heard)
        last = replace(_so_far(begun, account), done=True, line=account.line())
    except SagwanError as refused:
        last = replace(_so_far(begun, account), done=True, failed=refused.refusal)
    mouth.send(last)
    mouth.close()


def _so_far(begun: Progress, account: Account) -> Progress:
    refused = tuple(one.refusal for one in account.refused)
    return replace(begun, came=account.came, kept=account.kept, known=account.known, refused=refused)


def _here(settings: Settings) -> Settings:
    """The settings with the ledger's full path, since the reader works in another folder."""
    return type(settings)(str(Path(settings.ledger).absolute()), settings.workers, settings.max_bytes)


def _plain(given: str, taken: list[str]) -> str:
    """A file name without folders, not hidden, of bearable length, and like no other of the delivery."""
    name = PurePosixPath(PureWindowsPath(given).name).name.replace("\0", "").lstrip(".").strip() or "page"
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, ending) if dot and len(ending) <= 8 else (name, "")  # noqa: PLR2004 — .xhtml and the like
    base = stem.encode()[:120].decode(errors="ignore") or "page"
    for n in range(len(taken) + 1):
        name = base + (f"-{n + 1}" if n else "") + (f".{ending}" if ending else "")
        if name not in taken:
            return name
    raise AssertionError
