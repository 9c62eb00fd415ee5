"""`sagwan check`: what a desk should look at in a draft before it is printed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sagwan.cli.answer import opened, print_json
from sagwan.cli.options import Json, Ledger

if TYPE_CHECKING:
    from rich.console import RenderableType

    from sagwan.views.checks.finding import Finding


def check(
    draft: Annotated[Path, typer.Argument(metavar="DRAFT", help="초고 파일, - 는 표준 입력 · the draft, - for input")],
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="기사가 나갈 날 · the day it comes out", show_default=False)
    ] = None,
    ledger: Ledger = None,
    alone: Annotated[bool, typer.Option("--alone", help="장부 없이 초고만 · without a ledger")] = False,
    as_json: Json = False,
) -> int:
    """초고를 초고 자신과, 장부와 맞대어 봅니다. A draft held against itself and the ledger."""
    from sagwan.core.page import Page
    from sagwan.lexicon import load_default
    from sagwan.page.decode import decode
    from sagwan.work.draft import check_draft
    from sagwan.work.settings import load_settings
    from sagwan.work.sources import open_page

    page: Page = open_page(str(draft), load_settings({"ledger": ledger}).max_bytes)
    text = decode(page)
    if alone:
        found = check_draft(text, date, load_default(), None)
    else:
        with opened(ledger) as db:
            found = check_draft(text, date, load_default(), db)
    if as_json:
        print_json(found.findings)
    else:
        from sagwan.cli.look import console

        for one in found.findings:
            console().print(_shown(one, found.text))
        sys.stdout.write(f"살필 곳 {len(found.findings):,}\n")
    return 1 if found.findings else 0


def _shown(one: Finding, text: str) -> RenderableType:
    from rich.text import Text

    line = text.count("\n", 0, one.start) + 1
    mark = ("bold red", "잘못") if one.grade == "error" else ("bold yellow", "확인")
    seen = Text.assemble((f"{line}행 ", "dim"), (f"{mark[1]} ", mark[0]), (one.label, "bold"), "  ")
    seen.append(one.words.replace("\n", " "), "underline").append(f"\n    {one.says}\n    → {one.advice}", "")
    for cited in one.evidence[:3]:
        at = cited.place
        seen.append(f"\n    {cited.id} · {at.outlet or '매체 모름'} · {at.published or '날짜 모름'}", "dim")
    return seen
