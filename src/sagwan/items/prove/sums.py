"""Claims that are reckoned from sums and shares of the ledger, worked out again in exact decimals."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING

from sagwan.items.model import Comes, Truth, Verdict

if TYPE_CHECKING:
    from sagwan.core.values import Money, Share
    from sagwan.items.prove.shelf import Shelf, Shelved

_EXACT, _SHOWN = Context(prec=28), Context(prec=4)
_SIZES = ((Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만"))
_WHOLE = 1000
# The key is a rounding of the result; what lies within a twentieth of it could pass for the nearest.
_ROUNDED, _ROUGH, _APART = Decimal("0.005"), Decimal("0.05"), Decimal("0.1")


def judge_comes(claim: Comes, shelf: Shelf) -> Verdict:
    """True where the value is the result but for rounding, false where it lies clearly apart."""
    at = shelf[claim.article]
    result, words, sum_ = _result(claim, at)
    records = (f"{at.address}:{claim.one}", f"{at.address}:{claim.other}")
    if result is None or result == 0:
        return Verdict(Truth.UNSUPPORTED, records, words, "셈할 수 없는 값입니다")
    off = abs(_EXACT.divide(claim.value - result, result))
    told = f"{sum_} ≈ {_written(result)}"
    if off <= (_ROUGH if claim.digits < len("143.1") - 1 else _ROUNDED):
        return Verdict(Truth.TRUE, records, words, told)
    return Verdict(Truth.FALSE if off >= _APART else Truth.UNSUPPORTED, records, words, told)


def _written(value: Decimal) -> str:
    """Four digits of it, in 조, 억 and 만 where it is large: 3,659억."""
    size, name = next(((s, n) for s, n in _SIZES if value >= s), (Decimal(1), ""))
    digits = _SHOWN.divide(value, size)
    return f"{digits:,.0f}{name}" if digits >= _WHOLE else f"{digits.normalize():f}{name}"


def _result(claim: Comes, at: Shelved) -> tuple[Decimal | None, tuple[str, ...], str]:
    """The value, the words it comes from, and how it is reckoned."""
    one = _money(at, claim.one)
    if one is None or one.amount.value is None:
        return None, (), ""
    if claim.way == "change":
        return _before(one, _share(at, claim.other), at)
    other = _money(at, claim.other)
    if other is None or not other.amount.value:
        return None, (), ""
    text = at.reading.layout.text
    exact = not one.amount.approx and not other.amount.approx and (one.currency, one.per) == (other.currency, other.per)
    fits = _pair(one, other, at) if claim.way == "rate" else exact
    result = _EXACT.divide(one.amount.value, other.amount.value) if fits else None
    words = (text.cut(one.span), text.cut(other.span))
    return result, words, " ÷ ".join(words)


def _before(one: Money, share: Share | None, at: Shelved) -> tuple[Decimal | None, tuple[str, ...], str]:
    """The sum before it moved by the share."""
    if share is None or share.amount.value is None or share.direction not in ("up", "down") or not one.amount.value:
        return None, (), ""
    text = at.reading.layout.text
    moved = share.amount.value / 100 * (1 if share.direction == "up" else -1)
    words = (text.cut(one.span), text.cut(share.span))
    return _EXACT.divide(one.amount.value, 1 + moved), words, f"{words[0]} ÷ (1 {'+' if moved > 0 else '−'} {words[1]})"


def _pair(one: Money, other: Money, at: Shelved) -> bool:
    """Whether the text gives them as one sum in two currencies."""
    sums = at.records.money
    linked = (one.same_as, sums.index(other)), (other.same_as, sums.index(one))
    return any(said == n for said, n in linked) and one.currency != other.currency


def _money(at: Shelved, address: str) -> Money | None:
    kind, _, n = address.partition(":")
    sums = at.records.money
    return sums[int(n)] if kind == "money" and n.isdigit() and int(n) < len(sums) else None


def _share(at: Shelved, address: str) -> Share | None:
    kind, _, n = address.partition(":")
    shares = at.records.shares
    return shares[int(n)] if kind == "share" and n.isdigit() and int(n) < len(shares) else None
