"""Reading the ledger for what stands between people: who acts on whom, who answers whom, with ids in place of names.

Two pages may hold the same text; their records have the same ids and are given once, from the page of the least id.
Everything comes in the order of pages, articles and text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sagwan.core.entity import Judgement, Naming
from sagwan.core.span import Span
from sagwan.ledger.query import Place, among

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from sagwan.ledger.query import Which

# Characters on either side of an event's words in which its sentence is looked for.
_REACH = 300


@dataclass(frozen=True, slots=True)
class Told:
    """Where a record is told: its article, whether that is a teaser of another page's, and where in the text."""

    place: Place
    teaser: bool
    page: str
    article: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Deed:
    """An event; `roles` gives the entity in each role that names one. `time` is ISO 8601, `when` the words; `amount` is
    the number of its sum, `worth` the words.

    `sentence` is the one that reports it, and `at` where the quote is in it; `headline`: it stands in the headline.
    """

    id: str
    frame: str
    action: str
    status: str
    negated: bool
    roles: tuple[tuple[str, str], ...]
    source: str | None
    statement: str | None
    same_as: str | None
    amount: int | None
    time: str | None
    when: str | None
    worth: str | None
    quote: str
    sentence: str
    at: int
    headline: bool
    told: Told

    def who(self, role: str | None) -> str | None:
        """The entity in a role."""
        for name, id_ in self.roles:
            if name == role:
                return id_
        return None


@dataclass(frozen=True, slots=True)
class Word:
    """A statement, its links as ids of statements. `cue` is the range of the reporting words and what stands there."""

    id: str
    speaker: str | None
    label: str | None
    speech: str
    stance: str
    about: tuple[str, ...]
    addressee: str | None
    responds_to: str | None
    reverses: str | None
    cue: tuple[int, int, str] | None
    quote: str
    told: Told


@dataclass(frozen=True, slots=True)
class Coin:
    """A sum of an article by its number there; `same_as` is the number of the sum that it repeats."""

    n: int
    value: Decimal | None
    approx: bool
    currency: str | None
    per: str | None
    same_as: int | None
    quote: str
    told: Told


_TOLD = """c.page, r.article, r.start, r.stop, a.part = 'related', a.outlet, a.headline_quote, a.published,
       (SELECT min(source) FROM sources WHERE page = c.page)"""
_ORDER = "ORDER BY c.page, r.article, r.start, r.n"


