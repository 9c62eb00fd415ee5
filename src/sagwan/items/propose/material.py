"""What the forms choose from: one article's sure records, each with its true telling and its controlled changes."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from sagwan.core.entity import Kind
from sagwan.items.model import Asks, Claim, Did, Form, Holds, Item, Narrated, Option, Said, Truth, Verdict
from sagwan.items.propose.likeness import alike
from sagwan.items.renumber import other_number
from sagwan.items.sure import Sure, Voice, all_voices, apart, sure_statements
from sagwan.items.told import reporters_sentences
from sagwan.items.vary import contrary, opposite, other_name
from sagwan.items.wording import found
from sagwan.items.write.ending import Clause, clause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from sagwan.core.entity import Entity
    from sagwan.core.values import Count, Share
    from sagwan.items.source import Source
    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon

CHOICES = 5
DENIAL = "긍정과 부정을 바꿈"


@dataclass(frozen=True, slots=True)
class Telling:
    """Somebody says something, or the reporter does (`voice` is None): true as it stands, or false by one change.

    `text` is the whole sentence where it is written already.
    """

    voice: Voice | None
    clause: Clause | None
    claim: Said | Narrated | Did | Holds
    change: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What one option can be about: its true telling and the false ones, the best changes first."""

    true: Telling
    false: tuple[Telling, ...]


