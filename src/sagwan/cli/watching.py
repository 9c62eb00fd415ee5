"""The command that keeps a ledger current with a folder: `watch`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sagwan.cli.answer import print_json
from sagwan.cli.options import Json, Ledger, Workers
from sagwan.cli.refusal import show_refusal

if TYPE_CHECKING:
    from sagwan.work.watch import Alert, Pass

Folder = Annotated[str, typer.Argument(metavar="FOLDER", help="지켜볼 폴더 · the folder", show_default=False)]
Once = Annotated[bool, typer.Option("--once", help="한 번만 보고 끝냅니다 · one look")]
Every = Annotated[float, typer.Option("--every", metavar="SECONDS", help="몇 초마다 · how often", min=0.1)]


def watch(
    folder: Folder,
    once: Once = False,
    every: Every = 10.0,
    ledger: Ledger = None,
    workers: Workers = None,
    as_json: Json = False,
) -> int:
    """폴더를 지켜보며 새 지면을 적고, 새 쟁점·입장 변화·어긋난 금액을 알립니다. Keep a ledger current, and tell."""
    import time

    from sagwan.lexicon import load_default
    from sagwan.work.settings import load_settings
    from sagwan.work.watch import look

    settings = load_settings({"ledger": ledger, "workers": workers})
    told: set[str] = set()
    while True:
        found = look(folder, settings, load_default())
        _tell(found, told, as_json=as_json, always=once)
        if once:
            return 1 if found.account.refused else 0
        try:
            time.sleep(every)
        except KeyboardInterrupt:
            return 0


def _tell(found: Pass, told: set[str], *, as_json: bool, always: bool) -> None:
    """The account where something came, each refusal once, each alert."""
    refused = [one for one in found.account.refused if f"{one.source} {one.refusal.code}" not in told]
    told.update(f"{one.source} {one.refusal.code}" for one in refused)
    if not (found.account.kept or refused or always):
        return
    if as_json:
        account = {"kept": found.account.kept, "known": found.account.known, "refused": [o.refusal for o in refused]}
        print_json({"account": account, "alerts": found.alerts})
        return
    from sagwan.cli import look as looks

    out = looks.console()
    for one in refused:
        show_refusal(one.refusal, as_json=False)
    out.print(found.account.line(), style="dim")
    for alert in found.alerts:
        _show(alert)


def _show(alert: Alert) -> None:
    from sagwan.cli import look as looks
    from sagwan.cli import relation_look

    out = looks.console()
    if alert.dispute is not None:
        out.print("새 쟁점", style="bold red")
        out.print(relation_look.disputes((alert.dispute,)))
    elif alert.reversal is not None:
        out.print("새 입장 변화", style="bold magenta")
        out.print(relation_look.reversals((alert.reversal,)))
    elif alert.deal is not None:
        out.print("어긋난 금액", style="bold yellow")
        out.print(relation_look.deal(alert.deal))


COMMANDS = ((watch, "sagwan watch pages/ --ledger news.ledger --every 30"),)
