"""What has been named so far, and which day 이날 and 전날 mean on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sagwan.extract.values.tense import Tense

# News is printed at most so many days behind the day it tells of.
_NEWS = 3


@dataclass(slots=True)
class Timeline:
    """The publication day (`anchor`), the last day, month and year named, and `frame`, the first day named in the
    sentence: "8일 법원에 따르면, 지난달 3일 …은 전날 …" counts 전날 from the 8th.

    `news` is the last day named that the article can be news of; `coming` the last one after the publication day.
    `told`: the sentence that named `day` ended by telling what happened on it. The sentences are counted in
    `sentence`; `named`, `announced` and `dated` say in which one `day`, `coming` and `year` stood. `back`: the text
    calls `day` past (지난 7일), so that the story does not stay there.
    """

    anchor: date | None
    year: int | None = None
    month: int | None = None
    day: date | None = None
    frame: date | None = None
    news: date | None = None
    coming: date | None = None
    told: bool = False
    sentence: int = 0
    named: int = 0
    announced: int = 0
    dated: int = -1
    back: bool = False

    def pass_sentences(self, count: int) -> None:
        """Forget the day that a sentence is set in where `count` new ones have begun."""
        if count:
            self.frame = None
            self.sentence += count

    def come_to(self, year: int, month: int | None) -> None:
        """Take year and month as the ones last named."""
        self.year, self.month, self.dated = year, month, self.sentence

    @property
    def dated_here(self) -> bool:
        """Whether this sentence has named a year already: 지난해 매출은 전년보다."""
        return self.dated == self.sentence

    @property
    def is_of_past_month(self) -> bool:
        """Whether the sentence before named a month of this year that is over: figures of April, told in May."""
        if self.anchor is None or self.month is None or self.sentence - self.dated > 1:
            return False
        return self.year == self.anchor.year and self.month < self.anchor.month

    def name(self, day: date, *, told: bool, back: bool = False) -> None:
        """Take `day` as the one last named; `back`: as one that the text calls past."""
        self.day, self.told, self.named, self.back = day, told, self.sentence, back
        self.frame = self.frame or day
        if self.anchor is None:
            return
        if day > self.anchor:
            self.coming, self.announced = day, self.sentence
        elif self._is_news(day) and not (back and self.news and self.news > day):
            self.news = day

    def this_day(self, tense: Tense | None) -> date | None:
        """이날: the day last named, as far as the article can still mean it.

        What is done was not done on a day to come, and what will be done on the day of the report is done on the
        day just announced. A day of the past is meant only while its story goes on: in the sentence that names it,
        or right behind one that told what happened on it; farther on, 이날 is the day of the news again.
        """
        day, anchor = self.day, self.anchor
        if anchor is None or day is None:
            return day or anchor
        if day > anchor:
            return self.today() if tense == "past" else day
        if tense == "future" and day == anchor and self.coming and self.sentence - self.announced <= 1:
            return self.coming
        goes_on = self.named == self.sentence or (self.told and self.sentence - self.named <= 1)
        over = self.back and self.news is not None and self.news > day
        return day if goes_on or (self._is_news(day) and not over) else self.today()

    def _is_news(self, day: date) -> bool:
        return self.anchor is not None and 0 <= (self.anchor - day).days <= _NEWS

    def today(self) -> date | None:
        """The day of the news: the last one named that the article can be news of, else that of the publication."""
        return self.news or self.anchor
