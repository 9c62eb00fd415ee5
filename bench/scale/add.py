"""What one page more costs a ledger and its side file: `python -m bench.scale.add FILE N`. CPU milliseconds."""

from __future__ import annotations

import argparse
import time
from itertools import islice
from pathlib import Path

from bench.scale.press import print_articles
from sagwan import __version__
from sagwan.ledger.keys import Run
from sagwan.ledger.rows import to_rows
from sagwan.ledger.store import open_store
from sagwan.lexicon import load_default
from sagwan.views.index.open import open_index

_SEED = 11  # another press than the ledger's own


def main() -> None:
    """Add pages one by one, and open the side file after each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("pages", type=int)
    args = parser.parse_args()
    lexicon = load_default()
    run = Run(__version__, lexicon.digest, "press")
    with open_index(args.ledger, lexicon):
        print("opened")
    for page, reading in islice(print_articles(100_000, _SEED), args.pages):
        began = time.process_time()
        with open_store(args.ledger) as store:
            store.keep(to_rows(page, reading, run))
        kept = time.process_time()
        with open_index(args.ledger, lexicon):
            brought = time.process_time()
        print(f"kept in {1000 * (kept - began):.0f} ms, side file brought forward in {1000 * (brought - kept):.0f} ms")


if __name__ == "__main__":
    main()
