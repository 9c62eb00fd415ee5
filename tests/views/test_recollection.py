"""What quotations are about is left to the next process, and goes when a text is taken down."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from sagwan.ledger.store import open_store
from sagwan.lexicon import load_default
from sagwan.views import subject
from sagwan.views.index.open import open_index
from sagwan.views.recollection import Recollection
from sagwan.views.subject import Subjects
from sagwan.work.keep import keep_all
from sagwan.work.outcome import Account
from sagwan.work.samples import sample_pages
from sagwan.work.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

QUOTE = "도면을 받은 적도 쓴 적도 없다"


def test_nothing_is_analysed_twice_and_a_takedown_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    ledger = tmp_path / "보기.ledger"
    with sample_pages() as pages:
        keep_all(pages[:2], Settings(ledger=str(ledger)), Account(), lambda: None)

    def known_to_a_new_process() -> bool:
        fresh = Subjects()
        monkeypatch.setattr("sagwan.views.recollection.SUBJECTS", fresh)
        with open_index(ledger, load_default()) as index:
            Recollection(ledger).recall(index.db)
        with monkeypatch.context() as without:
            without.setattr(subject, "analyser", _no_analyser)
            try:
                return "도면" in fresh.of(QUOTE)
            except _AnalysedError:
                return False

    assert not known_to_a_new_process()
    first = Subjects()
    monkeypatch.setattr("sagwan.views.recollection.SUBJECTS", first)
    recollection = Recollection(ledger)
    with open_index(ledger, load_default()) as index:
        recollection.recall(index.db)
    first.of(QUOTE)
    recollection.keep()
    assert known_to_a_new_process()
    with open_store(ledger) as store, closing(sqlite3.connect(ledger)) as db:
        store.withdraw(db.execute("SELECT min(id) FROM texts").fetchone()[0], "2027-05-01", "본인의 청구")
    assert not known_to_a_new_process()
    monkeypatch.setattr("sagwan.views.recollection.SUBJECTS", first)
    recollection.keep()
    assert not first.learned()
    with closing(sqlite3.connect(tmp_path / "보기.ledger.index")) as side:
        assert side.execute("SELECT 1 FROM sqlite_master WHERE name = 'subjects'").fetchone() is None


class _AnalysedError(Exception):
    """The analyser was asked."""


def _no_analyser() -> object:
    raise _AnalysedError
