"""Value-and-span accuracy on the values suites, beside the peers' figures that lie with them.

    python -m bench.values [--suites FOLDER] [CASES.jsonl ...]

Without CASES it takes every suite of FOLDER (default `../shared/values`). The folder's own scorer does the scoring;
each case that is missed is listed in `build/values/NAME.misses` and, with its reason, in `docs/values-misses.md`; one
without a reason is printed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

from bench.values.misses import write_page
from bench.values.predict import write

BUILD = Path("build/values")
# The scorer's tables by their titles, and what this table calls them.
TABLES = {
    "value + exact span": "value and span",
    "value correct": "value",
    "span only cases: exact span": "span only",
    "negative cases: nothing returned": "nothing expected",
}
PEERS = ("duckling", "korean-datetime-nearest", "stack")
Table = dict[str, dict[str, tuple[int, int]]]


def main() -> int:
    """Predict, score and print each suite."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--suites", type=Path, default=Path("../shared/values"))
    parser.add_argument("cases", nargs="*", type=Path)
    args = parser.parse_args()
    peers = _peers(args.suites / "README.md")
    BUILD.mkdir(parents=True, exist_ok=True)
    listings: dict[str, str] = {}
    for cases in args.cases or sorted(args.suites.glob("*.jsonl")):
        predictions = BUILD / cases.name
        write(cases, predictions)
        misses = _score(args.suites, cases, predictions, "--misses")
        (BUILD / f"{cases.stem}.misses").write_text(misses, encoding="utf-8")
        listings[cases.stem] = misses
        _show(cases.stem, _tables(_score(args.suites, cases, predictions)), peers.get(cases.stem, {}))
    if not args.cases:
        print(*write_page(listings), sep="\n")
    return 0


def _score(suites: Path, cases: Path, predictions: Path, *flags: str) -> str:
    command = [sys.executable, str(suites / "score_values.py"), str(cases), f"sagwan={predictions}", *flags]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _tables(scored: str) -> Table:
    rows: Table = {}
    for title, body in re.findall(r"\*\*(.+?)\*\*\n\n(.*?)(?=\n\n|\Z)", scored, re.DOTALL):
        if title in TABLES:
            for line in body.splitlines()[2:]:
                name, count, right = (cell.strip() for cell in line.strip("|").split("|"))
                rows.setdefault(name, {})[TABLES[title]] = int(right), int(count)
    return rows


def _peers(readme: Path) -> dict[str, dict[str, dict[str, str]]]:
    """The peers' figures, "value / value and span", by suite, dimension and peer."""
    if not readme.exists():
        return {}
    found: dict[str, dict[str, dict[str, str]]] = {}
    for suite, body in re.findall(
        r"### (\S+-dev)[^\n]*\n(.*?)(?=\n###|\Z)", readme.read_text(encoding="utf-8"), re.DOTALL
    ):
        lines = [
            [c.strip(" *") for c in line.strip("|").split("|")] for line in body.splitlines() if line.startswith("|")
        ]
        if lines:
            names = lines[0]
            found[suite] = {row[0]: dict(zip(names, row, strict=False)) for row in lines[2:]}
    return found


def _show(suite: str, rows: Table, peers: dict[str, dict[str, str]]) -> None:
    heads = ("value and span", "value", "span only", "nothing expected")
    print(f"\n{suite}\n{'':18s}" + "".join(f"{h:>18s}" for h in heads) + "".join(f"{p:>26s}" for p in PEERS))
    for name, figures in rows.items():
        own = "".join(f"{_share(figures.get(head)):>18s}" for head in heads)
        row = peers.get("all values" if name == "ALL" else name, {})
        print(f"{name:18s}{own}" + "".join(f"{row.get(peer, ''):>26s}" for peer in PEERS))


def _share(figure: tuple[int, int] | None) -> str:
    if figure is None or not figure[1]:
        return ""
    return f"{figure[0]}/{figure[1]} {100 * figure[0] / figure[1]:.0f}%"


if __name__ == "__main__":
    sys.exit(main())
