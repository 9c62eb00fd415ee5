"""One controlled change of a content: its polarity, an opposite word, a number in it, or a name in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from sagwan.extract.values import read_values_in
from sagwan.items.wording import opposites
from sagwan.items.write.ending import clause, denied
from sagwan.korean.inflection import attach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from sagwan.items.write.ending import Clause
    from sagwan.korean.kiwi import Analyser, Morpheme
    from sagwan.lexicon import Lexicon

_PAIRS = ("은/는", "이/가", "을/를", "과/와", "으로/로", "이나/나", "이라는/라는", "이라고/라고", "이랑/랑")
_CHANGING = {form: pair for pair in _PAIRS for form in pair.split("/")}
_CONSTANT = ("의", "에", "에서", "에게", "에게서", "도", "만", "까지", "부터", "보다", "조차", "처럼")
_COUNTED = frozenset({"count", "measure"})
# What may stand before a whole name: nothing, or a word that ends in a particle or an ending (not "리드 호프먼").
_BOUNDARY = re.compile(r"(?:^|[은는이가을를의에서와과로고며도만한된인할던]\s|,\s)$")
# Between which numbers a month and a day lie; a year stays near.
_CALENDAR = {"월": (Decimal(1), Decimal(12)), "일": (Decimal(1), Decimal(28)), "년": (None, None)}
# Endings that join clauses side by side: a denial at the end leaves open how far back it reaches.
_SIDE_BY_SIDE = frozenset({"고", "며", "으며", "면서", "으면서", "지만", "는데", "ᆫ데", "은데", "나", "으나", "거나"})


def contrary(said: Clause, analyser: Analyser) -> Clause | None:
    """The opposite polarity, read back to be sure that it is a clause of its own."""
    turned = denied(said, analyser)
    if turned is None or _joined(said.plain(analyser), analyser):
        return None
    again = clause(turned.plain(analyser), analyser)
    return turned if again is not None and turned.plain(analyser) != said.plain(analyser) else None


def _joined(words: str, analyser: Analyser) -> bool:
    """Whether clauses stand side by side in it; an auxiliary (하고 있다) makes no second clause."""
    (morphemes,) = analyser.analyse([(words, 0)])
    return any(
        m.tag == "EC" and m.form in _SIDE_BY_SIDE and not after.tag.startswith("VX") for m, after in pairwise(morphemes)
    )


def opposite(words: str, analyser: Analyser, lexicon: Lexicon) -> str | None:
    """The words with the last of them that has an opposite turned: 매출이 늘었다 → 매출이 줄었다."""
    (morphemes,) = analyser.analyse([(words, 0)])
    known = opposites(lexicon)
    for n in reversed(range(len(morphemes) - 1)):
        one, after = morphemes[n], morphemes[n + 1]
        other = known.get((one.form, one.tag[0]))
        if other is None or (n and one.start < morphemes[n - 1].end) or (n and morphemes[n - 1].tag == "XPN"):
            continue
        verbal = after.tag.startswith("XSV") and n + 2 < len(morphemes)
        if (morphemes[n + 2] if verbal else after).tag == "ETM":
            continue  # 적은 손님이, 완화한 방식을: said of a noun the other word is odd
        if one.tag.startswith("V"):
            return _inflected(words, morphemes, n, other, analyser)
        if after.tag.startswith("XSV"):
            return words[: one.start] + other + words[one.end :]
    return None


def _inflected(words: str, morphemes: tuple[Morpheme, ...], n: int, other: str, analyser: Analyser) -> str:
    """The word with another stem under the same endings."""
    stop = words.find(" ", morphemes[n].start)
    stop = stop if stop >= 0 else len(words)
    rest = [(m.form, m.tag) for m in morphemes[n + 1 :] if m.start < stop]
    return words[: morphemes[n].start] + analyser.join([(other, morphemes[n].tag.split("-")[0]), *rest]) + words[stop:]


Limits = Mapping[str, tuple[Decimal, Decimal]]


def other_number(words: str, rng: Random, limits: Limits = MappingProxyType({})) -> str | None:
    """The words with one number changed, of the same length and roundness.

    `limits`: by its unit, between which numbers it must lie (there is no 22번 홀).
    """
    places = list(_numbers(words))
    if not places:
        return None
    start, end = rng.choice(places)
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", words[start:end])
    if digits is None:
        return None
    behind = words[start + digits.end() : end]
    kind = next((unit for unit in _CALENDAR if behind.startswith(unit)), None)
    least, most = limits.get(behind.strip(), _CALENDAR.get(kind or "", (None, None)))
    new = _nudged(digits[0], rng, year=kind == "년", least=least, most=most)
    return words[: start + digits.start()] + new + words[start + digits.end() :] if new else None


def _numbers(words: str) -> Iterator[tuple[int, int]]:
    values = read_values_in(words)
    exact = [
        *(m.span for m in values.money if m.amount.value is not None),
        *(s.span for s in values.shares if s.amount.value is not None),
        *(c.span for c in values.counts if c.amount.value is not None and c.kind in _COUNTED and c.unit),
        *(t.span for t in values.times if t.type.value in ("date", "duration") and t.part_of is None),
    ]
    for span in exact:
        if re.search(r"\d", words[span.start : span.end]):
            yield span.start, span.end


def other_values(words: str, rng: Random, count: int, limits: Limits = MappingProxyType({})) -> tuple[str, ...]:
    """So many different values near the one that the words write, none equal to it."""
    found: list[str] = []
    for _ in range(count * 12):
        new = other_number(words, rng, limits)
        if new is not None and new not in found:
            found.append(new)
        if len(found) == count:
            break
    return tuple(found)


def _nudged(digits: str, rng: Random, *, year: bool, least: Decimal | None, most: Decimal | None) -> str | None:
    """A number of the same length and roundness, a fifth to a half away."""
    whole, _, part = digits.replace(",", "").partition(".")
    scale = 10 ** len(part)
    n = int(whole + part)
    step = next(s for s in (1000, 100, 10, 1) if n % s == 0) if n and not year else 1
    reach = 6 if year else max(3, n // (2 * step))
    options = [n + sign * k * step for k in range(max(1, reach // 3), reach + 1) for sign in (1, -1)]
    fit = [
        o
        for o in options
        if (not part or o % 10) and o > (not part) and len(str(o)) == len(str(n)) and _between(o, scale, least, most)
    ]
    if not fit:
        return None
    new = rng.choice(fit)
    whole_new, rest = divmod(new, scale)
    written = f"{whole_new:,}" if "," in digits else str(whole_new)
    return f"{written}.{rest:0{len(part)}d}" if part else written


def _between(n: int, scale: int, least: Decimal | None, most: Decimal | None) -> bool:
    return (least is None or least * scale <= n) and (most is None or n <= most * scale)


def other_name(words: str, old: str, new: str, *, titled: bool = False) -> str | None:
    """`old` replaced by `new`, the particle behind it in the form that `new` asks for.

    `titled`: a noun right behind the name may be its title, which another does not hold.
    """
    found = re.search(rf"(?<![가-힣A-Za-z0-9]){re.escape(old)}(?P<tail>[가-힣]*)(?=[\s,]|$)", words)
    if not found or words.count(old) != 1 or not _BOUNDARY.search(words[: found.start()]):
        return None
    tail = found["tail"]
    if tail in _CHANGING:
        written = attach(new, _CHANGING[tail])
        if "(" in written:
            return None
    elif tail in _CONSTANT or (not tail and not titled):
        written = new + tail
    else:
        return None
    return words[: found.start()] + written + words[found.end() :]
