"""What an article is known by beside others: MinHash (Broder 1997) over runs of three terms, cut into bands (LSH).

Of 64 minima about the share is equal that two texts have of their runs in common, give or take 6 points. Sixteen bands
of four bring together 64 in 100 pairs that share half, 99 that share seven tenths: 1 - (1 - s⁴)¹⁶.
"""

from __future__ import annotations

from hashlib import blake2b
from operator import eq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MINIMA = 64
_ROWS = 4
_RUN = 3


def _number(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little")


_FACTORS = [_number(f"factor {i}".encode()) | 1 for i in range(MINIMA)]
_SHIFTS = [_number(f"shift {i}".encode()) for i in range(MINIMA)]


def signature(forms: Sequence[str]) -> bytes:
    """The minima over the runs of three of some terms in order, packed; of fewer terms than three over those there are;
    empty where there are none.
    """
    import numpy as np  # noqa: PLC0415 — a tenth of a second that only who signs articles needs

    runs = {" ".join(forms[i : i + _RUN]) for i in range(max(1, len(forms) - _RUN + 1))} - {""}
    if not runs:
        return b""
    hashed = np.array([_number(run.encode()) for run in sorted(runs)], dtype=np.uint64)
    spread = hashed[:, None] * np.array(_FACTORS, np.uint64)[None, :] + np.array(_SHIFTS, np.uint64)[None, :]
    # The low bits of a product follow the low bits of its factors; the high ones are mixed.
    return bytes((spread >> np.uint64(32)).min(axis=0).astype("<u4").tobytes())


def bands(signed: bytes) -> Iterator[int]:
    """Numbers of which two alike texts share one at least."""
    width = 4 * _ROWS
    for at in range(0, len(signed), width):
        yield _number(b"%d:" % at + signed[at : at + width]) >> 1


def alike(one: bytes, other: bytes) -> float:
    """What share of their runs the two have in common, as the minima tell it."""
    if not one or not other:
        return 0.0
    return int(sum(map(eq, minima(one), minima(other)))) / MINIMA


def minima(signed: bytes) -> tuple[int, ...]:
    """The minima of a signature; none where there was nothing to sign."""
    return tuple(memoryview(signed).cast("I"))
