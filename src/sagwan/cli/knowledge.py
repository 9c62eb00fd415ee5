"""Commands for those who add knowledge: `lexicon check` and `diff`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sagwan.cli.options import Json
from sagwan.cli.refusal import show_refusal

lexicon = typer.Typer(help="사전을 살핍니다 · the knowledge and its proofs", no_args_is_help=True)


@lexicon.command("check", epilog="예 · Example: sagwan lexicon check")
def check(as_json: Json = False) -> int:
    """낱낱의 보기 문장이 표시대로 읽히는지 봅니다. Read every example of every entry."""
    from sagwan.cli.progress import bar
    from sagwan.lexicon import load_default
    from sagwan.work.proof import prove

    knowledge = load_default()
    total = sum(len(table) for table in knowledge.tables.values())
    done = 0
    with bar("사전", total, quiet=as_json) as step:

        def heard() -> None:
            nonlocal done
            done += 1
            step(done)

        proof = prove(knowledge, heard)
    if as_json:
        import msgspec

        sys.stdout.write(msgspec.json.encode(proof).decode() + "\n")
        return 1 if proof.faults else 0
    for fault in proof.faults:
        show_refusal(fault, as_json=False)
    counts = f"항목 {proof.entries:,} · 읽어 본 문장 {proof.read:,} · 꼴만 본 문장 {proof.unread:,}"
    sys.stdout.write(f"{counts} · 흠 {len(proof.faults):,}\n")
    return 1 if proof.faults else 0


def diff(
    base: Annotated[str, typer.Argument(metavar="BASE", help="견줄 커밋 · the commit to compare with")] = "HEAD",
    texts: Annotated[
        Path, typer.Option("--texts", metavar="FOLDER", help="읽을 지면 폴더 · the pages to read")
    ] = Path(),
    as_json: Json = False,
) -> int:
    """고친 것이 어떤 기록을 얻고 잃게 하는지 보입니다. What a change gains and loses."""
    from sagwan.work.diff import compare

    changes = compare(base, texts)
    if as_json:
        import msgspec

        sys.stdout.write(msgspec.json.encode(changes).decode() + "\n")
        return 0
    from sagwan.cli import diff_look
    from sagwan.cli.look import console

    console().print(diff_look.changes(changes))
    return 0
