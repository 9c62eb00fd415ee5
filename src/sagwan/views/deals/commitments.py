"""Events in which money goes, or is to go, from one to the other → reports of commitments."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.views.bearing import Standing, meanings, means_a_party, payments, standing
from sagwan.views.cited import cite, cite_sum, text_order
from sagwan.views.deals.portions import portions
from sagwan.views.deals.report import NOBODY, TWO, End, Entry, Home, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from sagwan.ledger.acts import Coin, Deed
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.relation import Payment
    from sagwan.views.cast import Cast

_ANSWERS = {"no": "undone", "yes": "agreed"}


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
        return End(((self._cast.person[id_], self._cast.name(id_) or ""),)) if id_ is not None else NOBODY

    def _in_words(self, deed: Deed, roles: Iterable[str]) -> End:
        said = self._wording.get(deed.id)
        words = said.of(*roles) if said else None
        return End((), words, _home(deed)) if words else NOBODY

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
