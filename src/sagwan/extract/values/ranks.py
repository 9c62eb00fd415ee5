"""Places told from an end of a row or from here: 마지막, 끝에서 두번째, 다음 것.

They are read on demand only: in news prose 다음 and 마지막 mostly join sentences and rank nothing.
"""

from __future__ import annotations

import re
from functools import cache

from sagwan.core.span import Span
from sagwan.core.values import Rank
from sagwan.extract.values.vocabulary import vocabulary
from sagwan.lexicon import Lexicon, load_default
from sagwan.lexicon.schema.value import RankWord
from sagwan.lexicon.trie import either


def read_ranks_in(chars: str, lexicon: Lexicon | None = None) -> tuple[Rank, ...]:
    """The relative places named in plain Korean text, in text order."""
    lexicon = lexicon or load_default()
    words, pattern = _words(lexicon)
    known = vocabulary(lexicon).numerals
    found: list[Rank] = []
    for m in pattern.finditer(chars):
        entry = words[m["word"]]
        offset = entry.offset
        if m["nth"]:
            numeral = known.read(m["nth"])
            if numeral is None or numeral.value is None:
                continue
            offset = 1 - int(numeral.value)
        elif m["before"]:
            offset -= 1
        found.append(Rank(Span(m.start(), m.end()), entry.relative_to, offset))
    return tuple(found)


@cache
def _words(lexicon: Lexicon) -> tuple[dict[str, RankWord], re.Pattern[str]]:
    words = {word: entry for entry in lexicon.all(RankWord) for word in entry.words}
    native = vocabulary(lexicon).numerals.native
    return words, re.compile(
        rf"(?<![가-힣])(?P<word>{either(words)})"
        rf"(?:에서 (?:(?P<nth>{native}) ?번째|(?P<before>바로 전)(?:의 것)?)|(?![가-힣]{{3}}))"
    )
