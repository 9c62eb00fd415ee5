"""The lexicon's words for page parts, made ready for matching: once for each lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sagwan.lexicon import Lexicon
from sagwan.lexicon.schema.layout import Credit, Furniture, Markup, Press, Section, Sky, Stamp, Tail, Writer
from sagwan.lexicon.schema.name import Known, Syllables
from sagwan.lexicon.schema.outlet import Outlet

_CREDITS = ("work", "giver", "mark", "owner", "rider")
# Names of two letters (AP, FT) stand inside other words.
_SHORT = 2
NAME = r"[가-힣]{2,4}"
# As few names as the title behind them leaves over: "한서린 기상캐스터" is one writer.
NAMES = rf"{NAME}(?:\s?[,·ㆍ‧・/&]\s?{NAME}|\s{NAME})*?"
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Patterns and tables by which lines are told apart; one for each lexicon, so it is known by its identity."""

    line: dict[str, Furniture]
    start: tuple[tuple[re.Pattern[str], Furniture], ...]
    anywhere: tuple[tuple[re.Pattern[str], Furniture], ...]
    counted: tuple[tuple[re.Pattern[str], Furniture], ...]
    stamp: re.Pattern[str]
    modified: frozenset[str]
    staff: str
    guest: str
    rank: str
    farewell: str
    task: str
    surnames: frozenset[str]
    places: frozenset[str]
    desks: frozenset[str]
    credit_line: re.Pattern[str]
    credit_inside: re.Pattern[str]
    credit_end: re.Pattern[str]
    skies: str
    weather_sources: frozenset[str]
    sections: frozenset[str]
    press: re.Pattern[str]
    carries: re.Pattern[str]
    outlets: dict[str, str]
    wires: frozenset[str]
    outlet_written: str
    outlet_named: re.Pattern[str]
    domains: dict[str, str]
    body_names: frozenset[str]
    markup: dict[str, str]


@cache
def cues_of(lexicon: Lexicon) -> Cues:
    """The cues of a lexicon; kept, since building them costs some milliseconds."""
    furniture = lexicon.all(Furniture)
    outlets = lexicon.all(Outlet)
    named = {tight(n): o.name for o in outlets for n in (o.name, *o.aliases)}
    stamps = lexicon.all(Stamp)
    credit = {k: either(w for c in lexicon.all(Credit) if c.kind == k for w in c.words) for k in _CREDITS}
    staff = either(_writers(lexicon, "staff"))
    return Cues(
        line={w: f for f in furniture if f.at == "line" for w in f.words}
        | {tight(b): _banner(b) for o in outlets for b in o.banners},
        start=tuple((re.compile(either(f.words)), f) for f in furniture if f.at == "start"),
        anywhere=tuple(
            (re.compile(either(f.words) + ("" if f.at == "within" else r"[.!?]*$")), f)
            for f in furniture
            if f.at in {"within", "end"}
        ),
        counted=tuple((re.compile(rf"(\d[\d,]*){either(f.words)}$"), f) for f in furniture if f.at == "counted"),
        stamp=re.compile(either(w for s in stamps for w in s.words)),
        modified=frozenset(w for s in stamps if s.kind == "modified" for w in s.words),
        staff=staff,
        guest=either(_writers(lexicon, "guest")),
        rank=either(_writers(lexicon, "rank")),
        surnames=frozenset(w for s in lexicon.all(Syllables) if s.place == "surname" for w in s.words),
        places=frozenset(n for k in lexicon.all(Known) if k.kind == "place" for names in k.names for n in names),
        desks=frozenset(_writers(lexicon, "desk")),
        credit_line=re.compile(rf"[\[(]?{credit['work']}\s?[=:：│|ㅣ]|{credit['mark']}"),
        credit_inside=re.compile(_bracketed(credit["work"])),
        credit_end=_credit_end(credit, either(named), staff),
        farewell=either(_writers(lexicon, "farewell")),
        task=either(_writers(lexicon, "task")),
        skies=either(w for s in lexicon.all(Sky) if s.kind == "sky" for w in s.words),
        weather_sources=frozenset(w for s in lexicon.all(Sky) if s.kind == "source" for w in s.words),
        sections=frozenset(tight(w) for s in lexicon.all(Section) for w in s.words)
        | {tight(w) for o in outlets for w in o.sections},
        press=re.compile(rf"[가-힣A-Za-z0-9&·]+{either(w for p in lexicon.all(Press) for w in p.words)}"),
        carries=re.compile(rf"[가-힣]{either(w for t in lexicon.all(Tail) for w in t.words)}$"),
        outlets=named,
        wires=frozenset(o.name for o in outlets if o.kind == "wire"),
        outlet_written=either(n for o in outlets for n in (o.name, *o.aliases)),
        outlet_named=re.compile(either(n for n in named if len(n) > _SHORT)),
        domains={d: o.name for o in outlets for d in o.domains},
        body_names=frozenset(w for m in lexicon.all(Markup) if m.kind == "body" for w in m.words),
        markup={w: m.kind for m in lexicon.all(Markup) if m.kind != "body" for w in m.words},
    )


def tight(words: str) -> str:
    """The words without blanks."""
    return "".join(words.split())


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; one that matches nothing where there are none."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else r"(?!)"


def _banner(words: str) -> Furniture:
    return Furniture(id="banner.outlet", zone="banner", at="line", words=(words,), proof="")


def _writers(lexicon: Lexicon, kind: str) -> list[str]:
    return [w for writer in lexicon.all(Writer) if writer.kind == kind for w in writer.words]


def _bracketed(work: str) -> str:
    """[사진=누리전자], (그래픽: 한서린 기자), <사진 제공=누리전자>."""
    return rf"[\[(<【〔〈]\s?[▲△]?\s?{work}\s?(?:[=:：│|ㅣ/][^\[\]<>【】〔〕〈〉\n]{{0,80}})[\])>】〕〉]"


def _credit_end(credits_: dict[str, str], outlet: str, staff: str) -> re.Pattern[str]:
    """A credit that ends a line: in brackets, behind a sign, or after the caption's full stop; agencies add the day,
    an address and a rider. The group `who` is a credit that a byline could be as well.
    """
    work, giver, rider = credits_["work"], credits_["giver"], credits_["rider"]
    agency = rf"{outlet}(?:\s?[=·/,]?\s?{outlet})*"
    person = rf"{NAME}\s?[가-힣]{{0,4}}{staff}(?:,?\s?{MAIL})?"
    who = rf"(?:{agency}|[^\[\]()=.]{{1,30}}\s?{giver}|{giver}|(?:{outlet}\s)?{person})"
    forms = (
        _bracketed(work),
        rf"[\[(【〔][^\[\]]{{0,40}}{credits_['owner']}[^\[\]]{{0,60}}[\])】〕]",
        rf"[/│|]?(?<![가-힣])\s?{work}\s?[=:：│|ㅣ]\s?[^.\n]{{1,60}}",
        rf"{credits_['mark']}[^.\n]{{0,40}}",
        rf"(?P<who>[\[(【〔]\s?{who}(?:\s?[=,.]\s?(?:{who}|{rider}))?\s?[\])】〕]|[/│|]\s?{who}|(?<=[.)]\s){who})",
    )
    day = r"(?:20\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?)"
    return re.compile(
        rf"(?:(?:{'|'.join(forms)})(?:\s?{day})?(?:[\s/]{{0,2}}{MAIL})?(?:\s?\*?\s?{rider})?|{day}\s?/\s?{agency}"
        rf"|\*\s?{rider})\s*$"
    )