class _Telling:
    """Where records stand; those of one article share their place."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, int], Place] = {}

    def __call__(self, page: str, article: int, start: int, stop: int, teaser: int, *place: str | None) -> Told:
        at = self._places.get((page, article))
        if at is None:
            outlet, headline, published, source = place
            at = Place(f"{page[:12]}:{article}", outlet, headline, published, source or "")
            self._places[(page, article)] = at
        return Told(at, bool(teaser), page, article, start, stop)


def _hanging(
    db: sqlite3.Connection, table: str, of: str, cells: str, which: Which | None
) -> dict[tuple[int, int, int], list[tuple[str, str]]]:
    """The rows of a table that hang on each record, two cells of each, in their order."""
    rows_of = f"{table} r"
    if which:
        rows_of = (
            f"({which.sql}) k CROSS JOIN {table} r ON (r.reading, r.article, r.{of}) = (k.reading, k.article, k.n)"
        )
    found: dict[tuple[int, int, int], list[tuple[str, str]]] = defaultdict(list)
    rows = db.execute(
        f"""SELECT r.reading, r.article, r.{of}, r.{cells} FROM {rows_of}
        WHERE r.entity IS NOT NULL ORDER BY r.reading, r.article, r.{of}, r.n""",
        which.values if which else (),
    )
    for reading, article, n, one, other in rows:
        found[(reading, article, n)].append((one, other))
    return found


def judgements(db: sqlite3.Connection) -> tuple[Judgement, ...]:
    """The rulings on who is the same, in the order in which they were given."""
    rows = db.execute("SELECT left, right, same, by, because FROM judgements ORDER BY n")
    return tuple(Judgement(left, right, bool(same), by, because) for left, right, same, by, because in rows)


def namings(db: sqlite3.Connection) -> tuple[Naming, ...]:
    """The rulings on names, in the order in which they were given."""
    return tuple(Naming(*row) for row in db.execute("SELECT entity, name, by, because, at FROM namings ORDER BY n"))


def deeds(
    db: sqlite3.Connection, sentence_of: Callable[[str, Span], Span], which: Which | None = None
) -> tuple[Deed, ...]:
    """Every event, or the chosen ones, once; `sentence_of` finds the sentence of some words among what is around."""
    arguments = _hanging(db, "arguments", "event", "role, r.entity", which)
    rows = db.execute(
        f"""SELECT r.reading, r.article, r.n, r.id, r.frame, r.action, r.status, r.negated, r.actor, r.target, r.source,
          r.statement, r.same_as, r.amount, w.value, w.quote, m.quote, r.quote,
          substr(t.chars, max(r.start - {_REACH}, 0) + 1, r.stop - max(r.start - {_REACH}, 0) + {_REACH}),
          min(r.start, {_REACH}), coalesce(a.headline_start <= r.start AND r.start < a.headline_stop, 0), {_TOLD}
        {among("events", which)}
        LEFT JOIN times w ON w.reading = r.reading AND w.article = r.article AND w.n = r.time
        LEFT JOIN money m ON m.reading = r.reading AND m.article = r.article AND m.n = r.amount {_ORDER}""",
        which.values if which else (),
    )
    told_at = _Telling()
    found: dict[str, Deed] = {}
    for reading, article, n, id_, frame, action, status, negated, actor, target, *rest in rows:
        source, statement, same_as, amount, time, when, worth, quote, around, offset, headline, *told = rest
        named = [("actor", actor), ("target", target), *arguments.get((reading, article, n), ())]
        roles = {role: entity for role, entity in reversed(named) if entity is not None}
        who = tuple(sorted(roles.items()))
        sentence = sentence_of(around, Span(offset, offset + len(quote)))
        words = around[sentence.start : sentence.end].replace("\n", " ")
        found.setdefault(
            id_,
            Deed(
                *(id_, frame, action, status, bool(negated), who, source, statement, same_as, amount),
                *(time, when, worth, quote, words, offset - sentence.start, bool(headline), told_at(*told)),
            ),
        )
    return tuple(found.values())


def words(db: sqlite3.Connection, which: Which | None = None) -> tuple[Word, ...]:
    """Every statement, or the chosen ones, once."""
    about = _hanging(db, "abouts", "statement", "entity, NULL", which)
    rows = db.execute(
        f"""SELECT r.reading, r.article, r.n, r.id, r.speaker, r.label, r.speech, r.stance, r.addressee, r.responds_to,
          r.reverses, r.cue_start, r.cue_stop, r.cue_quote, r.quote, {_TOLD} {among("statements", which)} {_ORDER}""",
        which.values if which else (),
    )
    told_at = _Telling()
    found: dict[str, Word] = {}
    for reading, article, n, id_, speaker, label, speech, stance, addressee, responds_to, reverses, *rest in rows:
        start, stop, cue, quote, *told = rest
        mark = (start, stop, cue) if start is not None and cue is not None else None
        named, at = tuple(id_ for id_, _ in about.get((reading, article, n), ())), told_at(*told)
        said = Word(id_, speaker, label, speech, stance, named, addressee, responds_to, reverses, mark, quote, at)
        found.setdefault(id_, said)
    return tuple(found.values())


def coins(db: sqlite3.Connection, which: Which | None = None) -> Iterator[Coin]:
    """Every sum of money, or the chosen ones, article by article in the order of the text; of one text on one page."""
    rows = db.execute(
        f"""SELECT r.n, r.value, r.approx, r.currency, r.per, r.same_as, r.quote, c.text, {_TOLD}
        {among("money", which)} {_ORDER}""",
        which.values if which else (),
    )
    told_at = _Telling()
    home: dict[tuple[str, int], str] = {}
    for n, value, approx, currency, per, same_as, quote, text, *told in rows:
        at = told_at(*told)
        if home.setdefault((text, at.article), at.page) == at.page:
            exact = Decimal(value) if value is not None else None
            yield Coin(n, exact, bool(approx), currency, per, same_as, quote, at)
