"""Lengths of time: 4년간, 1시간 40분, 이틀, 6개월 이상."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.extract.values.change import changes
from sagwan.lexicon.schema.value import TimeWord

if TYPE_CHECKING:
    from sagwan.extract.values.scan import Atom
    from sagwan.extract.values.vocabulary import Vocabulary

_JOIN = re.compile(r" ?| ?하고 | ?그리고 ")
FIRST_YEAR, END_OF_YEARS, CENTURY, LAST_DAY = 1000, 3000, 100, 31
_LENGTHS = frozenset(("year", "day", "minute", "second"))
_NIGHTS, _DAYS = "박", frozenset(("day", "D"))
_HALF = re.compile(r" ?반(?![가-힣])| ?반(?=[을이간의에안내만전후뒤쯤]|동안|정도)")
_ORDER = "YMWDHmS"
_ABOVE = {"minute": ("hour",), "second": ("hour", "minute")}
_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "m", "second": "S"}
_SENSES = {"Y": "Y", "M": "M", "W": "W", "D": "D", "TH": "H", "TM": "m", "TS": "S"}
_SIZES = {"Y": 31_557_600, "M": 2_629_800, "W": 604_800, "D": 86_400, "H": 3_600, "m": 60, "S": 1}
_HALVES = {"Y": ("M", 6), "M": ("D", 15), "H": ("m", 30), "m": ("S", 30), "D": ("H", 12), "W": ("D", 3)}


@dataclass(slots=True)
class Duration:
    """A length of time as written: numbers by letter (`Y M W D H m S`), or a vague one (`PXD`)."""

    start: int
    end: int
    parts: dict[str, Decimal | int]
    vague: str | None = None
    more: bool = False
    shared: bool = False
    high: dict[str, Decimal | int] | None = None
    number: int = 0

    @property
    def iso(self) -> str:
        """ISO 8601: `P2Y6M`, `PT1H40M`."""
        return iso(self.parts)


def iso(parts: dict[str, Decimal | int]) -> str:
    """ISO 8601 of numbers by letter."""
    parts = _whole(parts)
    date = "".join(f"{_plain(parts[k])}{k}" for k in "YMWD" if k in parts)
    time = "".join(f"{_plain(parts[k])}{k.upper()}" for k in "HmS" if k in parts)
    return f"P{date}T{time}" if time else f"P{date}"


def _whole(parts: dict[str, Decimal | int]) -> dict[str, Decimal | int]:
    """Fractions of years, hours and minutes in the next smaller unit, where they come out even: 1.1 시간 is PT1H6M."""
    for unit, (below, size) in {"Y": ("M", 12), "H": ("m", 60), "m": ("S", 60)}.items():
        number = parts.get(unit, 0)
        rest = number % 1 * size
        if rest and rest == int(rest) and below not in parts:
            parts = {**parts, unit: int(number), below: int(rest)}
    return {unit: number for unit, number in parts.items() if number or len(parts) == 1}


def _plain(number: Decimal | int) -> str:
    return f"{number:f}" if not isinstance(number, int) else str(number)


def letter(atom: Atom, chars: str, end: int, before: Atom | None, known: Vocabulary) -> str | None:  # noqa: PLR0911
    """The unit of time that `atom` counts, or None where it is a date, a clock time or no time at all."""
    sense, numeral = atom.sense, atom.numeral
    if sense is None or numeral is None:
        return None
    if sense.kind == "duration":
        return _SENSES[sense.unit]
    if sense.kind != "time" or sense.unit not in _LENGTHS:
        return None
    value = numeral.value
    if value is None or value % 1 or atom.more:
        return _LETTERS[sense.unit]
    joined = before.sense.unit if before and before.sense and before.end <= atom.start <= before.end + 1 else ""
    if sense.unit == "year":
        return None if _is_year(atom, int(value), chars, end, known) else "Y"
    if sense.unit == "day":
        measured = any(p.match(chars, atom.end, end) for p in (known.length, known.moved_by, known.inside))
        measured = measured or (value == 1 and known.daily.match(chars, atom.end, end) is not None)
        dated = joined == "month" or (1 <= value <= LAST_DAY and not measured)
        return "D" if joined == _NIGHTS or not dated else None
    return None if joined in _ABOVE[sense.unit] else _LETTERS[sense.unit]


def _is_year(atom: Atom, value: int, chars: str, end: int, known: Vocabulary) -> bool:
    """2008년, 19년도, 91년생, '98년, 22년 3월 and 그는 86년 영화로 are years; 25년 and 1000년 동안 are lengths."""
    if FIRST_YEAR <= value < END_OF_YEARS:
        return not _MEASURED.match(chars, atom.end, end)
    if chars[atom.end - 1] == "도" or chars.startswith("생", atom.end):
        return True
    if _OLD.match(chars, atom.end, end) and CENTURY <= value < FIRST_YEAR:
        return True
    before = chars[atom.start - 1 : atom.start]
    since = value >= _EARLY and _SINCE.match(chars, atom.end, end)
    if value >= CENTURY or before in _APOSTROPHES or since or _SHORT.match(chars, atom.end, end):
        return value < CENTURY
    return _opens_clause(atom, value, chars, end, known)


