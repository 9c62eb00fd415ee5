"""Items over several articles of one story: whose position, what answers what, which sum, who changed his word."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import TYPE_CHECKING

from sagwan.items.model import Answers, Both, Changed, Fills, Form, Item, OneDeal, Option, Reported, Said, Truth
from sagwan.items.propose.changes import Spoken, turned
from sagwan.items.propose.material import CHOICES
from sagwan.items.renumber import other_values
from sagwan.items.wording import stem
from sagwan.korean.inflection import attach
from sagwan.views.deals.book import deals

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from sagwan.items.model import Claim
    from sagwan.items.propose.material import Material
    from sagwan.views.cited import Cited

_FEWEST = 4


@dataclass(frozen=True)
class Story:
    """Several articles on one story, each of its own outlet or day."""

    db: sqlite3.Connection
    materials: tuple[Material, ...]
    seed: int

    @cached_property
    def rng(self) -> random.Random:
        """The one source of chance."""
        return random.Random(f"{'+'.join(m.source.address for m in self.materials)}/{self.seed}")  # noqa: S311

    @property
    def head(self) -> Material:
        """The first article, whose lexicon and analyser serve all."""
        return self.materials[0]

    @cached_property
    def pairs(self) -> tuple[tuple[Material, Material], ...]:
        """Articles to be compared: those whose names differ."""
        return tuple((a, b) for a, b in combinations(self.materials, 2) if None not in _names(a, b))

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """What named speakers surely say in any of them."""
        return tuple(Spoken(m, sure) for m in self.materials for sure in m.sure if sure.voice.key in m.source.entities)

    def false(self, claim: Claim) -> bool:
        """Whether the solver finds it so."""
        return self.head.judge(claim).truth is Truth.FALSE

    def item(self, form: Form, stem_id: str, one: Material, other: Material, options: Sequence[Option]) -> Item:
        """An item on two articles, its first option the key, in an order of chance."""
        text = stem(self.head.lexicon, stem_id).text.replace("{name}", called(one, other))
        order = list(range(len(options)))
        self.rng.shuffle(order)
        placed = tuple(options[n] for n in order)
        return Item(form, (one.source.address, other.source.address), text, (), placed, order.index(0))


def _names(one: Material, other: Material) -> tuple[str | None, str | None]:
    """What tells two articles apart: their outlets, or the days of one outlet's."""
    a, b = one.source.records.article, other.source.records.article
    if a.outlet and b.outlet and a.outlet != b.outlet:
        return a.outlet, b.outlet
    days = [x.published.value[:10] if x.published else None for x in (a, b)]
    if None in days or days[0] == days[1] or not a.outlet:
        return None, None
    return f"{a.outlet} {_day(str(days[0]))}", f"{a.outlet} {_day(str(days[1]))}"


def _day(day: str) -> str:
    """2028-03-06 as 3월 6일 자, with the year."""
    year, month, date = (int(part) for part in day.split("-"))
    return f"{year}년 {month}월 {date}일 자"


def called(one: Material, other: Material) -> str:
    """한빛일보와 가온경제의."""
    a, b = _names(one, other)
    return f"{attach(str(a), '과/와')} {b}의"


def positions(of: Story) -> Iterator[Item]:
    """관점 비교: a content from each of two articles, and whose they are; the nearest in matter first."""
    found: dict[frozenset[str], tuple[int, Spoken, Spoken]] = {}
    for one, other in product(of.spoken, of.spoken):
        if (one.of, other.of) in of.pairs and _name(one) != _name(other) and one.sure.plain != other.sure.plain:
            shared = set(one.sure.plain.split()) & set(other.sure.plain.split())
            found.setdefault(frozenset({one.sure.plain, other.sure.plain}), (-len(shared), one, other))
    for _, one, other in sorted(found.values(), key=lambda f: f[0]):
        yield from _whose(of, one, other)


def _whose(of: Story, one: Spoken, other: Spoken) -> Iterator[Item]:
    articles = (one.of.source.address, other.of.source.address)
    shown = {_name(s): s.sure.voice.shown for s in of.spoken if s.of in (one.of, other.of)}
    names = [_name(one), _name(other), *(n for n in shown if n not in (_name(one), _name(other)))][:3]
    options = [
        Option(
            f"㉠ {shown[a]} – ㉡ {shown[b]}",
            Both((Reported(articles, a, one.sure.plain), Reported(articles, b, other.sure.plain))),
        )
        for a, b in [(names[0], names[1]), *(p for p in product(names, names) if p != (names[0], names[1]))]
    ]
    options = [options[0], *(o for o in options[1:] if of.false(o.claim))][:CHOICES]
    if len(options) >= _FEWEST:
        made = of.item(Form.POSITION, "stem.across_position", one.of, other.of, options)
        box = (f"㉠ {one.sure.plain}.", f"㉡ {other.sure.plain}.")
        yield Item(made.form, made.articles, made.stem, box, made.options, made.key)


