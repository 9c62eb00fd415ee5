"""A page on the terminal: its zones, and its records in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from sagwan.work.labels import RECORDS, ZONES, label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from sagwan.core.reading import Reading, Records
    from sagwan.core.span import Span

_COLOURS = {
    "statement": "green",
    "entity": "bold cyan",
    "money": "yellow",
    "share": "yellow",
    "count": "dark_orange",
    "time": "magenta",
    "event": "underline",
}
_READ = {"headline", "subhead", "body", "caption", "teaser"}


def page(reading: Reading) -> RenderableType:
    """Each zone under its name; what no article takes in is dim."""
    layout = reading.layout
    text = Text(layout.text.chars)
    for records in reading.articles:
        for kind, span in _marks(records):
            text.stylize(_COLOURS[kind], span.start, span.end)
    parts: list[RenderableType] = [
        Text.assemble(
            (layout.outlet or "매체 모름", "bold"),
            (f"  {layout.source}  지면 {layout.page_id[:12]}", "dim"),
            (f"  본 날 {layout.seen}" if layout.seen else "", "dim"),
        )
    ]
    for block in layout.blocks:
        zone = block.zone.value
        cut = text[block.span.start : block.span.end]
        cut.rstrip()
        if not cut.plain.strip():
            continue
        if zone not in _READ:
            cut.stylize("dim")
        parts.append(Text(label(ZONES, zone), style="dim reverse" if zone in _READ else "dim"))
        parts.append(Padding(cut, (0, 0, 0, 2)))
    return Group(*parts, _legend(reading))


def _marks(records: Records) -> Iterator[tuple[str, Span]]:
    """Wide ranges first, so that what lies inside them shows."""
    yield from (("statement", one.span) for one in records.statements)
    yield from (("event", one.span) for one in records.events)
    yield from (("count", one.span) for one in records.counts)
    yield from (("time", one.span) for one in records.times)
    yield from (("share", one.span) for one in records.shares)
    yield from (("money", one.span) for one in records.money)
    yield from (("entity", mention.span) for one in records.entities for mention in one.mentions)


def _legend(reading: Reading) -> Text:
    counts = dict.fromkeys(_COLOURS, 0)
    for records in reading.articles:
        for kind, _ in _marks(records):
            counts[kind] += 1
    line = Text("\n")
    for kind, n in counts.items():
        line.append(label(RECORDS, kind), style=_COLOURS[kind]).append(f" {n}   ")
    return line
