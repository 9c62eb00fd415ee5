"""문항: the verbs of making, proving, reviewing, banking and printing items, used by every surface."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sagwan.items.bank import Band, banked, find, grade, keep
from sagwan.items.export.formats import export
from sagwan.items.export.printed import sheet
from sagwan.items.make import make_items, make_story_items
from sagwan.items.model import Form
from sagwan.items.prove.solver import Solver
from sagwan.items.review.clues import words_of
from sagwan.items.review.review import review
from sagwan.items.source import load_source
from sagwan.korean.kiwi import analyser
from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from sagwan.items.analyse import Analysis
    from sagwan.items.bank import Banked
    from sagwan.items.export.printed import Sheet
    from sagwan.items.make import Batch, Made
    from sagwan.items.model import Proof
    from sagwan.items.review.finding import Review


def now() -> str:
    """The time of a ruling or an entry, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def make(ledger: Path, pages: Sequence[str], most: int, seed: int, forms: frozenset[Form] | None) -> Batch:
    """Proved items from one article, or over several on one story; nothing is written."""
    with reading(ledger) as db:
        if len(pages) == 1:
            return make_items(db, pages[0], analyser(), load_default(), most=most, seed=seed, forms=forms)
        return make_story_items(db, pages, analyser(), load_default(), most=most, seed=seed, forms=forms)


def bank_items(ledger: Path, made: Sequence[Made], by: str, because: str) -> tuple[str, ...]:
    """Into the bank with the bands that words foresee; gives the ids that are new."""
    added = keep(ledger, made, by=by, because=because, at=now())
    with reading(ledger) as db:
        reviews = [look(db, one, earlier=()) for one in made if one.item.id in added]
    grade(ledger, [(r.item, Band(r.band, "words", " · ".join(r.reasons), now())) for r in reviews])
    return added


def prove(db: sqlite3.Connection, items: Sequence[Banked]) -> tuple[tuple[str, Proof], ...]:
    """Solve items of the bank anew from the ledger as it is now."""
    solver = Solver(db, analyser(), load_default())
    return tuple((one.id, solver.prove(one.made.item)) for one in items if one.made is not None)


def look(db: sqlite3.Connection, made: Made, earlier: Sequence[tuple[str, str]]) -> Review:
    """The review of one item, with its proof done anew."""
    body = "\n".join(load_source(db, address).body for address in made.item.articles)
    proof = Solver(db, analyser(), load_default()).prove(made.item)
    return review(made.item, proof, body, analyser(), load_default(), earlier=earlier)


def earlier_items(db: sqlite3.Connection, but: str, past: Sequence[Path]) -> list[tuple[str, str]]:
    """The words of the bank's other items and of past papers: text files with one item a paragraph."""
    known = [(one.id, words_of(one.made.item)) for one in banked(db) if one.made is not None and one.id != but]
    for path in past:
        parts = path.read_text("utf-8").split("\n\n")
        known += [(f"{path.name}#{n}", " ".join(part.split())) for n, part in enumerate(parts, 1) if part.strip()]
    return known


def print_paper(db: sqlite3.Connection, title: str, made: Sequence[Made], form: str, font: Path | None) -> bytes:
    """The paper with its passages in one format."""
    return export(lay_out(db, title, made), form, font)


def lay_out(db: sqlite3.Connection, title: str, made: Sequence[Made]) -> Sheet:
    """The paper with its passages, each once, in the order in which the items need them."""
    addresses = dict.fromkeys(address for one in made for address in one.item.articles)
    several = any(len(one.item.articles) > 1 for one in made)
    sources = [load_source(db, address) for address in addresses]
    passages = [f"{source.name}\n{source.body}" if several else source.body for source in sources]
    return sheet(title, passages, made)


def keys_of(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """The right answers of banked items as a CSV of responses writes them: the option's number, or its words."""
    keys = {}
    for id_ in ids:
        one = find(db, id_).made
        if one is not None:
            keys[id_] = one.item.options[0].text if one.item.form is Form.SHORT else str(one.item.key + 1)
    return keys


def feed_bands(ledger: Path, found: Analysis) -> None:
    """Bands from answers into the bank."""
    told = [
        (one.item, Band(one.band, "answers", f"정답률 {one.right:.0%}, 응답 {found.readers}명", now()))
        for one in found.items
    ]
    grade(ledger, told)
