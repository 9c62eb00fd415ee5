"""What the user names on the command line → pages, each whole or refused."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.core.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"


def list_sources(named: Iterable[str]) -> Iterator[str]:
    """Each named source, a folder as the files in it and below it, ordered by name; each source once.

    Inside a folder, names that begin with a dot, and pipes, sockets and devices, are no pages. A path that does
    not exist and a folder without pages are given back as they are: opening them says so.
    """
    seen: set[str] = set()
    for name in named:
        within = _files_in(name, set()) if name != STDIN and Path(name).is_dir() else iter((name,))
        for source in within:
            if source not in seen:
                seen.add(source)
                yield source


def _files_in(folder: str, above: set[tuple[int, int]]) -> Iterator[str]:
    """`above` holds the folders on the way here, so that a link back to one of them ends."""
    try:
        here = Path(folder).stat()
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError:
        yield folder
        return
    way = above | {(here.st_dev, here.st_ino)}
    pages = [e for e in entries if not e.name.startswith(".") and (e.is_dir() or e.is_file() or not _exists(e))]
    if not pages:
        yield folder
    for entry in pages:
        if not entry.is_dir():
            yield entry.path
        elif (entry.stat().st_dev, entry.stat().st_ino) not in way:
            yield from _files_in(entry.path, way)


def _exists(entry: os.DirEntry[str]) -> bool:
    return Path(entry.path).exists()


def open_page(source: str, limit: int) -> Page:
    """The page at `source` (`-` is standard input), of at most `limit` bytes.

    Raises `SagwanError`: `source.missing`, `source.unreadable`, `source.folder`, `source.too_large`.
    """
    if source == STDIN:
        return Page(_read_at_most(sys.stdin.buffer.read(limit + 1), source, limit), source)
    path = Path(source)
    try:
        return Page(_read_file(path, source, limit), source)
    except FileNotFoundError as gone:
        raise SagwanError("source.missing", "파일이 없습니다", source, "경로를 확인하십시오") from gone
    except IsADirectoryError as folder:
        raise SagwanError(
            "source.folder", "읽을 지면이 없는 폴더입니다", source, "지면이 든 폴더를 주십시오"
        ) from folder
    except OSError as broken:
        reason = broken.strerror or type(broken).__name__
        raise SagwanError(
            "source.unreadable", f"읽을 수 없습니다: {reason}", source, "권한과 장치를 확인하십시오"
        ) from broken


def _read_file(path: Path, source: str, limit: int) -> bytes:
    with path.open("rb") as file:
        mode = os.fstat(file.fileno())
        if stat.S_ISREG(mode.st_mode) and mode.st_size > limit:
            raise _too_large(source, mode.st_size, limit)
        return _read_at_most(file.read(limit + 1), source, limit)


def _read_at_most(data: bytes, source: str, limit: int) -> bytes:
    if len(data) > limit:
        raise _too_large(source, None, limit)
    return data


def _too_large(source: str, size: int | None, limit: int) -> SagwanError:
    size_said = f"{size:,}바이트" if size else f"{limit:,}바이트 넘게"
    return SagwanError(
        "source.too_large",
        f"지면 하나로는 너무 큽니다: {size_said}",
        source,
        f"여러 기사로 나누거나 한도를 올리십시오 (--max-bytes, 지금 {limit:,})",
    )
