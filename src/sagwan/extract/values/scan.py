"""One walk over the characters: numbers with their units, and the words of time, in text order."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from sagwan.korean.numeral import Numeral
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
_GIVEN_BACK = re.compile(r"(?: [^ ]*|[^\d ]| ?\d[\d,.]*)\Z")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SHARED = re.compile(r" ?[~∼～〜–—-] ?|, ?|·|ㆍ|와 |과 |에서 |부터 | 또는 ")
_RANGE = re.compile(r" ?[~∼～〜–—-] ?")
_MORE = re.compile(r" ?여(?= ?[가-힣A-Za-z%㎡])")


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


def scan(chars: str, start: int, end: int, known: Vocabulary) -> list[Atom]:
    """The atoms of `chars[start:end]`. They never overlap: the leftmost wins, and there the longest."""
    found: list[Atom] = []
    search, at = known.scan.search, start
    while at < end:
        m = search(chars, at, end)
        if m is None:
            break
        kind, first, last = m.lastgroup, m.start(), m.end()
        if kind == "word":
            atom = _word(chars, first, last, end, known)
        elif kind in {"num", "native", "sino"}:
            atom = _counted(chars, first, last, end, known, kind)
        else:
            atom = Atom(first, last, kind or "skip")
        if atom is None:
            at = first + 1 if kind != "num" else last
            continue
        if atom.sense is not None and found and found[-1].kind == "bare":
            _share(chars, found, atom)
        if atom.kind != "skip":
            found.append(atom)
        at = atom.end
    return found


def _word(chars: str, first: int, last: int, end: int, known: Vocabulary) -> Atom | None:
    while last > first:
        for word in known.words.get(chars[first:last], ()):
            if (word.never is None or not word.never.match(chars, last, end)) and (
                word.ahead is None or word.ahead.match(chars, last, end)
            ):
                return Atom(first, last, "word", last, entry=word.entry)
        last -= 1
    return None


def _counted(chars: str, first: int, last: int, end: int, known: Vocabulary, kind: str) -> Atom | None:
    """The number at `first` with its unit, or bare. A last part that belongs to the next word is given back:
    "2경기" is two games, "6억 2025년" a sum and a year.
    """
    while last > first:
        words = chars[first:last]
        numeral = Numeral(Decimal(words)) if _DIGITS.fullmatch(words) else known.numerals.read(words)
        more = _MORE.match(chars, last, end)
        at = more.end() if more else last
        found = _unit(chars, Figure(first, last, at, end, kind, words, numeral), known) if numeral else None
        if found and not (" " in words and found[1].kind == "time"):
            return Atom(first, found[0], "unit", last, numeral, found[1], more=bool(more))
        if kind != "num":
            return None
        if not found and numeral and (words[-1].isdigit() or known.boundary.match(chars, last, end)):
            return Atom(first, last, "bare", last, numeral)
        last = first + len(_GIVEN_BACK.sub("", words, count=1))
    return Atom(first, first + 1, "skip")


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
        at += 1
    if at >= end:
        return None
    asked = _asked(figure, blank)
    for word, senses in known.units.get(chars[at], ()):
        if chars.startswith(word, at):
            for sense in senses:
                close = at + len(word)
                if close <= end and asked & sense.numerals and _fits(chars, figure, close, sense, known):
                    return close, sense
    return None


def _asked(figure: Figure, blank: bool) -> frozenset[str]:
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


def _fits(chars: str, figure: Figure, close: int, sense: Sense, known: Vocabulary) -> bool:
    value = figure.numeral.value if figure.numeral.value is not None else figure.numeral.low
    if value is not None and (
        (sense.least is not None and value < sense.least) or (sense.most is not None and value > sense.most)
    ):
        return False
    if sense.never is not None and sense.never.match(chars, close, figure.end):
        return False
    if sense.ahead is not None:
        if not sense.ahead.match(chars, close, figure.end):
            return False
    elif not sense.free and not known.boundary.match(chars, close, figure.end):
        return sense.kind == "money" and chars[close - 1] >= "가" and figure.words[-1] not in _LAST_DIGITS
    if sense.behind:
        before = chars[max(0, figure.first - 12) : figure.first].rstrip()
        return before.endswith(sense.behind)
    return True


def _share(chars: str, found: list[Atom], atom: Atom) -> None:
    """Give bare numbers before `atom` its unit: "60만~75만원" keeps each scale, "2~3억", "3, 4, 5일" share it."""
    at = len(found)
    following = atom
    while at and found[at - 1].kind == "bare":
        bare = found[at - 1]
        link = _SHARED.fullmatch(chars, bare.end, following.start)
        if not link or bare.numeral is None or atom.numeral is None:
            return
        numeral = bare.numeral
        if _RANGE.fullmatch(link[0]) and numeral.value is not None and atom.numeral.value is not None:
            numeral = _scaled(numeral, atom.numeral)
        elif atom.sense is None or atom.sense.kind not in {"time", "ordinal"}:
            return
        found[at - 1] = following = bare._replace(kind="shared", numeral=numeral, sense=atom.sense)
        at -= 1


def _scaled(numeral: Numeral, by: Numeral) -> Numeral:
    if numeral.scale != 1 or by.scale == 1 or numeral.value is None or by.value is None:
        return numeral
    return numeral._replace(value=numeral.value * by.scale) if numeral.value < by.value / by.scale else numeral
