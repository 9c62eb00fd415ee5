"""White space and zero-width characters made plain for matching; the Text itself is never touched."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BLANK = re.compile(r"[^\S ]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Plain characters; `origin[i]` is the place of character i in the original, None where nothing moved."""

    chars: str
    origin: tuple[int, ...] | None


def fold(chars: str) -> Folded:
    """Every white-space character as one blank, invisible characters left out."""
    if not _INVISIBLE.search(chars):
        return Folded(_BLANK.sub(" ", chars), None)
    kept = [i for i, c in enumerate(chars) if not _INVISIBLE.match(c)]
    return Folded(_BLANK.sub(" ", "".join(chars[i] for i in kept)), (*kept, len(chars)))
