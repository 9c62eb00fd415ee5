"""Two values of which one becomes the other are no range: "3%에서 5%로 올렸다", "120일에서 60일로 줄었다"."""

from __future__ import annotations

import re

_FROM = re.compile(r"에서|부터")
_TO = re.compile(r"으?로(?!부터)")


def changes(chars: str, left: int, right: int) -> bool:
    """Whether what ends at `left` turns into what ends at `right`: 에서 or 부터 behind the one, 로 behind the other."""
    return _FROM.match(chars, left) is not None and _TO.match(chars, right) is not None
