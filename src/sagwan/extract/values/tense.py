"""Whether the clause around a date looks back or ahead, told by the first verb ending behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from sagwan.lexicon.schema.value import TenseCue
from sagwan.lexicon.trie import either

if TYPE_CHECKING:
    from sagwan.lexicon import Lexicon

Tense = Literal["past", "future"]

_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_FINAL_INDEX = {"ㄴ": 4, "ㄹ": 8, "ㅆ": 20}
# Two clauses are as far as a date's own verb may stand; farther verbs belong to others. One that stands right behind
# is the date's own beyond doubt.
_REACH, _NEAR = 80, 12
_OPENS = re.compile(r"[“‘]|(?<=[\s(])[\"'](?=\S)")
_EITHER, _CLOSE = "either", "close"
_CLOSERS = {"“": "”", "‘": "’"}
_LONGEST_QUOTE = 400
_CLOSES = re.compile(r"(?:이|이었|습니|입니)?다?[.!?\n]")


class Lean(NamedTuple):
    """Which way a clause looks. `near`: its verb stands right behind the date; `closes`: it ends the sentence, and
    no clause that modifies a noun stands between.
    """

    tense: Tense
    near: bool
    closes: bool


class Cues(NamedTuple):
    """The endings and words of verbs that end a clause, one group a tense, and those that make it modify a noun.
    `close`: words right behind the date that say what was so on it (기준, 현재).
    """

    close: re.Pattern[str]
    finite: re.Pattern[str]
    modifying: re.Pattern[str]


def lean(chars: str, at: int, end: int, cues: Cues) -> Lean | None:
    """The tense of the first finite verb in `chars[at:end]` outside quotation marks; None where there is none near
    by, or where it looks both ways: what is said inside the marks was said at another time.
    """
    if cues.close.match(chars, at, end):
        return Lean("past", near=True, closes=False)
    start = at
    stop = min(end, at + _REACH)
    while True:
        found = cues.finite.search(chars, at, stop)
        opened = _OPENS.search(chars, at, found.start() if found else stop)
        if opened:
            closer = _CLOSERS.get(opened[0], opened[0])
            closed = chars.find(closer, opened.end(), min(end, opened.end() + _LONGEST_QUOTE))
            if closed < 0:
                return None
            at, stop = closed + 1, min(end, closed + 1 + _REACH)
            continue
        if found is None or found.lastgroup == _EITHER:
            return None
        closes = _CLOSES.match(chars, found.end(), end) is not None or found.end() == end
        closes = closes and not cues.modifying.search(chars, start, found.start())
        return Lean(cast("Tense", found.lastgroup), found.start() - start <= _NEAR, closes)


@cache
def tense_cues(lexicon: Lexicon) -> Cues:
    """The cues of tense of a lexicon; compiled once."""
    found: dict[str, list[str]] = {_EITHER: [], "past": [], "future": [], "modifying": [], _CLOSE: []}
    for cue in lexicon.all(TenseCue):
        syllable = f"[{_with_final(cue.final, cue.leave)}]" if cue.final else ""
        words = f"(?:{either(cue.words)})" if cue.words else ""
        ending = f"(?:{'|'.join(cue.endings)})" if cue.endings else ""
        found[_CLOSE if cue.close else cue.tense].append(syllable + words + ending)
    patterns = {tense: "|".join(cues) or "(?!)" for tense, cues in found.items()}
    return Cues(
        re.compile(rf" ?(?:{patterns[_CLOSE]})"),
        re.compile("|".join(f"(?P<{tense}>{patterns[tense]})" for tense in (_EITHER, "past", "future"))),
        re.compile(patterns["modifying"]),
    )


def _with_final(final: str, leave: str) -> str:
    """Every syllable that ends in a consonant, but for those that tell nothing."""
    syllables = map(chr, range(_FIRST + _FINAL_INDEX[final], _LAST + 1, _FINALS))
    return "".join(syllable for syllable in syllables if syllable not in leave)
