"""The times of a text: lengths of time, dates, times of day, and the periods between two of them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.core.values import TimeType, When
from sagwan.extract.values import duration as durations
from sagwan.extract.values import phrase as phrases
from sagwan.extract.values.calendar import months_on, week_name
from sagwan.extract.values.phrase import LEVELS
from sagwan.extract.values.resolve import NO_DAY, Moment, Timeline, clock_of, resolve
from sagwan.lexicon.schema.value import TimeWord

if TYPE_CHECKING:
    from datetime import date

    from sagwan.extract.values.duration import Duration
    from sagwan.extract.values.phrase import Phrase
    from sagwan.extract.values.scan import Atom
    from sagwan.extract.values.vocabulary import Vocabulary

_LINK = re.compile(r" ?[~∼～〜–-] ?| ?부터 ?|에서 ?|(?:와|과) (?=.{0,24}사이)")
_LIST = re.compile(r", ?|·|(?:과|와) | 및 ")
_UNTIL = re.compile(r"까지| ?사이")
_THAN = re.compile(r"(?:이|그)보다 ?\Z")
_SENTENCE = re.compile(r"[다요죠까음][.?!]|\n")
_DAYPART = re.compile(r"에(?!서)|부터|까지|마다|(?=[ ,.]|$)")
_BOUNDS = re.compile(r" ?(이상|초과|이하|미만)(?![가-힣]*준)")
_OPEN = re.compile(r" ?(?:(?P<after>이후|이래|넘어)|(?P<before>이전)|(?P<since>부터))")
_FROM = re.compile(r"(?:으로|로)?부터 (?:최소 )?")
_WITHIN = re.compile(r" ?(?:안에|내에|이내에|이내|내로|안(?=[ .,]|$)|내(?=[ .,]|$))")
_RANGE = re.compile(r" ?[~∼～〜–-] ?|에서 ?")


class Clauses:
    """Reads times from atoms along one timeline."""

    def __init__(self, chars: str, known: Vocabulary, line: Timeline) -> None:
        self.chars, self.known, self.line = chars, known, line
        self.times: list[When] = []
        self._previous: Phrase | None = None
        self._first: Moment | None = None
        self._seen = 0

    def read(self, atoms: list[Atom], at: int, end: int) -> int:
        """Read the time that begins at `atoms[at]`; the index of the next atom, 0 where there is none."""
        self._sentence(atoms[at].start)
        before = atoms[at - 1] if at else None
        length = durations.begin(atoms[at], self.chars, end, before)
        if length:
            return self._length(length, atoms, at + 1, end)
        entry = atoms[at].entry
        if isinstance(entry, TimeWord) and entry.role == "set":
            return self._every(atoms, at, end, entry.value or "")
        phrase = phrases.begin(atoms[at], self.chars, end)
        if phrase is None:
            return 0
        at = self._grow(phrase, atoms, at + 1, end)
        return self._dated(phrase, atoms, at, end)

    def _sentence(self, start: int) -> None:
        """Forget the day that a sentence is set in where a new one has begun."""
        if self.line.frame and _SENTENCE.search(self.chars, self._seen, start):
            self.line.frame = None
        self._seen = start

    def _grow(self, phrase: Phrase, atoms: list[Atom], at: int, end: int) -> int:
        while at < len(atoms):
            atom = atoms[at]
            if durations.begin(atom, self.chars, end, atoms[at - 1]) is not None:
                break
            if self._mod(phrase, atom):
                at += 1
                break
            if not phrases.extend(phrase, self.chars, atom, end, self.known):
                break
            at += 1
        return at

    def _mod(self, phrase: Phrase, atom: Atom) -> bool:
        entry = atom.entry
        if not isinstance(entry, TimeWord) or entry.role != "mod" or not 1 <= phrase.level <= 5:
            return False
        if self.chars[phrase.end : atom.start] not in {"", " "}:
            return False
        if entry.mod == "within":
            return True
        phrase.mods.append(entry.mod or "")
        phrase.end = atom.end
        return True

    def _dated(self, phrase: Phrase, atoms: list[Atom], at: int, end: int) -> int:
        if not self._stands(phrase, end):
            return at
        self._lean(phrase)
        if self.chars.startswith("마다", phrase.end):
            self._set(Span(phrase.start, phrase.end), recurring("", phrase))
            return at
        moment = resolve(phrase, self.chars, end, self.line)
        self._previous, close, value = phrase, phrase.end, moment.value
        counted = self._counted_from(phrase, moment, atoms, at, end)
        if counted:
            return counted
        until = self._until(phrase, moment, atoms, at, end)
        if until:
            later, last, at = until
            closing = _UNTIL.match(self.chars, later.end, end)
            self._previous, close = later, closing.end() if closing else later.end
            phrase.mods += later.mods
            moment = self._first or moment
            value = f"{moment.value}/{last}" if moment.value and last else None
            self._add(Span(phrase.start, close), value, moment, phrase)
            self._ends(phrase, moment, later, last)
            return at
        self._open(phrase, end)
        self._add(Span(phrase.start, close), value, moment, phrase)
        self._day_of(phrase, moment)
        return at

    def _ends(self, phrase: Phrase, first: Moment, later: Phrase, last: str | None) -> None:
        """The two ends of a period as times of their own."""
        whole = len(self.times) - 1
        for span, value in ((Span(phrase.start, phrase.end), first.value), (Span(later.start, later.end), last)):
            if value:
                kind = TimeType.TIME if "T" in value else TimeType.DATE
                self.times.append(When(span, kind, value, part_of=whole, reason=Reason("기간의 끝", span)))

    def _day_of(self, phrase: Phrase, moment: Moment) -> None:
        """The day of a time of day as a date of its own: "6일 오후 3시" names the 6th too."""
        ends = [end for level, end in phrase.marks if level <= LEVELS["weekday"]]
        if phrase.level <= LEVELS["weekday"] or not ends or moment.day is None or moment.value is None:
            return
        span = Span(phrase.start, ends[-1])
        whole = len(self.times) - 1
        value = moment.day.isoformat()
        self.times.append(When(span, TimeType.DATE, value, part_of=whole, reason=Reason("시각의 날짜", span)))

    def _every(self, atoms: list[Atom], at: int, end: int, period: str) -> int:
        """매주, 매일 오후 3시, 매년 4월 15일: times that come back."""
        first, close, value = atoms[at], atoms[at].end, period
        at += 1
        if at < len(atoms) and self.chars[close : atoms[at].start] in {"", " "}:
            phrase = phrases.begin(atoms[at], self.chars, end)
            if (
                phrase
                and not phrase.shifts
                and not phrase.toward
                and (phrase.level >= LEVELS["weekday"] or "month" in phrase.parts)
            ):
                at = self._grow(phrase, atoms, at + 1, end)
                close, value = phrase.end, recurring(period, phrase)
        self._set(Span(first.start, close), value)
        return at

    def _set(self, span: Span, value: str) -> None:
        self.times.append(When(span, TimeType.SET, value, reason=Reason("되풀이", span)))

    def _stands(self, phrase: Phrase, end: int) -> bool:
        """Whether the phrase is a time by itself: 지난 alone is none, 밤 is a chestnut unless a particle says when."""
        if phrase.empty:
            return False
        only_part = phrase.level == LEVELS["part"] and not (phrase.parts or phrase.shifts or phrase.holiday)
        return not only_part or bool(_DAYPART.match(self.chars, phrase.end, end))

    def _lean(self, phrase: Phrase) -> None:
        """In a list or a period a day takes the month of the one before it: 3월 10일과 12일."""
        before = self._previous
        if before and 0 <= phrase.start - before.end <= 3 and _LIST.fullmatch(self.chars, before.end, phrase.start):
            inherit(phrase, before)

    def _open(self, phrase: Phrase, end: int) -> None:
        """이후, 이전, 부터 behind a date leave its value as it is and say which way it is open."""
        found = _OPEN.match(self.chars, phrase.end, end)
        if found and found.lastgroup:
            phrase.mods.append(found.lastgroup)

    def _until(
        self, phrase: Phrase, moment: Moment, atoms: list[Atom], at: int, end: int
    ) -> tuple[Phrase, str | None, int] | None:
        """The end of a period that `phrase` begins: "9월 3일부터 14일까지", "10~12일", "오전 10시~오후 6시"."""
        self._first = moment
        link = _LINK.match(self.chars, phrase.end, end)
        if not link or at >= len(atoms) or atoms[at].start != link.end():
            return None
        if durations.begin(atoms[at], self.chars, end, None):
            return None
        later = phrases.begin(atoms[at], self.chars, end)
        if later is None:
            return None
        at = self._grow(later, atoms, at + 1, end)
        if later.empty or (
            "부터" in link[0] and not _UNTIL.match(self.chars, later.end, end) and later.level < LEVELS["month"]
        ):
            return None
        self._first = self._backward(phrase, later, end) or moment
        own_year = later.parts.get("year")
        inherit(later, phrase)
        last = resolve(later, self.chars, end, self.line)
        first = self._first
        if own_year is None and last.year and last.value and first.value and last.value < first.value:
            if "month" in later.parts and "T" not in last.value:
                later.parts["year"] = last.year + 1
                last = resolve(later, self.chars, end, self.line)
        return later, last.value, at

    def _backward(self, phrase: Phrase, later: Phrase, end: int) -> Moment | None:
        """What the end of a period says about its beginning: "5월부터 2020년 10월", "1시부터 오후 3시"."""
        if (
            "year" in later.parts
            and "month" in phrase.parts
            and not ({"year"} & (phrase.parts.keys() | phrase.shifts.keys()))
        ):
            phrase.parts["year"] = later.parts["year"]
        elif (
            later.daypart in {"PM", "EV"}
            and phrase.daypart is None
            and phrase.parts.get("hour", 24) < later.parts.get("hour", 0)
        ):
            phrase.daypart = later.daypart
        else:
            return None
        return resolve(phrase, self.chars, end, self.line)

    def _counted_from(self, phrase: Phrase, moment: Moment, atoms: list[Atom], at: int, end: int) -> int:
        """ "오늘로부터 2주 후": a day counted from the one just read; 0 where none is."""
        found = _FROM.match(self.chars, phrase.end, end)
        if not found or moment.day is None or at >= len(atoms) or atoms[at].start != found.end():
            return 0
        length = durations.begin(atoms[at], self.chars, end, None)
        if not length or length.vague:
            return 0
        at += 1
        close, way = durations.moved(length, self.chars, end)
        within = _WITHIN.match(self.chars, length.end, end)
        if not way and not within:
            return 0
        length.start = phrase.start
        if way:
            self._relative(length, close, way, moment.day)
        else:
            self._plain(length, end, moment.day)
        return at

    def _length(self, length: Duration, atoms: list[Atom], at: int, end: int) -> int:
        first = at - 1
        while at < len(atoms) and durations.extend(length, atoms[at], self.chars, end):
            at += 1
        if at < len(atoms) and _RANGE.fullmatch(self.chars, length.end, atoms[at].start):
            later = durations.begin(atoms[at], self.chars, end, None)
            if later and not later.vague and not length.vague and list(later.parts)[0] == list(length.parts)[0]:
                length.high, length.end = later.parts, later.end
                at += 1
        close, way = durations.moved(length, self.chars, end)
        if way:
            self._relative(length, close, way)
        else:
            toward = atoms[first - 1] if first else None
            self._plain(length, end, toward=toward)
        return at

    def _plain(self, length: Duration, end: int, base: date | None = None, toward: Atom | None = None) -> None:
        mods = ("approx",) if length.more or length.vague else ()
        number = (Reason("수", Span(length.start, length.number)),) if length.number and base is None else ()
        reason = Reason("기간", Span(length.start, length.end), parts=number)
        bound = _BOUNDS.match(self.chars, length.end, end)
        if length.vague and length.high is None:
            self._emit(
                Span(length.start, length.end), TimeType.DURATION, None, length.vague, "길이를 알 수 없음", mods, reason
            )
            return
        value, low, high = length.iso, None, None
        if length.high is not None:
            low, high = value, durations.iso(length.high)
        elif bound:
            over = bound[1] in {"이상", "초과"}
            low, high = (value, None) if over else (None, value)
            mods = (*mods, {"이상": "from", "초과": "above", "이하": "to", "미만": "below"}[bound[1]])
            length.end = bound.end()
        ranged = low is not None or high is not None
        known, way = (None, None) if ranged else self._reaching(length, end, base, toward)
        mods = (*mods, way) if way else mods
        self.times.append(
            When(
                Span(length.start, length.end),
                TimeType.DURATION,
                None if ranged else value,
                known,
                mods=mods,
                low=low,
                high=high,
                reason=reason,
            )
        )

    def _reaching(
        self, length: Duration, end: int, base: date | None, toward: Atom | None
    ) -> tuple[str | None, str | None]:
        """The days that "지난 3년", "앞으로 이틀" or "2주 안에" reach over, and which way."""
        within = _WITHIN.match(self.chars, length.end, end)
        entry = toward.entry if toward and toward.end <= length.start <= toward.end + 1 else None
        way = entry.value if isinstance(entry, TimeWord) and entry.role == "toward" else "within" if within else None
        base = base or self.line.anchor
        if way is None or way == "this" or base is None or set(length.parts) & set("HmS"):
            return None, way
        at = _moved(base, length, -1 if way == "past" else 1)
        if at is None:
            return None, way
        if way == "past":
            return f"{at}/{base - timedelta(days=1)}", way
        first = base if way == "within" else base + timedelta(days=1)
        return f"{first}/{at if way != 'within' else at - timedelta(days=1)}", way

    def _relative(self, length: Duration, close: int, way: int, base: date | None = None) -> None:
        """ "3년 전", "이틀 뒤": a date as coarse as the unit; `known` keeps the day exactly so far away."""
        span = Span(length.start, close)
        reason = Reason("기간을 더하거나 뺌", span)
        named = _THAN.search(self.chars, max(0, length.start - 6), length.start)
        base = base or ((self.line.day or self.line.anchor) if named else self.line.anchor)
        if base is None or length.vague or length.high is not None or set(length.parts) & set("HmS"):
            unknown = NO_DAY if base is None else "길이를 알 수 없음" if length.vague else "시각을 알 수 없음"
            self._emit(span, TimeType.DATE, None, None, unknown, (), reason)
            return
        at = _moved(base, length, way)
        if at is None:
            self._emit(span, TimeType.DATE, None, None, "달력을 벗어남", (), reason)
            return
        unit = list(length.parts)[-1]
        value = {"Y": f"{at.year:04}", "M": f"{at.year:04}-{at.month:02}", "W": week_name(at)}.get(unit, at.isoformat())
        if unit == "D":
            self.line.day, self.line.year, self.line.month = at, at.year, at.month
        self._emit(span, TimeType.DATE, value, at.isoformat(), None, (), reason)

    def _add(self, span: Span, value: str | None, moment: Moment, phrase: Phrase) -> None:
        kind = TimeType.TIME if phrase.level >= LEVELS["part"] else TimeType.DATE
        parts = tuple(Reason(rule) for rule in moment.rules)
        reason = Reason("날짜" if kind is TimeType.DATE else "시각", span, moment.unknown, parts)
        self._emit(span, kind, value, moment.known, moment.unknown, tuple(phrase.mods), reason)

    def _emit(
        self,
        span: Span,
        kind: TimeType,
        value: str | None,
        known: str | None,
        unknown: str | None,
        mods: tuple[str, ...],
        reason: Reason,
    ) -> None:
        unknown = None if value is not None else unknown or "알 수 없음"
        self.times.append(When(span, kind, value, known, unknown, mods, reason=reason))


def recurring(period: str, phrase: Phrase) -> str:
    """TIMEX of what comes back: `XXXX-WXX-1` for Mondays, `XXXX-04-15`, `T15:00`; the period where no more is said."""
    parts, value = phrase.parts, ""
    if "weekday" in parts:
        value = f"XXXX-WXX-{parts['weekday']}"
    elif "month" in parts:
        value = f"XXXX-{parts['month']:02}" + (f"-{parts['day']:02}" if "day" in parts else "")
    elif "day" in parts:
        value = f"XXXX-XX-{parts['day']:02}"
    return value + (clock_of(phrase) or "") or period


def inherit(phrase: Phrase, before: Phrase) -> None:
    """Give a later phrase the larger parts that it leaves out."""
    if phrase.toward is None:
        phrase.toward = before.toward
    smallest = min((LEVELS[u] for u in (*phrase.parts, *phrase.shifts)), default=99)
    if phrase.holiday is not None:
        smallest = min(smallest, LEVELS["holiday"])
    for unit, value in before.parts.items():
        if LEVELS[unit] < smallest and not (unit == "weekday" and "day" in before.parts):
            phrase.parts.setdefault(unit, value)
    for unit, shift in before.shifts.items():
        if LEVELS[unit] < smallest and unit not in phrase.parts:
            phrase.shifts.setdefault(unit, shift)
    hours = before.parts.get("hour", 24), phrase.parts.get("hour", 0)
    if (
        phrase.daypart is None
        and before.daypart
        and hours[0] < hours[1]
        and not (hours[1] == 12 and before.daypart != "NI")
    ):
        phrase.daypart = before.daypart


def _moved(base: date, length: Duration, way: int) -> date | None:
    months = int(length.parts.get("Y", 0) * 12 + length.parts.get("M", 0)) * way
    days = int(length.parts.get("W", 0) * 7 + length.parts.get("D", 0)) * way
    if abs(months) > 12 * 1500 or abs(days) > 500_000:
        return None
    try:
        return months_on(base, months) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
