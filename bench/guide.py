"""The pictures of the guide, made by the product from the sample pages and the stories: `python -m bench.guide`."""

import io
import sys
import tempfile
from functools import partial
from pathlib import Path

from rich.console import Console
from tests.corpus.stories.press import pages as story_pages

from sagwan.cli import look
from sagwan.cli.app import run
from sagwan.work.samples import sample_pages

GUIDE = Path(__file__).parents[1] / "docs" / "guide"
WIDTH = 100
PICTURES = {
    "who": ["who", "도재윤", "--limit", "2"],
    "timeline": ["timeline", "솔빛에너지", "--limit", "8"],
    "ties": ["ties", "해오름반도체", "미르칩스"],
    "graph": ["graph", "온새미에너지"],
    "disputes": ["disputes", "탁영주"],
    "reversals": ["reversals", "표지운"],
    "deals": ["deals", "온새미에너지"],
}


def main() -> int:
    """Write one SVG a view; the same pages give the same bytes."""
    with tempfile.TemporaryDirectory() as folder, sample_pages() as pages:
        ledger = str(Path(folder) / "보기.ledger")
        for name, data in story_pages().items():
            (Path(folder) / name).write_bytes(data)
        run(["read", *pages, *sorted(map(str, Path(folder).glob("*.txt"))), "--ledger", ledger])
        for name, command in PICTURES.items():
            console = Console(record=True, width=WIDTH, force_terminal=True, highlight=False, file=io.StringIO())
            look.console = partial(_same, console)
            run([*command, "--ledger", ledger])
            title = f"sagwan {' '.join(command)}"
            console.save_svg(str(GUIDE / f"{name}.svg"), title=title, unique_id=f"sagwan-{name}")
            print(f"{name}.svg")
    return 0


def _same(console: Console) -> Console:
    return console


if __name__ == "__main__":
    sys.exit(main())
