"""Whose a page is, by its copyright line."""

from __future__ import annotations

import pytest

from sagwan.lexicon import load_default
from sagwan.page import outlets
from sagwan.page.cues import cues_of

CUES = cues_of(load_default())


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("ⓒ 연합뉴스, 무단 전재-재배포 금지", "연합뉴스"),
        ("[저작권자 ⓒ 누리일보. 무단전재-재배포 금지]", "누리일보"),  # told by its end
        ("Copyright ⓒ 물빛누리. All rights reserved.", "물빛누리"),  # told by what the line says of it
        ("새 공장 앞에 선 한서린 대표 ⓒ 한서린", None),
        ("ⓒ 2031. 무단 전재 금지", None),
    ],
)
def test_the_owner_is_told(line: str, owner: str | None) -> None:
    assert outlets.owner(line, CUES) == owner
