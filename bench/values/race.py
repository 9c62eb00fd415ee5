"""Seconds of CPU for all values of the same texts, in one run: this reader, bare Kiwi, korean-datetime, Duckling.

    python -m bench.values.race FOLDER|FILE [--texts 1500]

Peers that are not installed are left out.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from sagwan.extract.values import read_values_in
from sagwan.korean.kiwi import analyser
from sagwan.korean.sentence import sentences

NOON = datetime(2022, 5, 8, 12, tzinfo=UTC)
SHORTEST = 15


def main() -> int:
    """Time each reader on the same sentences."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--texts", type=int, default=1500)
    args = parser.parse_args()
    texts = list(_sentences(args.source))[: args.texts]
    chars = sum(map(len, texts))
    print(f"{len(texts)} sentences, {chars} characters")
    own = None
    for name, read in _readers():
        for text in texts[:20]:
            read(text)
        spent = min(_seconds(read, texts) for _ in range(2))
        own = own or spent
        print(f"{name:18s}{spent:8.3f} s {len(texts) / spent:10.0f} texts/s {spent / own:8.1f} x")
    return 0


def _sentences(source: Path) -> Iterator[str]:
    files = sorted(source.glob("*.txt")) if source.is_dir() else [source]
    for file in files:
        chars = file.read_text(encoding="utf-8")
        yield from (chars[s.start : s.end] for s in sentences(chars) if len(s) > SHORTEST)


def _seconds(read: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def _readers() -> Iterator[tuple[str, Callable[[str], object]]]:
    anchor = date(NOON.year, NOON.month, NOON.day)
    yield "sagwan values", lambda text: read_values_in(text, anchor)
    kiwi = analyser()
    yield "Kiwi", lambda text: list(kiwi.analyse([(text, 0)]))
    try:
        import korean_datetime
    except ImportError:
        pass
    else:
        times = korean_datetime.TemporalParser(korean_datetime.ParseOptions(cycle=korean_datetime.Cycle.NEAREST))
        now = NOON.replace(tzinfo=None)
        yield "korean-datetime", lambda text: times.parse_all(text, now=now)
    try:
        import duckling  # type: ignore[import-untyped]
    except ImportError:
        return
    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    place = duckling.parse_locale("KO_XX", duckling.default_locale_lang(duckling.parse_lang("KO")))
    kinds = [
        "amount-of-money",
        "distance",
        "duration",
        "number",
        "ordinal",
        "quantity",
        "temperature",
        "time",
        "volume",
    ]
    asked = duckling.parse_dimensions(kinds)
    context = duckling.Context(duckling.parse_ref_time(zones, "Etc/GMT", int(NOON.timestamp())), place)
    yield "Duckling", lambda text: duckling.parse(text, context, asked, False)  # noqa: FBT003  its signature


if __name__ == "__main__":
    sys.exit(main())
