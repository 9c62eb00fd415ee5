"""Drafts on the screen and by program: underlined where something is found, kept nowhere."""

from __future__ import annotations

import msgspec
from tests.web.house import FORM, call, form

DRAFT = "미르칩스 점유율은 20%에서 25%로 5% 늘었다.\n\n이사회는 2027년 3월 25일(금) <b>열렸다</b>.\n"


def test_a_draft_is_underlined(port: int):
    page = call(port, "POST", "/check", form(text=DRAFT, day="2027-03-26"), content_type=FORM, accept_language="ko")
    assert page.status == 200
    assert page.text.count('class="f error"') == 2
    assert "퍼센트포인트" in page.text
    assert "&lt;b&gt;열렸다" in page.text
    assert page.headers["cache-control"] == "no-store"


def test_a_program_gets_the_places(port: int):
    sent = msgspec.json.encode({"text": DRAFT})
    found = msgspec.json.decode(call(port, "POST", "/api/v1/check", sent, content_type="application/json").body)
    assert [found["text"][one["start"] : one["end"]] for one in found["findings"]] == ["5%", "2027년 3월 25일(금)"]
    assert call(port, "POST", "/api/v1/check", b'{"text": ""}').status == 400
    assert call(port, "POST", "/api/v1/check", b'{"text": 3}').status == 400


def test_the_findings_are_taken_along(port: int):
    told = call(port, "POST", "/check", form(text=DRAFT, format="csv"), content_type=FORM)
    assert told.headers["content-type"].startswith("text/csv")
    assert [row.split(",")[5] for row in told.text.splitlines()[1:]] == ["5%", "2027년 3월 25일(금)"]
    whole = call(port, "POST", "/check", form(text=DRAFT, format="json"), content_type=FORM)
    assert len(msgspec.json.decode(whole.body)["findings"]) == 2
    assert whole.headers["cache-control"] == "no-store"