def _opens_clause(atom: Atom, value: int, chars: str, end: int, known: Vocabulary) -> bool:
    """그는 86년 영화로: two digits behind a finished phrase and before a word of another. A length says how long it
    lasts (74년 역사, 60년 넘게), and few last for half a century.
    """
    if not LATE <= value < CENTURY or not _FINISHED.search(chars, max(0, atom.start - 2), atom.start):
        return False
    lasts = (_MEASURED, known.lasting, known.length, known.moved_by, known.inside)
    return bool(_GOES_ON.match(chars, atom.end, end)) and not any(p.match(chars, atom.end, end) for p in lasts)


# The two digits of years that are lengths of time as well begin here.
LATE = 50
_EARLY = 15
_FINISHED = re.compile(r"(?:^|[\n“‘\"'(]|[은는이가을를도에며고해돼나아어려서면만인와과,.)’”\"'] )\Z")
_GOES_ON = re.compile(r" (?:무렵|[가-힣A-Za-z‘“'\"『《])")
_APOSTROPHES = ("'", "’", "‘")
# 668년에 is a year of old; 100년에 한 번 is a length.
_OLD = re.compile(r"에(?!서| ?걸| ?한| ?두| ?\d)")
# 26년부터 진료한다, but not 15년부터 20년까지.
_SINCE = re.compile(r"부터(?! ?(?:최대 )?\d+년)")
_SHORT = re.compile(r" ?\d{1,2}월(?!세)| 당시")
_MEASURED = re.compile(r" ?(?:동안|만에|째|여간|가까이|이상)|이? ?(?:지났|지나|흘렀|흘러|흐른|흐르|걸렸|걸려|걸린)")


def begin(atom: Atom, chars: str, end: int, before: Atom | None, known: Vocabulary) -> Duration | None:
    """The duration that begins with `atom`, or None."""
    entry = atom.entry
    if isinstance(entry, TimeWord) and entry.role == "span":
        value = entry.value or ""
        if "X" in value:
            return Duration(atom.start, atom.end, {}, value)
        low, _, high = value.partition("/")
        return Duration(atom.start, atom.end, _parse(low), high=_parse(high) if high else None)
    unit = letter(atom, chars, end, before, known)
    if unit is None or atom.numeral is None:
        return None
    number = atom.numeral.value
    if number is None:
        least, most = atom.numeral.low or 0, atom.numeral.high or 0
        return Duration(atom.start, atom.end, {unit: least}, more=True, high={unit: most})
    found = Duration(
        atom.start, atom.end, {unit: number}, more=atom.more, shared=atom.kind == "shared", number=atom.number
    )
    _half(found, unit, chars, end)
    return found


def is_stay(nights: Atom, days: Atom) -> bool:
    """Whether "2박" and "3일" make one stay: so many days have one night less."""
    if nights.sense is None or nights.sense.unit != _NIGHTS or days.sense is None or days.sense.unit not in _DAYS:
        return False
    return days.start <= nights.end + 1 and days.numeral is not None and days.numeral.value is not None


