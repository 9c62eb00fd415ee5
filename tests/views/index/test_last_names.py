"""Somebody is found by the last word of a name of several, where nobody goes by that word alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sagwan.ledger.store import open_store
from sagwan.lexicon import load_default
from sagwan.views.index.open import Index, open_index
from sagwan.views.ties.ties import ties
from sagwan.work.keep import rows_of
from sagwan.work.outcome import Read
from sagwan.work.reader import Reader
from sagwan.work.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE = """누리전자와 한빛물산의 다툼

레나 베커 누리전자 최고경영자는 8일 “계약은 끝났다”고 말했다.
이에 대해 토마스 그레이 한빛물산 최고경영자는 “사실이 아니다”라고 반박했다.
누리전자는 9일 한빛물산을 상대로 소송을 제기했다. 한빛물산은 10일 반소를 제기했다.
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = tmp_path_factory.mktemp("last")
    (folder / "a.txt").write_text(_PAGE)
    reader = Reader.load(Settings().max_bytes)
    with open_store(folder / "a.ledger") as store:
        read = reader.read(str(folder / "a.txt"))
        assert isinstance(read, Read)
        store.keep(rows_of(read, reader.run))
    with open_index(folder / "a.ledger", load_default()) as opened:
        yield opened


def test_the_last_word_finds_the_person(index: Index) -> None:
    assert index.known("베커") == index.known("레나 베커") != ()
    assert index.known("레나") == ()
    assert index.known("전자") == ()


def test_both_ends_of_a_tie_may_be_told_so(index: Index) -> None:
    short, full = (
        ties(index.db, names, index.lexicon) for names in (("베커", "그레이"), ("레나 베커", "토마스 그레이"))
    )
    assert short.acts == full.acts != ()
