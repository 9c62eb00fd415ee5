"""The sentence that some words stand in."""

from __future__ import annotations

from functools import lru_cache

from sagwan.core.span import Span
from sagwan.korean.sentence import sentences


@lru_cache(maxsize=8192)  # a view asks for the sentence of one event several times, the next view again
def sentence_around(chars: str, words: Span, within: Span | None = None) -> Span:
    """The sentence or sentences of `chars` that `words` touch, looked for in `within` or on their own lines."""
    start = within.start if within else chars.rfind("\n", 0, words.start) + 1
    line_end = chars.find("\n", words.end)
    end = within.end if within else len(chars) if line_end < 0 else line_end
    touched = [s for s in sentences(chars, start, end) if s.overlaps(words)]
    return touched[0].join(touched[-1]).join(words) if touched else words
