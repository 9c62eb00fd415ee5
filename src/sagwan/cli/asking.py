"""Commands that ask the ledger: `who`, `said`, `money`, `timeline`, `show`, `why`, `verify`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sagwan.cli.answer import asked, give, opened, print_json, since_when
from sagwan.cli.options import All, AsOf, Json, Ledger, day_of

Name = Annotated[str, typer.Argument(metavar="NAME", help="이름 · a name as the articles give it", show_default=False)]
NameOrAll = Annotated[
    str | None,
    typer.Argument(metavar="[NAME]", help="이름; 없으면 모두 · a name, or all", show_default=False),
]
Since = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="이 날부터 (2025-03-01) · from this day on", show_default=False),
]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="N", help="몇 개까지 · how many at most")]


# So many names are listed where nobody is named; all of them with --json.
_NAMES = 30


def who(
    name: NameOrAll = None,
    limit: Limit = 5,
    as_of: AsOf = None,
    everything: All = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """누구인가: 이름, 직함, 발언, 사건, 기사. 이름이 없으면 장부에 있는 이름들. A dossier, or who there is."""
    from sagwan.cli import look
    from sagwan.views.dossier import dossier
    from sagwan.views.index.open import index_of
    from sagwan.views.register import NameSeen, names

    by = day_of(as_of, "--as-of")
    with asked(ledger, quiet=as_json) as (db, lexicon):
        if name is None:
            there = [NameSeen(*one) for one in names(index_of(db, lexicon), as_of=by)]
            return give(there, lambda seen: look.names(seen, _NAMES), as_json=as_json)
        since = since_when(db, lexicon, by, name, everything=everything)
        found = dossier(db, name, by, lexicon, told_since=since)
    return give(found, lambda seen: look.dossier(seen, limit), as_json=as_json)


def said(
    name: Name,
    about: Annotated[
        str | None, typer.Option(metavar="X", help="무엇에 대해 · an entity or words", show_default=False)
    ] = None,
    since: Since = None,
    stance: Annotated[
        str | None,
        typer.Option(metavar="STANCE", help="태도: deny, 부인, promise, 약속 … · how it was meant", show_default=False),
    ] = None,
    as_of: AsOf = None,
    everything: All = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """누가 무엇을 말했나. What somebody said."""
    from sagwan.cli import look
    from sagwan.views.said import said_by

    day, by, meant = _day(since), day_of(as_of, "--as-of"), _stance(stance)
    with asked(ledger, quiet=as_json) as (db, lexicon):
        late = day or since_when(db, lexicon, by, name, everything=everything)
        found = tuple(said_by(db, name, about, late, meant, as_of=by, lexicon=lexicon))
        if not found and (about or day or meant) and not as_json:
            apart = sum(1 for _ in said_by(db, name, as_of=by, lexicon=lexicon))
            sys.stderr.write(f"조건이 없으면 발언 {apart:,}\n")
    return give(found, look.statements, as_json=as_json)


def _stance(word: str | None) -> str | None:
    """The stance that a code or its Korean name means; a usage error for any other word."""
    from sagwan.work.labels import STANCES

    if word is None or word in STANCES:
        return word
    called = {name: code for code, name in STANCES.items()}
    if word not in called:
        known = ", ".join(f"{code} {name}" for code, name in STANCES.items())
        raise typer.BadParameter(f"{word}: {known}", param_hint="--stance")
    return called[word]


def money(
    name: NameOrAll = None,
    currency: Annotated[
        str | None, typer.Option(metavar="CODE", help="통화 (KRW) · one currency", show_default=False)
    ] = None,
    limit: Limit = 50,
    as_of: AsOf = None,
    everything: All = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """돈: 통화마다 큰 것부터, 누가 누구에게. Sums of money, the largest first."""
    from sagwan.cli import look
    from sagwan.views.money import money as sums_of

    by = day_of(as_of, "--as-of")
    with asked(ledger, quiet=as_json) as (db, lexicon):
        since = since_when(db, lexicon, by, name, everything=everything)
        found = sums_of(db, name, currency, by, lexicon, told_since=since)
    return give(found, lambda seen: look.sums(seen[:limit], len(seen)), as_json=as_json)


def timeline(
    name: NameOrAll = None,
    since: Since = None,
    as_of: AsOf = None,
    limit: Limit = 100,
    everything: All = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """언제 무슨 일이: 사건을 때의 차례로. Events in order of time."""
    from sagwan.cli import look
    from sagwan.views.timeline import timeline as moments_of

    day, by = _day(since), day_of(as_of, "--as-of")
    with asked(ledger, quiet=as_json) as (db, lexicon):
        told_since = since_when(db, lexicon, by, name, everything=everything)
        found = moments_of(db, name, day, by, lexicon, told_since=told_since)
    return give(found, lambda seen: look.timeline(seen[:limit], len(seen)), as_json=as_json)


def show(
    page: Annotated[
        str, typer.Argument(metavar="PAGE", help="지면 id의 앞부분이나 파일 이름 · an id or a file", show_default=False)
    ],
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """지면 하나를 구역과 기록의 색으로. A page with its zones and records in colour."""
    from sagwan.ledger.load import load_reading
    from sagwan.ledger.query import page_key

    with opened(ledger) as db:
        reading = load_reading(db, page_key(db, page))
    if as_json:
        from sagwan.work.reading_json import to_json

        sys.stdout.buffer.write(to_json(reading) + b"\n")
        return 0
    from sagwan.cli.look import console
    from sagwan.cli.page_look import page as look_at

    console().print(look_at(reading))
    return 0


def why(
    record: Annotated[
        str,
        typer.Argument(metavar="ID", help="기록의 id · the id that other commands show", show_default=False),
    ],
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """이 기록은 왜 있나: 글자, 규칙, 찾은 길. The words, the rules, and how it was found."""
    from sagwan.cli import look
    from sagwan.views.why import why as derivation_of

    with opened(ledger) as db:
        found = derivation_of(db, record)
    return give(found, look.derivation, as_json=as_json)


def verify(ledger: Ledger = None, as_json: Json = False) -> int:
    """장부를 처음부터 다시 따집니다: 인용, 해시, 봉인, 트리거, 지면 수. Recheck everything."""
    from sagwan.cli.progress import bar
    from sagwan.ledger.verify import verify as verdict_on

    with opened(ledger) as db:
        (total,) = db.execute("SELECT count(*) FROM readings").fetchone()
        with bar("검증", total, quiet=as_json) as step:
            verdict = verdict_on(db, lambda done, _: step(done))
    if as_json:
        print_json(verdict)
        return 1 if verdict.faults else 0
    from sagwan.cli import look
    from sagwan.cli.refusal import show_refusal

    for fault in verdict.faults:
        show_refusal(fault, as_json=False)
    look.console().print(look.verdict(verdict))
    return 1 if verdict.faults else 0


def _day(since: str | None) -> str | None:
    return day_of(since, "--since")
