"""A stage for hand-made records: invented people, and pages that say of them what a test needs."""

from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from tests.views.resolved import cast_of

from sagwan.core.entity import Kind
from sagwan.ledger.acts import Coin, Deed, Told, Word
from sagwan.ledger.query import Place
from sagwan.lexicon import load_default
from sagwan.views.cast import Cast
from sagwan.views.identity.sighting import Post, Sighting


@dataclass
class Stage:
    """Records of pages "a", "b" …; a name on two pages is one organisation unless it is given as a person."""

    people: frozenset[str] = frozenset()
    published: dict[str, str] = field(default_factory=dict)
    teasers: frozenset[str] = frozenset()
    posts: dict[str, str] = field(default_factory=dict)
    seen: dict[str, Sighting] = field(default_factory=dict)
    deeds: list[Deed] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    coins: list[Coin] = field(default_factory=list)

    def at(self, page: str, start: int, length: int) -> Told:
        place = Place(
            address=f"{page}:0",
            outlet=f"{page} 신문",
            headline=f"{page}의 제목",
            published=self.published.get(page),
            source=f"{page}.txt",
        )
        return Told(place, page in self.teasers, page, 0, start, start + length)

    def who(self, name: str | None, page: str) -> str | None:
        if name is None:
            return None
        id_ = f"entity-{name}-{page}"
        post = self.posts.get(name)
        held = frozenset({Post("대표", post)}) if post else frozenset()
        kind = Kind.PERSON if name in self.people else Kind.ORG
        self.seen.setdefault(id_, Sighting(id_, kind, name, frozenset({name}), held, frozenset(), f"{page}:0"))
        return id_

    def deed(self, frame: str, actor: str | None, target: str | None, start: int = 0, page: str = "a", **more) -> Deed:
        filled = (("actor", self.who(actor, page)), ("target", self.who(target, page)))
        roles = [(role, id_) for role, id_ in filled if id_ is not None]
        quote = more.pop("quote", "했다")
        deed = Deed(
            id=f"event-{page}-{start}",
            frame=frame,
            action=more.pop("action", "하다"),
            status=more.pop("status", "happened"),
            negated=more.pop("negated", False),
            roles=tuple(roles),
            source=self.who(more.pop("source", None), page),
            statement=more.pop("statement", None),
            same_as=more.pop("same_as", None),
            amount=more.pop("amount", None),
            time=more.pop("time", None),
            when=more.pop("when", None),
            worth=None,
            quote=quote,
            sentence=f"그가 {quote}.",
            at=3,
            headline=False,
            told=self.at(page, start, len(quote)),
        )
        assert not more
        self.deeds.append(deed)
        return deed

    def word(self, speaker: str | None, quote: str, stance: str, start: int = 0, page: str = "a", **more) -> Word:
        cue = more.pop("cue", None)
        word = Word(
            id=f"statement-{page}-{start}",
            speaker=self.who(speaker, page),
            label=more.pop("label", None),
            speech="direct",
            stance=stance,
            about=tuple(id_ for n in more.pop("about", ()) if (id_ := self.who(n, page)) is not None),
            addressee=self.who(more.pop("addressee", None), page),
            responds_to=getattr(more.pop("answers", None), "id", None),
            reverses=getattr(more.pop("reverses", None), "id", None),
            cue=(cue, cue + 3, "말했다") if cue is not None else None,
            quote=quote,
            told=self.at(page, start, len(quote)),
        )
        assert not more
        self.words.append(word)
        return word

    def coin(self, value: str | None, currency: str = "KRW", page: str = "a", **more) -> int:
        n = sum(coin.told.page == page for coin in self.coins)
        exact = Decimal(value) if value is not None else None
        told = self.at(page, 10 * n, 3)
        approx, per, same_as = more.pop("approx", False), more.pop("per", None), more.pop("same_as", None)
        assert not more
        self.coins.append(Coin(n, exact, approx, currency, per, same_as, f"{value}", told))
        return n

    @property
    def cast(self) -> Cast:
        return cast_of(self.seen.values(), (), load_default())


@pytest.fixture
def stage() -> Stage:
    return Stage()
