"""Tracked files speak of the project alone: no path of a machine."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:work|tmp|root|home|Users)/[A-Za-z0-9_.]")  # own-words: the pattern itself


def test_no_path_of_a_machine():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        names = [p.relative_to(ROOT).as_posix() for p in (ROOT / "src").rglob("*.py")]
    else:
        names = [n for n in listed.stdout.split("\0") if n and not n.endswith(".lock")]
    assert names
    found = []
    for name in names:
        path = ROOT / name
        try:
            lines = path.read_text().splitlines() if path.is_file() else []
        except UnicodeDecodeError:
            continue
        found += [
            f"{name}:{n}" for n, line in enumerate(lines, 1) if MACHINE_PATH.search(line) and "own-words" not in line
        ]
    assert not found
