"""One process that answers: on this machine without a key, beyond it never without one."""

from __future__ import annotations

import getpass
import ipaddress
import logging
import socket
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from sagwan.core.errors import SagwanError
from sagwan.korean.kiwi import analyser
from sagwan.lexicon import load_default
from sagwan.web.app import application
from sagwan.web.desk import Desk
from sagwan.web.gate import Access
from sagwan.web.keys import Keys

# Callers who wait until the server is up: what is announced can be opened at once.
_QUEUE = 128
_SOON_S = 5.0
# How often what can be done beside the answers is looked for.
_OFTEN_S = 10.0

_log = logging.getLogger("sagwan.web")

if TYPE_CHECKING:
    from collections.abc import Callable

    from sagwan.work.settings import Settings


def serve(
    settings: Settings, host: str, port: int, names: tuple[str, ...], *, secure: bool, ready: Callable[[str], None]
) -> None:
    """Answer until stopped; `ready` hears the address once a browser can open it.

    `names`: other names by which this machine is called. `secure`: cookies go over HTTPS only.
    Raises `SagwanError`: `serve.no_key` beyond the loopback address, `serve.port`, `ledger.missing` ….
    """
    desk = Desk(settings, load_default())
    _look_into(desk)
    access = access_for(settings, host, names, secure=secure)
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    app = application(desk, access)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=2
    )
    _analyse_soon()
    threading.Thread(target=_look_after, args=(desk,), daemon=True).start()
    ready(f"http://{shown}:{listening.getsockname()[1]}/")
    uvicorn.Server(config).run(sockets=[listening])


def _look_into(desk: Desk) -> None:
    """Open the ledger once, so that what is wrong with it is said here. One that is still being prepared says so on its
    pages.
    """
    try:
        with desk.opened():
            return
    except SagwanError as refused:
        if refused.refusal.code != "ledger.preparing":
            raise


def _analyse_soon() -> None:
    """Load the analyser once the first page is out, so that who searches first need not wait for it. It holds up the
    whole process for its two seconds (half of them at the first word): beside the start it came before that page.
    """
    soon = threading.Timer(_SOON_S, lambda: list(analyser().analyse([("말", 0)])))
    soon.daemon = True
    soon.start()


def _look_after(desk: Desk) -> None:
    """Beside the answers: leave to the next start what had to be analysed for them, and see to it that what came in is
    prepared for searching before somebody searches.
    """
    ready = True
    while True:
        time.sleep(_OFTEN_S)
        try:
            desk.recollection.keep()
            with desk.opened() as db:
                before, ready = ready, desk.preparation.see_to(db)
            if ready and not before:  # answers from before say that it is being prepared
                desk.memory.forget()
        except Exception:  # noqa: BLE001 — the next time is near, and whoever asks is told
            _log.info("%s", desk.ledger, exc_info=True)


def access_for(settings: Settings, host: str, names: tuple[str, ...], *, secure: bool) -> Access:
    """Who may come in at an address. Raises `SagwanError` (`serve.no_key`)."""
    user = getpass.getuser()
    hosts = frozenset({"localhost", "127.0.0.1", "::1", *names})
    if _loopback(host):
        return Access(user, None, hosts, secure)
    keys = Keys.of(Path(settings.ledger))
    if not keys.holders():
        what = "이 컴퓨터 밖으로 열려면 열쇠가 있어야 합니다"
        raise SagwanError("serve.no_key", what, host, "sagwan keys add 이름 --role editor")
    everywhere = host in ("0.0.0.0", "::")  # noqa: S104 — asked for, and behind a key
    return Access(user, keys, hosts | {host} | ({"*"} if everywhere and not names else frozenset()), secure)


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as taken:
        listening.close()
        what = f"열 수 없는 자리입니다: {taken.strerror}"
        raise SagwanError("serve.port", what, f"{host}:{port}", "--port 0 은 빈 자리를 고릅니다") from taken
    listening.listen(_QUEUE)
    return listening
