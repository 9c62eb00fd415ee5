"""The ledger of all pages of the stories, read once."""

import tomllib
from pathlib import Path

import pytest
from tests.corpus.stories.press import pages

from sagwan.ledger.connect import reading
from sagwan.ledger.store import open_store
from sagwan.lexicon import load_default
from sagwan.work.keep import rows_of
from sagwan.work.outcome import Read
from sagwan.work.reader import Reader

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def rows(tmp_path_factory):
    """The rows of every page, in the order of their names: reading is what takes long."""
    folder = tmp_path_factory.mktemp("stories")
    reader = Reader.load(16_000_000)
    found = []
    for name, data in sorted(pages().items()):
        path = folder / name
        path.write_bytes(data)
        outcome = reader.read(str(path))
        assert isinstance(outcome, Read), name
        found.append(rows_of(outcome, reader.run))
    return found


def ledger_of(rows, path):
    with open_store(path) as store:
        for one in rows:
            store.keep(one)
    return path


@pytest.fixture(scope="session")
def stories(rows, tmp_path_factory):
    with reading(ledger_of(rows, tmp_path_factory.mktemp("ledger") / "이야기.ledger")) as db:
        yield db, load_default()


@pytest.fixture(scope="session")
def answers():
    return tomllib.loads((HERE / "answers.toml").read_text("utf-8"))
