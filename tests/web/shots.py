"""`make shots`: a picture of every page at three widths, light and dark, in `shots/`, to be looked at.

LEDGER=FILE takes them over another ledger.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from tests.web.house import CHROMIUM, QUIET, bank_some, desk_over, keep_samples, pages_of, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path("shots")
WIDTHS = {"phone": 360, "tablet": 820, "wide": 1440}
SETTLED_MS = 400


def main() -> int:
    """Take them; 1 where there is no Chromium."""
    if not CHROMIUM.exists():
        sys.stderr.write(f"{CHROMIUM}: apt-get install chromium\n")
        return 1
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(os.environ.get("LEDGER", f"{folder}/samples.ledger"))
        if "LEDGER" not in os.environ:
            keep_samples(ledger)
            bank_some(ledger)
        with served(desk_over(ledger)) as port, sync_playwright() as engine:
            browser = engine.chromium.launch(executable_path=str(CHROMIUM), args=[*QUIET, "--lang=ko-KR"])
            for name, width in WIDTHS.items():
                take(browser, port, name, width, "light")
            take(browser, port, "wide", WIDTHS["wide"], "dark")
            browser.close()
    sys.stdout.write(f"{len(list(FOLDER.iterdir()))}: {FOLDER}/\n")
    return 0


def take(browser: Browser, port: int, name: str, width: int, theme: str) -> None:
    """Every page at one width in one theme."""
    looks = browser.new_context(viewport={"width": width, "height": 900}, locale="ko-KR")
    page = looks.new_page()
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    for what, path in pages_of(port).items():
        page.goto(f"http://127.0.0.1:{port}{path}", wait_until="load")
        page.wait_for_timeout(SETTLED_MS)
        page.screenshot(path=FOLDER / f"{what}-{name}{'-dark' if theme == 'dark' else ''}.png", full_page=True)
    looks.close()


if __name__ == "__main__":
    sys.exit(main())
