"""The pictures of the guide, made by the product from the sample pages and the stories: `python -m bench.guide`."""

import io
import re
import sys
import tempfile
from functools import partial
from html import unescape
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from tests.corpus.stories.press import pages as story_pages

from sagwan.cli import look
from sagwan.cli.app import run
from sagwan.work.samples import sample_pages

GUIDE = Path(__file__).parents[1] / "docs" / "guide"
WIDTH = 100
_RUN = re.compile(r'<text[^>]*textLength="([\d.]+)"[^>]*>([^<]+)</text>')
PICTURES = {
    "who": ["who", "도재윤", "--limit", "2"],
    "timeline": ["timeline", "솔빛에너지", "--limit", "8"],
    "ties": ["ties", "해오름반도체", "미르칩스"],
    "graph": ["graph", "온새미에너지"],
    "disputes": ["disputes", "탁영주"],
    "reversals": ["reversals", "표지운"],
    "withdrawn": ["reversals", "도재윤"],
    "deals": ["deals", "마루자동차"],
    "threads": ["threads", "누비바이오", "--since", "2028-05-01", "--until", "2028-06-30"],
    "search": ["search", "과징금 -누비바이오", "--limit", "2"],
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
            drawn = console.export_svg(title=title, unique_id=f"sagwan-{name}")
            (GUIDE / f"{name}.svg").write_text(_set_wide(drawn), "utf-8")
            print(f"{name}.svg")
    return 0


def _set_wide(svg: str) -> str:
    """Give Hangul its two cells: Rich sets every run as if each character took one."""
    widths = [float(length) / len(unescape(text)) for length, text in _RUN.findall(svg) if text.isascii()]
    cell = max(set(widths), key=widths.count)
    return _RUN.sub(lambda run: _run(run, cell), svg)


def _run(run: re.Match[str], cell: float) -> str:
    length = f"{cell * cell_len(unescape(run[2])):.1f}"
    return run[0].replace(f'textLength="{run[1]}"', f'textLength="{length}"')


def _same(console: Console) -> Console:
    return console


if __name__ == "__main__":
    sys.exit(main())
