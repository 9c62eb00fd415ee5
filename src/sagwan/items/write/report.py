"""A statement as a sentence of an option: who says what, in one of the ways the lexicon knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.items.wording import sayings
from sagwan.korean.inflection import fill

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from sagwan.items.write.ending import Clause
    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.item import Saying

# A content with a topic of its own reads badly behind another topic.
_OPENING = re.compile(r"(?P<name>[가-힣A-Za-z0-9]{3,})(?:은|는|이|가)\s(?=\S+\s\S)")
# A short sentence turned round says too little before its noun: 선을 그은 것은 누리전자이다.
_LONG_ENOUGH = 22
_TOPIC = re.compile(r"[가-힣A-Za-z0-9](?:은|는)\s")


def way_for(clauses: Iterable[Clause], lexicon: Lexicon, analyser: Analyser, rng: Random) -> Saying:
    """One way to report that suits them all, so that no option stands out by it."""
    clauses = tuple(clauses)
    topics = any(_TOPIC.search(one.plain(analyser)) for one in clauses)
    fitting = [
        way
        for way in sayings(lexicon)
        if all(one.manner in way.moods for one in clauses) and not (topics and "{speaker}은/는" in way.text)
    ]
    return rng.choice(fitting)


def narrate(said: Clause, analyser: Analyser) -> str:
    """What the reporter tells, turned round where it can be: 2021년 문을 연 것은 미르칩스이다."""
    plain = said.plain(analyser)
    opening = _OPENING.match(plain)
    turned = said.before_noun(analyser) if opening else None
    if (
        not opening
        or turned is None
        or _TOPIC.search(plain[opening.end() :])
        or "," in plain
        or len(plain) < _LONG_ENOUGH
    ):
        return f"{plain}."
    return f"{turned[opening.end() :]} 것은 {opening['name']}이다."


def report(speaker: str, said: Clause, way: Saying, analyser: Analyser) -> str:
    """The sentence."""
    words = {"speaker": speaker, "plain": said.plain(analyser)}
    words |= {"quoted": said.quoted(analyser), "modifying": said.modifying(analyser)}
    return fill(way.text, words)
