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
    "lastday": 5,
    "holiday": 5,
    "weekday": 6,
    "part": 7,
    "clock": 8,
    "hour": 8,
    "minute": 9,
    "second": 10,
}
_HOURS, _SIXTY, _DAYS, _MONTHS = 24, 60, 31, 12
_GAP = re.compile(r" ?|의 ?|[.] ?|-")
_WEEKDAY = re.compile(r" ?[(（]([월화수목금토일])(?:요일)?[)）]")
_HALF = re.compile(r" ?반(?![가-힣])| ?반(?=에|이다|입니다|부터|까지|께|쯤|경)")
_SHORT_OF = re.compile(r" ?전(?![가-힣]|까지)|전(?=입니다|이다|에)| 전(?=입니다|이다|에)")
_EXACT = re.compile(r" ?정각")
_NTH_OF = re.compile(
    r" ?(?:(?P<week>주(?![가-힣]|년)|주(?=에|의|까지|부터|는|로)|주(?=[월화수목금토일]요일))"
    r"|(?P<weekday>[월화수목금토일])요일|(?P<day>날(?![가-힣])|날(?=에|의|까지|부터)))"
)
_WEEKDAYS = "월화수목금토일"


@dataclass(slots=True)
class Phrase:
    """What one date phrase says, part by part; a part that it leaves out is None.

    `marks` keeps where each part ended. `shifts` holds the moves against the publication day or the day last named:
    unit → (by, base). `weekday_seen` is the weekday that stands in brackets behind the day: checked, not believed.
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
    marks: list[tuple[int, int]] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether only a direction (지난, 오는) has been read so far."""
        return self.level <= 0

    def take(self, unit: str, by: int) -> None:
        """Set one part."""
        self.parts[unit] = by
        self.level = LEVELS[unit]


def extend(phrase: Phrase, chars: str, atom: Atom, end: int, known: Vocabulary) -> bool:
    """Add `atom` to the phrase where it goes on with it; False where it must begin one of its own."""
    unit = unit_of(atom)
    if unit is None:
        return _GAP.fullmatch(chars, phrase.end, atom.start) is not None and _narrow(phrase, atom, chars, end)
    if atom.start < phrase.end:
        return False
    gap = chars[phrase.end : atom.start]
    inside = gap in {"(", " ("} and chars[atom.end : atom.end + 1] == ")"
    if not inside and not _GAP.fullmatch(gap):
        note = known.zones.note(chars, phrase.end)
        if not note or chars[note[0] : atom.start] not in {"", " "}:
            return False
        phrase.mods.append(note[1])
    if not _descends(phrase, unit, again=inside):
        return False
    if atom.sense is None and atom.entry is None and not _figures(phrase, atom, chars):
        return False
    if inside:
        phrase.shifts.pop(unit, None)
    put(phrase, atom, unit)
    phrase.end = atom.end + 1 if inside else atom.end
    phrase.marks.append((phrase.level, phrase.end))
    settle(phrase, chars, end)
    return True


def _narrow(phrase: Phrase, atom: Atom, chars: str, end: int) -> bool:
    """Take in 이른 or 늦은 before a part of the day, 셋째 before a week."""
    edge = edge_of(atom)
    if edge and phrase.level < LEVELS["part"]:
        phrase.mods.append(edge)
        phrase.end = atom.end
        return True
    return is_nth(atom) and phrase.level <= LEVELS["month"] and _put_nth(phrase, atom, chars, end)


def _descends(phrase: Phrase, unit: str, *, again: bool) -> bool:
    """Whether a part may follow: smaller than the last, or the same again in brackets; no day after a year."""
    level = LEVELS[unit]
    if level >= LEVELS["clock"] and phrase.level in {LEVELS["month"], LEVELS["week"]}:
        return False  # 다음 주 2시: the hour has no day to stand on
    if unit == "day" and phrase.level in {LEVELS["year"], LEVELS["half"]} and "year" in phrase.parts:
        return False
    return level > phrase.level or (again and level == phrase.level)


def begin(atom: Atom, chars: str, end: int) -> Phrase | None:
    """A phrase that begins with `atom`, or None where it is no part of a date."""
    unit = unit_of(atom)
    edge = edge_of(atom)
    if edge:
        return Phrase(atom.start, atom.end, mods=[edge])
    if is_nth(atom):
        phrase = Phrase(atom.start, atom.end)
        return phrase if _put_nth(phrase, atom, chars, end) else None
    if unit is None:
        return None
    phrase = Phrase(atom.start, atom.end)
    put(phrase, atom, unit)
    if atom.sense is None and atom.entry is None and not _figures(phrase, atom, chars):
        return None
    phrase.marks.append((phrase.level, phrase.end))
    settle(phrase, chars, end)
    return phrase


