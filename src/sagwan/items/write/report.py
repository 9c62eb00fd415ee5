"""A statement as a sentence of an option: who says what, in one of the ways the lexicon knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.items.morphemes import morphemes_of
from sagwan.items.wording import sayings
from sagwan.korean.inflection import fill

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from sagwan.items.write.ending import Clause
    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.item import Saying

# A short sentence turned round says too little before its noun: 선을 그은 것은 누리전자이다.
_LONG_ENOUGH = 22
_SHORTEST_NAME = 3
_NOUNS = ("NN", "XSN", "SL", "SN")


def way_for(
    clauses: Iterable[Clause], lexicon: Lexicon, analyser: Analyser, rng: Random, *, people: bool = True
) -> Saying:
    """One way to report that suits them all, so that no option stands out by it.

    Words with a topic of their own (값은 올린다) stand before the speaker: two topics in a row read badly. `people`:
    whether all speakers are.
    """
    clauses = tuple(clauses)
    topics = any(_topic(one.plain(analyser), analyser) for one in clauses)
    fitting = [
        way
        for way in sayings(lexicon)
        if all(one.manner in way.moods for one in clauses) and not (topics and way.text.startswith("{speaker}"))
    ]
    return rng.choice([way for way in fitting if people or not way.person] or fitting)


def _topic(words: str, analyser: Analyser) -> bool:
    morphemes = morphemes_of(words, analyser)
    return any(m.tag == "JX" and m.form in ("은", "는", "ᆫ") for m in morphemes)


def narrate(said: Clause, analyser: Analyser) -> str:
    """What the reporter tells, turned round where it can be: 2021년 문을 연 것은 미르칩스이다."""
    plain = said.plain(analyser)
    turned = said.before_noun(analyser)
    opening = _subject(plain, analyser) if turned and len(plain) >= _LONG_ENOUGH else None
    if opening is None or turned is None or ("않", "VX") in said.stem:
        return f"{plain}."
    name, rest = opening
    return f"{turned[rest:]} 것은 {name}이다."


def _subject(words: str, analyser: Analyser) -> tuple[str, int] | None:
    """The one word that the sentence opens with as its only subject, and where the rest begins."""
    morphemes = morphemes_of(words, analyser)
    marks = [n for n, m in enumerate(morphemes) if m.tag == "JKS" or (m.tag == "JX" and m.form in ("은", "는"))]
    if len(marks) != 1 or "," in words:
        return None
    name = words[: morphemes[marks[0]].start]
    noun = all(m.tag.startswith(_NOUNS) for m in morphemes[: marks[0]])
    rest = morphemes[marks[0]].end + 1
    whole = noun and len(name) >= _SHORTEST_NAME and " " not in name and words[rest - 1 : rest] == " "
    return (name, rest) if whole and " " in words[rest:] else None


def report(speaker: str, said: Clause, way: Saying, analyser: Analyser) -> str:
    """The sentence."""
    return fill(way.text, {"speaker": speaker, "quoted": said.quoted(analyser)})
