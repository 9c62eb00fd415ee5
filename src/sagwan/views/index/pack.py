"""What an article tells, in one piece for each kind of record: all its events, all its statements, all its sums.

Views set hundreds of articles side by side. Read from the ledger each record costs half a dozen look-ups; packed, one
look-up gives all of an article.
"""

from __future__ import annotations

from dataclasses import fields
from types import GenericAlias
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

import msgspec

from sagwan.ledger import acts
from sagwan.ledger.acts import Coin, Deed, Told, Word
from sagwan.ledger.query import Which
from sagwan.ledger.wording import Wording, wordings
from sagwan.views.around import sentence_around

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

Record = TypeVar("Record", Deed, Word, Coin)


def _shape(kind: type) -> GenericAlias:
    """The records of an article as they are packed: the fields of each but for `told`, then its range."""
    cells = [cell for name, cell in get_type_hints(kind).items() if name != "told"]
    return GenericAlias(list, (GenericAlias(tuple, (*cells, int, int)),))


# The table of the side file where the pieces of each kind stand.
TABLES: Mapping[type, str] = {Deed: "told_deeds", Word: "told_words", Coin: "told_coins", Wording: "told_wordings"}
_RECORDS = (Deed, Word, Coin)
_CELLS: Mapping[type, tuple[str, ...]] = {
    kind: tuple(cell.name for cell in fields(kind) if cell.name != "told") for kind in _RECORDS
}
_DECODERS: Mapping[type, msgspec.msgpack.Decoder[Any]] = {
    kind: msgspec.msgpack.Decoder(_shape(kind)) for kind in _RECORDS
}
_WORDINGS = msgspec.msgpack.Decoder(dict[str, Wording])


def packed(ledger: sqlite3.Connection, reading: int) -> Iterator[tuple[str, int, bytes]]:
    """What a reading tells: the table, the number of the article in the reading, and the piece."""
    events, statements, money = (
        Which(f"SELECT reading, article, n FROM {table} WHERE reading = ?", (reading,))
        for table in ("events", "statements", "money")
    )
    deeds = acts.deeds(ledger, sentence_around, events)
    yield from _pieces(Deed, deeds)
    yield from _pieces(Word, acts.words(ledger, statements))
    yield from _pieces(Coin, acts.coins(ledger, money))
    said = wordings(ledger, events)
    for n, mine in _by_article(deed for deed in deeds if deed.id in said).items():
        yield TABLES[Wording], n, msgspec.msgpack.encode({deed.id: said[deed.id] for deed in mine})


def _pieces(kind: type[Record], found: Iterable[Record]) -> Iterator[tuple[str, int, bytes]]:
    for n, mine in _by_article(found).items():
        yield TABLES[kind], n, msgspec.msgpack.encode([_row(one) for one in mine])


def _row(record: Deed | Word | Coin) -> tuple[object, ...]:
    cells = (getattr(record, name) for name in _CELLS[type(record)])
    return (*cells, record.told.start, record.told.stop)


def _by_article(found: Iterable[Record]) -> Mapping[int, list[Record]]:
    told: dict[int, list[Record]] = {}
    for one in found:
        told.setdefault(one.told.article, []).append(one)
    return told


def unpacked(kind: type[Record], piece: bytes, told: Callable[[int, int], Told]) -> Iterator[Record]:
    """The records of an article in the order of the text; `told` makes where one stands of its range."""
    make: Callable[..., Record] = kind
    for *cells, start, stop in _DECODERS[kind].decode(piece):
        yield make(*cells, told(start, stop))


def unpacked_wordings(piece: bytes) -> Mapping[str, Wording]:
    """What the events of an article say in words alone, by their ids."""
    return _WORDINGS.decode(piece)
