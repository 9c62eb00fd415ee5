"""Words of a page as a clause that can be understood away from its place."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sagwan.extract.values import read_values_in
from sagwan.items.morphemes import morphemes_of
from sagwan.items.wording import found
from sagwan.items.write.ending import clause
from sagwan.korean.fold import fold
from sagwan.lexicon.schema.item import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.items.write.ending import Clause
    from sagwan.korean.kiwi import Analyser, Morpheme
    from sagwan.lexicon import Lexicon

SHORTEST, LONGEST = 8, 80
FEWEST_WORDS = 3
_REMARK = re.compile(r"\s?\([^()]*\)")
_MARKS = re.compile("[\"'“”‘’「」『』()\\[\\]<>〈〉~…:;/\n?!△▲]|\\. ")
# A particle whose noun a page has lost: "영화 를 찍었다".
_LOST = re.compile(r"(?:^|\s)(?:을|를|은|는|의|와|과|에|에서|에게|으로|로)(?=\s|$)|\s\s")


_PREDICATES, _STATES = ("V", "XSV", "XSA"), ("VA", "VCP", "VCN", "XSA")


def fit(words: str, analyser: Analyser, lexicon: Lexicon) -> Clause | None:
    """The content as a clause, without remarks in brackets and words said in passing; None where it leans on what
    stands beside it.
    """
    plain = bare(words, lexicon)
    if not SHORTEST <= len(plain) <= LONGEST or _MARKS.search(plain) or plain.count(" ") < FEWEST_WORDS - 1:
        return None
    if found("deictic", plain, lexicon) or _LOST.search(plain):
        return None
    return None if _clipped(plain, analyser) else clause(plain, analyser)


def _clipped(words: str, analyser: Analyser) -> bool:
    """Whether a noun stands bare before a verb, its particle left out (더 좋은 성적 내도록), but a day or an hour may;
    or a verb that joins clauses opens it, so that what it speaks of is cut off (반복하면서 값을 올렸다); or what the
    reporter tells beforehand was taken in with the words (값이 뛰자 재고를 풀겠다).
    """
    morphemes = morphemes_of(words, analyser)
    first = words.find(" ")
    if any(m.tag == "EC" and (m.end <= first or m.form == "자") for m in morphemes):
        return True
    times = [t.span for t in read_values_in(words).times]
    return any(
        m.tag == "NNG" and after.tag == "VV" and m.end < after.start and not any(t.end == m.end for t in times)
        for m, after in pairwise(morphemes)
    )


def has_subject(said: Clause, analyser: Analyser) -> bool:
    """Whether a subject or a topic is written in it; what something is not (사실이 아니다) is none."""
    morphemes = morphemes_of(said.plain(analyser), analyser)
    return any(
        (m.tag == "JKS" and after.tag != "VCN") or (m.tag == "JX" and m.form in ("은", "는", "ᆫ"))
        for m, after in pairwise(morphemes)
    )


def tells_a_state(said: Clause, analyser: Analyser) -> bool:
    """Whether it says what something is or is not, and not what somebody does, did or plans: 좋은 기회다, 사실이 아니고
    …, but not 매입할 방침이다 or 만난 적이 없다.
    """
    morphemes = morphemes_of(said.plain(analyser), analyser)
    at = max((n for n, m in enumerate(morphemes) if m.tag.startswith(_PREDICATES)), default=0)
    state = morphemes[at].tag.startswith(_STATES) and not _of_an_act(morphemes[:at])
    return state or any(m.tag == "VCN" for m in morphemes)


def _of_an_act(before: Sequence[Morpheme]) -> bool:
    """Whether the last noun before a predicate takes what somebody did or will do: 만난 적이, 값을 올릴 계획이."""
    rest = [m for m in before if not m.tag.startswith("J")]
    if len(rest) < len(("만나", "ᆫ", "적")):
        return False
    verb, ending, noun = rest[-3:]
    experience = (noun.form, noun.tag) == ("적", "NNB")
    return ending.tag == "ETM" and verb.tag.startswith(("VV", "XSV")) and (experience or _planned(ending, noun))


def _planned(ending: Morpheme, noun: Morpheme) -> bool:
    return ending.form == "ᆯ" and noun.tag == "NNG"


def bare(words: str, lexicon: Lexicon) -> str:
    """The words without remarks in brackets, what is said in passing at their head, and marks at their ends."""
    plain = _REMARK.sub("", fold(words).chars).strip(" .,")
    while passing := _passing(lexicon).match(plain):
        plain = plain[passing.end() :]
    return plain


@cache
def _passing(lexicon: Lexicon) -> re.Pattern[str]:
    words = {word for entry in lexicon.all(Wording) if entry.kind == "passing" for word in entry.words}
    choices = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?:{choices})(?:,\s?|\s)(?!다른)")