def stay(nights: Atom, days: Atom) -> Duration:
    """The length of "2박3일": its days."""
    number = days.numeral.value if days.numeral and days.numeral.value is not None else 0
    return Duration(nights.start, days.end, {"D": number})


def extend(duration: Duration, atom: Atom, chars: str, end: int) -> bool:
    """Add a smaller unit that follows: "1시간 40분", "1년 한 달 21일"."""
    if (
        duration.vague
        or duration.shared
        or _each_day(duration, chars[duration.end : atom.start])
        or atom.kind == "shared"
        or duration.high is not None
        or not _JOIN.fullmatch(chars, duration.end, atom.start)
    ):
        return False
    unit: str | None = None
    number: Decimal | int | None = None
    if atom.sense is not None and atom.numeral is not None:
        unit = _SENSES[atom.sense.unit] if atom.sense.kind == "duration" else _LETTERS.get(atom.sense.unit)
        number = atom.numeral.value
        if atom.sense.kind not in {"duration", "time"} or atom.sense.unit in {"month", "hour"}:
            return False
    elif isinstance(atom.entry, TimeWord) and atom.entry.role == "span" and "X" not in (atom.entry.value or "X"):
        parts = _parse(atom.entry.value or "")
        unit, number = next(iter(parts.items()))
    if unit is None or number is None or _ORDER.index(unit) <= max(_ORDER.index(u) for u in duration.parts):
        return False
    duration.parts[unit] = number
    duration.end = atom.end
    _half(duration, unit, chars, end)
    return True


def _each_day(duration: Duration, gap: str) -> bool:
    """하루 2시간: what is done each day, and no length of 26 hours (하루 그리고 2시간)."""
    return not duration.number and duration.parts == {"D": 1} and gap == " "


def reach(duration: Duration, atoms: list[Atom], chars: str, end: int, known: Vocabulary) -> int:
    """Make a range with the longer length that `atoms` begin with: 1시간30분~2시간. Returns how many it takes."""
    longer = begin(atoms[0], chars, end, None, known)
    if longer is None:
        return 0
    count = 1
    while count < len(atoms) and extend(longer, atoms[count], chars, end):
        count += 1
    most = _upper_end(duration, longer)
    if most is None or changes(chars, duration.end, longer.end):
        return 0
    duration.high, duration.end = most, longer.end
    return count


def _upper_end(lower: Duration, upper: Duration) -> dict[str, Decimal | int] | None:
    """The numbers of the longer length, or None where it is not longer. It may leave out what it shares with the
    shorter one: 1시간30분~40분.
    """
    if lower.vague or upper.vague or lower.high is not None or upper.high is not None:
        return None
    shared: dict[str, Decimal | int] = {}
    first = next(iter(upper.parts))
    if first != next(iter(lower.parts)) and first == list(lower.parts)[-1]:
        shared = {unit: number for unit, number in lower.parts.items() if unit != first}
    most = {**shared, **upper.parts}
    return most if _seconds(lower.parts) < _seconds(most) else None


def _seconds(parts: dict[str, Decimal | int]) -> Decimal:
    """Roughly how long: enough to tell the shorter of two lengths."""
    return sum((Decimal(number) * _SIZES[unit] for unit, number in parts.items()), Decimal())


def moved(duration: Duration, chars: str, end: int, known: Vocabulary) -> tuple[int, int]:
    """Where 전, 뒤 or 후 behind the duration ends, and -1 for back or 1 for ahead; (0, 0) where none stands there."""
    found = known.moved_by.match(chars, duration.end, end)
    if not found:
        return 0, 0
    return found.end(), -1 if found["ago"] else 1


def _half(duration: Duration, unit: str, chars: str, end: int) -> None:
    found = _HALF.match(chars, duration.end, end)
    if found and unit in _HALVES:
        below, number = _HALVES[unit]
        duration.parts[below] = number
        duration.end = found.end()


def _parse(value: str) -> dict[str, Decimal | int]:
    time = value.startswith("PT")
    number, unit = int(value[2 if time else 1 : -1]), value[-1]
    return {"m" if time and unit == "M" else unit: number}
