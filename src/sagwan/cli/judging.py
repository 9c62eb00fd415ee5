"""Commands on who is who: `identities`, `same`, `different`, `rename`."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from sagwan.cli.answer import asked, print_json
from sagwan.cli.asking import Name
from sagwan.cli.options import Json, Ledger

Word = Annotated[str, typer.Argument(metavar="A", help="이름 또는 entity-… id · a name or an id", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="B", help="이름 또는 entity-… id · a name or an id", show_default=False)]
NewName = Annotated[
    str | None, typer.Argument(metavar="NAME", help="새 이름 · the name to show it under", show_default=False)
]
Undo = Annotated[bool, typer.Option("--undo", help="지은 이름을 거둠 · take the given name back")]
Because = Annotated[
    str, typer.Option(metavar="WORDS", help="까닭 · the reason, kept with the ruling", show_default=False)
]
By = Annotated[
    str | None, typer.Option(metavar="NAME", help="판정한 사람 · who rules [사용자 이름]", show_default=False)
]


def identities(name: Name, ledger: Ledger = None, as_json: Json = False) -> int:
    """이 이름을 쓰는 이는 몇인가, 왜 하나로 보나. Who goes by a name, and what joined them."""
    from sagwan.views.identities import identities as identities_of

    with asked(ledger, quiet=as_json) as (db, lexicon):
        found = identities_of(db, name, lexicon)
    if as_json:
        print_json(found)
        return 0
    from sagwan.cli import look

    out = look.console()
    for n, one in enumerate(found, 1):
        out.print(f"{n}. {one.name} · {one.kind}", style="bold")
        if one.named:
            out.print(
                f"   이름 지음 · {one.named.by} {one.named.at[:10]}: {one.named.because}", style="dim", markup=False
            )
        for label, confidence in one.because:
            out.print(f"   {label} ({confidence:.2f})", style="dim")
        for seen in one.sightings:
            posts = ", ".join(f"{org} {title}" if org else title for title, org in seen.posts)
            out.print(f"   {seen.id}  {seen.name}{f' · {posts}' if posts else ''}  [{seen.article}]", markup=False)
    out.print(f"{name}: {len(found):,}", style="dim")
    return 0


def same(one: Word, other: Other, because: Because, by: By = None, ledger: Ledger = None, as_json: Json = False) -> int:
    """두 이름이 같은 이라고 판정합니다. Rule that two are the same."""
    return _rule((one, other), because, by, ledger, same=True, as_json=as_json)


def different(
    one: Word, other: Other, because: Because, by: By = None, ledger: Ledger = None, as_json: Json = False
) -> int:
    """두 이름이 다른 이라고 판정합니다. Rule that two are not the same."""
    return _rule((one, other), because, by, ledger, same=False, as_json=as_json)


def rename(
    one: Word,
    because: Because,
    name: NewName = None,
    undo: Undo = False,
    by: By = None,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """어느 이름으로 보일지 정합니다. Rule what somebody is called; --undo takes it back."""
    from pathlib import Path

    from sagwan.lexicon import load_default
    from sagwan.work import judge
    from sagwan.work.settings import load_settings

    if undo == (name is not None):
        raise typer.BadParameter("새 이름이나 --undo 가운데 하나를 주십시오", param_hint="NAME")
    path = Path(load_settings({"ledger": ledger}).ledger)
    ruling = judge.rename(path, one, name, by=by or getpass.getuser(), because=because, lexicon=load_default())
    if as_json:
        print_json(ruling)
        return 0
    from sagwan.cli import look

    look.console().print(f"{one} → {ruling.name or '(기사의 이름)'} · {ruling.by}: {because}", markup=False)
    return 0


def _rule(
    words: tuple[str, str], because: str, by: str | None, ledger: str | None, *, same: bool, as_json: bool
) -> int:
    from pathlib import Path

    from sagwan.lexicon import load_default
    from sagwan.work.judge import judge
    from sagwan.work.settings import load_settings

    path = Path(load_settings({"ledger": ledger}).ledger)
    ruling = judge(path, words, same=same, by=by or getpass.getuser(), because=because, lexicon=load_default())
    if as_json:
        print_json(ruling)
        return 0
    from sagwan.cli import look

    look.console().print(f"{words[0]} {'=' if same else '≠'} {words[1]} · {ruling.by}: {because}", markup=False)
    return 0
