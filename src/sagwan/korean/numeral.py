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
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")


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
    token: re.Pattern[str]
    written: str
    sino: str
    native: str

    def read(self, words: str) -> Numeral | None:
        """What the whole of `words` comes to; None where it is no well-formed numeral (십백, 5천 2000)."""
        if len(words) > LONGEST:
            return None
        if _PLAIN.fullmatch(words):
            return Numeral(Decimal(words))
        if words[0] in self.natives or words[:2] in self.tens or words[0] in self.tens or words in self.spans:
            return self._native(words)
        if any(word in words for word in self.several):
            return self._several(words)
        return self._mixed(words)

    def _several(self, words: str) -> Numeral | None:
        low, high = self._mixed(words, 1), self._mixed(words, 10)
        if low is None or high is None or not any(word in self.units for word in words):
            return None
        return Numeral(None, low.value, high.value, low.scale, open=True)

    def _native(self, words: str) -> Numeral | None:
        bare = words.replace(" ", "")
        if bare in self.spans:
            span = self.spans[bare]
            return Numeral(None, Decimal(span.value), Decimal(span.high or span.value))
        for length in (2, 1):
            ten = self.tens.get(bare[:length])
            if ten:
                one = self.natives.get(bare[length:])
                return Numeral(Decimal(ten.value) + Decimal(one.value if one else 0))
        one = self.natives.get(bare)
        return Numeral(Decimal(one.value)) if one else None

    def _mixed(self, words: str, several: int = 1) -> Numeral | None:
        total, section, scale = _ZERO, _ZERO, _ONE
        now: Decimal | None = None
        last_small, last_myriad = Decimal(10**4), _HIGHEST
        for token in self.token.findall(words):
            unit = self.units.get(token)
            if unit is None:
                if token in "점쩜":
                    return Numeral(self._decimals(total + section + (now or _ZERO), words))
                digit = self.digits.get(token)
                if digit is None:
                    now = Decimal(several) if token in self.several else _number(token)
                else:
                    now = Decimal(digit) if now is None else now * 10 + digit
                scale = _ONE
            elif unit < 10**4:
                if unit >= last_small:
                    return None
                section += unit if now is None else now * unit
                now, last_small, scale = None, unit, scale * unit
            else:
                section += now if now is not None else (_ZERO if section else _ONE)
                if unit >= last_myriad or section * unit >= last_myriad:
                    return None
                total, section, now = _EXACT.add(total, _EXACT.multiply(section, unit)), _ZERO, None
                last_small, last_myriad, scale = Decimal(10**4), unit, scale * unit
        if now is not None and now >= min(last_small, last_myriad) and (section or total):
            return None
        return Numeral(_EXACT.add(total, section + (now or _ZERO)), scale=scale)

    def _decimals(self, value: Decimal, words: str) -> Decimal:
        after = re.split("[점쩜] ?", words, maxsplit=1)[1]
        return value + Decimal("0." + "".join(str(self.digits[c]) for c in after if c in self.digits))


def _number(token: str) -> Decimal:
    return Decimal(token.replace(",", "").replace("，", "").replace("．", ".").replace(" ", ""))


@cache
def numerals(lexicon: Lexicon) -> Numerals:
    """The numerals of a lexicon; compiled once."""
    kinds: dict[str, dict[str, NumeralWord]] = {}
    for entry in lexicon.all(NumeralWord):
        kinds.setdefault(entry.kind, {}).update(dict.fromkeys(entry.words, entry))
    digit, small, myriad = (_class(kinds.get(k, {})) for k in ("digit", "small", "myriad"))
    some = "|".join(kinds.get("several", {}))
    plain = r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:[.．]\d+)?|\d+(?:[.．]\d+)?|[.]\d+"
    unit = rf"(?:[{small}]?[{myriad}]|[{small}])"
    one = r"\d{1,3}(?:[,，]\d{3})+(?!\d)|\d{1,8}(?:[.．]\d+)?"
    ones, tens = _either(kinds.get("native", {})), _either(kinds.get("tens", {}))
    return Numerals(
        digits={w: int(e.value) for w, e in kinds.get("digit", {}).items()},
        units={w: Decimal(e.value) for k in ("small", "myriad") for w, e in kinds.get(k, {}).items()},
        natives=kinds.get("native", {}),
        tens=kinds.get("tens", {}),
        spans=kinds.get("span", {}),
        several=kinds.get("several", {}),
        token=re.compile(rf"{plain}|[{digit}]|[{small}]|[{myriad}]|(?:{some})|[점쩜]"),
        written=rf"(?:{plain})(?:(?: (?=[{myriad}](?![가-힣])|[{small}]?[{myriad}][ \d]))?{unit}"
        rf"(?:[{digit}](?=[{small}])| ?(?:{one})(?![\d.,]*[-~/:]))?)*",
        sino=rf"(?:{some})?[{digit}{small}{myriad}](?:[{digit}{small}{myriad}]|(?:{some})(?=[{small}{myriad}]))*"
        rf"(?: ?[점쩜] ?[{digit}]+)?",
        native=rf"(?:{_either(kinds.get('span', {}))}|(?:{tens}) ?(?:{ones})|{tens}|{ones})",
    )


def _class(words: Iterable[str]) -> str:
    return "".join(words)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
