"""What every question to the ledger needs: the ledger opened to read, and the answer as JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from rich.console import RenderableType

    from sagwan.lexicon import Lexicon

T = TypeVar("T")


@contextmanager
def opened(ledger: str | None) -> Iterator[sqlite3.Connection]:
    """The ledger of the flag, the environment or the settings file. Raises `SagwanError` (`ledger.missing` …)."""
    from pathlib import Path

    from sagwan.ledger.connect import reading
    from sagwan.work.settings import load_settings

    with reading(Path(load_settings({"ledger": ledger}).ledger)) as db:
        yield db


@contextmanager
def asked(ledger: str | None, *, quiet: bool) -> Iterator[tuple[sqlite3.Connection, Lexicon]]:
    """As `opened`, with its side file brought up to date; where that takes work, a bar says how far it is."""
    from sagwan.cli.progress import bar
    from sagwan.lexicon import load_default
    from sagwan.views.index.open import index_of

    with opened(ledger) as db:
        lexicon, steps = load_default(), list[Callable[[int], None]]()
        with ExitStack() as shown:

            def heard(done: int, of: int) -> None:
                if not steps:
                    steps.append(shown.enter_context(bar("찾아보기", of, quiet=quiet)))
                steps[0](done)

            index_of(db, lexicon, heard)
        yield db, lexicon


@contextmanager
def indexed(
    ledger: str | None, what: str, *, quiet: bool
) -> Iterator[tuple[sqlite3.Connection, Lexicon, Callable[[int, int], None]]]:
    """As `opened`, with its side file brought up to date; a bar says how far it is, and may be told of more."""
    from sagwan.cli.progress import bar
    from sagwan.lexicon import load_default
    from sagwan.views.index.open import index_of

    with opened(ledger) as db:
        (total,) = db.execute("SELECT count(*) FROM readings").fetchone()
        with bar(what, total, quiet=quiet) as step:
            lexicon = load_default()
            index_of(db, lexicon, lambda done, _: step(done))
            yield db, lexicon, lambda done, _: step(done)


def since_when(
    db: sqlite3.Connection, lexicon: Lexicon, as_of: str | None, *names: str | None, everything: bool
) -> str | None:
    """The day since which articles count for an answer on the command line, None for all. What this leaves out is said
    on standard error, so that it stands in no file that an answer is written to.
    """
    from sagwan.views.times import day_before
    from sagwan.work.reach import AT_LENGTH, reach

    since = None if everything else reach(db, lexicon, as_of, *names, within=AT_LENGTH)
    if since is not None:
        said = f"{since}부터 나온 기사로 답했습니다. 더 이른 것은 --as-of {day_before(since)}, 모두는 --all"
        sys.stderr.write(f"{said}\n")
    return since


def give(answer: T, look: Callable[[T], RenderableType], *, as_json: bool) -> int:
    """Write the answer on standard output, as a program or as a person reads it. The exit status: 0."""
    from sagwan.cli.look import console

    if as_json:
        print_json(answer)
    else:
        console().print(look(answer))
    return 0


def print_json(answer: object) -> None:
    """Write one line of JSON on standard output."""
    import msgspec

    sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
