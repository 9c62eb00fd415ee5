"""Parts of a date or a time of day that stand together: "지난해 12월 26일 오후 3시"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.value import Holiday, TimeWord

if TYPE_CHECKING:
    from sagwan.extract.values.scan import Atom
    from sagwan.extract.values.vocabulary import Vocabulary

# The order in which the parts of a date follow each other in Korean: from the largest to the smallest.
LEVELS = {
    "toward": 0,
    "century": 1,
    "decade": 1,
    "year": 1,
    "half": 2,
    "quarter": 2,
    "season": 2,
    "month": 3,
    "week": 4,
    "weekend": 4,
    "day": 5,
    "holiday": 5,
    "weekday": 6,
    "part": 7,
    "clock": 8,
    "hour": 8,
    "minute": 9,
    "second": 10,
}
_GAP = re.compile(r" ?|의 ?|[.] ?|-")
_WEEKDAY = re.compile(r" ?[(（]([월화수목금토일])(?:요일)?[)）]")
_HALF = re.compile(r" ?반(?![가-힣])")
_BEFORE_HOUR = re.compile(r" ?전(?![가-힣])|분 ?전")
_EXACT = re.compile(r" ?정각")
_WEEKDAYS = "월화수목금토일"


@dataclass(slots=True)
class Phrase:
    """What one date phrase says, part by part; a part that it leaves out is None.

    `shifts` holds the moves against the publication day or the day last named: unit → (by, base).
    """

    start: int
    end: int
    level: int = -1
    parts: dict[str, int] = field(default_factory=dict)
    shifts: dict[str, tuple[int, str]] = field(default_factory=dict)
    toward: str | None = None
    daypart: str | None = None
    clock: str | None = None
    holiday: Holiday | None = None
    nth: int | None = None
    weekday_seen: int | None = None
    mods: list[str] = field(default_factory=list)
    every: str | None = None

    @property
    def empty(self) -> bool:
        """Whether only a direction (지난, 오는) has been read so far."""
        return self.level <= 0

    def take(self, unit: str, by: int) -> None:
        """Set one part."""
        self.parts[unit] = by
        self.level = LEVELS[unit]


def extend(phrase: Phrase | None, chars: str, atom: Atom, end: int, known: Vocabulary) -> bool:
    """Add `atom` to the phrase where it goes on with it; False where it must begin one of its own."""
    if phrase is None:
        return False
    unit = unit_of(atom)
    if unit is None or atom.start < phrase.end:
        return False
    gap = chars[phrase.end : atom.start]
    inside = gap in {"(", " ("} and chars[atom.end : atom.end + 1] == ")"
    if not inside and not _GAP.fullmatch(gap):
        note = note_after(chars, phrase.end, known)
        if not note or chars[note : atom.start] not in {"", " "}:
            return False
        phrase.mods.append("local_time")
    level = LEVELS[unit]
    if unit == "mod":
        return False
    again = inside and level == phrase.level
    if not again and not level > phrase.level:
        return False
    if unit == "day" and phrase.level in {1, 2} and "year" in phrase.parts:
        return False
    put(phrase, atom, unit)
    phrase.end = atom.end + 1 if inside else atom.end
    settle(phrase, chars, end)
    return True


def begin(atom: Atom, chars: str, end: int) -> Phrase | None:
    """A phrase that begins with `atom`, or None where it is no part of a date."""
    unit = unit_of(atom)
    if unit is None:
        return None
    phrase = Phrase(atom.start, atom.end)
    put(phrase, atom, unit)
    settle(phrase, chars, end)
    return phrase


def unit_of(atom: Atom) -> str | None:
    """Which part of a date `atom` is."""
    if atom.sense is not None:
        return atom.sense.unit if atom.sense.kind == "time" else None
    entry = atom.entry
    if isinstance(entry, Holiday):
        return "holiday"
    if isinstance(entry, TimeWord):
        if entry.role in {"shift", "name"}:
            return entry.unit
        return entry.role if entry.role in LEVELS else None
    return {"ymd": "day", "clock": "hour"}.get(atom.kind)


def put(phrase: Phrase, atom: Atom, unit: str) -> None:
    """Write what `atom` says into the phrase."""
    entry = atom.entry
    if atom.numeral is not None and atom.numeral.value is not None:
        phrase.parts[unit] = int(atom.numeral.value)
    elif isinstance(entry, Holiday):
        phrase.holiday = entry
    elif isinstance(entry, TimeWord):
        _put_word(phrase, entry, unit)
    phrase.level = LEVELS[unit]


def _put_word(phrase: Phrase, entry: TimeWord, unit: str) -> None:
    if entry.role == "shift":
        phrase.shifts[unit] = (entry.by or 0, entry.base)
        if entry.mod:
            phrase.mods.append(entry.mod)
    elif entry.role == "name":
        phrase.parts[unit] = entry.by or 0
    elif entry.role == "part":
        phrase.daypart = entry.value
    elif entry.role == "clock":
        phrase.clock = entry.value
    elif entry.role == "toward":
        phrase.toward = entry.value


def settle(phrase: Phrase, chars: str, end: int) -> None:
    """Take in what belongs to the part just read: the weekday in brackets, 반 after an hour."""
    if phrase.level in {3, 5}:
        found = _WEEKDAY.match(chars, phrase.end, end)
        if found:
            phrase.weekday_seen = _WEEKDAYS.index(found[1]) + 1
    if phrase.level == LEVELS["hour"]:
        half = _HALF.match(chars, phrase.end, end)
        if half:
            phrase.parts["minute"] = 30
            phrase.end = half.end()
            phrase.level = LEVELS["minute"]


def note_after(chars: str, at: int, known: Vocabulary) -> int:
    """Where a bracketed note (현지시간) behind `at` ends, 0 where there is none."""
    found = known.note.match(chars, at)
    return found.end() if found else 0
