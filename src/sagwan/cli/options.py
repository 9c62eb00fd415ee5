"""The arguments and flags that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="파일, 폴더(아래까지), 또는 - (표준 입력) · files, folders, or - for standard input",
        show_default=False,
    ),
]
Ledger = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        "-l",
        metavar="FILE",
        help="장부 파일 [기본: sagwan.ledger] · the ledger's file",
        show_default=False,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-w",
        metavar="N",
        help="지면을 나누어 읽을 프로세스 수 [기본: 1] · processes that read",
        show_default=False,
    ),
]
MaxBytes = Annotated[
    int | None,
    typer.Option("--max-bytes", metavar="N", help="지면 하나의 크기 한도 · the largest page", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="답과 오류를 JSON으로 · answers and errors in JSON")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="이 날까지 나온 기사로만 · as told by this day", show_default=False),
]
All = Annotated[
    bool,
    typer.Option("--all", help="큰 장부도 처음부터 모두, 몇 분 걸려도 · everything, however long a large ledger takes"),
]


def day_of(written: str | None, flag: str) -> str | None:
    """A day as written on the command line, ISO 8601. Raises a usage error where it is none."""
    from datetime import date

    try:
        return date.fromisoformat(written).isoformat() if written is not None else None
    except ValueError as wrong:
        raise typer.BadParameter(f"{written}: 2025-03-01 꼴로 적으십시오", param_hint=flag) from wrong
