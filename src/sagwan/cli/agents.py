"""The command that answers agents: `mcp`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagwan.cli.options import Ledger


def mcp(
    http: Annotated[bool, typer.Option("--http", help="표준 입출력 대신 HTTP로 · streamable HTTP on loopback")] = False,
    port: Annotated[int, typer.Option(metavar="PORT", help="HTTP 포트 · its port", min=1, max=65535)] = 8766,
    ledger: Ledger = None,
) -> int:
    """에이전트에게 장부를 연다 (MCP). Tools for agents over the Model Context Protocol."""
    from pathlib import Path

    from sagwan.core.errors import SagwanError
    from sagwan.ledger.connect import reading
    from sagwan.work.settings import load_settings

    path = Path(load_settings({"ledger": ledger}).ledger)
    with reading(path):  # a ledger that cannot be read is refused before anybody connects
        pass
    try:
        from sagwan.mcp.server import serve_http, serve_stdio
    except ModuleNotFoundError as missing:
        raise SagwanError(
            "extra.missing",
            "MCP를 쓰는 데 필요한 꾸러미가 없습니다",
            missing.name or "mcp",
            "pip install 'sagwan[mcp]'",
        ) from missing
    if http:
        serve_http(path, port)
    else:
        serve_stdio(path)
    return 0
