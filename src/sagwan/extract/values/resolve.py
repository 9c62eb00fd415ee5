"""A date phrase → ISO 8601, on the publication day, on the day last named, or on nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING

from sagwan.core.values import NO_SUCH_DAY, NO_SUCH_MONTH
from sagwan.extract.values.calendar import day_or_none, feasts, monday, months_on, nth_weekday, week_name
from sagwan.extract.values.tense import lean

if TYPE_CHECKING:
    from sagwan.extract.values.phrase import Phrase
    from sagwan.extract.values.tense import Cues, Lean, Tense
    from sagwan.extract.values.timeline import Timeline

NO_YEAR, NO_MONTH, NO_DAY = "연도를 알 수 없음", "연월을 알 수 없음", "기준일을 알 수 없음"
# A bare day of the month is at most so many days past or to come, a bare month at most so many months ahead;
# anything farther is written with 지난달, 다음 달 or 내년. A feast that is so near is the one meant.
_LATELY, _SOON, _FEAST = 20, 3, 45
# 70년대 is of the last century, 20년대 of this one.
CENTURY, _LAST_CENTURY = 100, 30
NOON, MONTHS = 12, 12
_LEAP = 2028  # a year that has every day
_MORNING_ENDS, _NIGHT_ENDS = 7, 4
_PM = {"PM", "EV", "NI"}
_NOON_ON = {"DT", "NN"}


@dataclass(slots=True)
class Moment:
    """A phrase resolved: `value` is ISO 8601 or None with `unknown`; `known` keeps what is known of it.

    `year`, `month`, `day`: the parts resolved, for the next phrase to lean on.
    """

    value: str | None
    unknown: str | None = None
    known: str | None = None
    year: int | None = None
    month: int | None = None
    day: date | None = None
    rules: list[str] = field(default_factory=list)


def resolve(phrase: Phrase, chars: str, end: int, line: Timeline, cues: Cues) -> Moment:
    """The moment that a phrase means; the timeline moves on to it."""
    leaning = lean(chars, phrase.end, end, cues)
    moment = _Resolver(phrase, line, leaning).moment()
    clock = clock_of(phrase)
    if clock:
        if moment.value is None and moment.unknown is None:
            moment.value = clock
        elif moment.value is not None and moment.day is not None:
            moment.value = _with_time(moment.day, clock, phrase)
        if moment.known:
            moment.known += clock
    if moment.year is not None and not any(base == "sentence" for _, base in phrase.shifts.values()):
        line.come_to(moment.year, moment.month)
    if moment.day is not None and not _looks_back(phrase):
        line.name(moment.day, told=leaning is not None and leaning.closes, back=phrase.toward == "past")
    return moment


def _looks_back(phrase: Phrase) -> bool:
    """Whether the phrase only compares with a day before (전날보다): the story goes on where it was."""
    by, base = phrase.shifts.get("day", (0, ""))
    return by < 0 and base == "named"


def _with_time(day: date, clock: str, phrase: Phrase) -> str:
    if clock == "T24:00":
        return f"{day + timedelta(days=1)}T00:00"
    if phrase.parts.get("hour") == NOON and phrase.daypart == "NI":
        return f"{day + timedelta(days=1)}T00:{phrase.parts.get('minute', 0):02}"
    return f"{day}{clock}"


def clock_of(phrase: Phrase) -> str | None:
    """The time of day that a phrase names (`T15:00`, `TMO`), or None."""
    if phrase.clock:
        return f"T{phrase.clock}"
    hour = phrase.parts.get("hour")
    if hour is None:
        return f"T{phrase.daypart}" if phrase.daypart else None
    hour = hour_of_day(hour, phrase.daypart)
    clock = f"T{hour:02}:{phrase.parts.get('minute', 0):02}"
    return f"{clock}:{phrase.parts['second']:02}" if "second" in phrase.parts else clock


def hour_of_day(hour: int, daypart: str | None) -> int:
    """The hour from 0 to 24 that "오후 7시", "낮 1시" or "밤 12시" means."""
    if daypart in _PM:
        if hour == NOON:
            return 0 if daypart == "NI" else NOON
        return hour + NOON if hour < NOON and not (daypart == "NI" and hour < _NIGHT_ENDS) else hour
    if daypart in _NOON_ON:
        return hour + NOON if hour < _MORNING_ENDS else hour
    if daypart in {"AM", "DW", "MO"} and hour == NOON:
        return 0
    return hour


@dataclass(slots=True)
class _Resolver:
    phrase: Phrase
    line: Timeline
    lean: Lean | None
    rules: list[str] = field(default_factory=list)

    def moment(self) -> Moment:  # noqa: C901, PLR0911  one rung a kind of phrase, the most telling part first
        """What the phrase means."""
        phrase, parts, shifts = self.phrase, self.phrase.parts, self.phrase.shifts
        if "day" in shifts:
            return self._shifted_day()
        if "century" in parts:
            return Moment(f"{parts['century'] - 1:02}XX")
        if "decade" in parts:
            return self._decade(parts["decade"])
        if phrase.holiday is not None:
            return self._feast()
        if "week" in shifts or "weekend" in shifts:
            return self._week()
        if "month" in parts or "month" in shifts or "day" in parts:
            return self._month_or_day()
        if phrase.nth is not None:
            return self._nth()
        if "weekday" in parts:
            return self._weekday()
        if "quarter" in parts or "quarter" in shifts or "half" in parts or "season" in parts:
            return self._part_of_year()
        if "year" in parts or "year" in shifts:
            year = self._year()
            return Moment(None, NO_YEAR) if year is None else Moment(f"{year:04}", year=year)
        return Moment(None)

    @property
    def tense(self) -> Tense | None:
        return self.lean.tense if self.lean else None

    def _day(self, at: date) -> Moment:
        return Moment(at.isoformat(), year=at.year, month=at.month, day=at)

    def _shifted_day(self) -> Moment:
        by, base = self.phrase.shifts["day"]
        at = self._counted_from(by) if base == "named" else self.line.anchor
        return self._day(at + timedelta(days=by)) if at else Moment(None, NO_DAY)

    def _counted_from(self, by: int) -> date | None:
        """The day that 이날 is, 전날 comes before and 이튿날 follows."""
        line = self.line
        if not by:
            return line.this_day(self.tense)
        done = self.tense if self.tense == "past" else None  # what was done the day before was not before a day to come
        return line.frame or (line.this_day(done) if by < 0 else line.day or line.anchor)

    def _decade(self, decade: int) -> Moment:
        if decade < CENTURY:
            decade += 1900 if decade >= _LAST_CENTURY else 2000
        return Moment(f"{decade // 10:03}X")

    def _year(self) -> int | None:
        """The year that the phrase names or counts to; None where it names none or has nothing to count from."""
        parts, shifts, line = self.phrase.parts, self.phrase.shifts, self.line
        if "year" in parts:
            year = parts["year"]
            if year < CENTURY:
                now = (line.anchor.year if line.anchor else 2025) % 100
                return year + (2000 if year <= now + 10 else 1900)
            return year
        if "year" in shifts:
            by, base = shifts["year"]
            if line.year is not None and (base == "named" or (base == "sentence" and line.dated_here)):
                return line.year + by
            return line.anchor.year + by if line.anchor else None
        return None

    @property
    def _has_year(self) -> bool:
        return "year" in self.phrase.parts or "year" in self.phrase.shifts

    def _month_or_day(self) -> Moment:  # noqa: PLR0911
        parts, shifts, anchor = self.phrase.parts, self.phrase.shifts, self.line.anchor
        year, month, day = self._year(), parts.get("month"), parts.get("day")
        if self._has_year and year is None:
            return self._unknown(month, day)
        if "month" in shifts:
            by, base = shifts["month"]
            at = self._base_month(base)
            if at is None:
                return self._unknown(None, day)
            at = months_on(at, by)
            year, month = year if year and not by else at.year, at.month  # 작년 같은 달
        if month is None and day is not None:
            if self._has_year or anchor is None:
                return self._unknown(None, day)
            return self._bare_day(day, anchor)
        if month is None:
            return Moment(None, NO_MONTH)
        if year is None:
            if anchor is None:
                never = day is not None and 1 <= month <= MONTHS and day_or_none(_LEAP, month, day) is None
                return Moment(None, NO_SUCH_DAY) if never else self._unknown(month, day)
            year = self._nearest_year(month, day, anchor)
        return self._dated(year, month, day)

    def _nth(self) -> Moment:
        """2015년 첫째 주, 두 번째 일요일: of the year that is named, else of this month."""
        year, anchor = self._year(), self.line.anchor
        if year is not None and "weekday" not in self.phrase.parts and self.phrase.nth and self.phrase.nth > 0:
            return Moment(f"{year:04}-W{self.phrase.nth:02}", year=year)
        if anchor is None:
            return Moment(None, NO_MONTH)
        return self._dated(anchor.year, anchor.month, None)

    def _dated(self, year: int, month: int, day: int | None) -> Moment:
        if not 1 <= month <= MONTHS or not MINYEAR <= year < MAXYEAR:
            return Moment(None, NO_SUCH_MONTH)
        if "weekday" in self.phrase.parts and self.phrase.nth is not None:
            at = nth_weekday(year, month, self.phrase.parts["weekday"], self.phrase.nth)
            return self._day(at) if at else Moment(None, NO_SUCH_DAY)
        if "lastday" in self.phrase.parts and self.phrase.nth == -1:
            return self._day(months_on(date(year, month, 1), 1) - timedelta(days=1))
        if self.phrase.nth is not None and day is None:
            return self._week_of_month(year, month)
        if day is None:
            return Moment(f"{year:04}-{month:02}", year=year, month=month)
        at = day_or_none(year, month, day)
        return self._day(at) if at else Moment(None, NO_SUCH_DAY)

    def _week_of_month(self, year: int, month: int) -> Moment:
        nth = self.phrase.nth or 1
        # The first week of a month is the one that holds its first Thursday (ISO 8601's rule for years).
        at = nth_weekday(year, month, 4, nth)
        return Moment(week_name(at), year=year, month=month) if at else Moment(None, "없는 주")

    def _base_month(self, base: str) -> date | None:
        line = self.line
        counts = base == "named" or (base == "sentence" and (line.dated_here or line.is_of_past_month))
        if counts and line.year is not None and line.month is not None:
            return date(line.year, line.month, 1)
        return line.anchor.replace(day=1) if line.anchor else None

    def _unknown(self, month: int | None, day: int | None) -> Moment:
        known = f"XXXX-{month:02}" if month else "XXXX-XX"
        return Moment(None, NO_YEAR if month else NO_MONTH, f"{known}-{day:02}" if day else known if month else None)

    def _nearest_year(self, month: int, day: int | None, anchor: date) -> int:
        """The year of a month or day without one: the calendar year, unless 지난, 오는 or the tense says otherwise."""
        now = (anchor.month, anchor.day if day else 0)
        then = (month, day or 0)
        toward = self.phrase.toward
        if toward == "past":
            return anchor.year - 1 if then > now else anchor.year
        if toward in {"future", "next"}:
            return anchor.year + 1 if then < now else anchor.year
        # A month soon to come is this year's even beside a past verb ("6월 인도분은 올랐다"): else it says 지난해.
        if toward is None and self.tense == "past" and then > now and month - anchor.month > _SOON:
            return anchor.year - 1
        if toward is None and self.tense == "future" and then < now and now[0] - month >= MONTHS // 2:
            return anchor.year + 1
        return anchor.year

    def _bare_day(self, day: int, anchor: date) -> Moment:
        near = [d for d in (_in_month(anchor, by, day) for by in (-2, -1, 0, 1, 2)) if d]
        weekday = self.phrase.parts.get("weekday")
        near = [d for d in near if d.isoweekday() == weekday] or near  # 31일 금요일
        before, after = [d for d in near if d <= anchor], [d for d in near if d >= anchor]
        toward = self.phrase.toward or self.tense
        if toward == "past" and before and (self.phrase.toward or (anchor - before[-1]).days <= _LATELY):
            return self._day(before[-1])
        sure = self.phrase.toward or (self.lean and self.lean.near)
        if toward in {"future", "next"} and after and (sure or (after[0] - anchor).days <= _LATELY):
            return self._day(after[0])
        return (
            self._day(min(near, key=lambda d: (abs((d - anchor).days), d > anchor)))
            if near
            else Moment(None, NO_SUCH_DAY)
        )

    def _weekday(self) -> Moment:
        anchor, weekday = self.line.anchor, self.phrase.parts["weekday"]
        if anchor is None:
            return Moment(None, NO_DAY, f"XXXX-WXX-{weekday}")
        week = monday(anchor) + timedelta(days=weekday - 1)
        toward = self.phrase.toward or {"past": "past", "future": "future", None: "future"}[self.tense]
        if toward == "this":
            return self._day(week)
        if toward == "next" and self.phrase.toward:
            return self._day(week + timedelta(days=7))
        if toward == "past":
            strict = self.phrase.toward == "past"
            return self._day(week - timedelta(days=7) if week > anchor or (strict and week == anchor) else week)
        return self._day(week + timedelta(days=7) if week < anchor or week == anchor else week)

    def _week(self) -> Moment:
        anchor = self.line.anchor
        if anchor is None:
            return Moment(None, NO_DAY)
        by, _ = self.phrase.shifts.get("week") or self.phrase.shifts["weekend"]
        at = monday(anchor) + timedelta(days=7 * by)
        if "weekday" in self.phrase.parts:
            return self._day(at + timedelta(days=self.phrase.parts["weekday"] - 1))
        return Moment(week_name(at) + ("-WE" if "weekend" in self.phrase.shifts else ""), year=at.year)

    def _feast(self) -> Moment:
        holiday, year, anchor = self.phrase.holiday, self._year(), self.line.anchor
        if holiday is None or (year is None and anchor is None):
            return Moment(None, NO_YEAR, f"XXXX-{holiday.date}" if holiday and holiday.date else None)
        years = [year] if year is not None else [anchor.year - 1, anchor.year, anchor.year + 1] if anchor else []
        days = [d for y in years for d in feasts(holiday, y)]
        if not days:
            return Moment(None, NO_SUCH_DAY)
        if year is not None and len(days) > 1:
            return Moment(None, "여러 날 가운데 하나", f"{year:04}", year=year)
        first, last = days[0] if anchor is None or year is not None else self._nearest(days, anchor)
        if first != last:
            return Moment(f"{first}/{last}", year=first.year, month=first.month)
        return self._day(first)

    def _nearest(self, days: list[tuple[date, date]], anchor: date) -> tuple[date, date]:
        sure = self.phrase.toward or (self.tense if self.lean and self.lean.near else None)
        nearest = min(days, key=lambda d: abs((d[0] - anchor).days))
        if not sure and abs((nearest[0] - anchor).days) <= _FEAST:
            return nearest
        toward = sure or self.tense
        past, future = [d for d in days if d[0] <= anchor], [d for d in days if d[1] >= anchor]
        if toward == "past" and past:
            return past[-1]
        if toward in {"future", "next"} and future:
            return future[0]
        return next((d for d in days if d[0].year == anchor.year), nearest)

    def _part_of_year(self) -> Moment:
        parts, anchor = self.phrase.parts, self.line.anchor
        year = self._year()
        if "quarter" in self.phrase.shifts:
            if anchor is None:
                return Moment(None, NO_YEAR)
            count = anchor.year * 4 + (anchor.month - 1) // 3 + self.phrase.shifts["quarter"][0]
            return Moment(f"{count // 4:04}-Q{count % 4 + 1}", year=count // 4)
        unit = next(u for u in ("quarter", "half", "season") if u in parts)
        name = {"quarter": "Q", "half": "H", "season": "S"}[unit] + str(parts[unit])
        if year is None:
            vague = unit == "season" and self.phrase.toward is None
            if self._has_year or anchor is None or vague:
                return Moment(None, NO_YEAR, f"XXXX-{_season(name)}")
            year = self._nearest_part(unit, parts[unit], anchor)
        return Moment(f"{year:04}-{_season(name)}", year=year)

    def _nearest_part(self, unit: str, nth: int, anchor: date) -> int:
        length = {"quarter": 3, "half": 6, "season": 3}[unit]
        first = (nth - 1) * length + (3 if unit == "season" else 1)
        # The fourth quarter's results come out in the next year: beside a past verb, what has not begun is last year's.
        if first > anchor.month and self.tense == "past":
            return anchor.year - 1
        return anchor.year


def _season(name: str) -> str:
    return {"S1": "SP", "S2": "SU", "S3": "FA", "S4": "WI"}.get(name, name)


def _in_month(anchor: date, by: int, day: int) -> date | None:
    month = months_on(anchor.replace(day=1), by)
    return day_or_none(month.year, month.month, day)
