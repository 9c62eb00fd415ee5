"""Which tense a clause tells its act in: its own, or that of the clause it stands beside or leads into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.events.phrase import PRESENT

if TYPE_CHECKING:
    from sagwan.extract.events.phrase import Predicate

# 합작한다고 밝혔다: the same present as it is reported.
_REPORTED = frozenset({"다고", "다며", "다면서"})


def is_past(p: Predicate) -> bool:
    """Whether the clause is told as past, by its own ending or by that of the clause it leads into."""
    at: Predicate | None = p
    while at is not None and not _own_past(at):
        at = at.governor if at.form == "link" else None
    return at is not None


def _own_past(p: Predicate) -> bool:
    return "었" in p.eps or (p.form == "adnominal" and p.ending == "ㄴ" and not p.describes)


def is_present(p: Predicate) -> bool:
    """Whether it closes a sentence in the present: 연다, 먹는다; not 크다."""
    return p.form == "final" and p.ending in PRESENT and not p.describes


def is_announced(p: Predicate) -> bool:
    """Whether it is such a present in somebody's report: 합작한다고 밝혔다."""
    return p.ending in _REPORTED and not (p.eps or p.describes)


def closing(p: Predicate) -> Predicate:
    """대표가 토론을 열고 이사가 참여한다: a clause without a tense takes the present of the one that closes the row."""
    over = p.governor
    open_ = p.form == "link" and p.ending == "고" and not (p.quoted or p.eps or p.aux or p.tail)
    closes = over is not None and not over.aux and (is_present(over) or is_announced(over))
    return over if over is not None and open_ and closes else p
