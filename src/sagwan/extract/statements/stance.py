"""What a speaker does by saying it, told by the reporting words and by the words that are said."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.statement import Stance
from sagwan.extract.statements.quoted import Link
from sagwan.lexicon.schema.cue import Tone

if TYPE_CHECKING:
    from sagwan.core.span import Span
    from sagwan.extract.statements.attribute import Scene
    from sagwan.extract.statements.unit import Unit
    from sagwan.lexicon import Lexicon

_SENTENCE_END = re.compile(r"[.?!…]+\s+(?=\S)")
_REST = r"(?:고|며|는|은|이|요|이라|이다|이었다|[\"'”’)\s.,!…~])*$"


def stance_of(scene: Scene, unit: Unit, span: Span) -> Stance:
    """The stance of one statement: what its words say outweighs a cue that leaves it open."""
    cue = unit.reporting.cue if unit.reporting else None
    given = cue.stance if cue else "assert"
    if given == "assert" and unit.noun:
        given = unit.noun.stance
    if unit.link is Link.PLAN:
        return Stance.PROMISE
    if unit.link is Link.NONE:
        return Stance.DECLINE
    if unit.link is Link.ASK:
        return Stance.DEMAND
    said = scene.stream.chars[span.start : span.end]
    if unit.link is Link.THING and given in ("assert", "forecast"):
        future = scene.stream.tokens[unit.at - 1].form in ("ᆯ", "을")
        return Stance.FORECAST if future else Stance.ASSERT
    return stance_of_words(said, given, scene.book.lexicon)


def stance_of_words(said: str, given: str, lexicon: Lexicon) -> Stance:
    """The stance of words whose reporting verb gives away `given`."""
    last = _SENTENCE_END.split(said)[-1]
    for tone, tails, words in _tones(lexicon):
        if given not in tone.over:
            continue
        found = (tails and tails.search(last)) or (words and words.search(last))
        if found and not any(u in last[max(0, found.start() - len(u)) : found.end()] for u in tone.unless):
            return Stance(tone.stance)
    return Stance(given)


@cache
def _tones(lexicon: Lexicon) -> tuple[tuple[Tone, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """The tones in the order of their ids' numbers, each with what it looks for at the end and anywhere."""
    tones = sorted(lexicon.all(Tone), key=lambda tone: int(tone.id.split(".")[1]))
    return tuple((tone, _either(tone.tails, _REST), _either(tone.words, "", "(?<![가-힣])")) for tone in tones)


def _either(words: tuple[str, ...], rest: str, before: str = "") -> re.Pattern[str] | None:
    if not words:
        return None
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(before + "(?:" + "|".join(re.escape(w) for w in longest_first) + ")" + rest)
