"""`sagwan serve`: the ledger in a browser; `sagwan keys`: who may come in from elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sagwan.cli.options import Ledger

if TYPE_CHECKING:
    from sagwan.web.keys import Keys

HOST, PORT = "127.0.0.1", 4207

keys = typer.Typer(help="다른 컴퓨터에서 들어올 열쇠. Keys for those who come from elsewhere.", no_args_is_help=True)


def serve(
    ledger: Ledger = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="여는 주소 · the address to listen on")] = HOST,
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="자리; 0은 빈 곳 · 0 takes a free one")
    ] = PORT,
    name: Annotated[
        list[str] | None, typer.Option(metavar="HOST", help="이 컴퓨터를 부르는 다른 이름 · another name of it")
    ] = None,
    https: Annotated[bool, typer.Option("--https", help="앞에 HTTPS가 있다 · HTTPS stands before it")] = False,
) -> int:
    """장부를 브라우저로. The ledger in a browser."""
    from sagwan.web.serving import serve as answer
    from sagwan.work.settings import load_settings

    answer(load_settings({"ledger": ledger}), host, port, tuple(name or ()), secure=https, ready=announce)
    return 0


def announce(address: str) -> None:
    """Say where it is open."""
    sys.stdout.write(f"사관을 열었습니다: {address}  (Ctrl-C로 닫습니다)\n")
    sys.stdout.flush()


@keys.command("add", epilog="예 · Example: sagwan keys add 김하늘 --role editor")
def add_key(
    holder: Annotated[str, typer.Argument(metavar="NAME", help="누구의 열쇠인가 · whose it is")],
    role: Annotated[str, typer.Option(metavar="ROLE", help="reader 또는 editor")] = "reader",
    ledger: Ledger = None,
) -> int:
    """열쇠를 만들어 한 번 보여 줍니다. Make a key and show it once."""
    from sagwan.web.keys import Role

    if role not in list(Role):
        raise typer.BadParameter(f"{role}: {', '.join(Role)}", param_hint="--role")
    sys.stdout.write(f"{_keys(ledger).add(holder, Role(role))}\n")
    return 0


@keys.command("list", epilog="예 · Example: sagwan keys list")
def list_keys(ledger: Ledger = None) -> int:
    """열쇠를 가진 이들. Who holds one."""
    for one in _keys(ledger).holders():
        sys.stdout.write(f"{one.name}\t{one.role}\n")
    return 0


@keys.command("remove", epilog="예 · Example: sagwan keys remove 김하늘")
def remove_key(
    holder: Annotated[str, typer.Argument(metavar="NAME", help="누구의 열쇠인가 · whose it is")], ledger: Ledger = None
) -> int:
    """열쇠를 거둡니다. Take a key away."""
    _keys(ledger).remove(holder)
    return 0


def _keys(ledger: str | None) -> Keys:
    from pathlib import Path

    from sagwan.web.keys import Keys
    from sagwan.work.settings import load_settings

    return Keys.of(Path(load_settings({"ledger": ledger}).ledger))
