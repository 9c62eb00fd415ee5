"""Where a line of Korean may not break: between a closing mark, or a circled letter, and what is written on to it.

`word-break: keep-all` keeps letters together, but browsers go on breaking after % and closing marks (UAX #14), so that
a line would begin with the 는 of ”는 or the 를 of 60%를.
"""

from __future__ import annotations

import re

_CLOSING = r"%％)\]}”’》」』〉】）］℃°㎡㎢㎏㎞㎝㎜"
_CIRCLED = r"[㉠-㉭ⓐ-ⓩ](?: ?\))?[가-힣]?"
# What is to be held together, or what holds no lines: a tag, or an element whose text is not laid out. One pass: of a
# page of 100 kB in 4 ms, half of what cutting it into tags and texts first takes.
_JOINT = re.compile(
    rf"<(script|style|title|textarea|option)\b.*?</\1>|<[^<>]*>|([{_CLOSING}][가-힣]|{_CIRCLED}|\( ?{_CIRCLED})",
    re.DOTALL,
)


def held(html: str) -> str:
    """A page in which no line begins with a particle: the letters are the same, and stand in the same order."""
    return _JOINT.sub(_hold, html)


def _hold(found: re.Match[str]) -> str:
    return f'<span class="held">{found[2]}</span>' if found[2] else found[0]
