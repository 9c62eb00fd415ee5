"""What single quotation marks enclose: a title, or a sentence that stands in no other quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.korean.kiwi import Morpheme

_LONGEST_TITLE = 14
_LONGEST_SENTENCE = 80


def title_until(ms: Sequence[Morpheme], i: int) -> int:
    """Where a short title in single marks ends: what stands in it is a name, whatever the analyser reads; else 0."""
    for j in range(i + 1, min(i + _LONGEST_TITLE, len(ms))):
        if ms[j].tag == "SSC" and ms[j].form in "’'":
            return j
        if ms[j].tag == "EC" or (ms[j].tag == "EF" and not _closes_title(ms, j + 1)):
            break
    return 0


def sentence_until(ms: Sequence[Morpheme], i: int) -> int:
    """Where a sentence in single marks ends: ‘…을 인수하겠다’는 계획; else 0."""
    for j in range(i + 2, min(i + _LONGEST_SENTENCE, len(ms))):
        if ms[j].tag == "SSC" and ms[j].form in "’'":
            return j if ms[j - 1].tag in ("EF", "EC", "SF") else 0
        if ms[j].tag in ("SSO", "SSC") and ms[j].form in '“”"':
            break
    return 0


def _closes_title(ms: Sequence[Morpheme], at: int) -> bool:
    """Whether a mark closes at `at` a title, behind which stand a bracket or a case, and not somebody's words."""
    if at + 1 >= len(ms) or ms[at].tag != "SSC":
        return False
    behind = ms[at + 1]
    return behind.form == "(" or (behind.tag[0] == "J" and behind.tag != "JKQ" and behind.start == ms[at].end)
