"""Which records a change gains and loses over a folder of pages: the base commit against the working tree."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sagwan.core.errors import SagwanError

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTS = ("entities", "statements", "amounts", "percents", "counts", "times", "events")


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """A record by its content: its page, its kind, its range, and its fields as JSON."""

    source: str
    kind: str
    start: int
    end: int
    said: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Records that only the one or only the other reading has, and how many both have, by kind."""

    gained: tuple[Seen, ...]
    lost: tuple[Seen, ...]
    kept: dict[str, int]


def compare(base: str, texts: Path) -> Changes:
    """Read `texts` with the code of commit `base`, in a worktree of its own, and with the code at hand.

    Raises `SagwanError` (`diff.git`, `diff.read`) where git or the reading at the base fails.
    """
    root = Path(_git("rev-parse", "--show-toplevel").strip())
    with tempfile.TemporaryDirectory(prefix="sagwan-diff-") as folder:
        before = Path(folder) / "base"
        _git("worktree", "add", "--detach", "--quiet", str(before), base)
        try:
            old = _extract(before / "src", texts)
        finally:
            _git("worktree", "remove", "--force", str(before))
    return changes_between(old, _extract(root / "src", texts))


def changes_between(old: bytes, new: bytes) -> Changes:
    """Compare two extracts, each of JSON Lines, by the content of their records."""
    before, after = set(_records(old)), set(_records(new))
    kept = Counter(one.kind for one in before & after)
    return Changes(tuple(sorted(after - before)), tuple(sorted(before - after)), dict(sorted(kept.items())))


def _git(*args: str) -> str:
    done = subprocess.run(["git", *args], capture_output=True, text=True, check=False)  # noqa: S603, S607 — the user's git
    if done.returncode:
        raise SagwanError("diff.git", done.stderr.strip() or "git이 말없이 멈췄습니다", " ".join(("git", *args)))
    return done.stdout


def _extract(source: Path, texts: Path) -> bytes:
    command = [sys.executable, "-m", "sagwan", "extract", str(texts.resolve())]
    environ = {**os.environ, "PYTHONPATH": str(source)}
    done = subprocess.run(command, capture_output=True, env=environ, check=False)  # noqa: S603 — this program itself
    if done.returncode not in (0, 1):
        raise SagwanError("diff.read", done.stderr.decode()[-500:].strip(), str(source))
    return done.stdout


def _records(lines: bytes) -> Iterator[Seen]:
    for line in lines.splitlines():
        page = msgspec.json.decode(line)
        for part, article in enumerate(page["articles"]):
            names = {entity["id"]: entity["name"] for entity in article["entities"]}
            for kind in _LISTS:
                for record in article[kind]:
                    yield _seen(page["page"]["source"], part, kind, record, names)


def _seen(source: str, part: int, kind: str, record: dict[str, object], names: dict[str, str]) -> Seen:
    """Ids become names and fields without a value are left out, so that only what a reader would see counts."""
    shown = {
        key: names.get(str(value), value) if isinstance(value, str) else value
        for key, value in record.items()
        if key not in ("id", "start", "end", "mentions", "responds_to", "reverses", "repeats", "statement", "same_as")
        and value not in (None, False, [], "")
    }
    said = msgspec.json.encode(shown, order="sorted").decode()
    start, end = record.get("start"), record.get("end")
    name = Path(source).name + (f"#{part}" if part else "")
    return Seen(name, kind, start if isinstance(start, int) else 0, end if isinstance(end, int) else 0, said)
