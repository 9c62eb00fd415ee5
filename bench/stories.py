# mypy: disable-error-code=no-untyped-call
"""Each view of the pages of the stories against what is known of them, and the order of the pages.

`python -m bench.stories [ORDERS]`: the share of known answers that each view gives, what it misses, and whether as many
orders of the pages (20) give the same bytes.
"""

import random
import sys
import tempfile
import tomllib
from pathlib import Path

from tests.corpus.stories.conftest import ledger_of
from tests.corpus.stories.press import HERE, pages
from tests.corpus.stories.test_stories import VIEWS, answer, view

from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default
from sagwan.work.keep import rows_of
from sagwan.work.outcome import Read
from sagwan.work.reader import Reader


def main(orders: int) -> None:
    """Print the figures."""
    known = tomllib.loads((HERE / "answers.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder, reader, rows = Path(name), Reader.load(16_000_000), []
        for page, data in sorted(pages().items()):
            (folder / page).write_bytes(data)
            outcome = reader.read(str(folder / page))
            if isinstance(outcome, Read):
                rows.append(rows_of(outcome, reader.run))
        first = ledger_of(rows, folder / "0.ledger")
        with reading(first) as db:
            for one in VIEWS:
                told = view(one, db, load_default(), known)
                right = sum(found for _, found in told)
                print(f"{one:10} {right}/{len(told)}  {100 * right / len(told):.1f} %")
                print(*(f"    {what}" for what, found in told if not found), sep="\n")
        same, expected = 0, answer(first)
        for seed in range(1, orders + 1):
            shuffled = random.Random(seed).sample(rows, len(rows))
            same += answer(ledger_of(shuffled, folder / f"{seed}.ledger")) == expected
        print(f"orders     {same}/{orders} the same bytes")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
