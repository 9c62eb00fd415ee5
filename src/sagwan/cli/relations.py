"""Commands that ask what stands between people: `ties`, `disputes`, `reversals`, `deals`, `graph`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagwan.cli.answer import asked, give, since_when
from sagwan.cli.asking import NameOrAll
from sagwan.cli.options import All, AsOf, Json, Ledger, day_of

Left = Annotated[str, typer.Argument(metavar="A", help="한 이름 · one name", show_default=False)]
Right = Annotated[str, typer.Argument(metavar="B", help="다른 이름 · the other", show_default=False)]


def ties(
    left: Left,
    right: Right,
    as_of: AsOf = None,
    everything: All = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """둘 사이: 협력과 갈등, 말과 행동, 때의 차례로. What stands between two."""
    from sagwan.cli import relation_look
    from sagwan.views.ties.ties import ties as tie_of

    by = day_of(as_of, "--as-of")
    with asked(ledger, quiet=as_json) as (db, lexicon):
        since = since_when(db, lexicon, by, left, right, everything=everything)
        found = tie_of(db, (left, right), lexicon, by, told_since=since)
    return give(found, relation_look.tie, as_json=as_json)


def disputes(
    name: NameOrAll = None,
    as_of: AsOf = None,
    everything: All = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """쟁점: 주장과 부인, 다른 이들의 말. Claims and who denies them."""
    from sagwan.cli import relation_look
    from sagwan.views.disputes.disputes import disputes as disputes_of

    by = day_of(as_of, "--as-of")
    with asked(ledger, quiet=as_json) as (db, lexicon):
        since = since_when(db, lexicon, by, name, everything=everything)
        found = disputes_of(db, lexicon, name, by, told_since=since)
    return give(found, relation_look.disputes, as_json=as_json)


def reversals(
    name: NameOrAll = None,
    as_of: AsOf = None,
    everything: All = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """입장 변화: 먼저 한 말과 나중 한 말을 나란히. Who took back what."""
    from sagwan.cli import relation_look
    from sagwan.views.reversals.reversals import reversals as reversals_of

    by = day_of(as_of, "--as-of")
    with asked(ledger, quiet=as_json) as (db, lexicon):
        since = since_when(db, lexicon, by, name, everything=everything)
        found = reversals_of(db, lexicon, name, by, told_since=since)
    return give(found, relation_look.reversals, as_json=as_json)


def deals(
    name: NameOrAll = None,
    as_of: AsOf = None,
    everything: All = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """거래: 누가 누구에게 얼마를 왜, 보도마다 어떻게 다른가. Commitments, totals by stage, implied exchange rates."""
    from sagwan.cli import relation_look
    from sagwan.views.deals.book import deals as book_of

    by = day_of(as_of, "--as-of")
    with asked(ledger, quiet=as_json) as (db, lexicon):
        since = since_when(db, lexicon, by, name, everything=everything)
        found = book_of(db, lexicon, name, by, told_since=since)
    return give(found, relation_look.book, as_json=as_json)


def graph(
    name: NameOrAll = None,
    least: Annotated[
        int, typer.Option("--least", metavar="N", help="적어도 이만큼 오간 사이만 · edges of so many acts")
    ] = 1,
    as_of: AsOf = None,
    everything: All = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """관계망: 편과 적, 진영, 돌아선 때, 세 사람의 균형. Everybody, signed: camps, turns, balance."""
    from sagwan.cli import graph_look
    from sagwan.views.graph.graph import graph as graph_of
    from sagwan.work.reach import AT_LENGTH, is_large

    by = day_of(as_of, "--as-of")
    with asked(ledger, quiet=as_json) as (db, lexicon):
        since = since_when(db, lexicon, by, name, everything=everything)
        near = not everything and is_large(db, lexicon, AT_LENGTH)
        found = graph_of(db, lexicon, name, by, least, told_since=since, near=near)
    return give(found, graph_look.graph, as_json=as_json)


COMMANDS = (
    (graph, "sagwan graph 해오름반도체 --least 2"),
    (ties, "sagwan ties 해오름반도체 미르칩스 --ledger news.ledger"),
    (disputes, "sagwan disputes 미르칩스"),
    (reversals, "sagwan reversals --json"),
    (deals, "sagwan deals 솔빛에너지"),
)
