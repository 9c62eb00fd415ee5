"""Whose clock a time is told by: 13일(현지시간), 한국시간 13일 오전 3시, 오후 2시(미 동부시간)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.value import TimeWord
from sagwan.lexicon.trie import either

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sagwan.lexicon import Lexicon

# The longest note with its particle: "미국 동부시간 기준으로 ".
_REACH = 20


@dataclass(frozen=True, slots=True)
class Zones:
    """The notes of a lexicon and what each says: `local_time`, or `zone:` and a name of the IANA time zone database."""

    mods: Mapping[str, str]
    bracket: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]

    def note(self, chars: str, at: int) -> tuple[int, str] | None:
        """Where a note in brackets behind `at` ends, and what it says."""
        found = self.bracket.match(chars, at)
        return (found.end(), self.mods[found[1]]) if found else None

    def of(self, chars: str, start: int, end: int) -> str | None:
        """What the words right around a time say of its clock; the value stays as the clock there shows it."""
        found = self.bracket.match(chars, end) or self.after.match(chars, end)
        found = found or self.before.search(chars, max(0, start - _REACH), start)
        return self.mods[found[1]] if found else None


@cache
def zones(lexicon: Lexicon) -> Zones:
    """The zones that a lexicon knows; compiled once."""
    mods = {word: t.mod or "local_time" for t in lexicon.all(TimeWord) if t.role == "note" for word in t.words}
    notes = f"({either(mods)})"
    return Zones(
        mods,
        re.compile(rf" ?[(（](?:이하 )?{notes}[^()]{{0,8}}[)）]"),
        re.compile(rf" {notes}(?![가-힣A-Za-z])"),
        re.compile(rf"(?<![가-힣A-Za-z]){notes}(?:(?:으로|로)는?|기준(?:으로)?| 기준(?:으로)?)? ?\Z"),
    )
