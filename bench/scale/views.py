"""What each view costs on a large ledger: `python -m bench.scale.views FILE`.

Actors are drawn as they stand in the ledger: one sighting, one chance, so those who are everywhere are asked for often.
Milliseconds of CPU of this process, so that what else the machine does is not in them; the first question of each view,
which fills SQLite's cache, is in them too.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from sagwan.core.errors import SagwanError
from sagwan.lexicon import load_default
from sagwan.views.deals import deals
from sagwan.views.disputes import disputes
from sagwan.views.dossier import dossier
from sagwan.views.identity.listing import identities
from sagwan.views.index.open import Index, open_index
from sagwan.views.purse import money
from sagwan.views.reversals import reversals
from sagwan.views.speech import said_by
from sagwan.views.ties import ties
from sagwan.views.timeline import timeline

Ask = Callable[[Index, str, str], object]
VIEWS: dict[str, Ask] = {
    "identities": lambda ix, name, _: identities(ix.db, name, ix.lexicon),
    "said": lambda ix, name, _: tuple(said_by(ix.db, name, lexicon=ix.lexicon)),
    "money": lambda ix, name, _: money(ix.db, name, lexicon=ix.lexicon),
    "timeline": lambda ix, name, _: timeline(ix.db, name, lexicon=ix.lexicon),
    "who": lambda ix, name, _: dossier(ix.db, name, lexicon=ix.lexicon),
    "ties": lambda ix, name, other: ties(ix.db, (name, other), ix.lexicon),
    "disputes": lambda ix, name, _: disputes(ix.db, ix.lexicon, name),
    "reversals": lambda ix, name, _: reversals(ix.db, ix.lexicon, name),
    "deals, rates": lambda ix, name, _: deals(ix.db, ix.lexicon, name),
}


def main() -> None:
    """Build the side file, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--actors", type=int, default=100)
    parser.add_argument("--views", nargs="*", default=list(VIEWS))
    args = parser.parse_args()
    began = time.process_time()
    with open_index(args.ledger, load_default()) as index:
        (articles,) = index.db.execute("SELECT count(*) FROM side.articles").fetchone()
        spent = time.process_time() - began
        print(f"{articles:,} articles; opened in {spent:.2f} s ({articles / spent:,.0f} articles/s where it was built)")
        names = _actors(index, args.actors)
        print(f"{'view':14s} {'median ms':>10s} {'p95 ms':>10s} {'most ms':>10s}")
        for view in args.views:
            took = sorted(_timed(VIEWS[view], index, name, other) for name, other in names)
            print(f"{view:14s} {statistics.median(took):10.1f} {took[int(len(took) * 0.95)]:10.1f} {took[-1]:10.1f}")


def _actors(index: Index, n: int) -> list[tuple[str, str]]:
    """Names with somebody who stands beside them."""
    rng = random.Random(1)  # noqa: S311 — a sample, no secret
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


def _timed(ask: Ask, index: Index, name: str, other: str) -> float:
    began = time.process_time()
    try:
        ask(index, name, other)
    except SagwanError as refused:
        if refused.refusal.code != "ledger.one_person":  # two names of one: an answer too
            raise
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main()
