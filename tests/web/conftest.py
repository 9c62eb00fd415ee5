"""One ledger of the sample pages, one server over it, one browser, for all tests of the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright
from tests.web.house import CHROMIUM, QUIET, bank_some, desk_over, keep_samples, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from sagwan.web.desk import Desk


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = tmp_path_factory.mktemp("web") / "samples.ledger"
    assert not keep_samples(ledger).refused
    bank_some(ledger)
    return ledger


@pytest.fixture(scope="session")
def desk(samples: Path) -> Desk:
    return desk_over(samples)


@pytest.fixture(scope="session")
def port(desk: Desk) -> Iterator[int]:
    with served(desk) as port:
        yield port


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (/usr/bin/chromium: apt-get install chromium)")
    with sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield chromium
        chromium.close()
