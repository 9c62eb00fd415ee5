"""Groups of citizens named by what they are for: 안전한 학교를 위한 시민모임."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.names.knowledge import Famous
from sagwan.extract.names.places import BEHIND

if TYPE_CHECKING:
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.korean.passage import Passage

_RULE = "group"
# What ends in another particle than 의 stands outside the name: 주민들은 | 안전한 학교를 위한 시민모임.
_OUTSIDE = re.compile(r"(?:은|는|이|가|을|를|에|에서|로|도|와|과|며|고)$")


def groups(passage: Passage, known: Knowledge) -> dict[int, Famous]:
    """The groups of the page, by the place of their first character."""
    found: dict[int, Famous] = {}
    pattern = _pattern(known)
    for sentence in passage.sentences:
        for m in pattern.finditer(passage.text.chars, sentence.span.start, sentence.span.end):
            start = m.start()
            for word in re.finditer(r"[가-힣]+ ", m["before"] or ""):
                if _OUTSIDE.search(word[0][:-1]) or word[0][:-1] in known.no_names or word[0][:-1] in known.sorts:
                    start = m.start() + word.end()
            name = passage.text.chars[start : m.end("head")]
            found[start] = Famous(name, name, Kind.ORG, weak=False, entry=_RULE, rule=_RULE)
    return found


@lru_cache(maxsize=1)
def _pattern(known: Knowledge) -> re.Pattern[str]:
    links = "|".join(link for g in known.groups for link in g.links)
    heads = "|".join(sorted((head for g in known.groups for head in g.heads), key=lambda h: (-len(h), h)))
    aim = rf"(?<!\w)(?P<before>(?:[가-힣]+ ){{1,2}})?[가-힣]+[을를] (?:{links})"
    return re.compile(rf"{aim} (?P<head>[가-힣]{{0,6}}(?:{heads})){BEHIND.pattern}")
