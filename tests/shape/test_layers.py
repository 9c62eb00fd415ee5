"""The import contract of the design: imports go down only, and no folder is outside the plan."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_go_down_only():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "1 kept, 0 broken" in result.stdout


def test_kiwi_has_one_door():
    doors = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "src").rglob("*.py")
        if any(line.startswith(("import kiwipiepy", "from kiwipiepy")) for line in path.read_text().splitlines())
    ]
    assert doors == ["src/sagwan/korean/kiwi.py"]


def test_evidence_has_one_door():
    makers = [
        p.name for p in (ROOT / "src").rglob("*.py") if "Evidence(" in p.read_text().replace("class Evidence", "")
    ]
    assert makers == ["text.py"]
