"""Commands that read pages: `extract` and `read`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sagwan.cli.options import Json, Ledger, MaxBytes, Sources, Workers
from sagwan.cli.refusal import show_refusal

if TYPE_CHECKING:
    from sagwan.work.outcome import Account
    from sagwan.work.settings import Settings

INTERRUPTED = 130


def extract(source: Sources, workers: Workers = None, max_bytes: MaxBytes = None, as_json: Json = False) -> int:
    """지면마다 판독 하나를 JSON 한 줄로 찍습니다. 장부는 쓰지 않습니다.

    Print one line of JSON a page, without a ledger.
    """
    from sagwan.work.extract import extract_all
    from sagwan.work.settings import load_settings
    from sagwan.work.sources import list_sources

    settings = load_settings({"workers": workers, "max_bytes": max_bytes})
    refused = 0
    for outcome in extract_all(list(list_sources(source)), settings):
        if isinstance(outcome, bytes):
            sys.stdout.buffer.write(outcome + b"\n")
            sys.stdout.buffer.flush()
        else:
            refused += 1
            show_refusal(outcome.refusal, as_json=as_json)
    return 1 if refused else 0


def read(
    source: Sources,
    ledger: Ledger = None,
    workers: Workers = None,
    max_bytes: MaxBytes = None,
    as_json: Json = False,
) -> int:
    """지면을 읽어 장부에 적습니다. 이미 적힌 지면은 다시 읽지 않습니다.

    Read pages into a ledger; a page that is in it already is not read again.
    """
    from sagwan.work.settings import load_settings

    settings = load_settings({"ledger": ledger, "workers": workers, "max_bytes": max_bytes})
    status, account = read_and_account(source, settings, as_json=as_json)
    if account.kept and status != INTERRUPTED:
        status = _made_ready(settings.ledger, quiet=as_json) or status
    if as_json:
        _print_account(account, settings.ledger)
    else:
        sys.stdout.write(f"{account.line()}\n")
        if sys.stdout.isatty():
            sys.stdout.write(f"이어서 · next: sagwan serve --ledger {settings.ledger}\n")
    return status


def read_and_account(source: list[str], settings: Settings, *, as_json: bool = False) -> tuple[int, Account]:
    """Read, with a bar for a person; say what was refused. Exit status and account."""
    from sagwan.cli.progress import bar
    from sagwan.work.keep import keep_all
    from sagwan.work.outcome import Account
    from sagwan.work.sources import list_sources

    sources = list(list_sources(source))
    account = Account()
    status = 0
    with bar("판독", len(sources), quiet=as_json) as step:
        try:
            keep_all(sources, settings, account, lambda: step(account.came))
        except KeyboardInterrupt:
            status = INTERRUPTED
    if not as_json:
        for one in account.refused:
            show_refusal(one.refusal, as_json=False)
    if status == INTERRUPTED:
        rest = f"중단됨: 남은 지면 {len(sources) - account.came:,}. 같은 명령을 다시 하면 이어서 읽습니다."
        sys.stderr.write(f"{rest}\n")
    return status or int(bool(account.refused)), account


def _made_ready(ledger: str, *, quiet: bool) -> int:
    """Prepare a ledger for being looked at and searched while the analyser, which that needs, is loaded: 0.3 s for ten
    pages, where whoever looks first would wait 2 s. What is stopped (`INTERRUPTED`) goes on then.
    """
    from sagwan.cli.answer import indexed
    from sagwan.work.prepare import make_ready

    try:
        with indexed(ledger, "찾기 준비", quiet=quiet) as (db, lexicon, heard):
            make_ready(db, lexicon, heard)
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _print_account(account: Account, ledger: str) -> None:
    import msgspec

    body = {
        "ledger": ledger,
        "came": account.came,
        "kept": account.kept,
        "known": account.known,
        "records": account.records,
        "refused": [one.refusal for one in account.refused],
    }
    sys.stdout.write(msgspec.json.encode(body).decode() + "\n")
