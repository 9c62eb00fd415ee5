"""The lexicon's words for values, compiled once: what the scanner looks for and what may stand around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from sagwan.extract.values.tense import Cues, tense_cues
from sagwan.extract.values.zone import Zones, zones
from sagwan.korean.numeral import Numerals, numerals
from sagwan.lexicon.schema.value import Currency, Follower, Holiday, Modifier, TimeWord, Unit
from sagwan.lexicon.trie import either

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sagwan.lexicon import Lexicon

# Old moneys and metals have codes too; a year in the name or X as first letter marks them (XAU is gold).
# The unit of an entry whose words are each their own.
ITSELF = "*"
_TELLING = 3
# Roles whose words only follow a time; the walk itself never stops at them.
_TAILS = frozenset(("ago", "hence", "inside", "length", "lasting", "daily", "open", "note"))
_RETIRED = re.compile(r"[()\d]|^[^ ]+$")


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a unit's word and what it asks of its surroundings."""

    kind: str
    unit: str
    numerals: frozenset[str]
    ahead: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    spared: re.Pattern[str] | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    multiple: Decimal | None = None
    free: bool = False
    factor: Decimal = Decimal(1)
    id: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A time word or feast and what it asks of what follows."""

    entry: TimeWord | Holiday
    ahead: re.Pattern[str] | None
    never: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that the reader of values knows."""

    numerals: Numerals
    scan: re.Pattern[str]
    go_on: re.Pattern[str]
    units: Mapping[str, tuple[tuple[str, tuple[Sense, ...]], ...]]
    signs: Mapping[str, str]
    sign: re.Pattern[str]
    words: Mapping[str, tuple[Word, ...]]
    boundary: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    heads: tuple[str, ...]
    does: Mapping[str, str]
    nowon: re.Pattern[str]
    people: re.Pattern[str]
    teams: re.Pattern[str]
    moved: re.Pattern[str]
    base: re.Pattern[str]
    zones: Zones
    tense: Cues
    moved_by: re.Pattern[str]
    inside: re.Pattern[str]
    length: re.Pattern[str]
    lasting: re.Pattern[str]
    daily: re.Pattern[str]
    open: re.Pattern[str]
    event: re.Pattern[str]
    born: re.Pattern[str]
    aged: re.Pattern[str]
    wish: re.Pattern[str]
    paid: re.Pattern[str]
    names: Mapping[str, str]


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon."""
    known = numerals(lexicon)
    senses = _senses(lexicon)
    words = _words(lexicon)
    modifiers = lexicon.all(Modifier)
    signs = {sign: c.code for c in lexicon.all(Currency) for sign in c.signs}
    names = {w: s[0].unit for w, s in senses.items() if s[0].kind == "money" and s[0].factor == 1 and len(w) > 1}
    followers = either(w for f in lexicon.all(Follower) for w in f.words)
    days = _dotted_days(lexicon)
    return Vocabulary(
        numerals=known,
        scan=re.compile(_scan(known, senses, words, followers, r"(?<![가-힣])", days=days, glued=_glued(lexicon))),
        go_on=re.compile(_scan(known, senses, words, followers, "", days=days)),
        units=_by_first(senses),
        signs=signs,
        sign=re.compile(rf"(?<![A-Za-z])({either(signs)}) ?\Z"),
        words=words,
        boundary=re.compile(rf"(?![가-힣A-Za-z0-9])|{followers}"),
        before=_before(modifiers),
        after=_after(modifiers),
        heads=(
            "약",
            "총",
            "만",
            "제",
            "월",
            "당",
            "각",
            "전",
            *(w for w in words if len(w) > 1),
            *(m for x in modifiers for m in x.words),
        ),
        does={word: m.does for m in modifiers for word in m.words},
        nowon=re.compile(rf" ?(?:{_of(modifiers, 'nowon', 'after')})"),
        people=re.compile(rf"(?:{_of(modifiers, 'nowon', 'before')})[가-힣]? ?(?:약 ?)?\Z"),
        teams=re.compile(rf"(?:{_of(modifiers, 'teams', 'before')})[^.,\n]{{0,12}}\Z"),
        moved=re.compile(rf"(?P<up>{_of(modifiers, 'up')})|(?P<down>{_of(modifiers, 'down')})"),
        base=re.compile(
            rf"(?P<base>{_of(modifiers, 'base', 'before')})(?P<compare> ?(?:{_of(modifiers, 'compare', 'before')}))"
        ),
        moved_by=re.compile(rf" ?(?:(?P<ago>{_role(lexicon, 'ago')})|(?P<hence>{_role(lexicon, 'hence')}))"),
        inside=re.compile(rf" ?(?:{_role(lexicon, 'inside')})"),
        length=re.compile(rf" ?(?:{_role(lexicon, 'length')})"),
        lasting=re.compile(rf" (?:{_role(lexicon, 'lasting')})"),
        daily=re.compile(rf" ?(?:{_role(lexicon, 'daily')})(?! ?[초말])"),
        open=re.compile(
            " ?(?:"
            + "|".join(f"(?P<{t.value}>{either(t.words)})" for t in lexicon.all(TimeWord) if t.role == "open")
            + ")"
        ),
        event=re.compile(rf"(?:{_of(modifiers, 'event', 'before')})일? ?\Z"),
        born=re.compile(rf"(?:{_of(modifiers, 'born', 'before')}) ?(?:약 ?)?\Z"),
        aged=re.compile(rf" ?(?:{_of(modifiers, 'aged')})"),
        wish=re.compile(rf"(?:{_of(modifiers, 'wish', 'before')}) ?\Z"),
        paid=re.compile(rf"(?<![가-힣A-Za-z])({either(names)}) \Z"),
        names=names,
        tense=tense_cues(lexicon),
        zones=zones(lexicon),
    )


def _role(lexicon: Lexicon, role: str) -> str:
    """A pattern of all time words of a role, each with what must and must not follow it."""
    found = []
    for time in lexicon.all(TimeWord):
        if time.role == role:
            ahead = f"(?={'|'.join(time.followed)})" if time.followed else ""
            never = f"(?!{'|'.join(time.not_followed)})" if time.not_followed else ""
            found.append(f"(?:{either(time.words)}){ahead}{never}")
    return "|".join(found) or "(?!)"


def _of(modifiers: Iterable[Modifier], does: str, side: str = "after") -> str:
    return either(w for m in modifiers if m.does == does and m.side == side for w in m.words)


def _senses(lexicon: Lexicon) -> dict[str, tuple[Sense, ...]]:
    ranked: dict[str, list[tuple[int, Sense]]] = {}
    for unit in lexicon.all(Unit):
        for word in unit.words:
            ranked.setdefault(word, []).append((unit.rank, _sense(unit, word)))
    for currency in lexicon.all(Currency):
        sense = _money(currency)
        for word in currency.words + currency.signs:
            ranked.setdefault(word, []).append((5, sense))
    for code, name in Locale.parse("ko").currencies.items():
        if code[0] != "X" and not _RETIRED.search(name) and name not in ranked:
            official = Sense("money", code, frozenset(("digits", "sino")), free=True, id=f"currency.{code.lower()}")
            ranked[name] = [(5, official)]
            ranked.setdefault(name.replace(" ", ""), []).append((6, official))
    return {word: tuple(s for _, s in sorted(found, key=lambda f: f[0])) for word, found in ranked.items()}


def _sense(unit: Unit, word: str) -> Sense:
    return Sense(
        unit.kind,
        word if unit.unit == ITSELF else unit.unit,
        frozenset(unit.numerals),
        _any(unit.followed),
        _any(unit.not_followed),
        re.compile(rf"(?:{'|'.join(unit.preceded)})\s*\Z") if unit.preceded else None,
        re.compile(rf"(?:{'|'.join(unit.not_preceded)})\Z") if unit.not_preceded else None,
        Decimal(unit.least) if unit.least else None,
        Decimal(unit.most) if unit.most else None,
        Decimal(unit.multiple) if unit.multiple else None,
        unit.free or unit.kind in {"share", "time"},
        id=unit.id,
    )


def _money(currency: Currency) -> Sense:
    return Sense(
        "money",
        currency.code,
        frozenset(currency.numerals),
        never=_any(currency.not_followed),
        least=Decimal(currency.least) if currency.least else None,
        factor=Decimal("0.01") if currency.minor else Decimal(1),
        id=currency.id,
    )


def _any(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None


def _by_first(senses: dict[str, tuple[Sense, ...]]) -> dict[str, tuple[tuple[str, tuple[Sense, ...]], ...]]:
    found: dict[str, list[tuple[str, tuple[Sense, ...]]]] = {}
    for word in sorted(senses, key=len, reverse=True):
        found.setdefault(word[0], []).append((word, senses[word]))
    return {first: tuple(words) for first, words in found.items()}


def _words(lexicon: Lexicon) -> dict[str, tuple[Word, ...]]:
    words: dict[str, tuple[Word, ...]] = {}
    for time in lexicon.all(TimeWord):
        if time.role in _TAILS:
            continue
        word = Word(time, _any(time.followed), _any(time.not_followed))
        for form in time.words:
            words[form] = (*words.get(form, ()), word)
    for holiday in lexicon.all(Holiday):
        for form in holiday.words:
            words[form] = (*words.get(form, ()), Word(holiday, None, None))
    return words


def _glued(lexicon: Lexicon) -> tuple[str, ...]:
    """Words that count from the publication day and are long enough to be known without a blank before them."""
    shifts = (t for t in lexicon.all(TimeWord) if t.role == "shift")
    return tuple(w for t in shifts for w in t.words if len(w) >= _TELLING)


def _scan(
    known: Numerals,
    senses: dict[str, tuple[Sense, ...]],
    words: Iterable[str],
    followers: str,
    free: str,
    *,
    days: str,
    glued: tuple[str, ...] = (),
) -> str:

    def after(*numerals: str) -> str:
        return either(w for w, found in senses.items() if any(s.numerals.intersection(numerals) for s in found))

    units = after("sino", "sino1", "sino2", "round")
    # One look at the first character spares nine attempts at almost every place.
    numerals_too = (*known.natives, *known.tens, *known.spans, *known.several, *known.shares)
    # 회사는지난해: a blank left out behind the topic's particle.
    missed = rf"|(?<=[은는]){either(glued)}" if glued else ""
    gate = r"(?:(?<![가-힣].)|(?<=[은는스].))" if free else ""
    firsts = "".join(sorted({w[0] for w in (*words, *numerals_too)}))
    return (
        rf"(?=[\d+h.]|[{firsts}{known.sino_class}백]{gate})(?:"
        r"(?P<skip>https?://\S+|\+\d{1,3} ?[\d-]{6,}|(?<!\d)\d{2,4}-\d{3,4}-\d{4}(?!\d))"
        rf"|(?P<word>{free}{either(words)}{missed})"
        r"|(?P<ymd>(?<![\d.])(?:\d{4}(?:[-/]\d{1,2}[-/]\d{1,2}|\. ?\d{1,2}\. ?\d{1,2})"
        r"|\d{1,2}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{4}"
        r"|\d{2}/\d{2}/\d{2})(?![\d]))"
        r"|(?P<clock>(?<![\d:])\d{1,2}(?::\d{2}(?::\d{2})?(?![\d:])(?: ?[AaPp]\.?[Mm]\b)?| ?[AaPp]\.?[Mm]\b))"
        r"|(?P<dots>(?<![\d.A-Za-z])\d+(?:\.\d+){2,})"
        r"|(?P<slash>(?<![\d/A-Za-z])\d{1,4}/\d{1,4}(?![\d/]|분기))"
        rf"|(?P<md>{days})"
        rf"|(?P<num>(?<![A-Za-z\d])(?<![A-Za-z]-){known.written})"
        rf"|(?P<native>{free}{known.native})(?= ?{after('native', 'native1')})"
        rf"|(?P<counted>{free}(?:{known.counted}))"
        rf"|(?P<half>{free}(?:{either(known.shares)})|{free}반(?=이 넘|을 넘| 이상| 이하|도 안|도 채))"
        rf"|(?P<sino>(?:{free}|(?<=너스)|(?<=너스 )|(?<=나스)|(?<=나스 )|(?<=음수 ))(?>{known.sino})"
        rf"(?:(?= ?(?:{units}|분의)|[과와] (?:{known.sino}) ?분의)"
        rf"|(?:(?<=[{known.sino_class}]{{2}})|(?<=[스수].)|(?<=[스수] .))"
        rf"(?=(?:{followers})?(?![가-힣A-Za-z0-9])|[과와] ))))"
    )


def _dotted_days(lexicon: Lexicon) -> str:
    """5.10일 is the tenth of May, unless a length is told (5.10일간, 약 5.10일); so is 6.1일 only in brackets or
    before its weekday. 6·1일 is the first of June, since a list of days ascends: 6·7일.
    """
    descending = either(f"{month}{dot}{day}일" for month in range(2, 13) for day in range(1, month) for dot in "·ㆍ")
    dotted = r"(?:0?[1-9]|1[0-2])\.(?:0[1-9]|[12]\d|3[01])일"
    brief = r"(?:[1-9]|1[0-2])\.[1-9]일"
    lone = rf"(?<=\(){brief}(?=\))|{brief}(?= ?\([월화수목금토일]\))"
    modifiers = lexicon.all(Modifier)
    about = (word for m in modifiers if m.side == "before" and m.does == "about" for word in m.words)
    told = "".join(f"(?<!{word} )" for word in about)
    lasting = [_role(lexicon, role) for role in ("inside", "length", "ago", "hence")]
    bounds = [_of(modifiers, does) for does in ("from", "above", "to", "below")]
    dotted = rf"{told}{dotted}(?! ?(?:{'|'.join(lasting + bounds)}))"
    return rf"(?<![\d.·ㆍ])(?:{descending}|{dotted}|{lone})"


_JOSA = "의에로를가는은이도와인"


def _before(modifiers: Iterable[Modifier]) -> re.Pattern[str]:
    def of(*does: str) -> str:
        return either(w for m in modifiers if m.does in does and m.side == "before" for w in m.words)

    return re.compile(
        rf"(?:(?P<per>[가-힣A-Za-z0-9.㎡]{{1,5}})당 ?)?(?:(?P<about>{of('about')}) ?)?"
        rf"(?:(?P<limit>{of('limit', 'floor')}) ?)?"
        rf"(?P<scale>(?:{of('celsius', 'fahrenheit', 'hourly', 'secondly')}) ?)?"
        rf"(?P<sign>(?:{of('minus', 'plus')}) ?|(?<![\d가-힣A-Za-z)%])(?<!\d )[-−]"
        r"|(?<![\d가-힣A-Za-z)%] )(?<![\d가-힣A-Za-z)%])[-−] )?\Z"
    )


def _after(modifiers: Iterable[Modifier]) -> re.Pattern[str]:
    bounds = either(
        w for m in modifiers if m.does in {"from", "above", "to", "below"} and m.side == "after" for w in m.words
    )
    return re.compile(
        rf"(?P<bucket>{_of(modifiers, 'bucket')}(?=[{_JOSA}]? |[{_JOSA}]?[^가-힣]|에서|까지|로|$))?"
        rf"(?P<bound> ?(?:{bounds})(?!한|라|과|오|준))?(?P<about> ?(?:{_of(modifiers, 'about')})(?![찰기북상제고]))?"
    )
