"""Cities, counties and districts that no list knows, told by their company on the page: 물빛시, 하람군, 이든구.

The analyser cuts what it has not met anyhow (물빛+시, 물빛시가), so they are looked for in the characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sagwan.core.entity import Kind
from sagwan.extract.names.knowledge import Famous
from sagwan.extract.names.places import BEHIND
from sagwan.extract.names.shape import is_korean_name
from sagwan.extract.names.tagger import has_met

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.korean.passage import Passage, Sentence

_RULE = "municipality"
_WORD_BEFORE = re.compile(r"(?<!\w)[가-힣]{2,7}(?= $)")
_REACH = 8
# Endings of one syllable that are no particle: 물빛도 may be "물빛 too".
_SURE_ENDS = frozenset("역항강읍면")
# 위반했다, 위반되면: a noun that is done.
_DOES = frozenset("하되해한할했된될됐")


class _Patterns(NamedTuple):
    """A word that may name a municipality, a part of one behind its name, and what a government does."""

    word: re.Pattern[str]
    part: re.Pattern[str]
    deed: re.Pattern[str]


@dataclass(slots=True)
class _Seen:
    """Where a possible municipality stands, where its name alone stands before its head (물빛+시장), and whether
    one of these places says what it is.
    """

    places: list[int] = field(default_factory=list)
    led: list[int] = field(default_factory=list)
    sure: bool = False


def towns(passage: Passage, known: Knowledge) -> dict[int, Famous]:
    """The municipalities of the page and their parts (물빛시 다온동), by the place of their first character."""
    chars = passage.text.chars
    patterns = _patterns(known)
    found: dict[int, Famous] = {}
    for (stem, end), seen in _candidates(passage, patterns, known).items():
        if seen.places and (seen.sure or _names_others(stem, end, chars, known)):
            found |= dict.fromkeys(seen.places, _place(stem + end))
            found |= dict.fromkeys(seen.led, replace(_place(stem + end), form=stem, weak=True))
    for sentence in passage.sentences:
        for m in patterns.part.finditer(chars, sentence.span.start, sentence.span.end):
            within = found.get(m.start()) or known.forms.get(m["whole"])
            part = m["part"]
            if within and within.kind is Kind.PLACE and not has_met(part, "NNG") and part not in known.forms:
                found[m.start("part")] = _place(part)
    return found


def _place(name: str) -> Famous:
    return Famous(name, name, Kind.PLACE, weak=False, entry=_RULE, rule=_RULE)


@lru_cache(maxsize=1)
def _patterns(known: Knowledge) -> _Patterns:
    def one_of(words: Iterable[str]) -> str:
        return "|".join(sorted({re.escape(w) for w in words}, key=lambda w: (-len(w), w)))

    of = known.municipalities
    end = one_of(w for m in of for w in m.ends)
    head, office = one_of(w for m in of for w in m.heads), one_of(w for m in of for w in m.offices)
    word = rf"(?<!\w)(?P<stem>[가-힣]{{2,3}})(?P<end>{end})(?:(?P<office>{office})|(?P<head>{head}))?{BEHIND.pattern}"
    part = one_of(w for m in of for w in m.parts)
    inner = rf"(?<!\w)(?P<whole>[가-힣]{{2,4}}(?:{end}|{part})) (?P<part>[가-힣]{{1,3}}(?:{part})){BEHIND.pattern}"
    return _Patterns(re.compile(word), re.compile(inner), re.compile(one_of(w for m in of for w in m.deeds)))


def _candidates(passage: Passage, patterns: _Patterns, known: Knowledge) -> dict[tuple[str, str], _Seen]:
    chars = passage.text.chars
    found: dict[tuple[str, str], _Seen] = {}
    for sentence in passage.sentences:
        for m in patterns.word.finditer(chars, sentence.span.start, sentence.span.end):
            stem, end = m["stem"], m["end"]
            ending = known.ending_of(stem + end)
            longer = ending is not None and len(ending[0]) > 1  # 에이전시
            if longer or stem + end in known.forms or _ends_in_noun(sentence, m.start(), m.end("end")):
                continue
            seen = found.setdefault((stem, end), _Seen())
            if m["office"]:
                seen.sure = True
            elif m["head"]:
                seen.led.append(m.start())
                before = _WORD_BEFORE.search(chars, max(0, m.start() - _REACH), m.start())
                seen.sure = seen.sure or (before is not None and is_korean_name(before[0], known))
            else:
                seen.places.append(m.start())
                seen.sure = seen.sure or _is_told(m, sentence, chars, patterns, known)
    return found


def _ends_in_noun(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the analyser knows the word (일시), or the noun that ends it (개발도시)."""
    return any(
        start <= m.start and m.end == end and m.end - m.start > 1 and has_met(m.form, "NNG") for m in sentence.morphemes
    )


def _is_told(m: re.Match[str], sentence: Sentence, chars: str, patterns: _Patterns, known: Knowledge) -> bool:
    """Whether a part of itself stands behind the word, or, where its stem is no common noun (위반+시), a place before
    it or a government's doing in its sentence.
    """
    part = patterns.part.match(chars, m.start())
    if part is not None and not has_met(part["part"], "NNG"):
        return True
    if has_met(m["stem"], "NNG"):
        return False
    before = _WORD_BEFORE.search(chars, max(0, m.start() - _REACH), m.start())
    wider = known.forms.get(before[0]) if before else None
    return (wider is not None and wider.kind is Kind.PLACE) or (
        patterns.deed.search(chars, sentence.span.start, sentence.span.end) is not None
    )


def _names_others(stem: str, end: str, chars: str, known: Knowledge) -> bool:
    """Whether other names of the page begin with the same word (물빛항, 물빛환경청), and none does it (위반했다)."""
    others = {m[1] for m in re.finditer(rf"(?<!\w){stem}([가-힣]{{1,9}})", chars)} - {end}
    if any(rest[0] in _DOES for rest in others):
        return False
    return any(_is_ending(rest[:size], rest[size:], known) for rest in others for size in range(1, len(rest) + 1))


def _is_ending(rest: str, behind: str, known: Knowledge) -> bool:
    ending = known.ending_of(rest)
    return (
        ending is not None
        and ending[1].kind in (Kind.ORG, Kind.PLACE)
        and (len(ending[0]) > 1 or rest in _SURE_ENDS)
        and BEHIND.match(behind) is not None
    )
