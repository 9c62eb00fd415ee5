"""Atoms in text order → records: the stated order in which readings of the same words are tried.

1. A pair of numbers that is a score. 2. A length of time. 3. A date or time of day. 4. A number with its unit, joined
with the one before it where the two are a range. 5. A fraction. 6. A sum without its currency. 7. A bare number.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.core.values import Amount, Count, Money, Score, Share, When
from sagwan.extract.values import quantity
from sagwan.extract.values.clause import Clauses
from sagwan.extract.values.phrase import is_nth
from sagwan.extract.values.vocabulary import Sense

if TYPE_CHECKING:
    from sagwan.extract.values.scan import Atom
    from sagwan.extract.values.timeline import Timeline
    from sagwan.extract.values.vocabulary import Vocabulary

_SCORE_GAP = re.compile(r" ?[-–:] ?| ?대 ?")
_SCORE_AFTER = re.compile(
    r"(?:으?로|승|패|무|의|,|완승|역전|리드|까지|,| (?:승|패|무|역전|완승|대승|신승|리드|앞|뒤|스코어))"
)
_AGE = re.compile(r"\)|[·,.]")
_SCALE, _SCALE_REACH = re.compile(r"(?:섭씨|화씨) ?(?:영하 ?|마이너스 ?|[-−])?\Z"), 8
# What a number without a unit is read as: 섭씨 20 is a temperature, any other a bare number.
_NUMBER, _DEGREE = Sense("number", "", frozenset()), Sense("degree", "도", frozenset())
# 6·1 지방선거, 4·19: the day has become a name.
_ANNIVERSARY = re.compile(r"[·ㆍ.+-]\d")
# 119, 112: the number of a service is its name.
_CALLED = re.compile(r"11[0-9](?= ?(?:신고|구급|구조|상황|종합|소방|대원)|[에로]|에서|를 (?:불|누))")
_MINUS_WORDS = ("마이너스", "마이나스", "음수")
_CELL = re.compile(r"(?=[가-힣 점쩜]+\Z)((?:마이너스|마이나스|음수) ?)?")
_NAME = re.compile(r"[가-힣]{2,4}|[A-Z][가-힣]?")
_OLDEST, _HIGHEST_SCORE = 120, 200
_MANY, _MYRIAD = Decimal("1E8"), Decimal("1E4")
# The longest name of a currency before its sum: "사우디아라비아 리얄 3억".
_NAME_REACH = 16


class Assembly:
    """Collects the records of one text, stretch by stretch, along one timeline."""

    def __init__(self, chars: str, known: Vocabulary, line: Timeline) -> None:
        self.chars, self.known = chars, known
        self.clauses = Clauses(chars, known, line)
        self.money: list[Money] = []
        self.shares: list[Share] = []
        self.counts: list[Count] = []
        self.scores: list[Score] = []
        self._last: quantity.Measured | None = None

    @property
    def times(self) -> list[When]:
        """The times read so far."""
        return self.clauses.times

    def all_counts(self) -> tuple[Count, ...]:
        """The counts in text order, with the ages that are written as lengths of time."""
        return tuple(sorted((*self.counts, *self.clauses.ages), key=lambda count: count.span))

    def read(self, atoms: list[Atom], end: int) -> None:
        """Turn the atoms of one stretch into records."""
        at = 0
        while at < len(atoms):
            at = self._score(atoms, at, end) or self.clauses.read(atoms, at, end) or self._number(atoms, at, end)

    def _number(self, atoms: list[Atom], at: int, end: int) -> int:
        atom = atoms[at]
        if atom.sense is not None and atom.sense.kind in quantity.QUANTITIES:
            self._quantity(atom, end)
        elif atom.kind in {"bare", "fraction"}:
            self._bare(atom, end)
        elif is_nth(atom):
            self._nth(atom)
        return at + 1

    def _nth(self, atom: Atom) -> None:
        by, words = getattr(atom.entry, "by", None), self.chars[atom.start : atom.end]
        if by and by > 0 and words.endswith("째"):
            span = Span(atom.start, atom.end)
            self.counts.append(Count(span, Amount(Decimal(by)), "번째", "ordinal", Reason("차례", span)))

    def _quantity(self, atom: Atom, end: int) -> None:
        here = quantity.measure(self.chars, atom, end, self.known)
        joined = quantity.joined(self.chars, self._last, here) if self._last else None
        if joined:
            self._drop(joined.sense.kind)
            here = joined
        self._last = here
        if self.chars.startswith("당", here.end) and here.sense.kind in {"count", "measure"}:
            return  # 1인당, 3.3㎡당: the unit of a price that follows, kept there as `per`
        if here.sense.kind == "money":
            self.money.append(quantity.money(here))
        elif here.sense.kind == "share":
            self.shares.append(quantity.share(self.chars, here, end, self.known))
        else:
            self.counts.append(quantity.count(here))

    def _drop(self, kind: str) -> None:
        rows: list[Money] | list[Share] | list[Count] = {"money": self.money, "share": self.shares}.get(
            kind, self.counts
        )  # type: ignore[assignment]
        rows.pop()

    def _bare(self, atom: Atom, end: int) -> None:
        numeral, chars = atom.numeral, self.chars
        if numeral is None:
            return
        span = Span(atom.start, atom.end)
        # 100$ 200: a sign that closes the sum before it opens no other.
        taken = self.money[-1].span.end if self.money else 0
        sign = self.known.sign.search(chars, max(taken, atom.start - 5), atom.start)
        if sign:
            self._signed(atom, sign.start(), self.known.signs[sign[1]])
            return
        named = self.known.paid.search(chars, max(taken, atom.start - _NAME_REACH), atom.start)
        if named and numeral.scale >= _MYRIAD:
            self._signed(atom, named.start(), self.known.names[named[1]])
            return
        amount = Amount(numeral.value, numeral.low, numeral.high, high_open=numeral.open, approx=numeral.value is None)
        if self._is_age(atom, end):
            self.counts.append(Count(span, amount, "세", "age", Reason("괄호 안 나이", span)))
        elif self._is_won(atom, end):
            after = self.known.after.match(chars, atom.end, end)
            if after and after["bucket"]:
                span, amount = Span(atom.start, after.end("bucket")), quantity.bucket(amount)
            self.money.append(Money(span, amount, "KRW", implied=True, reason=Reason("원 생략", span)))
        elif atom.kind == "fraction" or self._stands_free(atom, end):
            scaled = _SCALE.search(chars, max(0, atom.start - _SCALE_REACH), atom.start)
            self._quantity(atom._replace(kind="unit", sense=_DEGREE if scaled else _NUMBER), end)

    def _signed(self, atom: Atom, start: int, code: str) -> None:
        if atom.numeral is None:
            return
        span = Span(start, atom.end)
        amount = Amount(atom.numeral.value, atom.numeral.low, atom.numeral.high)
        self.money.append(Money(span, amount, code, reason=Reason("금액", span, "통화 기호")))

    def _is_age(self, atom: Atom, end: int) -> bool:
        chars, value = self.chars, atom.numeral.value if atom.numeral else None
        if value is None or not 1 <= value <= _OLDEST or not atom.start or chars[atom.start - 1] != "(":
            return False
        name = re.split(r"[\s.,·]", chars[max(0, atom.start - 5) : atom.start - 1])[-1]
        return _AGE.match(chars, atom.end, end) is not None and bool(_NAME.fullmatch(name))

    def _is_won(self, atom: Atom, end: int) -> bool:
        numeral = atom.numeral
        return (
            numeral is not None
            and numeral.value is not None
            and numeral.scale >= _MANY
            and not self.known.nowon.match(self.chars, atom.end, end)
            and not self.known.people.search(self.chars, max(0, atom.start - 10), atom.start)
        )

    def _stands_free(self, atom: Atom, end: int) -> bool:
        """Whether a bare number is a word of its own, not part of a code, of "6·1" or of a numbered list."""
        chars, at = self.chars, atom.start
        before = chars[at - 1] if at else " "
        if before == "-":
            before = chars[at - 2] if at > 1 else " "
        if _ANNIVERSARY.match(chars, atom.end, end) or (before in "·ㆍ" and chars[at - 2].isdigit()):
            return False
        if _CALLED.match(chars, at, end):
            return False
        if before == "\n" and chars[atom.end : atom.end + 1] in {".", ")"}:
            return False
        if before in "-+./:_#" or (before.isalnum() and not chars.endswith(_MINUS_WORDS, 0, at)):
            return False
        return bool(self.known.boundary.match(chars, atom.end, end))

    def _score(self, atoms: list[Atom], at: int, end: int) -> int:
        if at + 1 >= len(atoms):
            return 0
        left, right = atoms[at], atoms[at + 1]
        if left.numeral is None or right.numeral is None or right.kind != "bare":
            return 0
        whole = left.kind == "bare"
        sense = left.sense
        if not (whole or (sense is not None and sense.unit == "대" and sense.kind in {"count", "age"})):
            return 0
        gap = self.chars[left.number : right.start]
        a, b = left.numeral.value, right.numeral.value
        if not _SCORE_GAP.fullmatch(gap) or a is None or b is None or max(a, b) > _HIGHEST_SCORE:
            return 0
        behind = self.known.boundary if "대" in gap else _SCORE_AFTER
        if not behind.match(self.chars, right.end, end):
            return 0
        span = Span(left.start, right.end)
        self.scores.append(Score(span, a, b, Reason("점수", span)))
        return at + 2


def whole(chars: str, known: Vocabulary) -> Count | None:
    """A text that is nothing but a numeral in Hangul is that number: a cell of a table that says 열하나 or 일."""
    words = chars.strip()
    found = _CELL.match(words)
    if not found:
        return None
    spoken = words[found.end() :].replace(" ", "")
    numeral = known.numerals.read(spoken) if spoken else None
    if numeral is None:
        return None
    start = chars.index(words)
    span = Span(start, start + len(words))
    factor = -1 if found[1] else 1
    amount = Amount(None if numeral.value is None else numeral.value * factor, numeral.low, numeral.high)
    return Count(span, amount, "", "number", Reason("수", span))
