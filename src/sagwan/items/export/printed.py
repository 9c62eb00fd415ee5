"""An item as every format prints it: numbered, its key marked, the evidence beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.items.model import Form, Truth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.items.make import Made
    from sagwan.items.model import Verdict

CIRCLED = "①②③④⑤⑥⑦⑧⑨"


@dataclass(frozen=True, slots=True)
class Printed:
    """One item on paper. `key` counts from 0; `answers` are all ways to write a short answer, the printed one first.

    `why` says of each option what the ledger says of it, with the words of the record.
    """

    n: int
    id: str
    form: str
    stem: str
    box: tuple[str, ...]
    options: tuple[str, ...]
    key: int
    answers: tuple[str, ...]
    why: tuple[str, ...]

    @property
    def answer(self) -> str:
        """The key as the answer sheet prints it: ③, or the words of a short answer."""
        return self.answers[0] if self.answers else CIRCLED[self.key]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper: its title, the passages that its items are about, and the items."""

    title: str
    passages: tuple[str, ...]
    items: tuple[Printed, ...]


def sheet(title: str, passages: Sequence[str], made: Sequence[Made]) -> Sheet:
    """Items in the order given, numbered from 1."""
    return Sheet(title, tuple(passages), tuple(_printed(n, one) for n, one in enumerate(made, 1)))


def _told(verdict: Verdict) -> str:
    """Right or wrong, why, and the words of the record."""
    evidence = f" — “{verdict.words[0]}”" if verdict.words else ""
    return f"{'○' if verdict.truth is Truth.TRUE else '×'} {verdict.because}{evidence}"


def _printed(n: int, made: Made) -> Printed:
    item = made.item
    short = item.form is Form.SHORT
    texts = tuple(option.text for option in item.options)
    marks = ("답",) if short else tuple(CIRCLED)
    why = tuple(f"{mark} {_told(verdict)}" for mark, verdict in zip(marks, made.proof.verdicts, strict=False))
    answers = tuple(dict.fromkeys((texts[0], *item.accepts))) if short else ()
    return Printed(n, item.id, item.form, item.stem, item.box, () if short else texts, item.key, answers, why)
