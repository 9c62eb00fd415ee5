"""Every page in a real browser: no error, no other host, nothing axe-core finds serious, nothing wider than a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from tests.web.house import call, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SERIOUS = ("serious", "critical")
AXE = "build/assets/axe-core/axe.min.js"


class Visit:
    """A tab, and all that went wrong in it."""

    def __init__(self, browser: Browser, port: int, width: int, theme: str) -> None:
        self.home = f"http://127.0.0.1:{port}"
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, locale="ko-KR")  # type: ignore[arg-type]
        self.page: Page = context.new_page()
        self.page.set_default_timeout(120_000)  # a busy machine is no fault of the page
        self.faults: list[str] = []
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.on("request", self._requested)

    def _requested(self, request: object) -> None:
        url = request.url  # type: ignore[attr-defined]
        if urlsplit(url).scheme in ("http", "https") and not url.startswith(self.home):
            self.faults.append(f"another host: {url}")

    def to(self, path: str) -> Page:
        self.page.goto(self.home + path, wait_until="load")
        return self.page

    def close(self) -> None:
        self.page.context.close()


@pytest.fixture(scope="module")
def visits(browser: Browser, port: int):
    opened = {name: Visit(browser, port, *how) for name, how in (("wide", (1280, "light")), ("phone", (360, "dark")))}
    yield opened
    for visit in opened.values():
        visit.close()


def test_every_page_is_sound(visits, port, pytestconfig):
    axe = (pytestconfig.rootpath / AXE).read_text("utf-8")
    found = []
    for how, visit in visits.items():
        for name, path in pages_of(port).items():
            page = visit.to(path)
            if page.locator("[data-chart]").count():
                page.wait_for_selector("[data-drawn=yes]", state="attached", timeout=15_000)
            missing = "404" in page.title() and name == "nothing"
            found += [f"{how} {name}: {fault}" for fault in visit.faults if not (missing and "404" in fault)]
            visit.faults.clear()
            too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if too_wide > 0:
                found.append(f"{how} {name}: {too_wide} pixels wider than the screen")
            # The policy forbids scripts from elsewhere; what the driver evaluates is its own.
            result = page.evaluate(
                f"async () => {{ {axe}; return await axe.run(document, {{resultTypes: ['violations']}}) }}"
            )
            found += [
                f"{how} {name}: {one['id']} {one['nodes'][0]['target']} {one['nodes'][0].get('failureSummary')}"
                for one in result["violations"]
                if one["impact"] in SERIOUS
            ]
    assert not found, "\n".join(found)


def test_a_click_opens_the_record_and_why(visits, port):
    page = visits["wide"].to(pages_of(port)["article"])
    piece = page.locator(".sheet .m-statement").first
    piece.click()
    page.wait_for_selector("#panel .record")
    assert page.locator("#panel .facts").inner_text()
    assert page.locator(".sheet .here").count() >= 1
    assert "record=statement-" in page.url
    assert not visits["wide"].faults


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
