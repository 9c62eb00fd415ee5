"""The command line: its commands, and the one way in which each of them ends."""

from __future__ import annotations

import sys

import typer

from sagwan.cli import reading
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
app.command("read", epilog="예 · Example: sagwan read pages/ --ledger news.ledger")(reading.read)
app.command("extract", epilog="예 · Example: sagwan extract pages/*.txt > readings.jsonl")(reading.extract)


@app.callback()
def _sagwan() -> None:
    pass


def main() -> None:
    """Run the command line and leave with its exit status."""
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
