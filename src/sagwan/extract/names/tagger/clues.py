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
    from collections.abc import Sequence

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
# What a clue's name begins with, as far as its number is worked out (crc32 goes on from there).
_WORD, _ENDS, _BEGINS, _SHAPE = (crc32(kind) for kind in (b"word ", b"ends ", b"begins ", b"shape "))
_RUN_ENDS, _RUN_BEGINS = crc32(b"run ends "), crc32(b"run begins ")
_TURNS = np.arange(PAIRS, dtype=np.uint32) * np.uint32(0xC2B2AE3D)


def word_clues(form: str, tag: str, groups: Sequence[int], classes: int) -> list[int]:
    """Clues of a morpheme. `groups`: the groups of like meaning it belongs to, none where Kiwi does not know it;
    `classes`: the bits of the dictionary of names.
    """
    clues = [crc32(f"{plain(form)}/{tag}".encode(), _WORD), _number(f"tag {tag}"), _number(f"listed {classes}")]
    if groups:
        clues += [_number(f"group {level}.{group}") for level, group in enumerate(groups)]
    else:
        clues.append(_number(f"unknown {tag}"))
    if tag[0] in _SPELT or not groups:
        clues += (
            _number(f"ends {form[-1:]}"),
            crc32(form[-2:].encode(), _ENDS),
            _number(f"begins {form[:1]}"),
            crc32(form[:2].encode(), _BEGINS),
            _shape("".join(map(_kind, form))),
            _number(f"length {min(len(form), 6)}"),
        )
    return clues


def run_clues(run: str, classes: int) -> list[int]:
    """Clues of a stretch of nouns, "" for none."""
    if not run:
        return [_number("no run")]
    return [
        *[crc32(run[-n:].encode(), _RUN_ENDS) for n in (1, 2, 3, 4)],
        *[crc32(run[:n].encode(), _RUN_BEGINS) for n in (1, 2, 3)],
        _number(f"run length {min(len(run), 8)}"),
        _number(f"run listed {classes}"),
    ]


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


@lru_cache(maxsize=50_000)
def _number(clue: str) -> int:
    """The number of a clue that many words share."""
    return crc32(clue.encode())


@lru_cache(maxsize=10_000)
def _shape(kinds: str) -> int:
    """The number of the clue that a word is of letters of these kinds, in this order."""
    return crc32(re.sub(r"(.)\1+", r"\1+", kinds).encode(), _SHAPE)


@lru_cache(maxsize=20_000)
def _kind(char: str) -> str:
    if char.isdigit():
        return "9"
    if char.isascii() and char.isalpha():
        return "a"
    return "가" if "가" <= char <= "힣" else char
