"""Every view has an address that stays, is taken along as CSV, JSON and PNG, and is asked as it was told by a day."""

from __future__ import annotations

import html
import re

import msgspec
import pytest
from tests.web.house import call, pages_of

from sagwan.web.pages import PAGES

# What is no view of what was told by a day: a text and its records never change, the bank keeps days of its own, the
# account is of everything that came.
WITHOUT_DAY = {"article", "record", "items", "item", "paper", "about", "upload"}
LINK = re.compile(r'<a href="(/api/v1/[^"]+)"')


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_a_view_has_all_that_is_promised(port: int, page):
    path = pages_of(port)["search" if page.id == "search" else page.id]
    shown = call(port, "GET", path).text
    dated = "as_of" in page.form.__struct_fields__
    assert dated == (page.id not in WITHOUT_DAY)
    assert ('name="as_of"' in shown) == dated
    if page.question is None:
        return
    table, whole = (html.unescape(one) for one in LINK.findall(shown)[:2])
    as_table, as_json = call(port, "GET", table), call(port, "GET", whole)
    assert (as_table.status, as_table.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert as_table.text.startswith("\ufeff")
    assert (as_json.status, as_json.headers["content-type"]) == (200, "application/json")
    msgspec.json.decode(as_json.body)
    assert "data-picture" in shown
    assert "data-copy" in shown
    if dated:
        day = f"{path}{'&' if '?' in path else '?'}as_of=2099-12-31"
        assert call(port, "GET", day).status == 200
        assert 'value="2099-12-31"' in call(port, "GET", day).text


def test_a_table_is_whole_where_a_page_is_a_portion(port: int):
    total = msgspec.json.decode(call(port, "GET", "/api/v1/said?limit=1").body)["total"]
    assert total > 50
    assert len(call(port, "GET", "/api/v1/said?format=csv").body.splitlines()) >= total
    assert len(call(port, "GET", "/api/v1/articles?format=csv&limit=2").body.splitlines()) == 3


def test_a_dossier_is_turned_page_by_page(port: int):
    name = max(
        (one for one in msgspec.json.decode(call(port, "GET", "/api/v1/names").body)["items"]),
        key=lambda one: one["articles"],
    )["name"]
    path = f"/api/v1/who/{name}"
    for leaves, cursor in (("statements", "said"), ("moments", "did"), ("articles", "told")):
        whole = msgspec.json.decode(call(port, "GET", f"{path}?limit=200").body)[leaves]
        found: list[object] = []
        turned: str | None = ""
        while turned is not None:
            part = msgspec.json.decode(call(port, "GET", f"{path}?limit=2{turned}").body)[leaves]
            assert part["total"] == whole["total"]
            found += part["items"]
            turned = f"&{cursor}={part['next']}" if part["next"] else None
        assert found == whole["items"]
        assert len(found) == whole["total"] > 2
    first = call(port, "GET", f"/who/{name}?limit=2").text
    (next_,) = re.findall(r'href="([^"]*did=[^"]*)#w-did"', first)
    assert call(port, "GET", html.unescape(next_)).text != first
