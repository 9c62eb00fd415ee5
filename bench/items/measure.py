"""Items from all pages of ledgers: keys solved again, guessability without the text, forms, time.

    python bench/items/measure.py LEDGER... [--seed N] [--options N]

`--options N` prints N options drawn evenly over the items that write sentences, to be judged by a reader.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sagwan.items.make import make_items
from sagwan.items.model import Form
from sagwan.items.prove.solver import Solver
from sagwan.items.review.guess import guess, texts
from sagwan.korean.kiwi import analyser
from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default

if TYPE_CHECKING:
    from sagwan.items.make import Made

_WRITTEN = frozenset({Form.MATCH, Form.MISMATCH, Form.ERROR, Form.HEADLINE, Form.ACTOR, Form.STATUS})


def main(arguments: list[str]) -> None:
    """Print the figures of `docs/measures.md`."""
    wanted = int(arguments[arguments.index("--options") + 1]) if "--options" in arguments else 0
    seed = int(arguments[arguments.index("--seed") + 1]) if "--seed" in arguments else 0
    paths = [Path(a) for a in arguments if a.endswith(".ledger")]
    made: list[Made] = []
    seconds, pages, agreed = [], 0, 0
    with reading(paths[0]) as db:  # loads Kiwi and the parser, 3 seconds once a process
        make_items(db, db.execute("SELECT page FROM current ORDER BY page").fetchone()[0], analyser(), load_default())
    for path in paths:
        with reading(path) as db:
            for (page,) in db.execute("SELECT page FROM current ORDER BY page").fetchall():
                start = time.process_time()
                batch = make_items(db, page, analyser(), load_default(), seed=seed)
                seconds.append(time.process_time() - start)
                pages += 1
                made += batch.made
                solver = Solver(db, analyser(), load_default())  # a second solver, from the ledger anew
                agreed += sum(solver.prove(one.item).keys == (one.item.key,) for one in batch.made)
    print(f"지면 {pages} 문항 {len(made)} 답이 같음 {agreed} 복수 답 {sum(len(m.proof.keys) > 1 for m in made)}")
    print("꼴", dict(Counter(one.item.form.value for one in made)))
    print(f"CPU초/기사(20문항까지) 평균 {sum(seconds) / max(1, pages):.2f} 최대 {max(seconds):.2f}")
    for form in (Form.MATCH, Form.MISMATCH, Form.ERROR, Form.HEADLINE, Form.ACTOR):
        items = [one.item for one in made if one.item.form is form]
        hits = sum(guess(item, analyser(), load_default()) == item.key for item in items)
        chance = sum(1 / len(item.options) for item in items) / max(1, len(items))
        print(f"글 없이 {form}: {hits}/{len(items)} = {hits / max(1, len(items)):.0%} (우연 {chance:.0%})")
    written = [text for one in made if one.item.form in _WRITTEN for text in texts(one.item)]
    unique = list(dict.fromkeys(written))
    for n in range(wanted):
        print(f"{n + 1}\t{unique[n * len(unique) // wanted]}")


if __name__ == "__main__":
    main(sys.argv[1:])
