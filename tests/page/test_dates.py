"""Days on a page's furniture, and what they say of the article."""

from __future__ import annotations

import pytest

from sagwan.core.page import Page
from sagwan.lexicon import load_default
from sagwan.page import lay_out
from sagwan.page.cues import cues_of
from sagwan.page.dates import dates
from sagwan.page.lines import Line

LEXICON = load_default()
NEWS = "누리전자가 새 공장을 강원 원주에 짓는다고 2일 밝혔다. 한서린 대표가 직접 나와 발표했다."


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("입력 2031-04-02 10:04", [("2031-04-02", "10:04", "published")]),
        ("2031.04.02. 오전 10:04", [("2031-04-02", "10:04", None)]),
        (
            "입력2031.04.02. 오후 4:10 수정2031.04.02. 오후 5:45",
            [("2031-04-02", "16:10", "published"), ("2031-04-02", "17:45", "modified")],
        ),
        ("기사입력 : 2031년 4월 2일 10시 22분", [("2031-04-02", "10:22", "published")]),
        (
            "등록 2031.04.02 09:00:00수정 2031.04.03 10:00:00",
            [("2031-04-02", "09:00", "published"), ("2031-04-03", "10:00", "modified")],
        ),
        ("2031/04/02 09:00 송고", [("2031-04-02", "09:00", "published")]),
        ("입력 2031.04.02 (21:08)", [("2031-04-02", "21:08", "published")]),
        ("2031.04.02 (수)", [("2031-04-02", None, None)]),
        ("31.04.02 10:04", [("2031-04-02", "10:04", None)]),
        ("등록 2031-04-02 오전 12:26:31", [("2031-04-02", "00:26", "published")]),
        ("2031.13.02", []),
        ("2031.02.30 10:04", []),
        ("전화 031.04.02", []),
        ("12.31.04", []),
    ],
)
def test_days_with_their_words(line: str, found: list[tuple[str, str | None, str | None]]) -> None:
    read = list(dates(Line(line, 3), cues_of(LEXICON)))
    assert [(d.day, d.clock, d.kind) for d in read] == found
    for one in read:
        year = line[one.span.start - 3 : one.span.end - 3].lstrip()[:2]
        assert year in {"20", "31"}


@pytest.mark.parametrize(
    ("lines", "published", "basis", "seen"),
    [
        (["2031.04.05 (토)", "제목 하나 둘 셋 넷", NEWS], None, None, "2031-04-05"),
        (["UPDATED. 2031-04-05 10:00 (토)", "제목 하나 둘 셋 넷", NEWS], None, None, "2031-04-05"),
        (
            ["2031.04.05 (토)", "제목 하나 둘 셋 넷", "입력 2031.04.02 10:04", NEWS],
            "2031-04-02",
            "stated",
            "2031-04-05",
        ),
        (["제목 하나 둘 셋 넷", "수정 2031.04.03 10:04", "등록 2031.04.02 10:04", NEWS], "2031-04-02", "stated", None),
        (["제목 하나 둘 셋 넷", "수정 2031.04.03 10:04", NEWS], "2031-04-03", "inferred", None),
        (["제목 하나 둘 셋 넷", "2031.04.02 10:04", NEWS], "2031-04-02", "stated", None),
        (["제목 하나 둘 셋 넷", NEWS, "2031.04.09"], None, None, None),
    ],
)
def test_seen_is_not_published(lines: list[str], published: str | None, basis: str | None, seen: str | None) -> None:
    layout = lay_out(Page("\n\n".join(lines).encode(), "지면"), LEXICON)
    out = layout.articles[0].published
    assert ((out.value, out.basis) if out else (None, None)) == (published, basis)
    assert layout.seen == seen
