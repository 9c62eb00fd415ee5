"""문항 in the browser's reach: made, proved, ruled on, printed; only editors change the bank."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from tests.web.house import FORM, call, desk_over, form, served

from sagwan.items.bank import DRAFT, STATES
from sagwan.items.export.formats import FORMATS
from sagwan.web.gate import Access
from sagwan.web.items import FORMATS as OFFERED
from sagwan.web.items import State
from sagwan.web.keys import Keys, Role


def asked(port: int, path: str):
    return msgspec.json.decode(call(port, "GET", f"/api/v1{path}").body)


def test_every_state_and_format_is_known():
    assert get_args(State) == (DRAFT, *STATES)
    assert list(OFFERED) == list(FORMATS)


def test_an_item_is_made_ruled_on_and_printed(samples: Path, tmp_path: Path):
    own = Path(shutil.copy(samples, tmp_path / "own.ledger"))
    with served(desk_over(own)) as port:
        page = asked(port, "/articles?limit=9")["items"][-1]["page"][:12]
        made = call(port, "POST", "/items", form(page=page, most="3"), content_type=FORM)
        assert made.status == 200
        found = asked(port, f"/items?article={page}:0")["items"]
        assert len(found) >= 3
        assert all(f"/items/{one['id']}" in made.text for one in found[:1])
        id_ = found[0]["id"]
        refused = call(port, "POST", f"/items/{id_}/rulings", form(state="accepted"), content_type=FORM)
        assert refused.status == 400
        assert (
            call(
                port, "POST", f"/items/{id_}/rulings", form(state="accepted", because="확인"), content_type=FORM
            ).status
            == 303
        )
        assert [one["id"] for one in asked(port, "/items?state=accepted")["items"]] == [id_]
        assert "확인" in call(port, "GET", f"/items/{id_}").text


def test_readers_make_nothing(samples: Path, tmp_path: Path):
    own = Path(shutil.copy(samples, tmp_path / "own.ledger"))
    key = Keys.of(own).add("읽는이", Role.READER)
    with served(desk_over(own), Access("nobody", Keys.of(own))) as port:
        said = f"Bearer {key}"
        id_ = msgspec.json.decode(call(port, "GET", "/api/v1/items", authorization=said).body)["items"][0]["id"]
        shown = call(port, "GET", f"/items/{id_}", authorization=said)
        assert shown.status == 200
        assert '<form class="rule"' not in shown.text
        ruling = msgspec.json.encode({"state": "accepted", "because": "x"})
        assert call(port, "POST", f"/api/v1/items/{id_}/rulings", ruling, authorization=said).status == 403
        assert call(port, "POST", "/api/v1/items", msgspec.json.encode({"page": "a"}), authorization=said).status == 403


def test_each_line_of_a_proof_opens_its_words(port: int):
    seen = 0
    for one in asked(port, "/items")["items"]:
        item = asked(port, f"/items/{one['id']}")
        assert not item["proof"]["faults"]
        html = call(port, "GET", f"/items/{one['id']}").text
        for href, words in re.findall(r'<a href="(/articles/[^"#]+)#here"><q>(.*?)</q>', html)[:2]:
            page = call(port, "GET", href.replace("&amp;", "&")).text
            assert 'id="here"' in page, (href, words)
            seen += 1
    assert seen > 3


@pytest.mark.parametrize("way", [name for name in FORMATS if name != "pdf"])
def test_a_paper_is_taken_along(port: int, way: str):
    answer = call(port, "GET", f"/paper/{way}?number=2&title=시험")
    assert answer.status == 200
    assert len(answer.body) > 200
    assert "attachment" in answer.headers["content-disposition"]
    if answer.body.startswith(b"PK"):
        assert zipfile.ZipFile(io.BytesIO(answer.body)).testzip() is None


def test_a_paper_that_cannot_be_is_refused_with_the_form(port: int):
    page = call(port, "GET", "/paper?number=60")
    assert page.status == 200
    assert "caution" in page.text
    assert call(port, "GET", "/api/v1/paper?number=60").status == 409
    assert call(port, "GET", "/paper/exe").status == 400
    assert call(port, "GET", "/items/item-0000").status == 404
