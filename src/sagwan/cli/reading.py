# ruff: noqa: PLC0415, FBT002 — a command loads what it needs when called, so that --help answers at once; flags are flags
"""Commands that read pages: `extract` and `read`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sagwan.cli.refusal import show_refusal

Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE...", help="파일, 폴더 또는 - (표준 입력) · files, folders or - (standard input)"),
]
Json = Annotated[bool, typer.Option("--json", help="결과와 오류를 JSON으로 · answer, and err, in JSON")]


def extract(source: Sources, as_json: Json = False) -> int:
    """지면마다 판독 하나를 JSON 한 줄로 찍습니다. Print one JSON line a page.

    Example: sagwan extract pages/*.txt > readings.jsonl
    """
    from sagwan.work.outcome import Read
    from sagwan.work.reader import Reader
    from sagwan.work.reading_json import to_json
    from sagwan.work.sources import list_sources

    reader = Reader.load(16_000_000)
    status = 0
    out = sys.stdout.buffer
    for one in list_sources(source):
        outcome = reader.read(one)
        if isinstance(outcome, Read):
            out.write(to_json(outcome.reading) + b"\n")
        else:
            show_refusal(outcome.refusal, as_json=as_json)
            status = 1
    return status
