"""A value in one short line, as the lexicon's examples and the command line write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.values import Count, Money, Rank, Score, Share

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from sagwan.core.span import Span
    from sagwan.core.values import Amount, When
    from sagwan.extract.values.read import Values


def brief(value: Money | Share | Count | Score | When) -> str:
    """`3200000000000 KRW`, `[60, 75) %`, `3-1`, `2025-03`, `P15Y..P20Y`, `? XXXX-12`."""
    if isinstance(value, Money):
        return f"{_amount(value.amount)} {value.currency}"
    if isinstance(value, (Share, Count)):
        return f"{_amount(value.amount)} {value.unit}".strip()
    if isinstance(value, Score):
        return f"{_plain(value.left)}-{_plain(value.right)}"
    if value.low or value.high:
        return f"{value.low or ''}..{value.high or ''}"
    return value.value or f"? {value.known or value.unknown}"


def marked(values: Values) -> Iterator[tuple[Span, str, str]]:
    """Every value in text order: its place, its kind as the examples mark it, and its short form.

    The parts of a larger time are left out: the whole stands for them.
    """
    found: list[tuple[Span, str, str]] = [(m.span, "money", brief(m)) for m in values.money]
    found += [(s.span, "share", brief(s)) for s in values.shares]
    found += [(c.span, c.kind, brief(c)) for c in values.counts]
    found += [(s.span, "score", brief(s)) for s in values.scores]
    found += [(t.span, t.type.value, brief(t)) for t in values.times if t.part_of is None]
    yield from sorted(found)


def _amount(amount: Amount) -> str:
    about = "~" if amount.approx else ""
    if amount.low is None and amount.high is None:
        return about + _plain(amount.value)
    left, right = "(" if amount.low_open else "[", ")" if amount.high_open else "]"
    return f"{about}{left}{_plain(amount.low)}, {_plain(amount.high)}{right}"


def _plain(number: Decimal | None) -> str:
    if number is None:
        return ""
    plain = f"{number:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def brief_rank(rank: Rank) -> str:
    """`end-1`, `current+1`."""
    return f"{rank.relative_to}{rank.offset:+d}"
