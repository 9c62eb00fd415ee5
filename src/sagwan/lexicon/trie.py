"""Many words as one pattern that tries each first letter once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Node = dict[str, "Node"]
_END = ""


def either(words: Iterable[str]) -> str:
    """A regular expression that matches the longest of `words`; a blank in a word matches one blank.

    The words share their beginnings, so that the time for a match does not grow with their number.
    """
    root: Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return _pattern(root) or "(?!)"


def _pattern(node: Node) -> str:
    branches = [re.escape(char) + _pattern(below) for char, below in sorted(node.items()) if char != _END]
    if not branches:
        return ""
    only = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    if _END not in node:
        return only
    return f"(?:{only})?" if len(branches) == 1 else only + "?"
