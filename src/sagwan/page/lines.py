"""A text as lines: each with its place, its words without blanks, and what tells prose from labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sagwan.core.span import Span

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_BLANKS = re.compile(rf"[\s{INVISIBLE}]+")
_EDGE = INVISIBLE + "".join(c for c in map(chr, range(0x3001)) if c.isspace())
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"^[•·▶►▷▸■□◆◇●○※☞✔★☆*\-–—>|ㆍ∙]+")
_STOP = re.compile(r"[.?!…][\"'”’」』)\]〉》>]*$")
_SENTENCE = re.compile(r"[가-힣)\"”'’%]…?[.][\"'”’」』)\]]*$")
_SPOKEN = re.compile(r"[\"“][^\"“”]+[.?!][\"”]$")
_ENDED = re.compile(r"[가-힣][.](?:[\"'”’)\s\[(]|$)")
_INNER = re.compile(r"[가-힣][.][\"'”’)]*\s*[가-힣\"“‘'(\[<]")
_HANGUL = re.compile(r"[가-힣]")
# Labels and titles are short: of 1,100 headlines and subheads at hand none has more than 90 characters.
LABEL = 90
_TAIL = 12
_SHORTEST = 12
_BROKEN = 60


@dataclass(frozen=True)
class Line:
    """A line without the blanks around it: `chars` stand at `start` in the text, behind `gap` line ends."""

    chars: str
    start: int
    gap: int = 1

    @property
    def end(self) -> int:
        """The place behind the last character."""
        return self.start + len(self.chars)

    @property
    def span(self) -> Span:
        """The line's range in the text."""
        return Span(self.start, self.end)

    @cached_property
    def tight(self) -> str:
        """The words without blanks and leading marks, at most `2 * LABEL` characters: labels are compared by it."""
        return _MARK.sub("", _BLANKS.sub("", self.chars[: 2 * LABEL]))

    @cached_property
    def ends(self) -> bool:
        """Whether the line ends as a sentence of prose does: a Korean word and a full stop."""
        return _SENTENCE.search(self.chars, max(0, len(self.chars) - _TAIL)) is not None

    @cached_property
    def stops(self) -> bool:
        """Whether it ends in any mark that may end a sentence, ? and … too."""
        return _STOP.search(self.chars, max(0, len(self.chars) - _TAIL)) is not None

    @cached_property
    def running(self) -> bool:
        """Whether one sentence ends and another begins inside the line."""
        return _INNER.search(self.chars, 0, 2000) is not None

    @cached_property
    def korean(self) -> bool:
        """Whether Hangul stands in it."""
        return _HANGUL.search(self.chars, 0, 2000) is not None

    @cached_property
    def reports(self) -> bool:
        """Whether a whole sentence ends anywhere in it."""
        return len(self.chars) > _BROKEN and _ENDED.search(self.chars) is not None

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as running text: a full sentence, somebody's words, or a paragraph cut off in the middle."""
        if not self.korean or len(self.chars) < _SHORTEST:
            return False
        if self.ends or (self.running and len(self.chars) > _BROKEN):
            return True
        return len(self.chars) <= 2 * LABEL and _SPOKEN.fullmatch(self.chars) is not None


def read_lines(chars: str) -> Iterator[Line]:
    """The lines that hold more than blanks and invisible characters, in order."""
    gap = 0
    at = 0
    for found in _LINE.finditer(chars):
        raw = found[0]
        gap += found.start() - at
        at = found.end()
        kept = raw.strip(_EDGE)
        if kept:
            yield Line(kept, found.start() + raw.index(kept[0]), gap)
            gap = 0
