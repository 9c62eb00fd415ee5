"""문항: the verbs of making, proving, reviewing, banking and printing items, used by every surface."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.items.bank import Band, banked, find, grade, keep
from sagwan.items.export.formats import export
from sagwan.items.export.printed import sheet
from sagwan.items.make import make_items, make_story_items
from sagwan.items.model import Form
from sagwan.items.paper import turns
from sagwan.items.prove.solver import Solver
from sagwan.items.rephrase import rephrased
from sagwan.items.review.clues import words_of
from sagwan.items.review.review import review
from sagwan.items.source import load_source
from sagwan.korean.kiwi import analyser
from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from sagwan.items.analyse import Analysis
    from sagwan.items.bank import Banked
    from sagwan.items.export.printed import Sheet
    from sagwan.items.make import Batch, Made
    from sagwan.items.model import Proof
    from sagwan.items.review.finding import Review
    from sagwan.work.language_model import Endpoint


def now() -> str:
    """The time of a ruling or an entry, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def make(ledger: Path, pages: Sequence[str], most: int, seed: int, forms: frozenset[Form] | None) -> Batch:
    """Proved items from one article, or over several on one story; nothing is written."""
    with reading(ledger) as db:
        if len(pages) == 1:
            return make_items(db, pages[0], analyser(), load_default(), most=most, seed=seed, forms=forms)
        return make_story_items(db, pages, analyser(), load_default(), most=most, seed=seed, forms=forms)


def rephrase(ledger: Path, made: Sequence[Made], model: Endpoint) -> tuple[Made, ...]:
    """The items with options in the model's words wherever those pass the same proof; the others as they are."""
    with reading(ledger) as db:
        solver = Solver(db, analyser(), load_default())
        return tuple(rephrased(one, model.write, solver, load_default(), _body(db, one)) for one in made)


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
    proof = Solver(db, analyser(), load_default()).prove(made.item)
    return review(made.item, proof, _body(db, made), analyser(), load_default(), earlier=earlier)


def _body(db: sqlite3.Connection, made: Made) -> str:
    return "\n".join(load_source(db, address).body for address in made.item.articles)


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


def answered(db: sqlite3.Connection, names: Sequence[str]) -> dict[str, tuple[str, Made]]:
    """The banked items that a CSV of responses names, each with its id in the bank and as it stood on the paper.

    A paper that balances its keys prints an item under the id of that order. Raises `SagwanError` (`items.unknown`).
    """
    shown: dict[str, tuple[str, Made]] = {}
    for one in banked(db):
        if one.made is not None:
            shown |= {turn.item.id: (one.id, turn) for turn in turns(one.made)}
            shown[one.id] = (one.id, one.made)
    return {name: shown.get(name) or _by_beginning(db, name) for name in names}


def _by_beginning(db: sqlite3.Connection, name: str) -> tuple[str, Made]:
    one = find(db, name)
    if one.made is None:
        raise SagwanError("items.unknown", "글이 내려져 답을 알 수 없는 문항입니다", name)
    return one.id, one.made


def keys_of(items: Mapping[str, tuple[str, Made]]) -> dict[str, str]:
    """The right answers as a CSV of responses writes them: the option's number, or its words."""
    return {
        name: made.item.options[0].text if made.item.form is Form.SHORT else str(made.item.key + 1)
        for name, (_, made) in items.items()
    }


def feed_bands(ledger: Path, found: Analysis, items: Mapping[str, tuple[str, Made]]) -> None:
    """Bands from answers into the bank."""
    told = [
        (items[one.item][0], Band(one.band, "answers", f"정답률 {one.right:.0%}, 응답 {found.readers}명", now()))
        for one in found.items
    ]
    grade(ledger, told)
