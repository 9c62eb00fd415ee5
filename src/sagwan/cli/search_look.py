"""What was found, on the terminal: hits with their words marked, days as bars, stories as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from sagwan.work.labels import STANCES, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from sagwan.ledger.query import Place
    from sagwan.views.search.find import Day, Hit, Results
    from sagwan.views.search.snippet import Snippet
    from sagwan.views.threads.stories import Near, Thread

_BAR = 40


def results(found: Results) -> RenderableType:
    """Each hit with its place, then how many there are."""
    return Group(*(_hit(one) for one in found.hits), _count("찾음", found.total, len(found.hits)))


def _hit(one: Hit) -> RenderableType:
    head = _place(one.place)
    if one.id is not None:
        head.append(f"  {one.speaker or '?'}", "bold").append(f" {label(STANCES, one.stance or '')}", "cyan")
        head.append(f"  {one.id}", "dim")
    return Group(head, Padding(_snippet(one.snippet), (0, 0, 0, 2)))


def _snippet(shown: Snippet) -> Text:
    words = Text(shown.words.replace("\n", " "))
    for start, stop in shown.marks:
        words.stylize("bold yellow", start - shown.start, stop - shown.start)
    return words


def _place(place: Place) -> Text:
    line = Text(place.published or "날짜 모름", style="dim")
    line.append(f"  {place.outlet or '매체 모름'}  ")
    return line.append((place.headline or place.source).replace("\n", " "), "italic")


def _count(what: str, total: int, shown: int) -> Text:
    return Text(f"{what} {total:,}" + (f" 가운데 {shown:,}" if shown < total else ""), style="dim")


def trend(days: Sequence[Day]) -> RenderableType:
    """A bar a day."""
    most = max((day.found for day in days), default=1)
    lines = (
        Text.assemble(
            (day.day or "날짜 모름 ", "dim"), f"  {day.found:>6,}  ", ("█" * -(-day.found * _BAR // most), "cyan")
        )
        for day in days
    )
    return Group(*lines, _count("찾음", sum(day.found for day in days), sum(day.found for day in days)))


def threads(found: Sequence[Thread], limit: int) -> RenderableType:
    """Each story with its articles; a copy says of what, a fact who had it first."""
    return Group(*(_thread(one) for one in found[-limit:][::-1]), _count("이슈", len(found), min(limit, len(found))))


def _thread(one: Thread) -> RenderableType:
    head = Text((one.headline or "제목 없음").replace("\n", " "), style="bold")
    head.append(f"  {one.since or '?'} – {one.until or '?'}", "dim").append(f"  {', '.join(one.who[:4])}", "cyan")
    lines = []
    for telling in one.tellings:
        line = _place(telling.place)
        line.append("  통신" if telling.wire else "", "green")
        lines.append(line.append(f"  베낌 ← {telling.copy_of}" if telling.copy_of else "", "yellow"))
    for fact in one.facts:
        later = len(fact.after)
        told = Text.assemble(
            ("먼저 ", "green"), f"{fact.first.place.outlet or '?'}  ", (fact.first.sentence or fact.first.quote, "dim")
        )
        lines.append(told.append(f"  뒤이어 {later}", "dim"))
    return Group(head, *(Padding(line, (0, 0, 0, 2)) for line in lines))


def near(found: Sequence[Near]) -> RenderableType:
    """Each article with what it shares."""
    lines = []
    for one in found:
        shared = f"  같은 글 {one.alike:.0%} · 같은 낱말 {one.nouns:.0%}  {', '.join(one.shared)}"
        lines.append(_place(one.place).append(shared, "cyan"))
    return Group(*lines, _count("가까운 기사", len(found), len(found)))
