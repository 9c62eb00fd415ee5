"""Events in which money goes, or is to go, from one to the other → reports of commitments."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.views.bearing import Standing, meanings, means_a_party, payments, standing
from sagwan.views.cited import Cited, cite, cite_sum, text_order
from sagwan.views.portions import portions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from sagwan.ledger.acts import Coin, Deed
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.relation import Payment
    from sagwan.views.cast import Cast

TWO = 2  # payer and payee, or payer and what is bought
_ANSWERS = {"no": "undone", "yes": "agreed"}

Home = tuple[str, int]  # an article: its page and its number there


@dataclass(frozen=True, slots=True)
class Report:
    """One telling of a commitment. `value` in base units of `currency`, None where the words give a range only; with
    it `sum` is None where they give no sum at all.

    `stage`: `paid`, `agreed`, `owed` or `asked` for what is told as done; `claimed` for what somebody says was done;
    else the event's status (`planned`, `requested`, `possible`), and `undone` for what was refused, denied or not done.
    Who answers what was asked makes it `undone` or `agreed`.
    `differs` from the report before it: `rounding`, `revision`, `conflict`, or None. `parts` are sums that it tells as
    a part of its own (100억원을 시작으로): they are no commitments by themselves and are never added to the whole.
    """

    stage: str
    value: Decimal | None
    approx: bool
    currency: str | None
    at: str | None
    said_by: str | None
    sum: Cited | None
    event: Cited
    differs: str | None = None
    parts: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class End:
    """Who pays, who gets, or what is bought, several where the words name several. `known` are identities with their
    names; where no name says it, `words` are the article's, and `home` is the article.

    `keys`: what two reports of one commitment share, none where the article says nothing; words are the same within
    their article only. `names`: as an answer calls them. Both are looked at in every comparison, so they are made once.
    """

    known: tuple[tuple[str, str], ...] = ()
    words: str | None = None
    home: Home | None = None
    keys: frozenset[object] = field(init=False)
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        in_words = frozenset({(self.home, self.words)} if self.words and self.home else ())
        object.__setattr__(self, "keys", frozenset(key for key, _ in self.known) or in_words)
        names = tuple(name for _, name in self.known) or ((self.words,) if self.words else ())
        object.__setattr__(self, "names", names)

    def meets(self, other: End) -> bool:
        """Whether somebody is in both; where one says in words what the other names, the words are the name."""
        if self.known and other.known:
            return not self.keys.isdisjoint(other.keys)
        if not self.names or not other.names:
            return False
        return not set(self.names).isdisjoint(other.names) and (self.keys == other.keys or self.known != other.known)

    def without(self, other: End) -> End:
        """All but those who are in the other end: nobody pays himself."""
        if self.keys.isdisjoint(other.keys):
            return self
        return replace(self, known=tuple(party for party in self.known if party not in other.known))

    def differs(self, other: End) -> bool:
        """Whether the two cannot be one. Words do not contradict a name, nor the words of another article."""
        if self.known and other.known:
            return self.keys.isdisjoint(other.keys)
        in_words = not self.known and not other.known and self.home is not None
        return in_words and self.home == other.home and self.words != other.words


_NOBODY = End()


@dataclass(frozen=True, slots=True)
class Entry:
    """A report and its payer, payee and matter, with what else its article knows: its sums, its outlet, its day.

    `answer`: it tells what became of what was asked. `headline`: it stands in the headline. `whole` is False of what
    makes no commitment by itself, having neither a sum nor two who are named, and may bear one out. `known`: how many
    of the three ends it gives.
    """

    report: Report
    payment: Payment
    ends: tuple[End, End, End]
    home: Home
    outlet: str | None
    published: str | None
    sums: frozenset[tuple[Decimal, str | None]]
    headline: bool
    whole: bool
    answer: bool = False
    known: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", sum(1 for end in self.ends if end.keys))


class Commitments:
    """Reads the reports of commitments out of a ledger's events."""

    def __init__(self, coins: Iterable[Coin], cast: Cast, lexicon: Lexicon, wording: Mapping[str, Wording]) -> None:
        self._lexicon = lexicon
        self._payments = payments(lexicon)
        self._meanings = meanings(lexicon)
        self._cast = cast
        self._wording = wording
        self._coins = {(coin.told.page, coin.told.article, coin.n): coin for coin in coins}
        self._told: dict[Home, list[Coin]] = defaultdict(list)
        for coin in sorted(self._coins.values(), key=lambda coin: coin.told.start):
            self._told[(coin.told.page, coin.told.article)].append(coin)
        sums: dict[Home, set[tuple[Decimal, str | None]]] = defaultdict(set)
        for (page, article, _), coin in self._coins.items():
            if coin.value is not None:
                sums[(page, article)].add((coin.value, coin.currency))
        self._sums = {home: frozenset(told) for home, told in sums.items()}

    def entries(self, deeds: Iterable[Deed]) -> list[Entry]:
        """The reports, in the order of the text, from events in any order; what was asked with how it was answered."""
        ordered = sorted(deeds, key=lambda d: (text_order(d.told), d.id))
        replies: dict[Home, list[Deed]] = defaultdict(list)
        for deed in ordered:
            if self._reply(deed) is not None:
                replies[_home(deed)].append(deed)
        found: list[Entry] = []
        for same in _told_at_once(deed for deed in ordered if deed.frame in self._payments):
            entry = self._entry(same)
            if entry is not None:
                answers = [d for d in replies[entry.home] if self._answers(d, same[0])]
                found += self._answered(entry, answers)
        return found

    def _entry(self, same: Sequence[Deed]) -> Entry | None:
        """The report in an event, or in several that one clause tells of several people (A와 B에 지급했다); None where
        no money goes from one to the other in it.
        """
        deed = same[0]
        payment, coin = self._payments[deed.frame], self._coin(deed)
        of_himself = deed.status == Status.REQUESTED and deed.source is not None and deed.source == deed.who("actor")
        if of_himself or (coin is not None and coin.per is not None):
            return None  # whom 지원해 달라고 asks is not who asks
        ends = [self._ends(one, payment) for one in same]
        payer, payee, matter = (_joined(end[i] for end in ends) for i in range(3))
        payee, matter = payee.without(payer), matter.without(payer)
        matter = matter if matter.known else replace(self._in_words(deed, payment.words), home=None)
        home, place = _home(deed), deed.told.place
        return Entry(
            report=self._report(deed, payment, coin),
            payment=payment,
            ends=(payer, payee, matter),
            home=home,
            outlet=place.outlet,
            published=place.published,
            sums=self._sums.get(home, frozenset()),
            headline=deed.headline,
            whole=coin is not None or self._sumless(deed, payment, (payer, payee)),
        )

    def _ends(self, deed: Deed, payment: Payment) -> tuple[End, End, End]:
        payer, payee = (self._end(deed, role, payment) for role in (payment.payer, payment.payee))
        return payer, payee, self._of(deed.who(payment.matter))

    def _end(self, deed: Deed, role: str | None, payment: Payment) -> End:
        """Who fills a role: by name, else in words that mean people or a body."""
        who = self._of(deed.who(role))
        suffers = role == "actor" and deed.action.endswith("되다")  # 950억원이 투입된 병원 does not pay
        if who.known or role is None or role in payment.words or suffers:
            return who
        said = self._in_words(deed, (role,))
        return said if said.words and means_a_party(said.words, self._lexicon) else who

    def _of(self, id_: str | None) -> End:
        return End(((self._cast.person[id_], self._cast.name(id_) or ""),)) if id_ is not None else _NOBODY

    def _in_words(self, deed: Deed, roles: Iterable[str]) -> End:
        said = self._wording.get(deed.id)
        words = said.of(*roles) if said else None
        return End((), words, _home(deed)) if words else _NOBODY

    def _sumless(self, deed: Deed, payment: Payment, parties: tuple[End, End]) -> bool:
        """Whether it is a commitment though no sum is told: the two are named, and it is money that is asked for."""
        named = sum(deed.who(role) is not None for role in (payment.payer, payment.payee, payment.matter))
        two = named >= TWO or (named > 0 and all(end.keys for end in parties))
        said = self._wording.get(deed.id)
        matter = (said.of(*payment.words) if said else None) or ""
        return two and (payment.unsummed or any(word in matter for word in payment.unsummed_of))

    def _coin(self, deed: Deed) -> Coin | None:
        """Its sum: of one told in two currencies that which is written first."""
        if deed.amount is None:
            return None
        at = _home(deed)
        told = self._coins[(*at, deed.amount)]
        return self._coins[(*at, told.same_as)] if told.same_as is not None else told

    def _report(self, deed: Deed, payment: Payment, coin: Coin | None) -> Report:
        value, approx, currency = (coin.value, coin.approx, coin.currency) if coin else (None, False, None)
        return Report(
            *(_stage(deed, payment), value, approx, currency, deed.time if _dated(deed) else None),
            *(self._cast.name(deed.source), cite_sum(coin) if coin else None, cite(deed)),
            parts=tuple(cite_sum(one) for one in self._parts(deed, coin)) if coin else (),
        )

    def _parts(self, deed: Deed, coin: Coin) -> Iterator[Coin]:
        return portions(coin, self._told.get(_home(deed), ()), deed, self._lexicon)

    def _reply(self, deed: Deed) -> str | None:
        """Whether an act says yes or no to what somebody asked."""
        meaning = self._meanings.get(deed.frame)
        if meaning is None or deed.who(meaning.source) is None or deed.frame in self._payments:
            return None
        if meaning.sign > 0 and deed.status == Status.REFUSED:
            return "no"
        return meaning.answer if standing(deed) is Standing.DONE else None

    def _answers(self, deed: Deed, ask: Deed) -> bool:
        """Whether it answers what was asked: behind it in the article, by whom it was asked if that is told, upon him
        who asked.
        """
        meaning, asks = self._meanings[deed.frame], self._meanings.get(ask.frame)
        if asks is None or not asks.asks or deed.told.start <= ask.told.start:
            return False
        asker, asked = self._key(ask.who(asks.source)), self._key(ask.who(asks.goal))
        source, goal = self._key(deed.who(meaning.source)), self._key(deed.who(meaning.goal))
        return asker is not None and goal == asker and (asked is None or source == asked)

    def _key(self, id_: str | None) -> str | None:
        return self._cast.person[id_] if id_ is not None else None

    def _answered(self, entry: Entry, answers: Sequence[Deed]) -> Iterator[Entry]:
        """What was asked and, behind it, the first answer; who answers is he who was asked."""
        if not answers:
            yield entry
            return
        first = answers[0]
        place = 0 if entry.payment.payer == "target" else 1
        ends = list(entry.ends)
        ends[place] = ends[place] if ends[place].keys else self._of(first.who(self._meanings[first.frame].source))
        both = (ends[0], ends[1], ends[2])
        yield replace(entry, ends=both)
        yield replace(entry, report=self._answer(first), ends=both, answer=True, headline=False)

    def _answer(self, deed: Deed) -> Report:
        return Report(
            stage=_ANSWERS[self._reply(deed) or "no"],
            value=None,
            approx=False,
            currency=None,
            at=deed.time if _dated(deed) else None,
            said_by=self._cast.name(deed.source),
            sum=None,
            event=cite(deed),
        )


def _told_at_once(deeds: Iterable[Deed]) -> Iterator[list[Deed]]:
    """Events of one frame in the same words with the same sum together: what is told of several people at once."""
    same: dict[tuple[object, ...], list[Deed]] = {}
    for deed in deeds:
        same.setdefault((_home(deed), deed.told.start, deed.told.stop, deed.frame, deed.amount), []).append(deed)
    yield from same.values()


def _joined(ends: Iterable[End]) -> End:
    """All who are named, in the order of their names; else what the first says in words."""
    several = tuple(ends)
    if len(several) == 1:
        return several[0]
    known = {key: name for end in several for key, name in end.known}
    return End(tuple(sorted(known.items(), key=lambda party: party[1]))) if known else several[0]


def _home(deed: Deed) -> Home:
    return deed.told.page, deed.told.article


def _dated(deed: Deed) -> bool:
    return deed.time is not None and deed.time[:4].isdigit()


def _stage(deed: Deed, payment: Payment) -> str:
    stands = standing(deed)
    if stands is Standing.DONE:
        return payment.done
    return deed.status if stands is Standing.OPEN else stands.value
