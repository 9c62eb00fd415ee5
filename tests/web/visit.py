"""A reader at a real browser: where he goes, and all that is wrong with what he sees."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[2] / "build" / "assets" / "axe-core" / "axe.min.js"
SERIOUS = ("serious", "critical")
# What a finger must hit is 24 pixels wide and high (WCAG 2.2, 2.5.8), unless it stands in a line of text.
_RULES = "{resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}"


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
        if self.page.locator("[data-chart]").count():
            self.page.wait_for_selector("[data-drawn=yes]", state="attached", timeout=15_000)
        return self.page

    def wrong(self) -> Iterator[str]:
        """What is wrong with the page: errors, other hosts, too wide for the screen, what axe-core finds."""
        missing = "404" in self.page.title()  # the browser itself reports what was looked for and is not there
        yield from (fault for fault in self.faults if not (missing and "404" in fault))
        self.faults.clear()
        too_wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if too_wide > 0:
            yield f"{too_wide} pixels wider than the screen"
        # The policy forbids scripts from elsewhere; what the driver evaluates is its own.
        axe = AXE.read_text("utf-8")
        result = self.page.evaluate(f"async () => {{ {axe}; return await axe.run(document, {_RULES}) }}")
        for one in result["violations"]:
            if one["impact"] in SERIOUS:
                places = " ".join(str(node["target"][0]) for node in one["nodes"][:6])
                yield f"{one['id']}: {places}: {one['nodes'][0].get('failureSummary')}"

    def close(self) -> None:
        self.page.context.close()
