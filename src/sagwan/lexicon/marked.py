"""Example sentences with marked words: "[actor:누리전자]가 인수했다." ⇄ text and spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sagwan.core.errors import SagwanError
from sagwan.core.span import Span

_MARK = re.compile(r"\[([a-z_]+):([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, and each marked stretch as (name, span) in text order."""

    text: str
    marks: tuple[tuple[str, Span], ...]


def unmark(example: str) -> Marked:
    """Take the marks out. Raises `SagwanError` (`lexicon.mark`) for a bracket that opens a mark and never ends it."""
    text, marks, at = "", [], 0
    for found in _MARK.finditer(example):
        text += example[at : found.start()]
        marks.append((found[1], Span(len(text), len(text) + len(found[2]))))
        text += found[2]
        at = found.end()
    text += example[at:]
    if re.search(r"\[[a-z_]+:", text):
        raise SagwanError("lexicon.mark", "닫히지 않은 표시가 있습니다", example, "[이름:낱말] 꼴로 쓰십시오")
    return Marked(text, tuple(marks))
