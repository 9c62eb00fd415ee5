"""One reversal: what somebody said first and what he said then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.views.cited import Cited, cite

if TYPE_CHECKING:
    from sagwan.ledger.acts import Deed, Word


@dataclass(frozen=True, slots=True)
class Reversal:
    """What somebody said first and what he said then.

    `basis`: `marked`, the text itself calls it a change (수정했다), with `mark` the words that do; `act`, he is
    quoted both with an act and with its denial; `will`, he would not and then would, or did, or
    the other way round, or took back what he set out to do (`mark` then has the words);
    `value`, he foretells or promises of one matter figures that exclude each other; `stance`, he blames and then
    praises one in one matter. `teaser`: one of the two was read in a teaser only. `ordered` is
    False where nothing says which of the two came first.
    """

    speaker: str
    basis: str
    mark: str | None
    ordered: bool
    teaser: bool
    before: tuple[Cited, ...]
    after: tuple[Cited, ...]


def reversal_of(speaker: str, basis: str, before: Deed | Word, after: Deed | Word) -> Reversal:
    """The reversal from one record to a later one, by whoever is called `speaker`."""
    teaser = before.told.teaser or after.told.teaser
    return Reversal(
        speaker=speaker,
        basis=basis,
        mark=None,
        ordered=True,
        teaser=teaser,
        before=(cite(before),),
        after=(cite(after),),
    )