@dataclass(frozen=True)
class Material:
    """One article and all that its items need. The same article and seed give the same items.

    `judge` is the solver: what it does not bear out is no material, however sure the record looked.
    """

    source: Source
    analyser: Analyser
    lexicon: Lexicon
    seed: int
    judge: Callable[[Claim], Verdict]

    @cached_property
    def rng(self) -> random.Random:
        """The one source of chance, from the article's address and the seed."""
        return random.Random(f"{self.source.address}/{self.seed}")  # noqa: S311  no secret hangs on it

    @cached_property
    def sure(self) -> tuple[Sure, ...]:
        """Statements fit for items, one a content."""
        kept: dict[str, Sure] = {}
        for one in sure_statements(self.source, self.analyser, self.lexicon):
            if self.judge(self.said(one.voice, one.plain)).truth is Truth.TRUE:
                kept.setdefault(one.plain, one)
        return tuple(kept.values())

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Everybody who is surely written as a speaker."""
        return all_voices(self.source, self.lexicon)

    @cached_property
    def people(self) -> tuple[Voice, ...]:
        """The voices, and then other people of the article by their full names."""
        known = {voice.key for voice in self.voices}
        names = {part for voice in self.voices for part in voice.shown.split()}
        others = (
            Voice(e.id, e.name, person=True)
            for e in self.source.records.entities
            if e.kind is Kind.PERSON and e.id not in known and e.name not in names and self._whole(e.name)
        )
        houses = (
            Voice(e.id, e.name, person=False)
            for e in self.named(Kind.ORG)
            if e.id not in known and not any(e.name in voice.shown for voice in self.voices)
        )
        return (*self.voices, *others, *houses)

    def shown(self, voices: Sequence[Voice]) -> list[str]:
        """How they are printed side by side: all with their titles, or all by their bare names where one has none."""
        titled = all(" " in v.shown for v in voices) or not voices[0].person
        known = self.source.entities
        return [v.shown if titled or v.key not in known else known[v.key].name for v in voices]

    def _whole(self, name: str) -> bool:
        """Whether the article writes the name as a word of its own, and it looks like a full one."""
        chars = self.source.text.chars
        at = chars.find(name)
        return len(name) >= len("도재윤") and at >= 0 and (at == 0 or not chars[at - 1].isalnum())

    @cached_property
    def told(self) -> tuple[Matter, ...]:
        """Matters that somebody speaks of."""
        return tuple(m for sure in self.sure if (m := self._matter(self.true(sure))).false)

    @cached_property
    def narrated(self) -> tuple[Matter, ...]:
        """Matters that the reporter tells in short sentences of his own."""
        found_ = []
        for sentence, said in reporters_sentences(self.source, self.analyser, self.lexicon):
            claim = Narrated(self.source.address, said.plain(self.analyser), sentence.start, sentence.end)
            matter = self._matter(Telling(None, said, claim))
            if matter.false and self.judge(claim).truth is Truth.TRUE:
                found_.append(matter)
        return tuple(found_)

    @cached_property
    def known(self) -> dict[str, tuple[Decimal, ...]]:
        """The numbers of each unit that the article counts in, from the smallest to the largest."""
        seen: dict[str, set[Decimal]] = {}
        written: tuple[Count | Share, ...] = (*self.source.records.counts, *self.source.records.shares)
        for counted in written:
            if counted.amount.value is not None:
                seen.setdefault(counted.unit, set()).add(counted.amount.value)
        return {unit: tuple(sorted(values)) for unit, values in seen.items()}

    def true(self, sure: Sure) -> Telling:
        """As it was said."""
        return Telling(sure.voice, sure.clause, self.said(sure.voice, sure.plain))

    def said(self, voice: Voice, content: str) -> Said:
        """The claim that he says so."""
        return Said(self.source.address, voice.key, content)

    def _matter(self, true: Telling) -> Matter:
        """With every telling that one change makes false, the kinds of change in an order of chance; a bare denial,
        which says the least, comes last.
        """
        if isinstance(true.claim, Did | Holds) or true.clause is None:
            return Matter(true, ())
        said, claim = true.clause, true.claim
        ways = [
            self._spoken_by_others(true, said, claim),
            self._renumbered(true, claim),
            self._renamed(true, claim),
            self._opposed(true, claim),
        ]
        tellings = [self._false(way) for way in ways]
        self.rng.shuffle(tellings)
        longest = max(map(len, tellings), default=0)
        richer = tuple(t[n] for n in range(longest) for t in tellings if n < len(t))
        return Matter(true, (*richer, *self._false(self._denied(true, said, claim))))

    def _false(self, tellings: Iterator[Telling]) -> list[Telling]:
        """Those that the solver finds false."""
        return [t for t in tellings if self.judge(t.claim).truth is Truth.FALSE]

    def _spoken_by_others(self, true: Telling, said: Clause, claim: Said | Narrated) -> Iterator[Telling]:
        if true.voice is None:
            return
        content = claim.content
        others = [v for v in self.voices if apart(v, true.voice) and v.shown not in content]
        self.rng.shuffle(others)
        for voice in others:
            yield Telling(voice, said, self.said(voice, content), "말한 이를 바꿈")

    def _denied(self, true: Telling, said: Clause, claim: Said | Narrated) -> Iterator[Telling]:
        if found("polar", claim.content, self.lexicon):
            return
        turned = contrary(said, self.analyser)
        if turned is not None:
            yield self._changed(true, claim, turned, DENIAL)

    def _renumbered(self, true: Telling, claim: Said | Narrated) -> Iterator[Telling]:
        yield from self._reworded(true, claim, other_number(claim.content, self.rng, self.known), "수를 바꿈")

    def _opposed(self, true: Telling, claim: Said | Narrated) -> Iterator[Telling]:
        if found("polar", claim.content, self.lexicon):
            return
        words = opposite(claim.content, self.analyser, self.lexicon)
        yield from self._reworded(true, claim, words, "맞선 낱말로 바꿈")

    def _renamed(self, true: Telling, claim: Said | Narrated) -> Iterator[Telling]:
        entities = self.source.records.entities
        content = claim.content
        for old in [e for e in entities if e.name in content and e.kind in (Kind.ORG, Kind.PERSON)][:2]:
            others = [e for e in self.named(old.kind) if e.name not in content and alike(e, old, self.lexicon)]
            others = [e for e in others if true.voice is None or e.id != true.voice.key]
            others = [e for e in others if not any(e.name in n or n in e.name for n in (old.name, *old.aliases))]
            if others:
                new = self.rng.choice(others)
                yield from self._reworded(true, claim, other_name(content, old.name, new.name), "이름을 바꿈")

    def named(self, kind: Kind) -> list[Entity]:
        """Entities of that kind that are surely one: named more than once, or with a title."""
        return [
            e
            for e in self.source.records.entities
            if e.kind is kind and " " not in e.name and self._whole(e.name) and (len(e.mentions) > 1 or e.roles)
        ]

    def _reworded(self, true: Telling, claim: Said | Narrated, words: str | None, change: str) -> Iterator[Telling]:
        said = clause(words, self.analyser) if words is not None else None
        if said is not None:
            yield self._changed(true, claim, said, change)

    def _changed(self, true: Telling, claim: Said | Narrated, said: Clause, change: str) -> Telling:
        return Telling(true.voice, said, msgspec.structs.replace(claim, content=said.plain(self.analyser)), change)

    def item(
        self,
        form: Form,
        stem: str,
        options: Sequence[Option],
        box: Sequence[str] = (),
        asks: Asks = Asks.TRUE,
        *,
        rank: Callable[[Option], Decimal] | None = None,
    ) -> Item:
        """An item whose first option is the key, in an order of chance, or from the smallest to the largest."""
        order = list(range(len(options)))
        self.rng.shuffle(order)
        if rank is not None:
            order.sort(key=lambda n: rank(options[n]))
        placed = tuple(options[n] for n in order)
        return Item(form, (self.source.address,), stem, tuple(box), placed, order.index(0), asks)
