"""Numerals in every mix of digits and words: 143조800억, 1만 1천590, 이천오백, 스물다섯, 수백억."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sagwan.lexicon.schema.value import NumeralWord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.lexicon import Lexicon

# Newspapers stop at 경 (10^16). A longer row of digits is a number of an account or a page, not an amount.
LONGEST = 40
_EXACT = Context(prec=2 * LONGEST)
_ZERO, _ONE, _HIGHEST = Decimal(0), Decimal(1), Decimal("1E20")
_COPULA = tuple("다며고었라지")
_POWER = re.compile(r"\^(?P<n>[+-]{0,2}\d{1,2})(?!\d)|[eE](?P<e>[+-]?\d{1,2})(?!\d)")
_YEAR = 4
# 만 counts by itself; 억, 조 and 경 want a number before them (조 단위, 경영).
_LONE = 10**4
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
# Blanks that group the digits of a number (ISO 80000-1): the plain one, no-break, thin and narrow no-break.
_GROUPING = " \u00a0\u2009\u202f"
_MARKS = str.maketrans({"，": None, ",": None, "．": ".", **dict.fromkeys(_GROUPING)})


class Numeral(NamedTuple):
    """A number as written. `value` is None where the words give a range only (수백억: `low` 100억, `high` 1000억).

    `scale` is the unit that the last group is counted in (2.5억: 10^8, 3천500만: 10^4, 1,234: 1): in "2~3억" the
    first number shares it. `open`: `high` itself is out (수백억 stays under 1000억, 두세 does not stay under 3).
    """

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = _ONE
    open: bool = False


@dataclass(frozen=True, slots=True)
class Numerals:
    """The numeral words of a lexicon: patterns that find numerals, and what each comes to."""

    digits: dict[str, int]
    units: dict[str, Decimal]
    natives: dict[str, NumeralWord]
    tens: dict[str, NumeralWord]
    spans: dict[str, NumeralWord]
    several: dict[str, NumeralWord]
    piece: re.Pattern[str]
    written: str
    sino: str
    native: str
    lone: re.Pattern[str]
    fraction: re.Pattern[str]
    minus: str
    sino_class: str
    shares: dict[str, Decimal]
    counted: str

    def read(self, words: str) -> Numeral | None:
        """What the whole of `words` comes to; None where it is no well-formed numeral (십백, 5천 2000)."""
        if not words or len(words) > LONGEST:
            return None
        if _PLAIN.fullmatch(words):
            return Numeral(Decimal(words))
        head = words[1:] if words[0] == "백" else words
        if words in self.spans or head[:2] in self.tens or head[:1] in self.tens or head in self.natives:
            return self._native(words)
        if len(words) > 1 and all(word in self.digits for word in words):
            return self._spoken(words)
        if any(word in words for word in self.several):
            return self._several(words)
        return self._mixed(words)

    def power(self, base: Decimal, words: str) -> tuple[int, Decimal] | None:
        """What "^-1" or "e+14" behind a number makes of it: how many characters it takes, and the result."""
        found = _POWER.match(words)
        if not found:
            return None
        exponent = int(found["e"] or found["n"].replace("--", "").replace("-+", "-").replace("+-", "-"))
        if found["e"]:
            return found.end(), _EXACT.multiply(base, Decimal(10) ** exponent)
        return (found.end(), _EXACT.power(base, exponent)) if base else None

    def alone(self, words: str) -> Numeral | None:
        """A numeral in Hangul that is one without a unit behind it: 삼십, 오백칠십구; not 이천, a town, nor 이사."""
        return self.read(words) if self.lone.fullmatch(words) else None

    def part(self, below: Numeral | None, words: str) -> tuple[int, Numeral] | None:
        """What "분의 2" behind a number makes of it: how many characters it takes, and the fraction."""
        found = self.fraction.match(words)
        if not found:
            return None
        # 만 and 이 behind a top are particles ("일만큼", "일이다"): nobody writes a ten-thousand there.
        said = found["top"]
        if len(said) > 1 and (
            said[-1] in "만조" or (said[-1] == "이" and words[found.end() : found.end() + 1] in _COPULA)
        ):
            said = said[:-1]
        top = self.read(said)
        if not top or not below or top.value is None or not below.value:
            return None
        value = top.value / below.value
        return found.start("top") + len(said), Numeral(-value if found["minus"] else value)

    def _several(self, words: str) -> Numeral | None:
        low, high = self._mixed(words, 1), self._mixed(words, 10)
        if low is None or high is None or not any(word in self.units for word in words):
            return None
        return Numeral(None, low.value, high.value, low.scale, open=True)

    def _spoken(self, words: str) -> Numeral | None:
        """Digits read out one by one: 이공이오 is a year; 이삼 is two or three; 이사 is no number."""
        values = [self.digits[word] for word in words]
        if len(words) == _YEAR:
            return Numeral(Decimal("".join(map(str, values))))
        if len(words) == len("이삼") and 0 < values[0] == values[1] - 1:
            return Numeral(None, Decimal(values[0]), Decimal(values[1]))
        return None

    def _native(self, words: str) -> Numeral | None:
        bare = words.replace(" ", "")
        if bare in self.spans:
            span = self.spans[bare]
            return Numeral(None, Decimal(span.value), Decimal(span.high or span.value))
        hundred = Decimal(100 if bare[0] == "백" else 0)
        bare = bare[1:] if hundred else bare
        for length in (2, 1):
            ten = self.tens.get(bare[:length])
            if ten:
                one = self.natives.get(bare[length:])
                if bare[length:] and one is None:
                    return None
                return Numeral(hundred + Decimal(ten.value) + Decimal(one.value if one else 0))
        one = self.natives.get(bare)
        return Numeral(hundred + Decimal(one.value)) if one else None

    def _mixed(self, words: str, several: int = 1) -> Numeral | None:  # noqa: C901, PLR0911, PLR0912  one pass
        total, section, scale = _ZERO, _ZERO, _ONE
        now: Decimal | None = None
        last_small, last_myriad = Decimal(10**4), _HIGHEST
        pieces = self.piece.findall(words)
        if sum(map(len, pieces)) != len(words) - words.count(" ") + sum(p.count(" ") for p in pieces):
            return None
        for piece in pieces:
            unit = self.units.get(piece)
            if unit is None:
                if piece in "점쩜":
                    return Numeral(self._decimals(total + section + (now or _ZERO), words))
                digit = self.digits.get(piece)
                if digit is None:
                    if now is not None:
                        return None
                    now = Decimal(several) if piece in self.several else _number(piece)
                else:
                    if now is not None or (digit == 0 and len(words) > 1 and words[1] not in "점쩜 "):
                        return None
                    now = Decimal(digit)
                scale = _ONE
            elif unit < 10**4:
                if unit >= last_small:
                    return None
                section += unit if now is None else now * unit
                now, last_small, scale = None, unit, scale * unit
            else:
                section += now if now is not None else (_ZERO if section else _ONE)
                if (
                    unit >= last_myriad
                    or section * unit >= last_myriad
                    or (unit > _LONE and not total and piece == words[0])
                ):
                    return None
                total, section, now = _EXACT.add(total, _EXACT.multiply(section, unit)), _ZERO, None
                last_small, last_myriad, scale = Decimal(10**4), unit, scale * unit
        limit = min(last_small, last_myriad)
        if now is not None and (section or total) and (now > limit or (now == limit and several == 1)):
            return None
        return Numeral(_EXACT.add(total, section + (now or _ZERO)), scale=scale)

    def _decimals(self, value: Decimal, words: str) -> Decimal:
        after = re.split("[점쩜] ?", words, maxsplit=1)[1]
        return value + Decimal("0." + "".join(str(self.digits[c]) for c in after if c in self.digits))


def _number(piece: str) -> Decimal:
    return Decimal(piece.translate(_MARKS))


@cache
def numerals(lexicon: Lexicon) -> Numerals:
    """The numerals of a lexicon; compiled once."""
    kinds: dict[str, dict[str, NumeralWord]] = {}
    for entry in lexicon.all(NumeralWord):
        kinds.setdefault(entry.kind, {}).update(dict.fromkeys(entry.words, entry))
    digit, small, myriad = (_class(kinds.get(k, {})) for k in ("digit", "small", "myriad"))
    some, minus = "|".join(kinds.get("several", {})), _either(kinds.get("minus", {}))
    plain = (
        rf"\d{{1,3}}(?:[{_GROUPING}]\d{{3}}){{2,}}(?!\d)(?:[.．]\d+)?"
        rf"|\d{{1,3}}[{_GROUPING}]000(?!\d)"
        r"|\d{1,3}(?:[,，]\d{3})+(?!\d)(?:[.．]\d+)?"
        r"|\d+(?:[.．]\d+)?|(?<![^\s(<>=≤≥])[.]\d+"
    )
    unit = rf"(?:[{small}]?[{myriad}]|[{small}])"
    one = r"\d{1,3}(?:[,，]\d{3})+(?!\d)|\d{1,8}(?:[.．]\d+)?"
    ones, tens = _either(kinds.get("native", {})), _either(kinds.get("tens", {}))
    run = rf"(?:[{digit}{small}{myriad}]|(?:{some})(?=[{small}{myriad}]))*"
    more = rf"(?: (?=[{digit}{small}{myriad}]*[{small}{myriad}])[{digit}{small}{myriad}]{{2,}})*"
    sino = (
        rf"(?:{some})?[{digit}{small}{myriad}]{run}(?:(?<=[{small}{myriad}]){more})?"
        rf"(?: ?[점쩜] ?[{digit}]+)?"
    )
    written = (
        rf"(?:{plain})(?:(?: (?=[{myriad}](?![가-힣])|[{small}]?[{myriad}][ \d]|[{small}] ?\d))?{unit}"
        rf"(?:[{digit}](?=[{small}])| ?(?:{one})(?![\d.,]*[-~/:]))?)*"
    )
    return Numerals(
        digits={w: int(e.value) for w, e in kinds.get("digit", {}).items()},
        units={w: Decimal(e.value) for k in ("small", "myriad") for w, e in kinds.get(k, {}).items()},
        natives=kinds.get("native", {}),
        tens=kinds.get("tens", {}),
        spans=kinds.get("span", {}),
        several=kinds.get("several", {}),
        piece=re.compile(rf"{plain}|[{digit}]|[{small}]|[{myriad}]|(?:{some})|[점쩜]"),
        written=written,
        sino=sino,
        native=rf"(?:{_either(kinds.get('span', {}))}|백?(?:{tens}) ?(?:{ones})|백?(?:{tens})|{ones})",
        lone=re.compile(
            rf"[{digit}]?십[{digit}]?(?<=..)|[십백천][만억조]|[백천][삼오육칠팔]|(?:{some})[십백천]"
            rf"|(?=[{digit}{small}{myriad}]*[{small}{myriad}])(?:{some})?[{digit}{small}{myriad}]{{3,}}"
        ),
        fraction=re.compile(rf" ?분의 ?(?P<minus>(?:{minus}) ?)?(?P<top>(?:{plain})(?:{unit})?|{sino})"),
        minus=minus,
        sino_class=digit + small + myriad,
        shares={w: Decimal(e.value) for w, e in kinds.get("share", {}).items()},
        counted=_counted(kinds),
    )


def _counted(kinds: dict[str, dict[str, NumeralWord]]) -> str:
    """Native numerals that count by themselves: 셋이, 서른을, 스물다섯은."""
    after: dict[tuple[str, ...], list[str]] = {}
    for kind in ("native", "tens"):
        for word, entry in kinds.get(kind, {}).items():
            if entry.alone:
                after.setdefault(entry.alone, []).append(word)
    tens = _either(kinds.get("tens", {}))
    found = (rf"(?:{tens})?(?:{_either(words)})(?={'|'.join(alone)})" for alone, words in after.items())
    return "|".join(found) or "(?!)"


def _class(words: Iterable[str]) -> str:
    return "".join(words)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
