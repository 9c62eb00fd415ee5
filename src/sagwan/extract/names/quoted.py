"""Names in quotation marks that a common noun introduces: 연구소 ‘보라비 랩’, 영화 『가람』, 브랜드 '누리'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.extract.names.census import SORTED

if TYPE_CHECKING:
    from sagwan.core.entity import Kind
    from sagwan.extract.names.census import Census
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.korean.passage import Passage

_INTRODUCED = re.compile(
    r"([가-힣]{1,8}) ?[‘'“\"「『<《〈]([^‘’'“”\"「」『』<>《》〈〉\n]{2,24})"
    r"[’'”\"」』>》〉](?!라고|라며|라는|며|고 |면서)"
)
_SPEECH = re.compile(r"[.?!…]|(?:다|요|자|까|죠)$|,")


def hear_quoted(census: Census, passage: Passage, known: Knowledge) -> None:
    """Note the kind of each quoted name from the noun before it."""
    for sentence in passage.sentences:
        for found in _INTRODUCED.finditer(passage.text.chars, sentence.span.start, sentence.span.end):
            name = found[2].split("(")[0]
            sort = _sort(found[1], known)
            if sort is not None and name == name.strip() and not _SPEECH.search(name) and name not in known.no_names:
                census.seen[name] += 1
                census.note(name, sort, SORTED, "quoted")


def _sort(noun: str, known: Knowledge) -> Kind | None:
    noun = noun.removesuffix("인") if noun not in known.sorts else noun
    for at in range(len(noun)):
        if noun[at:] in known.sorts:
            return known.sorts[noun[at:]]
    return None
