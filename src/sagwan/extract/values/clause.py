"""The times of a text: lengths of time, dates, times of day, and the periods between two of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.core.values import TimeType, When
from sagwan.extract.values import duration as durations
from sagwan.extract.values import elapsed
from sagwan.extract.values import phrase as phrases
from sagwan.extract.values.change import changes
from sagwan.extract.values.duration import CENTURY, END_OF_YEARS, FIRST_YEAR
from sagwan.extract.values.elapsed import UNKNOWN
from sagwan.extract.values.period import inherit, lend_back, recurring
from sagwan.extract.values.phrase import LEVELS
from sagwan.extract.values.resolve import NO_DAY, Moment, resolve
from sagwan.lexicon.schema.value import TimeWord

if TYPE_CHECKING:
    from datetime import date

    from sagwan.core.values import Count
    from sagwan.extract.values.duration import Duration
    from sagwan.extract.values.phrase import Phrase
    from sagwan.extract.values.scan import Atom
    from sagwan.extract.values.timeline import Timeline
    from sagwan.extract.values.vocabulary import Vocabulary

_LINK = re.compile(r" ?[~∼～〜–-] ?| ?부터 ?|에서 ?|(?:와|과) (?=.{0,24}사이)")
_IS = "인 "
_THIS_DAY = (0, "named")
# 2019년에는 9월로: a month of the year that stands right before it.
_IN_YEAR = re.compile(r"(?:에는?|엔) ")
_EVENT_REACH, _WISH_REACH = 6, 5
_MORE, _TITLE_ENDS = frozenset(",·"), frozenset("’”'\"》〉」』")
_LIST_REACH, _YEAR_DIGITS, _PARTS = 3, 4, 7
_LIST = re.compile(r", ?|·|(?:과|와) | 및 ")
_UNTIL = re.compile(r"까지| ?사이")
_SENTENCE = re.compile(r"[다요죠까음][.?!]|\n")
# 2021~22시즌 and (1908~96): the second year in two digits.
_SHORT_END = re.compile(r" ?[~∼～〜–-] ?(\d{2})(?= ?시즌|\))")
# 2015년 32월 is no date at all.
_NO_MONTH = re.compile(r" ?(?:1[3-9]|[2-9]\d)월")
_DAYPART = re.compile(r"에(?!서)|부터|까지|마다|(?=[,.]|$)")
_FROM = re.compile(r"(?:으로|로)?부터 (?:최소 )?")
_RANGE = re.compile(r" ?[~∼～〜–-] ?|에서 ?")


class Clauses:
    """Reads times from atoms along one timeline."""

    def __init__(self, chars: str, known: Vocabulary, line: Timeline) -> None:
        self.chars, self.known, self.line = chars, known, line
        self.times: list[When] = []
        self.ages: list[Count] = []
        self._previous: Phrase | None = None
        self._first: Moment | None = None
        self._seen = 0

    def read(self, atoms: list[Atom], at: int, end: int) -> int:
        """Read the time that begins at `atoms[at]`; the index of the next atom, 0 where there is none."""
        self._sentence(atoms[at].start)
        before = atoms[at - 1] if at else None
        if self._nights(atoms, at):
            return self._length(durations.stay(atoms[at], atoms[at + 1]), atoms, at + 2, end)
        length = durations.begin(atoms[at], self.chars, end, before, self.known)
        if length:
            return self._length(length, atoms, at + 1, end)
        entry = atoms[at].entry
        if atoms[at].kind == "bare":
            return self._bare_years(atoms, at)
        if isinstance(entry, TimeWord) and entry.role == "set":
            return self._every(atoms, at, end, entry.value or "")
        phrase = phrases.begin(atoms[at], self.chars, end)
        if phrase is None:
            return 0
        at = self._grow(phrase, atoms, at + 1, end)
        return self._dated(phrase, atoms, at, end)

    def _nights(self, atoms: list[Atom], at: int) -> bool:
        """Whether 2박3일 stands here: one length of three days."""
        later = atoms[at + 1] if at + 1 < len(atoms) else None
        return later is not None and durations.is_stay(atoms[at], later)

    def _bare_years(self, atoms: list[Atom], at: int) -> int:
        """(1966~2022) and (2019): years without 년, in brackets or as two ends; 0 where the number is none."""
        first, after = atoms[at], atoms[at + 1] if at + 1 < len(atoms) else None
        start, year = first.start, _year(first)
        if year is None or self.chars[start - 1 : start] not in {"(", "", " "}:
            return 0
        short = _SHORT_END.match(self.chars, first.end)
        if short:
            until = year - year % CENTURY + int(short[1])
            span, value = Span(start, short.end(1)), f"{year}/{until + CENTURY * (until <= year)}"
        elif (
            after
            and (until_ := _year(after))
            and _RANGE.fullmatch(self.chars, first.end, after.start)
            and until_ > year
        ):
            span, value = Span(start, after.end), f"{year}/{until_}"
        elif self.chars[start - 1 : start] == "(" and self._titled(start - 1, first.end):
            span, value = Span(start, first.end), str(year)
        else:
            return 0
        self.times.append(When(span, TimeType.DATE, value, reason=Reason("년 생략", span)))
        return _behind(atoms, at + 1, span.end)

    def _titled(self, bracket: int, close: int) -> bool:
        """Whether the bracket holds the year alone, or stands behind a title and begins with it: ‘…’(1987, 민음당)."""
        after = self.chars[close : close + 1]
        return after == ")" or (
            after in _MORE and self.chars[max(0, bracket - 2) : bracket].rstrip(" ")[-1:] in _TITLE_ENDS
        )

    def _sentence(self, start: int) -> None:
        """Tell the timeline how many sentences have begun since the time before."""
        self.line.pass_sentences(sum(1 for _ in _SENTENCE.finditer(self.chars, self._seen, start)))
        self._seen = start

    def _grow(self, phrase: Phrase, atoms: list[Atom], at: int, end: int) -> int:
        while at < len(atoms):
            atom = atoms[at]
            if durations.begin(atom, self.chars, end, atoms[at - 1], self.known) is not None:
                break
            if self._mod(phrase, atom):
                at += 1
                break
            if not phrases.extend(phrase, self.chars, atom, end, self.known):
                break
            at += 1
        return _behind(atoms, at, phrase.end)

    def _mod(self, phrase: Phrase, atom: Atom) -> bool:
        entry = atom.entry
        if (
            not isinstance(entry, TimeWord)
            or entry.role != "mod"
            or not LEVELS["year"] <= phrase.level <= LEVELS["day"]
        ):
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
        relative = not phrase.parts.keys() - {"weekday"} and phrase.level <= LEVELS["weekday"]
        apposed = self._apposed(phrase.end, atoms, at, end) if relative else None
        moment = apposed or self._around(phrase) or resolve(phrase, self.chars, end, self.line, self.known.tense)
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

    def _apposed(self, close: int, atoms: list[Atom], at: int, end: int) -> Moment | None:
        """What the words behind 인 name: "전날인 5일", "토요일인 7일", "45일 전인 4월 25일"; None where none are."""
        if not self.chars.startswith(_IS, close) or at >= len(atoms) or atoms[at].start != close + len(_IS):
            return None
        later = phrases.begin(atoms[at], self.chars, end)
        if later is None:
            return None
        self._grow(later, atoms, at + 1, end)
        written = "day" in later.shifts or later.parts.keys() & {"day", "month", "year"}
        return resolve(later, self.chars, end, self.line, self.known.tense) if written else None

    def _name_apart(self, moment: Moment | None) -> None:
        """Give the time just read the day that its apposition names."""
        if moment and moment.value:
            self.times[-1] = replace(self.times[-1], value=moment.value, known=None, unknown=None)

    def _around(self, phrase: Phrase) -> Moment | None:
        """선거 전날 counts from a day that only the reader of the page may know."""
        by, base = phrase.shifts.get("day", (0, ""))
        if not by or base != "named" or not self._event(phrase.start):
            return None
        return Moment(None, NO_DAY)

    def _event(self, at: int) -> bool:
        return self.known.event.search(self.chars, max(0, at - _EVENT_REACH), at) is not None

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
        if at < len(atoms) and atoms[at].kind != "shared" and self.chars[close : atoms[at].start] in {"", " "}:
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
        if phrase.level == LEVELS["year"] and _NO_MONTH.match(self.chars, phrase.end, end):
            return False
        only_part = phrase.level == LEVELS["part"] and not (phrase.parts or phrase.shifts or phrase.holiday)
        return not only_part or bool(_DAYPART.match(self.chars, phrase.end, end))

    def _lean(self, phrase: Phrase) -> None:
        """In a list or a period a day takes the month of the one before it: 3월 10일과 12일."""
        before = None if phrase.shifts or phrase.toward or phrase.holiday else self._previous
        if before is None or not 0 <= phrase.start - before.end <= _LIST_REACH:
            return
        in_year = before.level == LEVELS["year"] and _IN_YEAR.fullmatch(self.chars, before.end, phrase.start)
        if in_year or _LIST.fullmatch(self.chars, before.end, phrase.start):
            inherit(phrase, before)

    def _open(self, phrase: Phrase, end: int) -> None:
        """이후, 이전, 부터 behind a date leave its value as it is and say which way it is open."""
        found = self.known.open.match(self.chars, phrase.end, end)
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
        if durations.begin(atoms[at], self.chars, end, None, self.known):
            return None
        later = phrases.begin(atoms[at], self.chars, end)
        if later is None:
            return None
        at = self._grow(later, atoms, at + 1, end)
        if later.empty or changes(self.chars, phrase.end, later.end) or self._opens(later, atoms, at):
            return None
        if "부터" in link[0] and not _UNTIL.match(self.chars, later.end, end) and later.level < LEVELS["month"]:
            return None
        if lend_back(phrase, later):
            self._first = resolve(phrase, self.chars, end, self.line, self.known.tense)
        own_year = later.parts.get("year")
        inherit(later, phrase)
        last = self._today(later) or resolve(later, self.chars, end, self.line, self.known.tense)
        first = self._first
        backward = last.value and first.value and "T" not in last.value and last.value < first.value
        if own_year is None and last.year and backward and "month" in later.parts:
            later.parts["year"] = last.year + 1
            last = resolve(later, self.chars, end, self.line, self.known.tense)
        return later, last.value, at

    def _today(self, later: Phrase) -> Moment | None:
        """2월 3일부터 이날까지: the day of the news, and no 3rd."""
        day = self.line.today() if later.shifts.get("day") == _THIS_DAY else None
        return Moment(day.isoformat(), day=day) if day else None

    def _opens(self, later: Phrase, atoms: list[Atom], at: int) -> bool:
        """Whether a period of its own begins with `later`: "어린이날에서 7~8일로 이어지는"."""
        return at < len(atoms) and _RANGE.fullmatch(self.chars, later.end, atoms[at].start) is not None

    def _counted_from(self, phrase: Phrase, moment: Moment, atoms: list[Atom], at: int, end: int) -> int:
        """A day counted from the one just read ("오늘로부터 2주 후"); 0 where none is."""
        found = _FROM.match(self.chars, phrase.end, end)
        if not found or moment.day is None or at >= len(atoms) or atoms[at].start != found.end():
            return 0
        length = durations.begin(atoms[at], self.chars, end, None, self.known)
        if not length or length.vague:
            return 0
        at += 1
        close, way = durations.moved(length, self.chars, end, self.known)
        within = self.known.inside.match(self.chars, length.end, end)
        if not way and not within:
            return 0
        length.start = phrase.start
        if way:
            self._move(length, close, way, moment.day)
        else:
            self.times.append(elapsed.plain(length, self.chars, end, moment.day, "within"))
        return at

    def _length(self, length: Duration, atoms: list[Atom], at: int, end: int) -> int:
        first = at - 1
        while at < len(atoms) and durations.extend(length, atoms[at], self.chars, end):
            at += 1
        if at < len(atoms) and _RANGE.fullmatch(self.chars, length.end, atoms[at].start):
            at += durations.reach(length, atoms[at : at + _PARTS], self.chars, end, self.known)
        at = _behind(atoms, at, length.end)
        close, way = durations.moved(length, self.chars, end, self.known)
        if self.known.wish.search(self.chars, max(0, length.start - _WISH_REACH), length.start):
            return at
        if way:
            self._move(length, close, way)
            self._name_apart(self._apposed(close, atoms, at, end))
        elif age := elapsed.age(length, self.chars, end, self.known):
            self.ages.append(age)
        else:
            toward = self._way(atoms[first - 1] if first else None, length, end)
            self.times.append(elapsed.plain(length, self.chars, end, self.line.anchor, toward))
        return at

    def _way(self, before: Atom | None, length: Duration, end: int) -> str | None:
        """지난, 앞으로 or 다음 before a length of time, or 안에 behind it."""
        entry = before.entry if before and before.end <= length.start <= before.end + 1 else None
        if isinstance(entry, TimeWord) and entry.role == "toward":
            return entry.value
        return "within" if self.known.inside.match(self.chars, length.end, end) else None

    def _move(self, length: Duration, close: int, way: int, base: date | None = None) -> None:
        """A day so far from the publication day ("3년 전"), or from the day last named ("이보다 닷새 뒤")."""
        if base is None:
            named = elapsed.THAN.search(self.chars, max(0, length.start - 6), length.start)
            base = (self.line.day if named else None) or self.line.anchor
            base = None if self._event(length.start) else base
        found, day = elapsed.moved(length, close, way, base)
        if day is not None:
            self.line.year, self.line.month = day.year, day.month
            if way > 0:
                self.line.name(day, told=True)
        self.times.append(found)

    def _add(self, span: Span, value: str | None, moment: Moment, phrase: Phrase) -> None:
        kind = TimeType.TIME if phrase.level >= LEVELS["part"] else TimeType.DATE
        parts = tuple(Reason(rule) for rule in moment.rules)
        reason = Reason("날짜" if kind is TimeType.DATE else "시각", span, moment.unknown, parts)
        unknown = None if value is not None else moment.unknown or UNKNOWN
        mods = tuple(phrase.mods)
        zone = self.known.zones.of(self.chars, span.start, span.end)
        if zone and zone not in mods:
            mods = (*mods, zone)
        if phrase.weekday_seen and moment.day and moment.day.isoweekday() != phrase.weekday_seen:
            mods = (*mods, "weekday_differs")
        self.times.append(When(span, kind, value, moment.known, unknown, mods, reason=reason))


def _behind(atoms: list[Atom], at: int, close: int) -> int:
    """The next atom that begins behind `close`: 반 of "1년 반" belongs to the year and is no half by itself."""
    while at < len(atoms) and atoms[at].start < close:
        at += 1
    return at


def _year(atom: Atom) -> int | None:
    """The year that a bare number of four digits can be."""
    value = atom.numeral.value if atom.numeral and atom.kind == "bare" else None
    plain = value is not None and not value % 1 and atom.end - atom.start == _YEAR_DIGITS
    return int(value) if plain and value is not None and FIRST_YEAR <= value < END_OF_YEARS else None
