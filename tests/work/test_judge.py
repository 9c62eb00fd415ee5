"""Rulings by hand: they hold over the rules, the later over the earlier, and are kept with their reason."""

from pathlib import Path

import pytest

from sagwan.core.errors import SagwanError
from sagwan.ledger import acts
from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default
from sagwan.views.identities import Listed, identities
from sagwan.work.judge import judge, rename
from sagwan.work.keep import keep_all
from sagwan.work.outcome import Account
from sagwan.work.settings import Settings

PAGES = (
    "누리전자 새 공장\n\n가온일보 | 입력 2025-03-03 10:00\n\n김민수 누리전자 대표는 3일 새 공장을 짓겠다고 밝혔다.\n",
    "새벽대 논문상\n\n가온일보 | 입력 2025-04-04 10:00\n\n김민수 새벽대 교수는 4일 논문상을 받았다고 밝혔다.\n",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    sources = []
    for n, words in enumerate(PAGES):
        sources.append(tmp_path / f"{n}.txt")
        sources[-1].write_text(words)
    path = tmp_path / "new.ledger"
    keep_all([str(s) for s in sources], Settings(ledger=str(path)), Account(), lambda: None)
    return path


def bearers(ledger: Path) -> tuple[Listed, ...]:
    with reading(ledger) as db:
        return identities(db, "김민수")


def rule(ledger: Path, *, same: bool) -> None:
    left, right = sorted({s.id for one in bearers(ledger) for s in one.sightings})
    judge(ledger, (left, right), same=same, by="편집자", because="본인에게 물음", lexicon=load_default())


def test_namesakes_are_two_until_somebody_rules(ledger: Path):
    assert len(bearers(ledger)) == 2
    rule(ledger, same=True)
    (one,) = bearers(ledger)
    assert one.because == (("사람이 판정함", 1.0),)
    rule(ledger, same=False)
    assert len(bearers(ledger)) == 2
    with reading(ledger) as db:
        assert [(j.same, j.by, j.because) for j in acts.judgements(db)] == [
            (True, "편집자", "본인에게 물음"),
            (False, "편집자", "본인에게 물음"),
        ]


def test_a_name_of_two_must_be_told_by_id(ledger: Path):
    with pytest.raises(SagwanError) as refused:
        judge(ledger, ("김민수", "누리전자"), same=True, by="편집자", because="?", lexicon=load_default())
    assert refused.value.refusal.code == "judge.which"


def test_one_record_is_no_pair(ledger: Path):
    with pytest.raises(SagwanError) as refused:
        judge(ledger, ("누리전자", "누리전자"), same=True, by="편집자", because="?", lexicon=load_default())
    assert refused.value.refusal.code == "judge.one"


def name_it(ledger: Path, word: str, name: str | None) -> None:
    rename(ledger, word, name, by="편집자", because="본인의 표기", lexicon=load_default())


def listed(ledger: Path, name: str) -> list[tuple[str, str | None]]:
    with reading(ledger) as db:
        return [(one.name, one.named.by if one.named else None) for one in identities(db, name)]


def test_a_name_given_by_hand_is_shown_and_asked_for_until_it_is_taken_back(ledger: Path):
    name_it(ledger, "누리전자", "누리")
    assert listed(ledger, "누리") == listed(ledger, "누리전자") == [("누리", "편집자")]
    name_it(ledger, "누리", "누리일렉트로닉스")
    assert listed(ledger, "누리전자") == [("누리일렉트로닉스", "편집자")]
    assert listed(ledger, "누리") == []
    name_it(ledger, "누리전자", None)
    assert listed(ledger, "누리전자") == [("누리전자", None)]
    with reading(ledger) as db:
        assert [(n.name, n.by, n.because) for n in acts.namings(db)] == [
            ("누리", "편집자", "본인의 표기"),
            ("누리일렉트로닉스", "편집자", "본인의 표기"),
            (None, "편집자", "본인의 표기"),
        ]


def test_a_given_name_goes_with_its_sighting_and_the_later_one_holds(ledger: Path):
    left, right = (min(s.id for s in one.sightings) for one in bearers(ledger))
    name_it(ledger, right, "김민수(새벽대)")
    name_it(ledger, left, "김민수(누리전자)")
    assert sorted(one.name for one in bearers(ledger)) == ["김민수(누리전자)", "김민수(새벽대)"]
    judge(ledger, (left, right), same=True, by="편집자", because="본인에게 물음", lexicon=load_default())
    assert [one.name for one in bearers(ledger)] == ["김민수(누리전자)"]
    judge(ledger, (left, right), same=False, by="편집자", because="잘못 들음", lexicon=load_default())
    assert sorted(one.name for one in bearers(ledger)) == ["김민수(누리전자)", "김민수(새벽대)"]


def test_a_given_name_does_not_depend_on_when_the_side_file_was_made(ledger: Path):
    name_it(ledger, "누리전자", "누리")
    before = listed(ledger, "누리")
    for left in ("", "-wal", "-shm"):
        Path(f"{ledger}.index{left}").unlink(missing_ok=True)
    assert listed(ledger, "누리") == before == [("누리", "편집자")]


def test_a_name_of_several_and_an_empty_one_are_refused(ledger: Path):
    with pytest.raises(SagwanError) as refused:
        name_it(ledger, "김민수", "민수")
    assert refused.value.refusal.code == "judge.which"
    with pytest.raises(SagwanError) as refused:
        name_it(ledger, "누리전자", " ")
    assert refused.value.refusal.code == "judge.no_words"
