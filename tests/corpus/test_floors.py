"""Figures on real pages never fall: `floors.json` pins what was reached, and is only ever raised.

The pages belong to their publishers and lie beside the checkout (`../shared`); without them nothing is measured.
To raise the floors: `make gate`.
"""

import json
from pathlib import Path

import pytest
from bench.gate import SHARED, SUITES, measure

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text())

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the measured pages are not beside this checkout")


@pytest.mark.parametrize("suite", sorted(SUITES))
def test_no_figure_falls(suite: str):
    figures = measure(suite)
    assert FLOORS[suite]
    fallen = {
        name: (figures.get(name), floor) for name, floor in FLOORS[suite].items() if figures.get(name, 0.0) < floor
    }
    assert not fallen, f"잰 값이 바닥보다 낮습니다 (이름: (지금, 바닥)): {fallen}"
