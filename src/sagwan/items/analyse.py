"""What answers say of items: classical statistics, and item response theory by girth (Sanchez 2021)."""

# ruff: noqa: PLC0415 — NumPy and girth are loaded when answers are there
from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import msgspec

from sagwan.core.errors import SagwanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_MOST_EASY = (0.9, 0.75, 0.55, 0.35)  # shares of right answers from which an item is of band 1, 2, 3, 4
_FEWEST = 30
_WEAK = 0.2


class Statistic(msgspec.Struct, frozen=True):
    """One item by its answers. `right`: share of right answers; `discrimination`: point-biserial with the rest score.

    `difficulty_2pl` and `slope_2pl`: of the two-parameter model, None with fewer than 30 readers or where all or none
    answer right. `band` from 1 (easy) to 5. `choices`: how often each option was taken, where the CSV says which.
    """

    item: str
    right: float
    discrimination: float | None
    difficulty_2pl: float | None
    slope_2pl: float | None
    band: int
    choices: dict[str, int]
    doubts: tuple[str, ...]


class Analysis(msgspec.Struct, frozen=True):
    """All items of one paper; `alpha` is Cronbach's, None where it cannot be told."""

    readers: int
    alpha: float | None
    items: tuple[Statistic, ...]


def analyse(responses: str, keys: dict[str, str]) -> Analysis:
    """Read a CSV (first column the reader, then a column an item with the option chosen) against the keys.

    `keys`: the right answer as the CSV writes it, by item. Raises `SagwanError` (`items.responses`).
    """
    import numpy as np

    rows = list(csv.reader(io.StringIO(responses.removeprefix("\ufeff"))))
    if len(rows) < 2 or len(rows[0]) < 2:  # noqa: PLR2004  a header and a reader, a reader and an item
        raise SagwanError("items.responses", "머리줄과 응답이 있어야 합니다", "응답 CSV", "독자,문항1,문항2,…")
    names = [name.strip() for name in rows[0][1:]]
    unknown = [name for name in names if name not in keys]
    if unknown or any(len(row) != len(rows[0]) for row in rows):
        where = f"모르는 문항: {', '.join(unknown)}" if unknown else "칸 수가 다른 줄"
        raise SagwanError("items.responses", "응답을 문항과 맞출 수 없습니다", where, "문항의 id를 머리줄에 적으십시오")
    taken = [[cell.strip() for cell in row[1:]] for row in rows[1:]]
    right = np.array([[float(cell == keys[name]) for cell, name in zip(row, names, strict=True)] for row in taken])
    slopes, difficulties = _two_parameters(right)
    items = tuple(
        _statistic(name, right, n, [row[n] for row in taken], model=(difficulties[n], slopes[n]), key=keys[name])
        for n, name in enumerate(names)
    )
    return Analysis(len(taken), _alpha(right), items)


def _statistic(
    name: str,
    right: NDArray[np.float64],
    n: int,
    taken: Sequence[str],
    *,
    model: tuple[float | None, float | None],
    key: str,
) -> Statistic:
    import numpy as np

    own, rest = right[:, n], right.sum(axis=1) - right[:, n]
    share = float(own.mean())
    spread = bool(own.std() > 0 and rest.std() > 0)
    apart = float(np.corrcoef(own, rest)[0, 1]) if spread else None
    band = 1 + sum(share < limit for limit in _MOST_EASY)
    choices = {option: taken.count(option) for option in sorted(set(taken))}
    doubts = []
    if apart is not None and apart < _WEAK:
        doubts.append(f"변별도가 낮습니다 ({apart:.2f})")
    if choices and max(choices, key=lambda c: choices[c]) != key:
        doubts.append("답보다 많이 고른 선택지가 있습니다: 답을 다시 살피십시오")
    return Statistic(
        name, round(share, 3), None if apart is None else round(apart, 3), *model, band, choices, tuple(doubts)
    )


def _alpha(right: NDArray[np.float64]) -> float | None:
    items, total = right.shape[1], float(right.sum(axis=1).var())
    if items < 2 or total == 0:  # noqa: PLR2004  agreement needs two
        return None
    return float(round(items / (items - 1) * (1 - float(right.var(axis=0).sum()) / total), 3))


def _two_parameters(right: NDArray[np.float64]) -> tuple[list[float | None], list[float | None]]:
    """Slopes and difficulties by marginal maximum likelihood; None where the model cannot be fitted."""
    import numpy as np

    none: list[float | None] = [None] * right.shape[1]
    fit = [n for n in range(right.shape[1]) if 0 < right[:, n].mean() < 1]
    if right.shape[0] < _FEWEST or len(fit) < 3:  # noqa: PLR2004  two items do not tell slopes apart
        return none, list(none)
    try:
        from girth import twopl_mml
    except ImportError as missing:
        raise SagwanError(
            "items.library", "girth가 깔려 있지 않습니다", "girth", "pip install 'sagwan[items]'"
        ) from missing
    found = twopl_mml(right[:, fit].T.astype(int))
    slopes, difficulties = list(none), list(none)
    for at, n in enumerate(fit):
        slopes[n] = round(float(np.asarray(found["Discrimination"])[at]), 3)
        difficulties[n] = round(float(np.asarray(found["Difficulty"])[at]), 3)
    return slopes, difficulties
