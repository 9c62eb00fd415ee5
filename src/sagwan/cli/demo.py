"""`sagwan demo`: the packaged sample pages in a new ledger, and what it then answers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

LEDGER = Path("demo") / "demo.ledger"


def demo(
    ledger: Annotated[
        Path, typer.Option("--ledger", "-l", metavar="FILE", help="새 장부 파일 · a new ledger's file")
    ] = LEDGER,
    serve: Annotated[
        bool | None,
        typer.Option(
            "--serve/--no-serve",
            help="끝에 브라우저로 엽니다 [기본: 터미널에서만] · end in the web application",
            show_default=False,
        ),
    ] = None,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="자리 · where")] = 4207,
) -> int:
    """지어낸 보기 지면을 새 장부에 읽고, 인물과 연표를 보인 뒤 브라우저로 엽니다.

    Sample pages, a dossier, a timeline, then the web application.
    """
    from sagwan.cli import serving
    from sagwan.cli.look import console
    from sagwan.cli.reading import read_and_account
    from sagwan.work.samples import sample_pages
    from sagwan.work.settings import load_settings

    _make_room(ledger)
    with sample_pages() as pages:
        status, account = read_and_account(pages, load_settings({"ledger": str(ledger)}))
    out = console()
    _ask(ledger, out)
    out.rule(style="dim")
    out.print(account.line(), style="bold")
    if serve or (serve is None and sys.stdout.isatty()):
        serving.serve(str(ledger), port=port)
    return status


def _make_room(ledger: Path) -> None:
    """Nothing is read into a ledger that is somebody's; the demonstration's own is made anew each time."""
    from sagwan.core.errors import SagwanError

    if ledger == LEDGER:
        ledger.parent.mkdir(exist_ok=True)
        ledger.unlink(missing_ok=True)
    elif ledger.exists():
        raise SagwanError("ledger.exists", "이미 있는 파일입니다", str(ledger), "새 이름을 주십시오")


def _ask(ledger: Path, out: Console) -> None:
    """Two questions as one would type them, and their answers."""
    from sagwan.cli import look
    from sagwan.ledger.connect import reading
    from sagwan.ledger.query import most_quoted
    from sagwan.views.dossier import dossier
    from sagwan.views.timeline import timeline

    with reading(ledger) as db:
        name = most_quoted(db)
        if name is not None:
            out.rule(f"sagwan who {name} --ledger {ledger}", style="dim", align="left")
            out.print(look.dossier(dossier(db, name), 3))
        out.rule(f"sagwan timeline --ledger {ledger}", style="dim", align="left")
        moments = timeline(db)
        out.print(look.timeline(moments[:10], len(moments)))
