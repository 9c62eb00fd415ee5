"""Every page in a real browser: no error, no other host, nothing axe-core finds serious, nothing wider than a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from starlette.routing import Match, Route
from tests.web.house import call, pages_of
from tests.web.visit import Visit

from sagwan.web.app import application
from sagwan.web.gate import Access

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def visits(browser: Browser, port: int):
    opened = {name: Visit(browser, port, *how) for name, how in (("wide", (1280, "light")), ("phone", (360, "dark")))}
    yield opened
    for visit in opened.values():
        visit.close()


def test_every_page_is_sound(visits, port):
    found = []
    for how, visit in visits.items():
        for name, path in pages_of(port).items():
            visit.to(path)
            found += [f"{how} {name}: {fault}" for fault in visit.wrong()]
    assert not found, "\n".join(found)


def test_no_page_escapes_the_walk(desk, port):
    """Whatever answers to GET is walked above, or is no page: an answer, a file, a way from a form to a page."""
    answers = application(desk, Access("tester", None)).routes
    routes = [one for one in answers if isinstance(one, Route) and "GET" in (one.methods or ())]
    walked = {_route_of(routes, path) for path in pages_of(port).values()}
    pages = {one.path for one in routes if not one.path.startswith("/api/")}
    assert pages - walked == {"/ties", "/paper/{format}", "/uploads/{id}", "/uploads/{id}/events"}


def _route_of(routes: list[Route], path: str) -> str:
    call = {"type": "http", "method": "GET", "path": unquote(path.partition("?")[0]), "headers": []}
    return next(one.path for one in routes if one.matches(call)[0] is Match.FULL)


def test_a_click_opens_the_record_and_why(visits, port):
    page = visits["wide"].to(pages_of(port)["article"])
    piece = page.locator(".sheet .m-statement").first
    piece.click()
    page.wait_for_selector("#panel .record")
    assert page.locator("#panel .facts").inner_text()
    assert page.locator(".sheet .here").count() >= 1
    assert "record=statement-" in page.url
    assert not visits["wide"].faults


def test_the_evidence_leads_on_and_is_laid_aside(visits, port):
    page = visits["phone"].to(pages_of(port)["article-record"])
    assert page.locator("#panel .facts a.name").count() >= 1
    at_foot = page.locator("#panel").evaluate("one => one.getBoundingClientRect().bottom === innerHeight")
    assert at_foot
    page.keyboard.press("Escape")
    assert page.locator("#panel .record").count() == 0
    assert "record=" not in page.url


def test_a_line_opens_its_words_in_the_article(visits, port):
    page = visits["wide"].to("/disputes")
    words = page.locator(".cited blockquote a").first
    said = words.inner_text().strip("“”")
    words.click()
    page.wait_for_selector(".sheet .here")
    shown = "".join(page.locator(".sheet .here").all_inner_texts())
    assert "".join(said.split()) == "".join(shown.split())
    assert page.locator("#here").is_visible()


def test_pages_are_whole_without_scripts(browser, port):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name, path in pages_of(port).items():
        page.goto(f"http://127.0.0.1:{port}{path}")
        assert page.locator("main h1").count() >= 1, name
    page.goto(f"http://127.0.0.1:{port}{pages_of(port)['article-record']}")
    assert page.locator("#panel .record").is_visible()
    assert page.locator(".sheet .here").count() >= 1
    context.close()


def test_keys_lead_through_a_page(visits):
    page = visits["wide"].to("/disputes")
    page.keyboard.press("]")
    first = page.evaluate("document.activeElement.href")
    page.keyboard.press("]")
    assert "/articles/" in first
    assert page.evaluate("document.activeElement.href") != first
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


def test_language_and_theme_are_kept(browser, port):
    context = browser.new_context(locale="ko-KR", color_scheme="light")
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}/disputes?name=")
    page.locator("button[name=lang]").click()
    assert page.locator("h1").inner_text() == "Disputes"
    page.locator("button[name=theme]").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert "/disputes" in page.url
    context.close()


def test_a_view_is_taken_along_as_a_picture(visits, tmp_path: Path):
    visit = visits["wide"]
    page = visit.to("/disputes")
    with page.expect_download(timeout=30_000) as taken:
        page.locator("[data-picture]").click()
    taken.value.save_as(tmp_path / "view.png")
    assert (tmp_path / "view.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "view.png").stat().st_size > 20_000
    assert not visit.faults


def test_no_page_holds_an_inline_script_or_style(port):
    for name, path in pages_of(port).items():
        html = call(port, "GET", path, accept_language="ko").text
        assert " style=" not in html, name
        assert "javascript:" not in html, name
        scripts = html.split("<script")[1:]
        assert all(one.startswith((' src="/', ' type="application/json"')) for one in scripts), name
