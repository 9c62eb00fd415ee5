"""The packaged samples in a ledger, read once, and the items made from them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sagwan.items.make import Made, make_items
from sagwan.items.prove.solver import Solver
from sagwan.korean.kiwi import analyser
from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default
from sagwan.work.keep import keep_all
from sagwan.work.outcome import Account
from sagwan.work.samples import sample_pages
from sagwan.work.settings import Settings


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("items") / "samples.ledger"
    with sample_pages() as pages:
        keep_all(pages, Settings(ledger=str(path)), Account(), lambda: None)
    return path


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, str]], Path]:
    """Keeps pages of a test's own, by their file names, in a new ledger."""

    def keep(pages: Mapping[str, str]) -> Path:
        folder = tmp_path_factory.mktemp("kept")
        for name, text in pages.items():
            (folder / name).write_text(text, "utf-8")
        settings = Settings(ledger=str(folder / "kept.ledger"))
        keep_all([str(folder / name) for name in pages], settings, Account(), lambda: None)
        return folder / "kept.ledger"

    return keep


@pytest.fixture(scope="session")
def db(ledger: Path):
    with reading(ledger) as opened:
        yield opened


@pytest.fixture(scope="session")
def solver(db) -> Solver:
    return Solver(db, analyser(), load_default())


@pytest.fixture(scope="session")
def batches(db):
    pages = [page for (page,) in db.execute("SELECT page FROM current ORDER BY page")]
    return {page: make_items(db, page, analyser(), load_default(), most=30) for page in pages}


@pytest.fixture(scope="session")
def made(batches) -> list[Made]:
    return [one for batch in batches.values() for one in batch.made]
