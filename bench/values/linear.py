"""Hypothesis looks for a row of digits, units and marks whose reading takes more than linear time.

    python -m bench.values.linear [EXAMPLES]

Each row of pieces is read once as it is and once four times over; a reader that is linear takes about four times as
long, one that is quadratic sixteen times. A row that looks slow is read again sixteen and sixty-four times over, where
a square shows whatever stands beside it; only these long readings decide.
"""

from __future__ import annotations

import sys
import time
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagwan.extract.values import read_values_in

WORDS = """0 1 2 9 31 2025 1,000 .5 일 이 삼 십 백 천 만 억 조 경 수 한 두 세 열 원 달러 명 개 년 월 시 분 초 % 대
배 번째
전 뒤 간 이상 약 지난 오는 이날 올해 오전 월요일 부터 까지 에서 ~ - , . · ( ) / : 마이너스 분의 제 $ 여 반"""
PIECES = [*WORDS.split(), " "]
ANCHOR = date(2025, 3, 14)
TIMES, LONG = 4, 40
# A quadratic reader takes 16 times as long; clocks and caches blur the 4 of a linear one.
SUSPECT, BOUND = 6.0, 6.5
PIECES_A_ROW, TRIES = 12, 3
worst = (0.0, "")
suspects = 0


def _seconds(text: str) -> float:
    start = time.process_time()
    read_values_in(text, ANCHOR)
    return time.process_time() - start


def _ratio(text: str) -> float:
    return _seconds(text * TIMES) / max(_seconds(text), 1e-5)


def _row(drawn: bytes) -> str:
    """A byte a piece: one draw a row, where a list of choices would take longer to draw than to read."""
    return "".join(PIECES[byte % len(PIECES)] for byte in drawn)


def _check(drawn: bytes) -> None:
    global worst, suspects  # noqa: PLW0603  the worst of all examples is what the run is for
    unit = _row(drawn)
    text = unit * (LONG // len(unit) + 1)
    ratio = _ratio(text)
    if ratio > SUSPECT:
        suspects += 1
        ratio = min(_ratio(text * TIMES * TIMES) for _ in range(TRIES))
    if ratio > worst[0]:
        worst = (ratio, unit)
    assert ratio < BOUND, f"{ratio:.1f} times as long for {TIMES} times the text: {unit!r}"


def main() -> int:
    """Run the search and print the worst row found."""
    examples = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    pieces = st.binary(min_size=1, max_size=PIECES_A_ROW)
    search = settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    search(given(pieces)(_check))()
    print(f"{examples} rows, {suspects} read again at length")
    print(f"the worst takes {worst[0]:.1f} times as long for {TIMES} times the text: {worst[1]!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
