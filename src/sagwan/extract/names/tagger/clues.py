"""Clues: what can be said of a word in so many words, each named by a 32-bit number.

A linear model weighs clues one by one. It remembers single words and pairs of words better than the network,
which generalises better; they err at different places.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

# Morphemes whose letters are looked at: nouns, signs, affixes, adverbs and the like; not verbs and endings.
_SPELT = "NSXMW"
# Words kept apart from each other up to this many digits.
_DIGITS = 2
PAIRS = 9
# Stands for a neighbour beyond the sentence.
EDGE = crc32(b"edge")
# Odd multipliers spread the sum of two numbers over all 32 bits (Knuth 1998, 6.4).
_LEFT, _RIGHT = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
_TURNS = np.arange(PAIRS, dtype=np.uint32) * np.uint32(0xC2B2AE3D)


def word_clues(form: str, tag: str, groups: Sequence[int], classes: int) -> list[int]:
    """Clues of a morpheme. `groups`: the groups of like meaning it belongs to, none where Kiwi does not know it;
    `classes`: the bits of the dictionary of names.
    """
    return _named(_word_clues(form, tag, groups, classes))


def _word_clues(form: str, tag: str, groups: Sequence[int], classes: int) -> Iterator[str]:
    yield f"word {plain(form)}/{tag}"
    yield f"tag {tag}"
    yield f"listed {classes}"
    if groups:
        yield from (f"group {level}.{group}" for level, group in enumerate(groups))
    else:
        yield f"unknown {tag}"
    if tag[0] in _SPELT or not groups:
        yield from (f"ends {form[-1:]}", f"ends {form[-2:]}", f"begins {form[:1]}", f"begins {form[:2]}")
        yield f"shape {_shape(form)}"
        yield f"length {min(len(form), 6)}"


def run_clues(run: str, classes: int) -> list[int]:
    """Clues of a stretch of nouns, "" for none."""
    if not run:
        return _named(["no run"])
    ends = [f"run ends {run[-n:]}" for n in (1, 2, 3, 4)]
    begins = [f"run begins {run[:n]}" for n in (1, 2, 3)]
    return _named([*ends, *begins, f"run length {min(len(run), 8)}", f"run listed {classes}"])


def plain(form: str) -> str:
    """Numbers of more than two digits by their length alone."""
    return "9" * len(form) if form.isdigit() and len(form) > _DIGITS else form


@lru_cache(maxsize=50_000)
def name_word(form: str, tag: str) -> tuple[int, int]:
    """The numbers of a morpheme and of its tag, from which `pair_clues` makes those of neighbours."""
    return crc32(f"{plain(form)}/{tag}".encode()), crc32(tag.encode())


def pair_clues(names: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Clues of each morpheme with its neighbours, from the rows of `name_word`: `PAIRS` for each row but the first
    two and the last two, which only serve as neighbours.
    """
    count = len(names) - 4
    before, here, after, beyond = (names[k : k + count].T for k in (1, 2, 3, 4))
    tags = _mix(before[1], here[1])
    pairs = (
        tags,
        _mix(here[1], after[1]),
        _mix(tags, after[1]),
        _mix(after[1], beyond[1]),
        _mix(before[0], here[0]),
        _mix(here[0], after[0]),
        _mix(before[0], here[1]),
        _mix(here[1], after[0]),
        _mix(before[0], after[0]),
    )
    return np.stack(pairs, axis=1) + _TURNS


def _mix(left: NDArray[np.uint32], right: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return (left * _LEFT) ^ (right * _RIGHT + (left >> np.uint32(15)))


def _named(clues: Iterable[str]) -> list[int]:
    return [crc32(clue.encode()) for clue in clues]


def _shape(form: str) -> str:
    return re.sub(r"(.)\1+", r"\1+", "".join(map(_kind, form)))


def _kind(char: str) -> str:
    if char.isdigit():
        return "9"
    if char.isascii() and char.isalpha():
        return "a"
    return "가" if "가" <= char <= "힣" else char
