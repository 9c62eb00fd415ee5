"""How alike two texts are: shared character n-grams, and MinHash signatures to find the alike among many.

MinHash after Broder 1997; with 128 hashes the estimate of a likeness is off by 0.045 on average (1/√128 · ½).
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_N = 3
_HASHES = 128
_PRIME = np.uint64(4294967311)  # the first prime above 2^32, so that every 32-bit hash is below it


@lru_cache(maxsize=4096)
def grams(text: str, n: int = _N) -> frozenset[str]:
    """The n-grams of the characters, blanks and marks left out."""
    plain = "".join(c for c in text if c.isalnum())
    return frozenset(plain[i : i + n] for i in range(max(1, len(plain) - n + 1)))


def likeness(one: str, other: str) -> float:
    """Shared n-grams over all n-grams, 0 to 1 (Jaccard)."""
    a, b = grams(one), grams(other)
    return len(a & b) / len(a | b) if a | b else 0.0


def held(part: str, whole: str) -> float:
    """Which share of the n-grams of `part` stand in `whole`."""
    own = grams(part)
    return len(own & grams(whole)) / len(own) if own else 0.0


@lru_cache(maxsize=1)
def _coefficients() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    chance = np.random.default_rng(1997)
    a, b = (chance.integers(1, 2**32, _HASHES, dtype=np.uint64) for _ in range(2))
    return a, b


def signature(text: str) -> NDArray[np.uint64]:
    """The MinHash signature: the same share of equal places in two of them estimates their likeness."""
    a, b = _coefficients()
    hashes = np.array([zlib.crc32(gram.encode()) for gram in grams(text)], dtype=np.uint64)
    # 32-bit hash times 32-bit factor stays within 64 bits; adding may wrap around, which is one more scrambling.
    mixed = (hashes[:, None] * a[None, :] + b[None, :]) % _PRIME
    least: NDArray[np.uint64] = mixed.min(axis=0)
    return least


def estimate(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> float:
    """The likeness of two texts by their signatures."""
    return float(np.mean(one == other))
