"""Pages that want to be more than text: script in a headline, bidi marks, a very long line, forged HTML, a formula."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import msgspec
import pytest
from tests.web.house import call, desk_over, served

from sagwan.views.register import NameSeen
from sagwan.web.listing import Listing
from sagwan.web.table import as_csv
from sagwan.work.keep import keep_all
from sagwan.work.outcome import Account
from sagwan.work.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

ALERT = "<script>document.title='stolen'</script><img src=x onerror=\"document.title='stolen'\">"
PAGES = {
    "script.txt": f"{ALERT}누리전자 새 공장\n\n누리뉴스 | 입력 2027-03-25 18:42\n\n"
    f"김하늘 누리전자 대표는 “{ALERT}공장을 짓겠다”고 말했다. 한빛물산은 “사실무근”이라고 반박했다.\n\n윤슬 기자\n",
    "bidi.txt": "누리전자 \u202e장공 새\u202c 짓는다\n\n누리뉴스 | 입력 2027-03-26 10:00\n\n"
    "김하늘 누리전자 대표는 “\u202eevil\u2066공장\u200b을 짓겠다”고 말했다.\n",
    "forged.html": "<html><head><title>&lt;script&gt;document.title='stolen'&lt;/script&gt;</title></head>"
    "<body>"
    "<h1>&lt;/script&gt;&lt;script&gt;document.title='stolen'&lt;/script&gt;한빛물산</h1><p>2027.03.27</p>"
    "<article><p>김하늘 한빛물산 대표는 \"&lt;/a&gt;&lt;svg onload=document.title='stolen'&gt;\"라고 말했다.</p>"
    "<p>이도윤 한빛물산 사장은 ‘=cmd|’라고 말했다. 한빛물산은 누리전자에 3조2000억원을 냈다.</p></article>"
    "</body></html>",
    "nul.bin": "\0\1\2",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("hostile")
    for name, text in PAGES.items():
        (folder / name).write_text(text, "utf-8")
    ledger = folder / "hostile.ledger"
    account = Account()
    sources = [str(folder / name) for name in PAGES]
    keep_all(sources, load_settings({"ledger": str(ledger)}), account, lambda: None)
    assert account.kept == 3
    assert account.came == len(PAGES)
    with served(desk_over(ledger)) as port:
        yield port


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory):
    """A page of one line of a million letters beside one of the same outlet."""
    folder = tmp_path_factory.mktemp("endless")
    (folder / "long.txt").write_text("누리전자 긴 줄\n\n누리뉴스 | 입력 2027-03-28 10:00\n\n" + "x" * 990_000, "utf-8")
    (folder / "script.txt").write_text(PAGES["script.txt"], "utf-8")
    account = Account()
    sources = [str(folder / name) for name in ("long.txt", "script.txt")]
    keep_all(sources, load_settings({"ledger": str(folder / "endless.ledger")}), account, lambda: None)
    assert account.kept == len(sources)
    with served(desk_over(folder / "endless.ledger")) as port:
        listed = msgspec.json.decode(call(port, "GET", "/api/v1/articles").body)["items"]
        yield port, next(one["page"] for one in listed if one["source"] == "long.txt")


def paths(port: int) -> list[str]:
    listed = msgspec.json.decode(call(port, "GET", "/api/v1/articles").body)["items"]
    names = msgspec.json.decode(call(port, "GET", "/api/v1/names").body)["items"]
    return [
        *("/", "/articles", "/who", "/timeline", "/disputes", "/reversals", "/money", "/network", "/said", "/about"),
        *(f"/articles/{one['page'][:12]}" for one in listed),
        *(f"/who/{one['name']}" for one in names[:6]),
        f"/who/{ALERT.replace('/', '%2F')}",
        "/disputes?name=<script>document.title='stolen'</script>",
    ]


def test_it_is_shown_as_text_and_nothing_else(hostile, browser):
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    for path in paths(hostile):
        page.goto(f"http://127.0.0.1:{hostile}{path.replace('?name=<', '?name=%3C')}", timeout=120_000)
        assert page.title() != "stolen", path
        assert page.locator("main script:not([type='application/json'])").count() == 0, path
        assert page.locator("main img, main svg").count() == 0, path
    assert not faults
    page.close()


def test_the_text_is_whole(hostile, browser):
    page = browser.new_page()
    listed = msgspec.json.decode(call(hostile, "GET", "/api/v1/articles").body)["items"]
    by_source = {one["source"]: one["page"][:12] for one in listed}
    page.goto(f"http://127.0.0.1:{hostile}/articles/{by_source['script.txt']}")
    assert "<script>document.title='stolen'</script>" in page.locator(".sheet").text_content()
    page.goto(f"http://127.0.0.1:{hostile}/articles/{by_source['bidi.txt']}")
    assert "\u202eevil\u2066공장\u200b을 짓겠다" in page.locator(".sheet").text_content()
    page.close()


def test_a_line_of_a_million_characters_is_shown(endless, browser):
    port, id_ = endless
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{port}/articles/{id_[:12]}", timeout=120_000)
    assert page.locator(".sheet").text_content().count("x") >= 990_000
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()
    near, until = f"/articles/{id_[:12]}/near", time.monotonic() + 100
    while call(port, "GET", near).status == 503 and time.monotonic() < until:  # prepared beside, and said so
        time.sleep(0.2)
    for path in (near, "/search?q=누리전자", "/timeline", "/said"):
        assert call(port, "GET", path).status == 200


def test_a_formula_is_no_formula_in_a_table():
    table = as_csv(Listing((NameSeen("=cmd|' /C calc'!A0", "org", -3),), 1, None), "items").decode("utf-8-sig")
    assert table.splitlines()[1].startswith("'=cmd|")
    assert table.splitlines()[1].endswith(",-3")
