"""The articles that an answer stands on, numbered as they are first named and listed once below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from sagwan.ledger.query import Place


class Footnotes:
    """Numbers for articles: `[2]` behind the words, and at the end what 2 is."""

    def __init__(self) -> None:
        self._numbers: dict[Place, int] = {}

    def mark(self, place: Place) -> Text:
        """The article's number in brackets."""
        return Text(f"[{self._numbers.setdefault(place, len(self._numbers) + 1)}]", "dim")

    def cite(self, words: Text, place: Place, *, teaser: bool = False) -> RenderableType:
        """Words set in below their head, with the article that they stand in; it may be another page's teaser."""
        line = Text.assemble(words, " ", self.mark(place), (" 소개글" if teaser else "", "yellow"))
        return Padding(line, (0, 0, 0, 2), expand=False)

    def listed(self) -> RenderableType:
        """Number, day, outlet and headline of each article, in the order of the numbers."""
        if not self._numbers:
            return Group()
        table = Table.grid(padding=(0, 1))
        table.add_column(no_wrap=True)
        table.add_column(ratio=1)
        for place, number in self._numbers.items():
            headline = (place.headline or place.source).replace("\n", " ")
            told = f"{place.published or '날짜 모름'}  {place.outlet or '매체 모름'}  "
            table.add_row(Text(f"[{number}]", "dim"), Text.assemble((told, "dim"), (headline, "italic dim")))
        return Padding(table, (1, 0, 0, 0), expand=False)
