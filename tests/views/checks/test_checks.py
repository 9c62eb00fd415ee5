"""Every check proves itself by its own drafts; those that need a ledger by one made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default
from sagwan.lexicon.marked import unmark
from sagwan.lexicon.schema.check import Check
from sagwan.work.draft import check_draft
from sagwan.work.keep import keep_all
from sagwan.work.outcome import Account
from sagwan.work.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

LEXICON = load_default()
CHECKS = LEXICON.all(Check)
KNOWN = """누리전자, 한빛물산과 손잡는다

누리뉴스 | 입력 2027-07-01 09:00

김하늘 누리전자 대표는 1일 “두 회사가 함께 새 시장을 열겠다”고 말했다. 누리전자는 공장에 5억 달러(7000억원)를 쓴다.
"""


def found(check: str, draft: str) -> list[str]:
    return [one.words for one in check_draft(draft, None, LEXICON, None).findings if one.check == check]


@pytest.mark.parametrize(("check", "example"), [(one.id, e) for one in CHECKS for e in one.examples])
def test_it_finds_what_it_must(check: str, example: str):
    draft = unmark(example)
    assert found(check, draft.text) == [draft.text[span.start : span.end] for _, span in draft.marks]


@pytest.mark.parametrize(("check", "draft"), [(one.id, e) for one in CHECKS for e in one.not_examples])
def test_it_leaves_the_rest_alone(check: str, draft: str):
    assert found(check, draft) == []


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checks")
    (folder / "known.txt").write_text(KNOWN, "utf-8")
    path = folder / "known.ledger"
    keep_all([str(folder / "known.txt")], load_settings({"ledger": str(path)}), Account(), lambda: None)
    return path


@pytest.mark.parametrize(
    ("check", "draft", "words"),
    [
        (
            "draft.quotation",
            "김하늘 누리전자 대표는 “두 회사가 함께 새 시장을 열었다”고 말했다.",
            "두 회사가 함께 새 시장을 열었다",
        ),
        ("draft.title", "김하늘 누리전자 부사장은 “잘 되겠다”고 말했다.", "부사장"),
        ("draft.rate", "누리전자는 2억 달러(3800억원)를 더 쓴다.", "3800억원"),
    ],
)
def test_the_ledger_knows_otherwise(ledger: Path, check: str, draft: str, words: str):
    with reading(ledger) as db:
        told = [one for one in check_draft(draft, None, LEXICON, db).findings if one.check == check]
    assert [one.words for one in told] == [words]
    assert all(one.evidence[0].place.outlet == "누리뉴스" for one in told)


def test_what_agrees_is_left_alone(ledger: Path):
    draft = "김하늘 누리전자 대표는 “두 회사가 함께 새 시장을 열겠다”고 말했다. 누리전자는 5억 달러(7100억원)를 쓴다."
    with reading(ledger) as db:
        assert check_draft(draft, None, LEXICON, db).findings == ()
