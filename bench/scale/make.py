"""A ledger of N invented articles, written through the store, every guard on: `python -m bench.scale.make FILE N`."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from bench.scale.press import print_articles
from sagwan import __version__
from sagwan.ledger.keys import Run
from sagwan.ledger.rows import to_rows
from sagwan.ledger.store import open_store
from sagwan.lexicon import load_default


def main() -> None:
    """Write it, or go on writing it, and say how fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("articles", type=int)
    args = parser.parse_args()
    print(f"{args.articles:,} articles: {make(args.ledger, args.articles):.0f} s of CPU")


def make(ledger: Path, articles: int) -> float:
    """Write the ledger; CPU seconds."""
    run = Run(__version__, load_default().digest, "press")
    began = time.process_time()
    with open_store(ledger) as store:
        known = store.kept(run)
        for page, reading in print_articles(articles):
            if run.reading(page.id) not in known:
                store.keep(to_rows(page, reading, run))
    return time.process_time() - began


if __name__ == "__main__":
    main()
