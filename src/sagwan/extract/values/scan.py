"""One walk over the characters: numbers with their units, and the words of time, in text order."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from sagwan.korean.numeral import LONGEST, Numeral
from sagwan.lexicon.schema.value import Holiday, TimeWord

if TYPE_CHECKING:
    from sagwan.extract.values.vocabulary import Sense, Vocabulary

BLANKS = " \u00a0\u2009\u202f"
_ROUND = "십백천만억"
_LAST_DIGITS = "0123456789"
_ANY_DIGITS, _NEVER = frozenset(("digits",)), frozenset[str]()
_ANY_NATIVE, _CLOSE_NATIVE = frozenset(("native", "native1")), frozenset(("native1",))
_ANY_SINO, _CLOSE_ROUND, _ONE_SINO = (
    frozenset(("sino", "sino1", "sino2", "round")),
    frozenset(("sino1", "round")),
    frozenset(("sino1",)),
)
_MINUS = ("마이너스", "마이너스 ", "마이나스", "마이나스 ", "음수 ")
_LENGTH = re.compile(r" ?(?:간|동안|째|만에|뒤|후|전)(?:에|의|에는|에도|부터|까지)?(?![가-힣])")
# 이경승 is a name: so large a numeral in Hangul counts nothing but money.
_NAMELIKE = ("조", "경")
# How far before a number the words may stand that choose its unit.
_REACH = 16
_MONTHS = 12
# 24/7 says "at all hours", as no other pair of figures does.
_ALWAYS = (24, 7)
_HALF = Decimal("0.5")
# 반 of 1시간반, and the smaller unit that follows without a blank: 1시간30분.
_AND_MORE = re.compile(r"반(?![가-힣])|반(?=[을이간의에안내만전후뒤쯤]|동안|정도)|\d")
_COPULA = tuple("다며고었")
_DATED = re.compile(r"에(?!서)| ?[월화수목금토일]요일")
# 형법 25조 2항 is an article of a law, not 25 trillion; 교대 근무를 3조로 says three teams, 교대로 3조원 a sum.
_TEAMS = re.compile(r"\d{1,2}조(?=[에로를가와이은는도의,.])")
_MEN = re.compile(r"\d ?인 ?\Z")  # 2인 1조로
_ARTICLE, _LAW, _LAW_REACH = (
    re.compile(r"\d{1,4}조(?![\d천백])"),
    re.compile(r"(?:법|법률|령|조례|규칙|헌법|협약|제) ?\Z"),
    4,
)
_PART = ("분의", " 분의")
_GIVEN_BACK = re.compile(r"(?: [^ ]*|[^\d ]| ?\d[\d,.]*)\Z")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SHARED = re.compile(r" ?[~∼～〜–—-] ?|, ?|·|ㆍ|와 |과 |에서 |부터 | 또는 ")
_RANGE = re.compile(r" ?[~∼～〜–—-] ?")
_MORE = re.compile(r" ?여(?= ?\S)")


class Atom(NamedTuple):
    """A number with or without a unit (`sense`), a word of time (`entry`) or a figure (`kind`: ymd, clock …).

    `number` is where the numeral itself ends; `more`: 여 stands behind it (10여 명).
    """

    start: int
    end: int
    kind: str
    number: int = 0
    numeral: Numeral | None = None
    sense: Sense | None = None
    entry: TimeWord | Holiday | None = None
    more: bool = False


def scan(chars: str, start: int, end: int, known: Vocabulary) -> list[Atom]:  # noqa: C901  one branch a kind of atom
    """The atoms of `chars[start:end]`. They never overlap: the leftmost wins, and there the longest."""
    found: list[Atom] = []
    search, at = known.scan.search, start
    while at < end:
        m = known.go_on.match(chars, at, end) if _goes_on(chars, found, at) else None
        m = m or search(chars, at, end)
        if m is None:
            break
        kind, first, last = m.lastgroup, m.start(), m.end()
        if kind == "word":
            atom = _word(chars, first, last, end, known)
        elif kind in {"num", "native", "sino"}:
            atom = _counted(chars, first, last, end, known, kind=kind)
        elif kind == "slash":
            atom = _slash(chars, first, last)
        elif kind == "counted":
            atom = Atom(first, last, "bare", last, known.numerals.read(chars[first:last]))
        elif kind == "half":
            atom = Atom(first, last, "fraction", last, Numeral(_HALF))
        else:
            atom = Atom(first, last, kind or "skip")
        if atom is None:
            at = max(at, first + 1) if kind != "num" else last
            continue
        if (atom.sense is not None or kind == "md") and found and found[-1].kind == "bare":
            _share(chars, found, atom)
        elif atom.kind == "fraction" and found:
            atom = _mixed(chars, found, atom)
        if atom.kind != "skip":
            found.append(atom)
        at = atom.end
    return found


def _goes_on(chars: str, found: list[Atom], at: int) -> bool:
    """Whether a time may go on without a blank right here: "오늘밤", "세시이십분"."""
    if not found or found[-1].end != at or not "가" <= chars[at] <= "힣":
        return False
    last = found[-1]
    return last.kind == "word" or (last.sense is not None and last.sense.kind in {"time", "duration"})


def _word(chars: str, first: int, last: int, end: int, known: Vocabulary) -> Atom | None:
    while last > first:
        for word in known.words.get(chars[first:last], ()):
            if (word.never is None or not word.never.match(chars, last, end)) and (
                word.ahead is None or word.ahead.match(chars, last, end)
            ):
                return Atom(first, last, "word", last, entry=word.entry)
        last -= 1
    return None


def _counts_teams(chars: str, first: int, known: Vocabulary) -> bool:
    ahead = max(0, first - _REACH)
    told = known.teams.search(chars, ahead, first) or _MEN.search(chars, ahead, first)
    return told is not None and _TEAMS.match(chars, first) is not None


def _counted(  # noqa: C901, PLR0911  the readings of one numeral in their order
    chars: str, first: int, last: int, end: int, known: Vocabulary, *, kind: str
) -> Atom | None:
    """The number at `first` with its unit, or bare. A last part that belongs to the next word is given back:
    "2경기" is two games, "6억 2025년" a sum and a year.
    """
    if last - first > LONGEST:
        return Atom(first, last, "skip")
    article = _ARTICLE.match(chars, first, last)
    if article and (_LAW.search(chars, max(0, first - _LAW_REACH), first) or _counts_teams(chars, first, known)):
        return Atom(first, article.end(), "skip")
    while last > first:
        words = chars[first:last]
        if kind == "sino" and _ends_in_particle(chars, words, last, known):
            last -= 1
            continue
        part = _fraction(chars, first, last, known) if chars.startswith(_PART, last) else None
        if part:
            return part
        numeral = Numeral(Decimal(words)) if _DIGITS.fullmatch(words) else known.numerals.read(words)
        if kind == "num" and words[-1] in known.numerals.units and chars[last - 1] in known.units:
            shorter = known.numerals.read(words[:-1])
            unit = (
                _unit(chars, Figure(first, last - 1, last - 1, end, kind, words[:-1], shorter), known)
                if shorter
                else None
            )
            if unit:
                return Atom(first, unit[0], "unit", last - 1, shorter, unit[1])
        more = _MORE.match(chars, last, end)
        at = more.end() if more else last
        found = _unit(chars, Figure(first, last, at, end, kind, words, numeral), known) if numeral else None
        if found and not (" " in words and found[1].kind == "time"):
            return Atom(first, found[0], "unit", last, numeral, found[1], more=bool(more))
        if kind == "sino" and words.endswith("일") and last - first > 1 and not found:
            return _days(chars, first, last, end, known) or _lone(chars, first, last, known)
        if kind != "num":
            return _lone(chars, first, last, known) if kind == "sino" and not found else None
        power = known.numerals.power(numeral.value, chars[last : last + 6]) if numeral and numeral.value else None
        if power:
            return Atom(first, last + power[0], "bare", last + power[0], Numeral(power[1]))
        if not found and numeral and (words[-1].isdigit() or known.boundary.match(chars, last, end)):
            return Atom(first, last, "bare", last, numeral)
        last = first + len(_GIVEN_BACK.sub("", words, count=1))
    return Atom(first, first + 1, "skip")


def _ends_in_particle(chars: str, words: str, last: int, known: Vocabulary) -> bool:
    """Whether 이 behind a numeral is no two: "삼십이다", "삼백일일이 지났다"."""
    if words[-1] != "이" or len(words) == 1:
        return False
    return chars[last : last + 1] in _COPULA or known.numerals.read(words) is None


def _fraction(chars: str, first: int, last: int, known: Vocabulary) -> Atom | None:
    part = known.numerals.part(known.numerals.read(chars[first:last]), chars[last : last + LONGEST])
    if part is None:
        return None
    close = last + part[0]
    if chars[close - 1] >= "가" and not known.boundary.match(chars, close) and not _counter(chars, close, known):
        return None
    return Atom(first, close, "fraction", close, part[1])


def _counter(chars: str, at: int, known: Vocabulary) -> bool:
    """Whether a unit of two syllables or more stands at `at`: 삼분의 일조각."""
    return any(len(word) > 1 and chars.startswith(word, at) for word, _ in known.units.get(chars[at], ()))


def _slash(chars: str, first: int, last: int) -> Atom:
    """2/15 and 04/22 are days, 4/5 is a fraction."""
    above, below = chars[first:last].split("/")
    a, b = int(above), int(below)
    if (a, b) == _ALWAYS:
        return Atom(first, last, "skip")
    if "0" in {above[0], below[0]} or a >= b or b > _MONTHS:
        return Atom(first, last, "md")
    return Atom(first, last, "fraction", last, Numeral(Decimal(a) / Decimal(b)))


def _mixed(chars: str, found: list[Atom], atom: Atom) -> Atom:
    """백삼과 삼분의 이: the whole number before a fraction belongs to it."""
    whole = found[-1]
    if whole.kind != "bare" or whole.numeral is None or atom.numeral is None:
        return atom
    a, b = whole.numeral.value, atom.numeral.value
    if a is None or b is None or chars[whole.end : atom.start] not in {"과 ", "와 ", " "}:
        return atom
    found.pop()
    return atom._replace(start=whole.start, numeral=Numeral(a + b))


def _lone(chars: str, first: int, last: int, known: Vocabulary) -> Atom | None:
    """A numeral in Hangul without a unit: nothing else it can be, or a minus before it, or a fraction behind."""
    words = chars[first:last]
    numeral = known.numerals.alone(words)
    if numeral is None and (
        chars.endswith(_MINUS, 0, first)
        or (chars[last : last + 2] in {"과 ", "와 "} and "분의" in chars[last : last + 8])
    ):
        numeral = known.numerals.read(words)
    return Atom(first, last, "bare", last, numeral) if numeral else None


def _days(chars: str, first: int, last: int, end: int, known: Vocabulary) -> Atom | None:
    """유월 이십일, 삼십일간: the last 일 counts days where a month stands before it or a length is meant."""
    month = chars[max(0, first - 2) : first].rstrip()[-1:]
    if month not in {"월", "달"} and last - first == len("일일"):
        # 삼일 후 is three days on; 이일 후 is "after this matter".
        spoken = chars[first] != "이" and _LENGTH.match(chars, last, end)
        return _counted(chars, first, last - 1, end, known, kind="num") if spoken else None
    dated = month in {"월", "달"} or _DATED.match(chars, last, end) or known.numerals.read(chars[first:last]) is None
    if not dated and not _LENGTH.match(chars, last, end):
        return None
    return _counted(chars, first, last - 1, end, known, kind="num")


class Figure(NamedTuple):
    """A numeral on its way to its unit: `at` is where the unit may begin, `end` where the walk ends."""

    first: int
    last: int
    at: int
    end: int
    kind: str
    words: str
    numeral: Numeral


def _unit(chars: str, figure: Figure, known: Vocabulary) -> tuple[int, Sense] | None:
    """Where the unit behind a numeral ends, and its sense: the longest word first, then the lowest rank."""
    at, end = figure.at, figure.end
    blank = at < end and chars[at] in BLANKS
    if blank:
        if _ends_name(chars, figure, known):
            return None
        at += 1
    if at >= end:
        return None
    asked = _asked(figure, blank=blank)
    for word, senses in known.units.get(chars[at], ()):
        if chars.startswith(word, at):
            for sense in senses:
                close = at + len(word)
                if close <= end and asked & sense.numerals and _fits(chars, figure, close, sense, known):
                    return close, sense
    return None


def _ends_name(chars: str, figure: Figure, known: Vocabulary) -> bool:
    """코로나19 호전: a number that ends a name counts nothing that follows."""
    if figure.kind != "num" or not figure.first or figure.at != figure.last or not figure.words.isdigit():
        return False
    joined = "가" <= chars[figure.first - 1] <= "힣"
    return joined and not chars.endswith(known.heads, 0, figure.first)


def _asked(figure: Figure, *, blank: bool) -> frozenset[str]:
    """The kinds of unit that this numeral may take: "이 미터" is "this metre", "세대" a generation."""
    if figure.kind == "num":
        return _ANY_DIGITS
    if figure.kind == "native":
        return _ANY_NATIVE if blank else _CLOSE_NATIVE
    if len(figure.words) > 1:
        return _ANY_SINO
    if figure.words in _ROUND:
        return _ANY_SINO if blank else _CLOSE_ROUND
    return _NEVER if blank and figure.words == "이" else _ONE_SINO


def _fits(  # noqa: PLR0911  what a sense asks of its surroundings, one question a line
    chars: str, figure: Figure, close: int, sense: Sense, known: Vocabulary
) -> bool:
    value = figure.numeral.value if figure.numeral.value is not None else figure.numeral.low
    if value is not None and not _in_bounds(value, sense):
        return False
    close_by = figure.kind == "sino" and chars[figure.at] not in BLANKS
    spelt_time = figure.kind == "sino" and sense.kind == "time"  # 일이 일어나다 counts no days
    if close_by and sense.kind == "count" and figure.words.endswith(_NAMELIKE):
        return False
    if sense.spared is not None and sense.spared.search(chars, max(0, figure.first - _REACH), figure.first):
        return False
    if sense.never is not None and sense.never.match(chars, close, figure.end):
        return False
    if sense.ahead is not None:
        if not sense.ahead.match(chars, close, figure.end):
            return False
    elif not (sense.free and not spelt_time) and not known.boundary.match(chars, close, figure.end):
        if sense.kind == "duration":
            goes_on = _AND_MORE.match(chars, close, figure.end) is not None
        else:
            goes_on = sense.kind == "money" and chars[close - 1] >= "가" and figure.words[-1] not in _LAST_DIGITS
        if not goes_on:
            return False
    return sense.behind is None or sense.behind.search(chars, max(0, figure.first - _REACH), figure.first) is not None


def _in_bounds(value: Decimal, sense: Sense) -> bool:
    if (sense.least is not None and value < sense.least) or (sense.most is not None and value > sense.most):
        return False
    return sense.multiple is None or not value % sense.multiple


def _share(chars: str, found: list[Atom], atom: Atom) -> None:
    """Give bare numbers before `atom` its unit: "60만~75만원" keeps each scale, "2~3억", "3, 4, 5일" share it."""
    sense, at, following = atom.sense, len(found), atom
    if sense is None:
        if _RANGE.fullmatch(chars, found[-1].end, atom.start) and "." in chars[found[-1].start : found[-1].end]:
            found[-1] = found[-1]._replace(kind="md")
        return
    while at and found[at - 1].kind == "bare":
        bare = found[at - 1]
        link = _SHARED.fullmatch(chars, bare.end, following.start)
        if not link or bare.numeral is None or atom.numeral is None:
            return
        numeral = bare.numeral
        if _RANGE.fullmatch(link[0]) and numeral.value is not None and atom.numeral.value is not None:
            numeral = _scaled(numeral, atom.numeral)
        elif sense.kind not in {"time", "ordinal"}:
            return
        if sense.unit == "day" and numeral.value is not None and numeral.value % 1:
            found[at - 1] = bare._replace(kind="md")
            return
        found[at - 1] = following = bare._replace(kind="shared", numeral=numeral, sense=sense)
        at -= 1


def _scaled(numeral: Numeral, by: Numeral) -> Numeral:
    if numeral.scale != 1 or by.scale == 1 or numeral.value is None or by.value is None:
        return numeral
    return numeral._replace(value=numeral.value * by.scale) if numeral.value < by.value / by.scale else numeral
