"""An answer from the latest articles is the answer of a ledger that holds no others."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pytest
from bench.scale.press import print_articles

from sagwan.ledger.keys import Run
from sagwan.ledger.rows import to_rows
from sagwan.ledger.store import open_store
from sagwan.lexicon import load_default
from sagwan.views.deals.book import deals
from sagwan.views.disputes.disputes import disputes
from sagwan.views.dossier import dossier
from sagwan.views.graph.graph import Graph, graph
from sagwan.views.index.open import Index, open_index
from sagwan.views.money import money
from sagwan.views.register import names
from sagwan.views.reversals.reversals import reversals
from sagwan.views.said import said_by
from sagwan.views.ties.ties import ties
from sagwan.views.timeline import timeline
from sagwan.work.reach import Reach, is_large, reach

if TYPE_CHECKING:
    from pathlib import Path

_DAY = "2026-01-15"
_PAGES = 120


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One of all pages, one of those that came out on a day or later."""
    folder = tmp_path_factory.mktemp("reach")
    run = Run("1", "press", "press")
    whole, late = folder / "whole.ledger", folder / "late.ledger"
    with open_store(whole) as all_of_them, open_store(late) as later:
        for page, reading in print_articles(_PAGES):
            rows = to_rows(page, reading, run)
            all_of_them.keep(rows)
            published = reading.articles[0].article.published
            if published and (published.value or "") >= _DAY:
                later.keep(rows)
    return whole, late


def drawn(found: Graph) -> list[tuple[object, ...]]:
    """The edges by names: the key of an identity is the least id of all its sightings in the ledger."""
    called = {actor.key: actor.name for actor in found.actors}
    ends = ((sorted((called[one.left], called[one.right])), one) for one in found.edges)
    return sorted((*names_, one.sign, one.cooperation, one.conflict, one.quarters) for names_, one in ends)


def answers(index: Index, name: str, other: str, since: str | None) -> bytes:
    db, lexicon = index.db, index.lexicon
    told = msgspec.json.encode(
        (
            disputes(db, lexicon, name, told_since=since),
            reversals(db, lexicon, name, told_since=since),
            deals(db, lexicon, name, told_since=since),
            timeline(db, name, lexicon=lexicon, told_since=since),
            tuple(said_by(db, name, since=since, lexicon=lexicon)),
            money(db, name, lexicon=lexicon, told_since=since),
            money(db, lexicon=lexicon, told_since=since),
            dossier(db, name, lexicon=lexicon, told_since=since),
            ties(db, (name, other), lexicon, told_since=since),
            drawn(graph(db, lexicon, name, told_since=since)),
            drawn(graph(db, lexicon, name, told_since=since, near=True)),
        )
    )
    told = re.sub(rb'bearers":[0-9]+', b'bearers":', told)  # how many go by a name is told of the whole ledger
    return told.replace(f'"told_since":"{since}"'.encode(), b'"told_since":null')


def test_an_answer_of_the_latest_is_that_of_a_ledger_without_the_rest(ledgers: tuple[Path, Path]):
    whole, late = ledgers
    lexicon = load_default()
    with open_index(whole, lexicon) as index, open_index(late, lexicon) as shorter:
        known = [name for name, _, _ in names(shorter, limit=8)]
        for name, other in pairwise(known):
            assert answers(index, name, other, _DAY) == answers(shorter, name, other, None), name


def test_how_far_back_it_reaches(ledgers: tuple[Path, Path]):
    lexicon = load_default()
    with open_index(ledgers[0], lexicon) as index:
        db = index.db
        (often, _, times), (other, _, _) = names(index, limit=2)
        assert reach(db, lexicon, None, often, within=Reach(_PAGES, times)) is None
        since = reach(db, lexicon, None, often, within=Reach(1, times - 1))
        assert since is not None
        mine = index.articles_of(index.known(often)) & index.told_since(since)
        assert times - 1 <= len(mine) < times, "what came out on that day counts whole"
        assert reach(db, lexicon, None, often, other, within=Reach(1, times)) is None
        assert reach(db, lexicon, None, "아무도아닌이", within=Reach(1, 0)) is None
        assert (reach(db, lexicon, None, None, within=Reach(1, 1)) or "") >= since
        assert reach(db, lexicon, since, None, within=Reach(1, 1)) == since
        assert is_large(db, lexicon, Reach(10, 1))
        assert not is_large(db, lexicon, Reach(_PAGES, 1))
