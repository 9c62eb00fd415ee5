"""Whom 고인 means: the person whose death the article tells."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.statements.source import Source
from sagwan.lexicon.schema.cue import SourceWord

if TYPE_CHECKING:
    from sagwan.extract.names.index import NameIndex
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon

_BEHIND = 3  # characters from a sign to the name behind it: 故|강수연, 고(故|) 강수연


@cache
def _signs(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words for somebody who has died, and the signs that tell who."""
    entries = [source for source in lexicon.all(SourceWord) if source.kind == "late"]
    words = "|".join(re.escape(word) for entry in entries for word in entry.words)
    ahead = "|".join(re.escape(sign) for entry in entries for sign in entry.ahead)
    behind = "|".join(re.escape(sign) for entry in entries for sign in entry.behind)
    return re.compile(words), re.compile(rf"(?P<ahead>(?<![가-힣])(?:{ahead}))|{behind}")


def late(passage: Passage, who: NameIndex, lexicon: Lexicon) -> Source | None:
    """The first person who is told to have died, else who is named most; None where the article tells of no 고인."""
    words, signs = _signs(lexicon)
    chars = passage.text.chars
    if not words.search(chars):
        return None
    for sentence in passage.sentences:
        for sign in signs.finditer(chars, sentence.span.start, sentence.span.end):
            if sign["ahead"]:
                named = [pair for pair in who.between(sign.end(), sign.end() + _BEHIND) if pair[0].start >= sign.end()]
            else:
                named = who.between(sentence.span.start, sign.start())[::-1]
            for span, entity in named:
                if entity.kind is Kind.PERSON:
                    return Source("person", span, entity.id)
    often = Counter(entity.id for _, entity in who.between(0, len(chars)) if entity.kind is Kind.PERSON).most_common(1)
    first = next((span for span, entity in who.between(0, len(chars)) if often and entity.id == often[0][0]), None)
    return Source("person", first, often[0][0]) if first else None
