"""The command that takes a page down: `withdraw`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sagwan.cli.answer import opened, print_json
from sagwan.cli.options import Json, Ledger
from sagwan.core.errors import SagwanError

if TYPE_CHECKING:
    from sagwan.ledger.takedown import Leaving
    from sagwan.work.withdraw import Takedown

Page = Annotated[
    str,
    typer.Argument(
        metavar="PAGE", help="지면 id의 앞부분이나 출처 · the start of a page's id, or its source", show_default=False
    ),
]
Because = Annotated[
    str,
    typer.Option(
        metavar="WORDS", help="까닭: 누가 왜 · who wants it gone and why, kept in the ledger", show_default=False
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="정말 내립니다 · do it; without this it is only shown")]


def withdraw(page: Page, because: Because, yes: Yes = False, ledger: Ledger = None, as_json: Json = False) -> int:
    """지면을 내립니다: 글자가 장부와 모든 답에서 사라지고, id와 날짜와 까닭만 남습니다. 되돌릴 수 없습니다.

    Take a page down: its words leave the ledger and every answer; ids, the day and the reason stay. Without --yes
    nothing is done, and what would go is shown.
    """
    from sagwan.ledger.takedown import leaving

    with opened(ledger) as db:
        going = leaving(db, page)
        (readings,) = db.execute("SELECT count(*) FROM readings").fetchone()
    if not yes:
        _show(going, as_json=as_json)
        raise SagwanError(
            "withdraw.unconfirmed",
            "아직 아무것도 내리지 않았습니다. 내리면 되돌릴 수 없습니다",
            f"지면 {going.page[:12]}",
            "내리려면 같은 명령에 --yes",
        )
    done = _take_down(going.page, because, ledger, readings, quiet=as_json)
    if as_json:
        print_json(done)
        return 0
    _show(going, as_json=False)
    sys.stdout.write(f"{done.at}에 내렸습니다: {done.because}\n")
    if not done.written_over:
        sys.stderr.write("다른 프로그램이 장부를 읽고 있어, 그것이 끝날 때 파일에서도 지워집니다.\n")
    return 0


def _take_down(page: str, because: str, ledger: str | None, readings: int, *, quiet: bool) -> Takedown:
    from pathlib import Path

    from sagwan.cli.progress import bar
    from sagwan.lexicon import load_default
    from sagwan.work.settings import load_settings
    from sagwan.work.withdraw import withdraw as take_down

    path = Path(load_settings({"ledger": ledger}).ledger)
    with bar("답 고치기", readings, quiet=quiet) as step:
        return take_down(path, page, because=because, lexicon=load_default(), heard=lambda done, _: step(done))


def _show(going: Leaving, *, as_json: bool) -> None:
    """What goes, and what stays."""
    if as_json:
        print_json(going)
        return
    from sagwan.cli import look

    look.console().print(look.leaving(going))
