"""`make shots`: a picture of every page at three widths, light and dark, in `shots/`, to be looked at.

What a program finds wrong with each is said, and makes it fail.

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
from tests.web.visit import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path("shots")
LOOKS = (
    ("phone", 360, "light"),
    ("tablet", 820, "light"),
    ("wide", 1440, "light"),
    ("phone-dark", 360, "dark"),
    ("wide-dark", 1440, "dark"),
)
SETTLED_MS = 400


def main() -> int:
    """Take them; 1 where there is no Chromium or something is wrong."""
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
            browser = engine.chromium.launch(
                executable_path=str(CHROMIUM), args=list(QUIET), env={**os.environ, "LANGUAGE": "ko"}
            )
            found = [fault for look in LOOKS for fault in take(browser, port, *look)]
            browser.close()
    sys.stdout.write("".join(f"{fault}\n" for fault in found))
    sys.stdout.write(f"{len(list(FOLDER.iterdir()))}: {FOLDER}/\n")
    return 1 if found else 0


def take(browser: Browser, port: int, name: str, width: int, theme: str) -> list[str]:
    """Every page at one width in one theme; gives what is wrong."""
    visit = Visit(browser, port, width, theme)
    found = []
    for what, path in pages_of(port).items():
        page = visit.to(path)
        page.wait_for_timeout(SETTLED_MS)
        page.screenshot(path=FOLDER / f"{what}-{name}.png", full_page=True)
        found += [f"{what}-{name}: {fault}" for fault in visit.wrong()]
    visit.close()
    return found


if __name__ == "__main__":
    sys.exit(main())
