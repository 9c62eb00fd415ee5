"""Commands that look through all articles: `search`, `threads`, `related`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sagwan.cli.answer import give, indexed, since_when
from sagwan.cli.asking import Limit, NameOrAll
from sagwan.cli.options import All, AsOf, Json, Ledger, day_of

if TYPE_CHECKING:
    from sagwan.views.search.find import Narrow

Words = Annotated[
    str,
    typer.Argument(
        metavar="QUERY",
        help='낱말(모두), "이어진 말", 앞말*, -뺄말 · words, "phrase", prefix*, -not',
        show_default=False,
    ),
]
PageName = Annotated[
    str,
    typer.Argument(metavar="PAGE", help="지면 id의 앞부분이나 파일 이름 · an id or a file", show_default=False),
]
Actor = Annotated[
    str | None, typer.Option(metavar="NAME", help="이 이가 나오는 기사 · who is in it", show_default=False)
]
Speaker = Annotated[str | None, typer.Option(metavar="NAME", help="이 이의 말 · who says it", show_default=False)]
OutletName = Annotated[str | None, typer.Option(metavar="NAME", help="매체 · the outlet", show_default=False)]
From = Annotated[str | None, typer.Option("--since", metavar="DATE", help="이 날부터 · from", show_default=False)]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="이 날까지 · to", show_default=False)]
_KINDS = ("main", "related", "direct", "indirect")


def search(
    query: Words,
    actor: Actor = None,
    speaker: Speaker = None,
    outlet: OutletName = None,
    since: From = None,
    until: Until = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="기사: main, related · 발언: direct, indirect · of articles, of statements",
            show_default=False,
        ),
    ] = None,
    stance: Annotated[
        str | None, typer.Option(metavar="STANCE", help="태도: deny, promise … · how it was meant", show_default=False)
    ] = None,
    within: Annotated[str, typer.Option("--in", metavar="WHERE", help="statements | articles · 어디에서")] = "articles",
    by_day: Annotated[bool, typer.Option("--trend", help="날마다 몇 건인가 · counts by day")] = False,
    limit: Limit = 10,
    as_of: AsOf = None,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """찾기: 비급여와 급여, 불기소와 기소는 다른 말입니다. Full text over articles or statements, BM25."""
    from sagwan.cli import search_look
    from sagwan.views.search import find

    last = min(filter(None, (day_of(until, "--until"), day_of(as_of, "--as-of"))), default=None)
    narrow = _narrow(actor, speaker, outlet, day_of(since, "--since"), last, kind, stance, within)
    with indexed(ledger, "찾기 준비", quiet=as_json) as (db, lexicon, heard):
        if by_day:
            days = find.trend(db, lexicon, query, narrow, heard=heard)
            return give(days, search_look.trend, as_json=as_json)
        found = find.search(db, lexicon, query, narrow, limit=limit, heard=heard)
    return give(found, search_look.results, as_json=as_json)


def _narrow(
    actor: str | None,
    speaker: str | None,
    outlet: str | None,
    since: str | None,
    until: str | None,
    kind: str | None,
    stance: str | None,
    within: str,
) -> Narrow:
    from sagwan.core.statement import Stance
    from sagwan.views.search.find import Narrow, Within

    choices = ((stance, tuple(Stance), "--stance"), (within, tuple(Within), "--in"), (kind, _KINDS, "--kind"))
    for given, known, flag in choices:
        if given is not None and given not in known:
            raise typer.BadParameter(f"{given}: {', '.join(known)}", param_hint=flag)
    return Narrow(actor, speaker, outlet, since, until, kind, stance, Within(within))


def threads(
    name: NameOrAll = None,
    since: From = None,
    until: Until = None,
    limit: Limit = 20,
    as_of: AsOf = None,
    everything: All = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """이슈: 이어지는 기사들, 베낀 기사, 먼저 알린 곳. Who told each story first, and copies."""
    from sagwan.cli import search_look
    from sagwan.views.threads.stories import threads as stories_of

    days = (day_of(since, "--since"), day_of(until, "--until"), day_of(as_of, "--as-of"))
    with indexed(ledger, "이슈 준비", quiet=as_json) as (db, lexicon, heard):
        late = since_when(db, lexicon, days[2], name, everything=everything)
        found = stories_of(db, lexicon, name, since=days[0], until=days[1], as_of=days[2], told_since=late, heard=heard)
    return give(found, lambda seen: search_look.threads(seen, limit), as_json=as_json)


def related(page: PageName, limit: Limit = 10, as_of: AsOf = None, ledger: Ledger = None, as_json: Json = False) -> int:
    """이 지면과 가까운 기사: 베낀 것, 같은 이들의 이야기. Articles near a page."""
    from sagwan.cli import search_look
    from sagwan.views.threads.stories import related as near_to

    with indexed(ledger, "이슈 준비", quiet=as_json) as (db, lexicon, heard):
        found = near_to(db, lexicon, page, limit=limit, as_of=day_of(as_of, "--as-of"), heard=heard)
    return give(found, search_look.near, as_json=as_json)


COMMANDS = (
    (search, 'sagwan search "인수 제안" --speaker 도재윤 --in statements'),
    (threads, "sagwan threads 미르칩스 --since 2027-03-01"),
    (related, "sagwan related 04_dasom_plan.txt"),
)
