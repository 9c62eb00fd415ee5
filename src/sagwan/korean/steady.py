"""A matrix product in which a row's outcome depends on that row alone, to the last digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# Rows multiplied at once. Of 12 or 24, OpenBLAS adds the second six in another order than the first; of 8, all alike.
BLOCK = 8


def product(rows: Floats, matrix: Floats) -> Floats:
    """`rows @ matrix`, `BLOCK` rows at a time.

    A library chooses the order in which it adds by the number of rows, so that what stands beside a sentence would
    change the last digit of its scores, and once in a while its reading.
    """
    count, size = rows.shape
    over = -count % BLOCK
    if over:
        rows = np.concatenate((rows, np.zeros((over, size), rows.dtype)))
    made: Floats = np.matmul(rows.reshape(-1, BLOCK, size), matrix).reshape(count + over, -1)
    return made[:count]