def _figures(phrase: Phrase, atom: Atom, chars: str) -> bool:
    """Read a date or time in digits: 2022-05-08, 5/17/2018, 89/05/05, 2/15, 15:20. False where it can be none."""
    numbers = [int(n) for n in re.findall(r"\d+", chars[atom.start : atom.end])]
    if atom.kind == "clock":
        names = ("hour", "minute", "second")
        valid = numbers[0] <= _HOURS and all(n < _SIXTY for n in numbers[1:])
        phrase.parts.update(zip(names, numbers, strict=False))
        half = chars[atom.start : atom.end].lower().replace(".", "")[-2:]
        phrase.daypart = {"am": "AM", "pm": "PM"}.get(half, phrase.daypart)
        phrase.level = LEVELS[names[len(numbers) - 1]]
        return valid
    if atom.kind == "md":
        month, day = (*numbers, 0)[:2]
        year = None
    elif numbers[2] > _DAYS:
        year, (month, day) = numbers[2], numbers[:2]
    else:
        year, month, day = numbers
    if month > _MONTHS:
        month, day = day, month
    if year is not None:
        phrase.parts["year"] = year
    phrase.parts |= {"month": month, "day": day}
    return 1 <= month <= _MONTHS and 1 <= day <= _DAYS


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
    return {"ymd": "day", "md": "day", "clock": "hour"}.get(atom.kind)


def put(phrase: Phrase, atom: Atom, unit: str) -> None:
    """Write what `atom` says into the phrase."""
    entry = atom.entry
    if atom.numeral is not None and atom.numeral.value is not None:
        phrase.parts[unit] = int(atom.numeral.value)
    elif isinstance(entry, Holiday):
        phrase.holiday = entry
    elif isinstance(entry, TimeWord):
        _put_word(phrase, entry, unit)
    phrase.level = max(phrase.level, LEVELS[unit])


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


def edge_of(atom: Atom) -> str | None:
    """What 이른 or 늦은 makes of the part of the day behind it: its start or its end."""
    entry = atom.entry
    return entry.mod if isinstance(entry, TimeWord) and entry.role == "edge" else None


def is_nth(atom: Atom) -> bool:
    """Whether `atom` is 첫째, 두 번째 or 마지막."""
    return isinstance(atom.entry, TimeWord) and atom.entry.role == "nth"


def _put_nth(phrase: Phrase, atom: Atom, chars: str, end: int) -> bool:
    """Take in "셋째 주", "첫 번째 금요일" or "마지막 날"; False where another noun follows."""
    found = _NTH_OF.match(chars, atom.end, end)
    if not found or not isinstance(atom.entry, TimeWord):
        return False
    if phrase.level < LEVELS["month"] and (found["day"] or (found["weekday"] and phrase.level >= 0)):
        return False
    phrase.nth, phrase.end = atom.entry.by, found.end()
    if found["weekday"]:
        phrase.take("weekday", _WEEKDAYS.index(found["weekday"]) + 1)
    else:
        phrase.level = LEVELS["week" if found["week"] else "day"]
        if found["day"]:
            phrase.parts["lastday"] = 1
    return True


def settle(phrase: Phrase, chars: str, end: int) -> None:
    """Take in what belongs to the part just read: the weekday in brackets, 반 after an hour."""
    if phrase.level in {3, 5}:
        found = _WEEKDAY.match(chars, phrase.end, end)
        if found:
            phrase.weekday_seen = _WEEKDAYS.index(found[1]) + 1
    if phrase.level in {LEVELS["hour"], LEVELS["minute"]} and "minute" in phrase.parts:
        short = _SHORT_OF.match(chars, phrase.end, end)
        if short and phrase.level == LEVELS["minute"]:
            phrase.parts["hour"], phrase.parts["minute"] = phrase.parts["hour"] - 1, 60 - phrase.parts["minute"]
            phrase.end = short.end()
    if phrase.level == LEVELS["hour"]:
        half = _HALF.match(chars, phrase.end, end)
        if half:
            phrase.parts["minute"] = 30
            phrase.end = half.end()
            phrase.level = LEVELS["minute"]
