"""Figures on the gold pages, and the floors that pin them.

`python -m bench.gate` prints every figure beside its floor; `--raise` writes the figures that rose into
`tests/corpus/floors.json`. A floor is never lowered by this program.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "tests" / "corpus" / "floors.json"
SUITES = {
    "seeds": ("gold/seeds.json", "seeds", "*.txt"),
    "articles": ("gold/articles.json", "gold/pages", "d*.txt"),
}
_ROW = re.compile(r"^(\w+)\s+\d+\s+\d+\s+\d+\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*(.*)$")
_SHARE = re.compile(r"([\w ]+?) (\d+)/(\d+) \(\d+%\)")


def measure(suite: str) -> dict[str, float]:
    """Every figure of the scorer as a percentage: `statements.f1`, `statements.speaker`, …"""
    gold, pages, pattern = SUITES[suite]
    sources = sorted(str(p) for p in (SHARED / pages).glob(pattern))
    with tempfile.TemporaryFile("w+") as readings:
        subprocess.run([sys.executable, "-m", "sagwan", "extract", *sources], stdout=readings, check=True)
        readings.seek(0)
        scored = subprocess.run(
            [sys.executable, SHARED / "score/score.py", "--gold", SHARED / gold, "--pages", SHARED / pages],
            stdin=readings,
            capture_output=True,
            text=True,
            check=True,
        )
    return dict(_figures(scored.stdout))


def _figures(table: str) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for line in table.splitlines():
        row = _ROW.match(line)
        if not row:
            continue
        layer, precision, recall, f1, rest = row.groups()
        if layer == "events":
            # The gold events are an incomplete list by design: recall only.
            found.append(("events.recall", float(recall)))
        elif layer not in {"article", "evidence"}:
            found += [
                (f"{layer}.precision", float(precision)),
                (f"{layer}.recall", float(recall)),
                (f"{layer}.f1", float(f1)),
            ]
        found += [(f"{layer}.{m[1].strip()}", round(100 * int(m[2]) / int(m[3]), 1)) for m in _SHARE.finditer(rest)]
    return found


def main() -> int:
    """Print the figures; with `--raise`, lift the floors to them."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    fallen = 0
    for suite in SUITES:
        own = floors.setdefault(suite, {})
        for name, figure in measure(suite).items():
            floor = own.get(name, 0.0)
            fallen += figure < floor
            print(f"{suite:9s} {name:28s} {figure:6.1f}  {floor:6.1f}{'  ↓' if figure < floor else ''}")
            if "--raise" in sys.argv:
                own[name] = max(floor, figure)
    if "--raise" in sys.argv:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
