"""A paper put together from the bank under constraints, by mixed integer programming (HiGHS through SciPy)."""

# ruff: noqa: PLC0415 — SciPy is loaded when a paper is asked for
from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from sagwan.core.errors import SagwanError
from sagwan.items.model import Form, Item
from sagwan.items.review.clues import words_of
from sagwan.items.review.grams import likeness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sagwan.items.bank import Banked
    from sagwan.items.make import Made

_FEWEST = 2
_CLASH = 0.5
# Forms whose options stand in an order that means something: marks, or numbers from the smallest to the largest.
_ORDERED = (Form.SHORT, Form.ERROR, Form.BLANK, Form.SUM)


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a paper must hold: so many items, at most and at least so many of a form, a band, and an article.

    `each_form`, `each_article`: at most so many of one. `forms` and `bands`: exactly so many of these.
    """

    items: int
    forms: dict[str, int] = {}
    bands: dict[int, int] = {}
    each_form: int | None = None
    each_article: int | None = None


class Paper(msgspec.Struct, frozen=True):
    """Its items in order, keys set so that the positions are balanced; `keys` counts the key positions (from 1)."""

    items: tuple[Made, ...]
    ids: tuple[str, ...]
    keys: dict[int, int]


def assemble(bank: Sequence[Banked], plan: Plan, forms: int = 1) -> tuple[Paper, ...]:
    """So many equivalent papers from the bank: no item twice, the same plan, and nearly the same sum of bands.

    No two items of a paper ask the same, and none gives away another's key. Raises `SagwanError` (`items.paper`)
    where the bank cannot hold the plan.
    """
    usable = [one for one in bank if one.made is not None and one.state not in ("returned", "rejected", "retired")]
    chosen = _choose(usable, plan, forms)
    return tuple(_paper([usable[n] for n in picks]) for picks in chosen)


def _choose(bank: Sequence[Banked], plan: Plan, papers: int) -> list[list[int]]:
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    many = len(bank)
    if many == 0:
        raise _impossible("문항 은행이 비어 있습니다")
    rows, lows, highs = [], [], []

    def hold(ones: Mapping[int, float], low: float, high: float) -> None:
        row = np.zeros(many * papers)
        for at, weight in ones.items():
            row[at] = weight
        rows.append(row)
        lows.append(low)
        highs.append(high)

    for p in range(papers):
        mine = range(p * many, (p + 1) * many)
        hold(dict.fromkeys(mine, 1.0), plan.items, plan.items)
        for low, high, group in _groups(bank, plan):
            hold({p * many + n: 1.0 for n in group}, low, high)
        for one, other in _clashes(bank):
            hold({p * many + one: 1.0, p * many + other: 1.0}, 0, 1)
    for n in range(many if papers > 1 else 0):
        hold({p * many + n: 1.0 for p in range(papers)}, 0, 1)
    bands = [float(one.band or 3) for one in bank]
    for p in range(1, papers):
        apart = dict(enumerate(bands)) | {p * many + n: -band for n, band in enumerate(bands)}
        hold(apart, -1, 1)
    # Reviewed items first, then the order in which they came.
    cost = np.array(
        [(0.0 if one.state == "accepted" else 1.0) + n / (many * 100) for n, one in enumerate(bank)] * papers
    )
    found = milp(
        cost,
        constraints=LinearConstraint(np.array(rows), np.array(lows), np.array(highs)),
        integrality=np.ones(many * papers),
        bounds=Bounds(0, 1),
    )
    if not found.success:
        raise _impossible(f"은행의 문항 {many}개로는 그 조건을 채울 수 없습니다")
    return [[n for n in range(many) if found.x[p * many + n] > 0.5] for p in range(papers)]  # noqa: PLR2004  0 or 1


def _groups(bank: Sequence[Banked], plan: Plan) -> list[tuple[int, int, list[int]]]:
    """Lowest and highest number, and the items it counts."""
    groups = [
        (count, count, [n for n, one in enumerate(bank) if one.form == form]) for form, count in plan.forms.items()
    ]
    groups += [
        (count, count, [n for n, one in enumerate(bank) if one.band == band]) for band, count in plan.bands.items()
    ]
    if plan.each_form is not None:
        groups += [(0, plan.each_form, [n for n, one in enumerate(bank) if one.form == form]) for form in Form]
    if plan.each_article is not None:
        articles = {address for one in bank if one.made for address in one.made.item.articles}
        groups += [
            (0, plan.each_article, [n for n, one in enumerate(bank) if one.made and address in one.made.item.articles])
            for address in sorted(articles)
        ]
    return groups


def _clashes(bank: Sequence[Banked]) -> list[tuple[int, int]]:
    """Pairs that cannot stand on one paper: they ask the same, or one shows the other's key."""
    items = [one.made.item for one in bank if one.made is not None]
    words = [words_of(item) for item in items]
    found = []
    for n, one in enumerate(items):
        for m in range(n):
            same = one.articles == items[m].articles and (
                likeness(words[n], words[m]) >= _CLASH or _tells(one, items[m]) or _tells(items[m], one)
            )
            if same:
                found.append((m, n))
    return found


def _tells(one: Item, other: Item) -> bool:
    """Whether the 〈보기〉 or the true options of one give the other's key away."""
    key = other.options[other.key].text
    if other.form in (Form.BLANK, Form.SHORT) and any(key in line for line in one.box):
        return other.box != one.box and any(likeness(a, b) >= _CLASH for a in one.box for b in other.box)
    return bool(one.box) and one.box == other.box


def _paper(chosen: Sequence[Banked]) -> Paper:
    """In the order of bands, keys moved so that each position is the key about equally often."""
    ordered = sorted(chosen, key=lambda one: (one.band or 3, one.id))
    items: list[Made] = []
    used: Counter[int] = Counter()
    for one in ordered:
        if one.made is None:
            continue
        made = _balanced(one.made, used)
        if made.item.form is not Form.SHORT:
            used[made.item.key + 1] += 1
        items.append(made)
    return Paper(tuple(items), tuple(one.id for one in ordered), dict(sorted(used.items())))


def _balanced(made: Made, used: Counter[int]) -> Made:
    """The same item with its key where keys are rarest."""
    return min(turns(made), key=lambda turn: (used[turn.item.key + 1], turn.item.key))


def turns(made: Made) -> tuple[Made, ...]:
    """The same item with its key at every place that it can stand at on a paper, each under its own id.

    An order that means something is left as it is.
    """
    fixed = made.item.form in _ORDERED or len(made.item.options) < _FEWEST
    return (made,) if fixed else tuple(_turned(made, place) for place in range(len(made.item.options)))


def _turned(made: Made, place: int) -> Made:
    item = made.item
    order = [n for n in range(len(item.options)) if n != item.key]
    order.insert(place, item.key)
    options = tuple(item.options[n] for n in order)
    verdicts = tuple(made.proof.verdicts[n] for n in order)
    return msgspec.structs.replace(
        made,
        item=msgspec.structs.replace(item, options=options, key=place),
        proof=msgspec.structs.replace(made.proof, verdicts=verdicts, keys=(place,)),
    )


def _impossible(what: str) -> SagwanError:
    return SagwanError("items.paper", what, "문항 은행", "문항 수나 유형·난도 조건을 낮추거나 문항을 더 만드십시오")
