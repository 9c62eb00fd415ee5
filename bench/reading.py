"""What reading costs over bare Kiwi on the same texts, in one run: `make bench`.

    python bench/reading.py [FOLDER] [--pages N]

Eight pages at a time, as `sagwan read` takes them, go by turns to bare Kiwi and the whole reading, so that a drift of
the machine falls on both. All times are CPU seconds of one process. Bare Kiwi is one `tokenize` of the page's whole
text; "article only" is one of just the characters that the reading analyses, the stricter measure. The first line says
which build was measured: the modules as they stand, or the compiled ones of `make native`.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, before numpy is loaded

import sagwan.extract.read as passes
import sagwan.korean.passage as compiled_or_not
from sagwan.core.errors import SagwanError
from sagwan.core.page import Layout, Page
from sagwan.ledger.rows import to_rows
from sagwan.ledger.store import Store, open_store
from sagwan.page import lay_out
from sagwan.work.reader import Reader
from sagwan.work.reading_json import to_json
from sagwan.work.settings import Settings
from sagwan.work.sources import list_sources, open_page

T = TypeVar("T")
BESIDE = Path("../shared/texts")
TOGETHER = 8
LABELS = {
    "open": "page opened",
    "layout": "zones and articles",
    "passage": "Kiwi, sentences, words",
    "values": "values",
    "learned": "names: learned tagger",
    "names": "names: rules",
    "statements": "statements",
    "events": "events, parser in it",
    "order of passes": "order of passes",
    "json": "JSON (extract)",
    "rows": "rows of the ledger",
    "store": "rows stored",
}
STEPS = ("read_", "draft_", "tell_")  # what the passes do with the thing that they are named after


class Clock:
    """CPU seconds by name. A pass that calls another is charged for itself alone."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def time(self, name: str, call: Callable[..., T], *args: object) -> T:
        """The answer of `call`, its time booked under `name`."""
        self._inner.append(0.0)
        began = time.process_time()
        try:
            return call(*args)
        finally:
            took = time.process_time() - began
            self.spent[name] += took - self._inner.pop()
            self._inner[-1] += took

    def watch(self, module: ModuleType) -> None:
        """Time every pass that the reading calls by the name it has there."""
        for name in [n for n in vars(module) if n.startswith(STEPS) and not n.startswith("read_layout")]:
            plain = getattr(module, name)
            label = name.split("_", 1)[1]
            setattr(module, name, partial(self._timed, label, plain))

    def _timed(self, label: str, call: Callable[..., T], *args: object, **named: object) -> T:
        return self.time(label, partial(call, **named), *args)


def main() -> None:
    """Read every page both ways and print the shares."""
    args = _arguments()
    reader = Reader.load(Settings().max_bytes)
    sources = list(list_sources([str(args.folder)]))
    if args.pages:
        sources = sources[:: max(1, len(sources) // args.pages)][: args.pages]
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.ledger") as store:
        _read(Clock(), reader, None, sources[:TOGETHER])
        clock.watch(passes)
        groups = [sources[at : at + TOGETHER] for at in range(0, len(sources), TOGETHER)]
        rows = sum(_both(clock, reader, store, group, n) for n, group in enumerate(groups))
    _report(clock, rows, len(sources), args.folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    samples = Path(str(files("sagwan").joinpath("samples")))
    default = BESIDE if BESIDE.is_dir() else samples
    parser.add_argument("folder", nargs="?", type=Path, default=default, help=f"pages to read (default: {default})")
    parser.add_argument("--pages", type=int, help="read only about this many, evenly spread")
    return parser.parse_args()


def _both(clock: Clock, reader: Reader, store: Store, sources: list[str], n: int) -> int:
    """Bare Kiwi and the reading of some pages, by turns first; how many rows were kept."""
    texts = [_texts(reader, source) for source in sources]
    rows = 0
    for turn in (0, 1) if n % 2 else (1, 0):
        if turn:
            bare = reader.analyser._kiwi.tokenize  # noqa: SLF001 — bare Kiwi is what stands behind the door
            for text, stretches in texts:
                clock.time("kiwi", bare, text)
                clock.time("kiwi, article only", lambda call, parts: [call(s) for s in parts], bare, stretches)
        else:
            rows = _read(clock, reader, store, sources)
    return rows


def _texts(reader: Reader, source: str) -> tuple[str, list[str]]:
    try:
        layout = lay_out(open_page(source, reader.max_bytes), reader.lexicon)
    except SagwanError:
        return "", []
    spans = [s for a in layout.articles for s in ((a.headline,) if a.headline else ()) + a.body]
    return layout.text.chars, [layout.text.cut(s) for s in spans]


def _read(clock: Clock, reader: Reader, store: Store | None, sources: list[str]) -> int:
    opened: list[tuple[Page, Layout]] = []
    for source in sources:
        with suppress(SagwanError):
            page = clock.time("open", open_page, source, reader.max_bytes)
            opened.append((page, clock.time("layout", lay_out, page, reader.lexicon)))
    layouts = [layout for _, layout in opened]
    readings = clock.time("order of passes", passes.read_layouts, layouts, reader.lexicon, reader.analyser)
    count = 0
    for (page, _), reading in zip(opened, readings, strict=True):
        clock.time("json", to_json, reading)
        rows = clock.time("rows", to_rows, page, reading, reader.run)
        if store is not None:
            clock.time("store", store.keep, rows)
        count += len(rows)
    return count


def _report(clock: Clock, rows: int, pages: int, folder: Path) -> None:
    kiwi, strict = clock.spent.pop("kiwi"), clock.spent.pop("kiwi, article only")
    # Extracting writes JSON, keeping writes rows: the whole is the dearer of the two ways, not both.
    extras = {name: clock.spent[name] for name in ("json", "rows", "store")}
    core = sum(clock.spent.values()) - sum(extras.values())
    whole = core + max(extras["json"], extras["rows"] + extras["store"])
    build = "interpreted" if str(compiled_or_not.__file__).endswith(".py") else "compiled by mypyc"
    print(f"{pages} pages of {folder}, Python {platform.python_version()}, {build}, one thread")
    print(f"{'pass':24s} {'CPU s':>8s} {'× Kiwi':>8s}")
    for name, label in LABELS.items():
        print(f"{label:24s} {clock.spent[name]:8.3f} {clock.spent[name] / kiwi:8.3f}")
    print(f"{'bare Kiwi':24s} {kiwi:8.3f} {1:8.3f}")
    print(f"{'whole reading':24s} {whole:8.3f} {whole / kiwi:8.3f}   (aim: 2.0)")
    print(f"{'  over article only':24s} {strict:8.3f} {whole / strict:8.3f}")
    print(
        f"{pages / whole:.1f} pages/s of one core, {rows / (extras['rows'] + extras['store']):,.0f} ledger rows/s",
        end="",
    )
    print(f", {rows / pages:.0f} rows a page, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    gc.freeze()
    main()