def _name(spoken: Spoken) -> str:
    return spoken.of.source.entities[spoken.sure.voice.key].name


def denials(of: Story) -> Iterator[Item]:
    """주장과 반박: a claim of one article and the denial of it in another, as the solver finds them."""
    for claim, denial in product(of.spoken, of.spoken):
        compared = (claim.of, denial.of) in of.pairs or (denial.of, claim.of) in of.pairs
        answers = Answers(claim.said, denial.said)
        if compared and _name(claim) != _name(denial) and of.head.judge(answers).truth is Truth.TRUE:
            yield from _answered(of, claim, denial)


def _answered(of: Story, claim: Spoken, denial: Spoken) -> Iterator[Item]:
    options = [_pair(claim, claim.said, denial, denial.said)]
    wrong = [_pair(claim, claim.said, denial, _in_the_mouth(denial, other)) for other in _others(of, denial)]
    wrong += [_pair(claim, _in_the_mouth(claim, other), denial, denial.said) for other in _others(of, claim)]
    of.rng.shuffle(wrong)
    options += [o for o in dict.fromkeys(wrong) if of.false(o.claim)][: CHOICES - 1]
    if len(options) >= _FEWEST:
        yield of.item(Form.DENIAL, "stem.across_denial", claim.of, denial.of, options)


def _others(of: Story, spoken: Spoken) -> Iterator[Spoken]:
    """What others say in the same article."""
    yield from (s for s in of.spoken if s.of is spoken.of and s.sure.voice.key != spoken.sure.voice.key)


def _in_the_mouth(spoken: Spoken, other: Spoken) -> Said:
    return spoken.of.said(spoken.sure.voice, other.sure.plain)


def _pair(one: Spoken, claim: Said, other: Spoken, denial: Said) -> Option:
    words = f"{one.sure.voice.shown}: {claim.content}. – {other.sure.voice.shown}: {denial.content}."
    return Option(words, Answers(claim, denial))


def sums(of: Story) -> Iterator[Item]:
    """The same deal told with two sums."""
    for deal in deals(of.db, of.head.lexicon).deals:
        told = [(r, m) for r in deal.reports for m in of.materials if r.sum and r.sum.place.address == m.source.address]
        for (one, a), (other, b) in combinations(told, 2):
            differ = one.value is not None and other.value is not None and one.value != other.value
            if differ and one.sum and other.sum and ((a, b) in of.pairs or (b, a) in of.pairs):
                yield from _two_sums(of, (a, one.sum), (b, other.sum))


def _two_sums(of: Story, one: tuple[Material, Cited], other: tuple[Material, Cited]) -> Iterator[Item]:
    fills = [Fills(m.source.address, c.start, c.start + len(c.quote), c.quote) for m, c in (one, other)]
    near = [other_values(c.quote, of.rng, 2) for _, c in (one, other)]
    mine, theirs = one[1].quote, other[1].quote
    pairs = [(mine, theirs), (theirs, mine), (mine, mine), (theirs, theirs)]
    pairs += [(mine, words) for words in near[1]] + [(words, theirs) for words in near[0]]
    options = [
        Option(
            f"{_outlet(one[0], other[0])} {a} – {_outlet(other[0], one[0])} {b}",
            OneDeal(_with(fills[0], a), _with(fills[1], b)),
        )
        for a, b in pairs
    ]
    options = [options[0], *(o for o in options[1:] if of.false(o.claim))][:CHOICES]
    if len(options) >= _FEWEST and of.head.judge(options[0].claim).truth is Truth.TRUE:
        yield of.item(Form.SUM, "stem.across_sum", one[0], other[0], options)


def _with(fill: Fills, words: str) -> Fills:
    return Fills(fill.article, fill.start, fill.stop, words)


def _outlet(one: Material, other: Material) -> str:
    return str(_names(one, other)[0])


def changes(of: Story) -> Iterator[Item]:
    """입장 변화 between articles: what somebody says in one against what he said in an earlier one."""
    for before, after in product(of.spoken, of.spoken):
        same = before.of is not after.of and _name(before) == _name(after)
        if same and of.head.judge(Changed(before.said, after.said)).truth is Truth.TRUE:
            yield from turned(before, after)
