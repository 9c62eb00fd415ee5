"""The command line: its commands, and the one way in which each of them ends."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from sagwan import __version__
from sagwan.cli import (
    agents,
    asking,
    checking,
    demo,
    exporting,
    judging,
    knowledge,
    reading,
    relations,
    searching,
    serving,
    watching,
    withdrawing,
)
from sagwan.cli.items import items
from sagwan.cli.refusal import show_refusal
from sagwan.core.errors import Refusal, SagwanError

app = typer.Typer(
    name="sagwan",
    help="사관 — 한국어 뉴스에서 누가 무엇을 말하고, 하고, 사고팔고, 다투었는지 적어 두는 장부.\n\n"
    "A ledger of who said, did, paid and sued what, read from Korean news pages.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_COMMANDS = (
    (reading.read, "sagwan read pages/ --ledger news.ledger --workers 2"),
    (reading.extract, "sagwan extract pages/*.txt > readings.jsonl"),
    (asking.who, "sagwan who 이도윤 --ledger news.ledger"),
    (asking.said, "sagwan said 이도윤 --about 한빛물산 --since 2025-03-01 --stance deny"),
    (asking.money, "sagwan money 누리전자 --currency KRW"),
    (asking.timeline, "sagwan timeline 누리전자 --since 2025-03-01"),
    (asking.show, "sagwan show page.txt"),
    (asking.why, "sagwan why statement-51ed66dc80524b98"),
    (asking.verify, "sagwan verify --ledger news.ledger"),
    (judging.identities, "sagwan identities 김민수"),
    (judging.same, 'sagwan same 벨트먼 벨트만 --because "같은 회사의 같은 직함"'),
    (judging.different, 'sagwan different entity-1f… entity-9a… --because "동명이인"'),
    (judging.rename, 'sagwan rename 벨트만 "로라 벨트먼" --because "본인의 표기"'),
    (withdrawing.withdraw, 'sagwan withdraw 20b4c1 --because "발행인의 청구, 2027-05-01" --yes'),
    *relations.COMMANDS,
    *searching.COMMANDS,
    *exporting.COMMANDS,
    *watching.COMMANDS,
    (checking.check, "sagwan check draft.txt --ledger news.ledger"),
    (serving.serve, "sagwan serve --ledger news.ledger"),
    (demo.demo, "sagwan demo"),
    (agents.mcp, "sagwan mcp --ledger news.ledger"),
    (knowledge.diff, "sagwan diff main --texts pages/"),
)
for _command, _example in _COMMANDS:
    app.command(_command.__name__, epilog=f"예 · Example: {_example}")(_command)
app.add_typer(items, name="items")
app.add_typer(knowledge.lexicon, name="lexicon")
app.add_typer(serving.keys, name="keys")


def _say_version(asked: bool) -> None:  # noqa: FBT001 — typer hands it so
    if asked:
        sys.stdout.write(f"사관 {__version__}\n")
        raise typer.Exit


@app.callback()
def _sagwan(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="판 번호 · the version")
    ] = False,
) -> None:
    """`version` ends the command line before this is called."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    # The tagger's matrices are small: a second BLAS thread mostly waits, which costs several times the CPU of one.
    # `--workers` is the way to use more cores. numpy reads this when it is loaded, so here.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    sys.exit(run(sys.argv[1:]))


def run(args: list[str]) -> int:
    """Run one command: 0 all kept, 1 something refused, 2 wrong usage, 130 interrupted."""
    try:
        status = app(args, prog_name="sagwan", standalone_mode=False)
    except typer.TyperException as wrong:
        command = " ".join(["sagwan", *args])
        show_refusal(Refusal("usage", wrong.format_message(), command, "sagwan --help"), as_json="--json" in args)
        return 2
    except SagwanError as refused:
        show_refusal(refused.refusal, as_json="--json" in args)
        return 1
    return status if isinstance(status, int) else 0
