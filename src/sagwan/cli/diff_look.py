"""Gains and losses on the terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from sagwan.work.diff import Changes

_MANY = 200


def changes(found: Changes) -> RenderableType:
    """Every gained and lost record in the order of the pages, and the sums by kind."""
    lines: list[RenderableType] = []
    both = sorted([(one, "+") for one in found.gained] + [(one, "-") for one in found.lost])
    for one, sign in both[:_MANY]:
        colour = "green" if sign == "+" else "red"
        where = f"{one.source} {one.kind} {one.start}–{one.end}"
        lines.append(Text.assemble((f"{sign} ", f"bold {colour}"), (where, "dim"), "  ", (one.said, colour)))
    if len(both) > _MANY:
        lines.append(Text(f"… 그리고 {len(both) - _MANY:,} (모두: --json)", style="dim"))
    return Group(*lines, _sums(found))


def _sums(found: Changes) -> Table:
    gained, lost = Counter(one.kind for one in found.gained), Counter(one.kind for one in found.lost)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in ("갈래", "얻음", "잃음", "그대로"):
        table.add_column(column, justify="left" if column == "갈래" else "right")
    for kind in sorted({*gained, *lost, *found.kept}):
        table.add_row(kind, f"+{gained[kind]:,}", f"-{lost[kind]:,}", f"{found.kept.get(kind, 0):,}")
    return table
