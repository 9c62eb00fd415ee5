"""Words that numbers, money, units and times are written with."""

from __future__ import annotations

from sagwan.lexicon.schema.entry import Entry


class Valued(Entry, frozen=True, kw_only=True):
    """An entry whose examples also say what is read: `reads[i]` holds the values of `examples[i]`, in text order,
    separated by " ; ", in the short form of `sagwan.extract.values.brief`. `published` dates the examples.
    """

    words: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    published: str | None = None


class NumeralWord(Valued, frozen=True, kw_only=True):
    """A numeral word (수사). `kind`: `digit` (일), `small` (십, 백, 천), `myriad` (만, 억, 조), `native` (하나),
    `tens` (열, 스물), `span` (두세: `value` to `high`), `several` (수, 몇), `share` (절반), `minus` (마이너스).

    `bound`: only before a counter (한, 두). `alone`: what must follow for the word to be a number without one
    ("셋이 모였다"; 하나 and 열 never are).
    """

    kind: str
    value: str
    high: str | None = None
    bound: bool = False
    alone: tuple[str, ...] = ()


class Currency(Valued, frozen=True, kw_only=True):
    """A currency by its short names and signs. `code` is ISO 4217, or the coin's own where `coin` is set.

    `minor`: the words name a hundredth. `signs` stand before the number or behind it. `least`: a smaller number
    is no sum of it (3동 is a building). `not_followed`: patterns of what must not come right behind (만원사례).
    """

    code: str
    signs: tuple[str, ...] = ()
    numerals: tuple[str, ...] = ("digits", "sino")
    minor: bool = False
    coin: bool = False
    least: str | None = None
    not_followed: tuple[str, ...] = ()


class Unit(Valued, frozen=True, kw_only=True):
    """A counter, measure or unit of time that follows a number.

    `kind`: `count`, `measure`, `age`, `ordinal`, `multiple`, `share`, `degree`, `duration`, `time`.
    `unit`: canonical form, `*` where each word is its own; for times the TIMEX letter or the part of the date.
    `numerals`: which may precede: `digits`, `sino` (이십 명, 백 명), `sino1` (also 삼미터), `sino2` (never 만 회),
    `round` (also 만원), `native` (with a blank), `native1` (with or without).
    `followed`/`not_followed`: what must, or must not, come right behind. `preceded`: patterns of what must come before.
    `not_preceded`: patterns that must not end right before the number.
    `least`/`most`: bounds of the number; `multiple`: what it must be a multiple of (30대). `rank`: lower is tried
    first among entries that share a word.
    `free`: no boundary is needed behind it.
    """

    kind: str
    unit: str
    numerals: tuple[str, ...] = ("digits",)
    followed: tuple[str, ...] = ()
    not_followed: tuple[str, ...] = ()
    preceded: tuple[str, ...] = ()
    not_preceded: tuple[str, ...] = ()
    least: str | None = None
    most: str | None = None
    multiple: str | None = None
    rank: int = 5
    free: bool = False


class Modifier(Valued, frozen=True, kw_only=True):
    """What stands around a number and changes it. `does`: `from` (이상), `above` (초과), `to` (이하), `below` (미만),
    `bucket` (대), `about` (가량), `limit` (최대), `floor` (최소), `minus` (영하), `plus` (영상), `per` (당),
    `up`, `down` (증가, 감소), `base` (전년 동기), `compare` (대비), `nowon` (인구: 억 without won),
    `event` (선거: 전날 is the day before it), `born` (생후: a length of time is an age), `aged` (된 아기: the same),
    `wish` (좋은: "좋은 한 달 보내세요" wishes, it measures nothing), `teams` (교대: 3조 is three teams, no sum).
    `side`: `before` or `after` the number.
    """

    does: str
    side: str = "after"


class TimeWord(Valued, frozen=True, kw_only=True):
    """A word that names or moves a time.

    `role`: `shift` (`by` units of `unit`, counted from `base`: `published` for the publication day, `named` for the
    day last named, `sentence` for the one that the sentence has named already, else the publication day),
    `name` (weekday, month, half, season: `unit` and `by`), `nth` (첫째: `by`), `part` (of the day, TIMEX letters in
    `value`), `clock` (정오), `mod` (초, 말), `edge` (이른, 늦은),
    `toward` (지난, 오는), `span` (이틀: `value` is TIMEX), `set` (매주);
    and behind a time: `ago` (전), `hence` (뒤), `inside` (안에), `length` (간: makes a length of "3일"), `lasting`
    (역사: "74년 역사" is no 1974), `daily` (최다: "1일 최다" is no first of the month), `open` (이후: `value` is the
    mod), `note` (현지시간).
    `followed` and `not_followed` are patterns of what stands next.
    """

    role: str
    unit: str | None = None
    by: int | None = None
    base: str = "published"
    value: str | None = None
    mod: str | None = None
    followed: tuple[str, ...] = ()
    not_followed: tuple[str, ...] = ()


class Holiday(Valued, frozen=True, kw_only=True):
    """A feast by its names: `date` is `MM-DD`, `lunar` the same in the lunar calendar (음력), `before` and `after` the
    days that belong to it, `stretch` whether the days off given next to it do too (연휴). `off`: no feast but the days
    off whose official name holds this.
    """

    date: str | None = None
    lunar: str | None = None
    before: int = 0
    after: int = 0
    stretch: bool = False
    off: str | None = None


class TenseCue(Valued, frozen=True, kw_only=True):
    """What stands behind a date and says whether its clause looks back or ahead (`tense`: `past` or `future`), that it
    does neither (`either`: 8일을 앞둔 7일), or that the clause only modifies a noun (`modifying`: 시작한 공사):
    `words`, or a syllable with the last consonant `final` (받침) before one of `endings`, which are patterns.
    `leave`: syllables with that consonant that tell nothing (있, 겠). `close`: only right behind the date (8일 현재).
    """

    tense: str
    close: bool = False
    final: str | None = None
    leave: str = ""
    endings: tuple[str, ...] = ()


class Follower(Valued, frozen=True, kw_only=True):
    """Particles and suffixes that may follow a unit without a blank; any other syllable makes it another word."""


class RankWord(Valued, frozen=True, kw_only=True):
    """A word for a place in a row: `offset` counted forward from `relative_to` (`start`, `end` or `current`)."""

    relative_to: str
    offset: int
