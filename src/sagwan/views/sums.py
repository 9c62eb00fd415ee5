"""How two sums of one commitment differ: not, or by rounding, by revision, or so that both cannot be."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.views.commitments import Report

# Two sums of one pair of parties further apart than this are taken for two commitments, not for one told differently.
_FACTOR = 2
# A lone digit (9억) is a sum less its small change (9억2000만) where that is a twentieth at most.
_TWENTIETH = 20
_AHEAD = ("planned", "requested", "possible", "asked", "undone")


def difference(one: Report, other: Report, *, knowing: bool = False) -> str | None:
    """`rounding`, `revision`, `conflict`, or None where they do not differ.

    A plan and its payment that differ are a revision, and so is a later sum told by those who know of the earlier
    one (`knowing`). In one stage a sum that is the other to fewer digits is rounding, one with a lone digit (1000억
    for 974억) only where it is told as about or leaves off small change. What is left contradicts. Sums in two
    currencies, or without one number, are not compared.
    """
    if one.value is None or other.value is None or one.currency != other.currency or one.value == other.value:
        return None
    # Somebody's word that it was done, and the reporter's, tell of one stage.
    same_stage = (one.stage in _AHEAD) == (other.stage in _AHEAD)
    if _rounds(one, other):
        return "rounding" if same_stage else "revision"
    return "conflict" if same_stage and not knowing else "revision"


def _rounds(one: Report, other: Report) -> bool:
    coarse, fine = sorted((one, other), key=lambda report: digits(report.value or Decimal(0)))
    return rounds(fine.value or Decimal(0), coarse.value or Decimal(0), approx=coarse.approx)


def rounds(exact: Decimal, rounded: Decimal, *, approx: bool = False) -> bool:
    """Whether a sum is another to fewer digits; one with a lone digit only where it is told as about (`approx`), or
    leaves off small change.
    """
    kept = digits(rounded)
    if kept == 1 and not approx:
        return rounded <= exact <= rounded + rounded / _TWENTIETH
    return Context(prec=kept, rounding=ROUND_HALF_UP).plus(exact) == rounded


def digits(value: Decimal) -> int:
    """How many digits a sum is told to: 3 of 974억, 2 of 970억."""
    return len(value.normalize().as_tuple().digits)


def near(one: Decimal | None, other: Decimal | None) -> bool:
    """Whether two sums may be one sum told differently; what is not told differs from nothing."""
    if one is None or other is None:
        return True
    low, high = sorted((one, other))
    return high <= low * _FACTOR
