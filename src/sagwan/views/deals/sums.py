"""Whether one sum is another to fewer digits, or near enough to be the same one told differently."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

# Two sums of one pair of parties further apart than this are taken for two commitments, not for one told differently.
_FACTOR = 2
# A lone digit (9억) is a sum less its small change (9억2000만) where that is a twentieth at most.
_TWENTIETH = 20


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
    """Whether two sums may be one sum told differently; a sum that is not told may be any."""
    if one is None or other is None:
        return True
    low, high = sorted((one, other))
    return high <= low * _FACTOR
