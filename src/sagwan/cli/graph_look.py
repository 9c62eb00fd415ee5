"""How the signed graph looks to a person: camps, ties the strongest first, turns, triads at odds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from sagwan.cli.footnotes import Footnotes
from sagwan.cli.relation_look import evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType

    from sagwan.views.graph.edges import Edge
    from sagwan.views.graph.graph import Graph

_SIGN = {1: ("협력", "green"), -1: ("갈등", "red"), 0: ("팽팽", "yellow")}
_MOST = 30


def graph(found: Graph) -> RenderableType:
    """The camps, a table of ties, the turns with their evidence, the balance."""
    notes = Footnotes()
    names = {actor.key: actor.name for actor in found.actors}
    camps = [
        Text.assemble((f"진영 {n}  ", "bold"), ", ".join(sorted(names[key] for key in camp)))
        for n, camp in enumerate(found.camps, 1)
    ]
    ranked = sorted(found.edges, key=lambda e: (-e.cooperation - e.conflict, names[e.left], names[e.right]))
    triads = found.balance
    share = f" ({triads.balanced * 100 // triads.triads}%)" if triads.triads else ""
    odd = [" – ".join(names[key] for key in triad.actors) for triad in triads.unbalanced]
    return Group(
        Text(f"인물·기관 {len(found.actors):,} · 사이 {len(found.edges):,}", style="bold"),
        *((Text("그 이름이 나오는 기사로만 그렸습니다", style="dim"),) if found.near else ()),
        *camps,
        Text(f"서명 모듈러리티 {found.modularity:.3f}", style="dim"),
        _table(ranked[:_MOST], names),
        *(Text(f"그 밖의 사이 {len(ranked) - _MOST:,}", style="dim"),) * (len(ranked) > _MOST),
        *_turns(found, names, notes),
        Text(f"세 사람 관계 {triads.triads:,} · 균형 {triads.balanced:,}{share}"),
        *(Text(f"  어긋남: {line}", style="yellow") for line in odd[:_MOST]),
        notes.listed(),
    )


def _table(ranked: list[Edge], names: Mapping[str, str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("사이", "", "협력 말", "협력 행동", "갈등 말", "갈등 행동", "언제"):
        table.add_column(column, justify="right" if column.startswith(("협력", "갈등")) else "left")
    for edge in ranked:
        sign, style = _SIGN[edge.sign]
        when = f"{edge.quarters[0].at}–{edge.quarters[-1].at}" if edge.quarters else "때 모름"
        counts = (edge.cooperation_word, edge.cooperation_deed, edge.conflict_word, edge.conflict_deed)
        table.add_row(
            f"{names[edge.left]} – {names[edge.right]}",
            Text(sign, style=style),
            *(str(count) if count else "·" for count in counts),
            Text(when, style="dim"),
        )
    return table


def _turns(found: Graph, names: Mapping[str, str], notes: Footnotes) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for edge in found.edges:
        for turn in edge.turns:
            what = ("적에서 동지로", "green") if turn.sign > 0 else ("동지에서 적으로", "red")
            head = Text.assemble((turn.at, "bold"), f"  {names[edge.left]} – {names[edge.right]}  ", what)
            lines += [head.append(f"  {turn.evidence.id}", "dim cyan"), evidence(turn.evidence, notes)]
    return lines
