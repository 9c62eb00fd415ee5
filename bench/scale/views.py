"""What each view costs on a large ledger: `python -m bench.scale.views FILE`.

Actors are drawn as they stand in the ledger: one sighting, one chance, so those who are everywhere are asked for often
(`--often`: those of most articles instead). Asked as a page asks, of the latest articles where somebody stands in very
many (`work/reach.py`); `--whole` asks of all.
Milliseconds of CPU of this process, so that what else the machine does is not in them; the first question of each view,
which fills SQLite's cache, is in them too.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from bench.scale.press import THINGS
from sagwan.core.errors import SagwanError
from sagwan.korean.kiwi import analyser
from sagwan.lexicon import load_default
from sagwan.views import register
from sagwan.views.deals.book import deals
from sagwan.views.disputes.disputes import disputes
from sagwan.views.dossier import dossier
from sagwan.views.identities import identities
from sagwan.views.index.open import Index, open_index
from sagwan.views.money import money
from sagwan.views.reversals.reversals import reversals
from sagwan.views.said import said_by
from sagwan.views.search.find import Narrow, Within, search, trend
from sagwan.views.ties.ties import ties
from sagwan.views.timeline import timeline
from sagwan.work.reach import reach

Ask = Callable[[Index, str, str, str | None], object]
VIEWS: dict[str, Ask] = {
    "identities": lambda ix, name, _, __: identities(ix.db, name, ix.lexicon),
    "said": lambda ix, name, _, since: tuple(said_by(ix.db, name, since=since, lexicon=ix.lexicon)),
    "money": lambda ix, name, _, since: money(ix.db, name, lexicon=ix.lexicon, told_since=since),
    "timeline": lambda ix, name, _, since: timeline(ix.db, name, lexicon=ix.lexicon, told_since=since),
    "who": lambda ix, name, _, since: dossier(ix.db, name, lexicon=ix.lexicon, told_since=since),
    "ties": lambda ix, name, other, since: ties(ix.db, (name, other), ix.lexicon, told_since=since),
    "disputes": lambda ix, name, _, since: disputes(ix.db, ix.lexicon, name, told_since=since),
    "reversals": lambda ix, name, _, since: reversals(ix.db, ix.lexicon, name, told_since=since),
    "deals, rates": lambda ix, name, _, since: deals(ix.db, ix.lexicon, name, told_since=since),
}


def main() -> None:
    """Build the side file, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--actors", type=int, default=100)
    parser.add_argument("--views", nargs="*", default=list(VIEWS))
    parser.add_argument("--often", action="store_true", help="the actors of most articles")
    parser.add_argument("--whole", action="store_true", help="of all articles, however many name somebody")
    parser.add_argument("--search", action="store_true", help="ask the search too; analyses every article first")
    args = parser.parse_args()
    began = time.process_time()
    with open_index(args.ledger, load_default()) as index:
        (articles,) = index.db.execute("SELECT count(*) FROM side.articles").fetchone()
        spent = time.process_time() - began
        print(f"{articles:,} articles; opened in {spent:.2f} s ({articles / spent:,.0f} articles/s where it was built)")
        list(analyser().analyse([("말", 0)]))  # loading it and its first word cost two seconds, once
        names = _most_often(index, args.actors) if args.often else _actors(index, args.actors)
        print(f"{'view':18s} {'median ms':>10s} {'p95 ms':>10s} {'most ms':>10s}", flush=True)
        for view in args.views:
            _print(view, [_timed(VIEWS[view], index, name, other, whole=args.whole) for name, other in names])
        if args.search:
            _searches(index, names)


def _print(what: str, took: list[float]) -> None:
    took = sorted(took)
    median, late = statistics.median(took), took[int(len(took) * 0.95)]
    print(f"{what:18s} {median:10.1f} {late:10.1f} {took[-1]:10.1f}", flush=True)


def _searches(index: Index, names: list[tuple[str, str]]) -> None:
    """Names, words, two words, phrases, prefixes, with and without a filter; after the searched part is there."""
    began = time.process_time()
    search(index.db, index.lexicon, "공장")
    (articles,) = index.db.execute("SELECT count(*) FROM side.shelved").fetchone()
    spent = time.process_time() - began
    print(f"search opened in {spent:.2f} s ({articles / spent:,.0f} articles/s where it was built)")
    rng = random.Random(2)
    things = [tuple(rng.sample(THINGS.split(), 2)) for _ in names]
    for what, queries in (
        ("a name", [name for name, _ in names]),
        ("a word", [one for one, _ in things]),
        ("two words", [f"{one} {other}" for one, other in things]),
        ("name and word", [f"{name} {one}" for (name, _), (one, _) in zip(names, things, strict=True)]),
        ("a phrase", [f'"{one} {other}"' for one, other in things]),
        ("a prefix", [f"{one[:2]}*" for one, _ in things]),
    ):
        _print(what, [_asked(lambda q=query: search(index.db, index.lexicon, q)) for query in queries])
    _print("trend of a word", [_asked(lambda q=one: trend(index.db, index.lexicon, q)) for one, _ in things])
    within = Narrow(within=Within.STATEMENTS)
    _print("in statements", [_asked(lambda q=one: search(index.db, index.lexicon, q, within)) for one, _ in things])


def _asked(ask: Callable[[], object]) -> float:
    began = time.process_time()
    ask()
    return 1000 * (time.process_time() - began)


def _actors(index: Index, n: int) -> list[tuple[str, str]]:
    """Names with somebody who stands beside them."""
    rng = random.Random(1)
    (last,) = index.db.execute("SELECT max(sid) FROM side.sightings").fetchone()
    found: list[tuple[str, str]] = []
    while len(found) < n:
        sid = rng.randrange(1, last + 1)
        rows = index.db.execute(
            """SELECT name FROM side.sightings WHERE article = (SELECT article FROM side.sightings WHERE sid = ?)
            ORDER BY sid = ? DESC, sid LIMIT 2""",
            (sid, sid),
        ).fetchall()
        if len(rows) == 2:
            found.append((rows[0][0], rows[1][0]))
    return found


def _most_often(index: Index, n: int) -> list[tuple[str, str]]:
    known = [name for name, _, _ in register.names(index, limit=n + 1)]
    return list(pairwise(known))


def _timed(ask: Ask, index: Index, name: str, other: str, *, whole: bool) -> float:
    def asked() -> object:
        both = (name, other) if ask is VIEWS["ties"] else (name,)
        return ask(index, name, other, None if whole else reach(index.db, index.lexicon, None, *both))

    try:
        return _asked(asked)
    except SagwanError as refused:
        if refused.refusal.code != "ledger.one_person":  # two names of one: an answer too
            raise
    return 0.0


if __name__ == "__main__":
    main()
