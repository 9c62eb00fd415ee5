"""One controlled change of a content: its polarity, an opposite word, or a name in it (numbers: `renumber`)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from sagwan.items.morphemes import morphemes_of
from sagwan.items.wording import opposites
from sagwan.items.write.ending import clause, denied
from sagwan.korean.inflection import attach

if TYPE_CHECKING:
    from sagwan.items.write.ending import Clause
    from sagwan.korean.kiwi import Analyser, Morpheme
    from sagwan.lexicon import Lexicon

_PAIRS = ("은/는", "이/가", "을/를", "과/와", "으로/로", "이나/나", "이라는/라는", "이라고/라고", "이랑/랑")
_CHANGING = {form: pair for pair in _PAIRS for form in pair.split("/")}
_CONSTANT = ("의", "에", "에서", "에게", "에게서", "도", "만", "까지", "부터", "보다", "조차", "처럼")
# What may stand before a whole name: nothing, or a word that ends in a particle or an ending (not "리드 호프먼").
_BOUNDARY = re.compile(r"(?:^|[은는이가을를의에서와과로고며도만한된인할던]\s|,\s)$")
# Endings that join clauses side by side: a denial at the end leaves open how far back it reaches.
_SIDE_BY_SIDE = frozenset({"고", "며", "으며", "면서", "으면서", "지만", "는데", "ᆫ데", "은데", "나", "으나", "거나"})


def contrary(said: Clause, analyser: Analyser) -> Clause | None:
    """The opposite polarity, read back to be sure that it is a clause of its own."""
    turned = denied(said, analyser)
    if turned is None or _joined(said.plain(analyser), analyser):
        return None
    again = clause(turned.plain(analyser), analyser)
    return turned if again is not None and turned.plain(analyser) != said.plain(analyser) else None


def _joined(words: str, analyser: Analyser) -> bool:
    """Whether clauses stand side by side in it; an auxiliary (하고 있다) makes no second clause."""
    morphemes = morphemes_of(words, analyser)
    return any(
        m.tag == "EC" and m.form in _SIDE_BY_SIDE and not after.tag.startswith("VX") for m, after in pairwise(morphemes)
    )


def opposite(words: str, analyser: Analyser, lexicon: Lexicon) -> str | None:
    """The words with the last of them that has an opposite turned: 매출이 늘었다 → 매출이 줄었다."""
    morphemes = morphemes_of(words, analyser)
    known = opposites(lexicon)
    for n in reversed(range(len(morphemes) - 1)):
        one, after = morphemes[n], morphemes[n + 1]
        other = known.get((one.form, one.tag[0]))
        if other is None or (n and one.start < morphemes[n - 1].end) or (n and morphemes[n - 1].tag == "XPN"):
            continue
        verbal = after.tag.startswith("XSV") and n + 2 < len(morphemes)
        if (morphemes[n + 2] if verbal else after).tag == "ETM":
            continue  # 적은 손님이, 완화한 방식을: said of a noun the other word is odd
        if one.tag.startswith("V"):
            return _inflected(words, morphemes, n, other, analyser)
        if after.tag.startswith("XSV"):
            return words[: one.start] + other + words[one.end :]
    return None


def _inflected(words: str, morphemes: tuple[Morpheme, ...], n: int, other: str, analyser: Analyser) -> str:
    """The word with another stem under the same endings."""
    stop = words.find(" ", morphemes[n].start)
    stop = stop if stop >= 0 else len(words)
    rest = [(m.form, m.tag) for m in morphemes[n + 1 :] if m.start < stop]
    return words[: morphemes[n].start] + analyser.join([(other, morphemes[n].tag.split("-")[0]), *rest]) + words[stop:]


def other_name(words: str, old: str, new: str) -> str | None:
    """`old` replaced by `new`, the particle behind it in the form that `new` asks for.

    None where no particle follows: the noun behind may be a title, which another does not hold, or go on with the name.
    """
    found = re.search(rf"(?<![가-힣A-Za-z0-9]){re.escape(old)}(?P<tail>[가-힣]*)(?=[\s,]|$)", words)
    if not found or words.count(old) != 1 or not _BOUNDARY.search(words[: found.start()]) or _listed(words, found):
        return None
    tail = found["tail"]
    if tail in _CHANGING:
        written = attach(new, _CHANGING[tail])
        if "(" in written:
            return None
    elif tail in _CONSTANT:
        written = new + tail
    else:
        return None
    return words[: found.start()] + written + words[found.end() :]


def _listed(words: str, name: re.Match[str]) -> bool:
    """Whether the name is one of a row (한빛물산, 가온전자 등이): any other would be odd among them."""
    return words[: name.start()].rstrip().endswith(",") or words[name.end() :].startswith(",")
