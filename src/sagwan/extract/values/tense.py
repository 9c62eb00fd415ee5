"""Whether the clause around a date looks back or ahead, told by the first verb ending behind it."""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future"]

_HANGUL, _FINALS = 0xAC00, 28
_SS, _N, _L = 20, 4, 8


def _with_final(final: int, leave: str = "") -> str:
    last = 0xD7A4
    return "".join(c for c in map(chr, range(_HANGUL + final, last, _FINALS)) if c not in leave)


# Every syllable with final ㅆ before an ending is past (했다, 열렸고) but for 있- and 겠-; one with final ㄴ before 다
# is present (연다, 열린다), which beside a day of the month means what is to come; ㄹ before 것 or 전망 is future.
_TENSE = re.compile(
    rf"(?P<past>[{_with_final(_SS, '있겠')}](?=[다고으지는던을습어기]))"
    rf"|(?P<future>겠|예정|계획|방침|앞두|앞둔|[{_with_final(_L)}] (?:것|전망|수 있)"
    rf"|[{_with_final(_N, '한란')}]다(?![가-힣])|한다(?![가-힣])|열리는|열릴|개최하는|시작하는)"
)
# Two clauses are as far as a date's own verb may stand; farther verbs belong to others.
_REACH = 80


def tense(chars: str, at: int, end: int) -> Tense | None:
    """The tense of the first finite verb in `chars[at:end]`; None where there is none near by."""
    found = _TENSE.search(chars, at, min(end, at + _REACH))
    if found is None:
        return None
    return "past" if found.lastgroup == "past" else "future"
