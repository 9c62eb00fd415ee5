"""A page that is taken down is in no answer and in no byte of the files; that it was, and why, is."""

from pathlib import Path

import pytest

from sagwan.core.errors import SagwanError
from sagwan.ledger.connect import reading
from sagwan.ledger.store import open_store
from sagwan.ledger.takedown import leaving
from sagwan.lexicon import load_default
from sagwan.views.index.open import open_index
from sagwan.views.search.find import search
from sagwan.work.keep import keep_all
from sagwan.work.outcome import Account
from sagwan.work.prepare import make_ready
from sagwan.work.settings import Settings
from sagwan.work.withdraw import withdraw

# 레나 베커 and 레나 베커르 are spellings of one name: what the rules on who is who keep of hers must go too.
STAYS = (
    "한빛물산 새 공장\n\n가온일보 | 입력 2025-03-03 10:00\n\n레나 베커 한빛물산 대표는 3일 공장을 짓겠다고 밝혔다.\n"
)
GOES = (
    "담쟁이제약 신약\n\n가온일보 | 입력 2025-03-04 10:00\n\n레나 베커르 담쟁이제약 대표는 “먹구름병을 고친다”고 했다.\n"
)
OWN_WORDS = ("담쟁이제약", "베커르", "먹구름병")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "new.ledger"
    for name, words in (("stays.txt", STAYS), ("goes.txt", GOES), ("twin.txt", GOES.replace("\n", "\r\n"))):
        source = tmp_path / name
        source.write_bytes(words.encode())
        keep_all([str(source)], Settings(ledger=str(path)), Account(), lambda: None)
        source.unlink()
    with reading(path) as db:
        make_ready(db, load_default(), lambda _done, _of: None)
    return path


def take_down(ledger: Path, page: str, because: str = "발행인의 청구"):
    return withdraw(ledger, page, because=because, lexicon=load_default(), heard=lambda _done, _of: None)


def test_its_words_are_in_no_answer_and_in_no_file(ledger: Path):
    with reading(ledger) as db:
        going = leaving(db, "goes.txt")
    assert (going.headline, going.outlet, going.statements) == ("담쟁이제약 신약", "가온일보", 1)
    done = take_down(ledger, "goes.txt")
    assert (done.leaving, done.because, done.written_over) == (going, "발행인의 청구", True)
    with open_index(ledger, load_default()) as index:
        assert search(index.db, load_default(), "담쟁이제약").total == 0
        assert search(index.db, load_default(), "한빛물산").total == 1
        assert index.known("레나 베커르") == ()
        assert index.known("레나 베커")
    left = b"".join(file.read_bytes() for file in ledger.parent.iterdir())
    assert [word for word in OWN_WORDS if word.encode() in left] == []
    assert "한빛물산".encode() in left


def test_what_has_the_same_characters_goes_with_it(ledger: Path):
    with reading(ledger) as db:
        going, twin = leaving(db, "goes.txt"), leaving(db, "twin.txt")
    assert going.texts == twin.texts
    assert going.twins == (twin.page,)
    take_down(ledger, "goes.txt")
    with pytest.raises(SagwanError, match=r"ledger\.withdrawn"), reading(ledger) as db:
        leaving(db, "twin.txt")


@pytest.mark.parametrize(
    ("page", "because", "code"),
    [
        ("nowhere.txt", "청구", "ledger.no_page"),
        ("", "청구", "ledger.no_page"),
        ("goes.txt", " ", "withdraw.no_reason"),
    ],
)
def test_what_cannot_be_taken_down_is_refused_before_anything_is_touched(ledger: Path, page, because, code):
    before = ledger.read_bytes()
    with pytest.raises(SagwanError) as refused:
        take_down(ledger, page, because)
    assert refused.value.refusal.code == code
    assert ledger.read_bytes() == before


def test_a_page_is_taken_down_once_and_says_when_and_why(ledger: Path):
    done = take_down(ledger, "goes.txt")
    with pytest.raises(SagwanError) as refused:
        take_down(ledger, "goes.txt", "두 번째")
    assert refused.value.refusal.code == "ledger.withdrawn"
    assert f"{done.at}에 내려진 글입니다: 발행인의 청구" in refused.value.refusal.what


def test_it_says_so_while_somebody_else_reads_in_the_file(ledger: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sagwan.ledger.connect._WAIT_S", 0.05)
    with reading(ledger) as db:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM texts").fetchone()
        text = leaving(db, "goes.txt").texts[0]
        with open_store(ledger) as store:
            assert not store.withdraw(text, "2027-01-01", "청구")
