"""A draft held against the ledger: names, titles, quotations, sums and rates that it knows otherwise."""

from __future__ import annotations

from decimal import Decimal
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.errors import SagwanError
from sagwan.core.statement import Speech
from sagwan.ledger import query
from sagwan.views.checks.finding import checks, finding
from sagwan.views.checks.own import rate_told, sound_alike, won_pairs
from sagwan.views.cited import Cited, folded
from sagwan.views.deals.book import deals
from sagwan.views.deals.rates import rates
from sagwan.views.index.leaf import Leaves
from sagwan.views.index.open import index_of
from sagwan.views.said import said_by
from sagwan.views.seen import seen

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sagwan.core.entity import Entity
    from sagwan.core.reading import Reading, Records
    from sagwan.core.statement import Statement
    from sagwan.core.text import Text
    from sagwan.lexicon import Lexicon
    from sagwan.views.checks.finding import Finding
    from sagwan.views.deals.deal import Deal
    from sagwan.views.index.open import Index

# Two quotations whose letters agree to four fifths are one quotation; below that they are two.
_ALIKE = 0.8
_SHORTEST = 8
_NAMED = (Kind.PERSON, Kind.ORG)


def at_odds(draft: Reading, db: sqlite3.Connection, lexicon: Lexicon) -> Iterator[Finding]:
    """What the ledger knows otherwise."""
    index = index_of(db, lexicon)
    text = draft.layout.text
    for records in draft.articles:
        for entity in records.entities:
            if entity.kind in _NAMED:
                yield from _name(entity, text, index)
                yield from _title(entity, records, text, index)
        for said in records.statements:
            yield from _quotation(said, records, text, index)
        yield from _sums(records, text, index)
        yield from _rates(records, text, index)


def _name(entity: Entity, text: Text, index: Index) -> Iterator[Finding]:
    """A name that the ledger does not have but for one that sounds like it."""
    if index.known(entity.name):
        return
    check = checks(index.lexicon)["draft.known_name"]
    near = [name for name in _sounding(entity.name, index) if sound_alike(entity.name, name, check, index.lexicon)]
    if near:
        filled = {"one": entity.name, "other": near[0]}
        shown = tuple(_sightings(near[0], index))[:3]
        span = entity.mentions[0].span
        yield finding(check, text, span, filled, evidence=shown)


def _sounding(name: str, index: Index) -> tuple[str, ...]:
    """Names of about this length that begin or end alike, those of most articles first."""
    rows = index.db.execute(
        """SELECT name FROM side.bearers WHERE abs(length(name) - ?1) <= 1 AND (substr(name, 1, 1) = substr(?2, 1, 1)
        OR substr(name, -1) = substr(?2, -1)) GROUP BY name ORDER BY sum(sightings) DESC, name LIMIT 500""",
        (len(name), name),
    )
    return tuple(found for (found,) in rows)


def _sightings(name: str, index: Index) -> Iterator[Cited]:
    for one in seen(index, index.known(name)):
        yield Cited(one.id, one.name, None, teaser=False, start=0, place=one.place)


def _title(entity: Entity, records: Records, text: Text, index: Index) -> Iterator[Finding]:
    """A title at a house where the ledger's latest report gives the same person another."""
    names = {one.id: one.name for one in records.entities}
    for role in entity.roles:
        house = names.get(role.org or "")
        if house is None or entity.kind is not Kind.PERSON or role.sense is not None:
            continue
        told = [
            (one.place.published, title, one)
            for one in seen(index, index.known(entity.name))
            for title, org in one.titles
            if org == house and one.place.published is not None
        ]
        latest = max((day for day, *_ in told), default=None)
        last = [(title, one) for day, title, one in told if day == latest]
        if last and all(not _same_title(role.title, title) for title, _ in last):
            right, one = last[0]
            filled = {"name": entity.name, "day": latest or "", "right": f"{house} {right}", "written": role.title}
            evidence = (Cited(one.id, one.name, None, teaser=False, start=0, place=one.place),)
            yield finding(checks(index.lexicon)["draft.title"], text, role.span, filled, evidence=evidence)


def _same_title(one: str, other: str) -> bool:
    """재무총괄 부사장 and 부사장 do not contradict each other."""
    return one.replace(" ", "").endswith(other.replace(" ", "")) or other.replace(" ", "").endswith(
        one.replace(" ", "")
    )


def _quotation(said: Statement, records: Records, text: Text, index: Index) -> Iterator[Finding]:
    """Words in quotation marks that the ledger has from the same speaker in almost the same words."""
    speaker = next((one.name for one in records.entities if one.id == said.speaker), None)
    words = folded(text.cut(said.span))
    if speaker is None or said.speech is not Speech.DIRECT or len(words) < _SHORTEST or not index.known(speaker):
        return
    best: tuple[float, query.Said] | None = None
    for one in said_by(index.db, speaker, lexicon=index.lexicon):
        if one.speech == Speech.DIRECT:
            there = folded(one.quote)
            if there == words or there in words or words in there:
                return
            alike = SequenceMatcher(None, words, there, autojunk=False).ratio()
            if alike >= _ALIKE and (best is None or alike > best[0]):
                best = alike, one
    if best is not None:
        one = best[1]
        evidence = (Cited(one.id, one.quote, None, teaser=False, start=0, place=one.place),)
        filled = {"name": speaker, "right": " ".join(one.quote.split())}
        yield finding(checks(index.lexicon)["draft.quotation"], text, said.span, filled, evidence=evidence)


def _sums(records: Records, text: Text, index: Index) -> Iterator[Finding]:
    """A sum between two where the ledger's one deal between them has another."""
    names = {one.id: one.name for one in records.entities}
    for event in records.events:
        payer, payee = names.get(event.actor or ""), names.get(event.target or "")
        if event.amount is None or payer is None or payee is None:
            continue
        coin = records.money[event.amount]
        known = [deal for deal in _deals(index, payer) if deal.parties >= {payer, payee}]
        if len(known) != 1 or known[0].value is None or known[0].currency != coin.currency:
            continue
        deal = known[0]
        told = [report.value for report in deal.reports]
        if coin.amount.value is not None and coin.amount.value not in told and deal.value is not None:
            shown = tuple(report.sum for report in deal.reports if report.sum is not None)
            right = shown[0].quote if shown else f"{deal.value:,f}"
            filled = {"payer": payer, "payee": payee, "right": right, "written": text.cut(coin.span)}
            yield finding(checks(index.lexicon)["draft.sum"], text, coin.span, filled, evidence=shown)


def _deals(index: Index, name: str) -> tuple[Deal, ...]:
    try:
        return deals(index.db, index.lexicon, name).deals
    except SagwanError:
        return ()


def _rates(records: Records, text: Text, index: Index) -> Iterator[Finding]:
    """A sum in two currencies whose rate is far from those that the ledger's articles imply."""
    check = checks(index.lexicon)["draft.rate"]
    pairs = list(won_pairs(records))
    if not pairs or check.within is None:
        return
    known = {rate.pair: rate for rate in rates(Leaves(index).coins)}
    for dearer, cheaper, rate in pairs:
        usual = known.get(f"{dearer.currency}/KRW")
        if usual is not None and abs(rate / usual.median - 1) > Decimal(str(check.within)):
            filled = rate_told(text, dearer, cheaper, rate, usual.median) | {"where": "장부의 기사들이 말하는"}
            shown = tuple(pair.cheaper for pair in usual.implied[:3])
            yield finding(check, text, cheaper.span, filled, evidence=shown)
