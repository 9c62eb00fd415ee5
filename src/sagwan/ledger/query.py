"""Reading the ledger: the rows that views are made of, each with the article it stands in.

Everything looks at `current`: of each page the reading by the run that came last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.ledger.keys import Run

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands. `address` names the article: the page's first twelve digits and the article's number."""

    address: str
    outlet: str | None
    headline: str | None
    published: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement; `speaker`, `about` and `candidates` are names as their article gives them. `when`: the article's
    words for the time at which it was said.
    """

    id: str
    speaker: str | None
    label: str | None
    speech: str
    stance: str
    cue: str | None
    found: str | None
    quote: str
    about: tuple[str, ...]
    channel: str | None
    place: Place
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money, exact decimals written out; `actor`, `action`, `target`, `status` and `negated` are those of the
    event it belongs to.
    """

    id: str
    quote: str
    value: str | None
    low: str | None
    high: str | None
    approx: bool
    currency: str | None
    actor: str | None
    action: str | None
    target: str | None
    status: str | None
    negated: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Done:
    """An event with the names of those in it. `time` is ISO 8601 where the text and its date give one, `when` and
    `amount` are the words of its time and its sum; `start` is the first character of the quote in the page's text.
    """

    id: str
    frame: str
    action: str
    status: str
    negated: bool
    actor: str | None
    target: str | None
    said_by: str | None
    quote: str
    amount: str | None
    time: str | None
    when: str | None
    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class Which:
    """Which records of a kind: a SELECT of `reading, article, n`, and what its placeholders stand for."""

    sql: str
    values: tuple[str | int | None, ...] = ()


def among(table: str, which: Which | None) -> str:
    """The FROM clause over the chosen rows `r` of a table, or over those of every current reading, with their reading
    `c`, text `t` and article `a`.
    """
    keys = which.sql if which else f"SELECT x.reading, x.article, x.n FROM {table} x JOIN current ON key = x.reading"
    # CROSS JOIN holds SQLite to this order: from the chosen keys outwards.
    return f"""FROM ({keys}) k CROSS JOIN {table} r ON r.reading = k.reading AND r.article = k.article AND r.n = k.n
        CROSS JOIN readings c ON c.key = r.reading CROSS JOIN texts t ON t.id = c.text AND t.chars IS NOT NULL
        CROSS JOIN articles a ON a.reading = r.reading AND a.n = r.article"""


_PLACE = """substr(c.page, 1, 12) || ':' || a.n, a.outlet, a.headline_quote, a.published,
       (SELECT min(source) FROM sources WHERE page = c.page)"""


_WHEN = "(SELECT quote FROM times WHERE reading = r.reading AND article = r.article AND n = r.time)"


def _name(column: str) -> str:
    """The name in the same article of the entity whose id stands in `column`."""
    return f"(SELECT name FROM entities WHERE reading = r.reading AND article = r.article AND id = {column})"


def _hanging(
    db: sqlite3.Connection, table: str, of: str, cells: str, which: Which | None
) -> dict[tuple[int, int, int], list[tuple[str, str]]]:
    """Two cells of each row of a table that hangs on the chosen records, in their order, by record."""
    keys = which.sql if which else f"SELECT DISTINCT reading, article, {of} AS n FROM {table}"
    rows = db.execute(
        f"""SELECT r.reading, r.article, r.{of}, {cells} FROM ({keys}) k CROSS JOIN {table} r
        ON r.reading = k.reading AND r.article = k.article AND r.{of} = k.n
        ORDER BY r.reading, r.article, r.{of}, r.n""",
        which.values if which else (),
    )
    found: dict[tuple[int, int, int], list[tuple[str, str]]] = {}
    for reading, article, n, one, other in rows:
        found.setdefault((reading, article, n), []).append((one, other))
    return found


def said(
    db: sqlite3.Connection, where: str = "true", values: tuple[str | int | None, ...] = (), which: Which | None = None
) -> Iterator[Said]:
    """Statements in the order of their publication; `where` is a condition over `r` (statements) and `a` (articles)."""
    rows = db.execute(
        f"""SELECT r.reading, r.article, r.n, r.id, {_name("r.speaker")}, r.label, r.speech, r.stance, r.cue, r.found,
          r.quote, coalesce(r.channel, r.channel_quote),
          {_WHEN}, {_PLACE} {among("statements", which)}
        WHERE {where} ORDER BY a.published, c.page, r.article, r.n""",
        (*(which.values if which else ()), *values),
    )
    about = _hanging(db, "abouts", "statement", f"{_name('r.entity')}, NULL", which)
    for reading, article, n, id_, speaker, label, speech, stance, cue, found, quote, channel, when, *place in rows:
        names = tuple(name for name, _ in about.get((reading, article, n), ()))
        yield Said(id_, speaker, label, speech, stance, cue, found, quote, names, channel, Place(*place), when)


def sums(db: sqlite3.Connection, which: Which | None = None) -> Iterator[Sum]:
    """Every sum of money, the largest first within its currency, ranges by their lower bound."""
    rows = db.execute(
        f"""SELECT r.n, r.quote, r.value, r.low, r.high, r.approx, r.currency, {_name("e.actor")}, e.action,
          {_name("e.target")}, e.status, e.negated, {_PLACE} {among("money", which)}
        LEFT JOIN events e ON e.reading = r.reading AND e.article = r.article AND e.amount = r.n
        GROUP BY r.reading, r.article, r.n
        ORDER BY r.currency, CAST(coalesce(r.value, r.low, r.high) AS REAL) DESC, c.page, r.article, r.n""",
        which.values if which else (),
    )
    for n, quote, value, low, high, approx, currency, actor, action, target, status, negated, *place in rows:
        at = Place(*place)
        id_, of_event = f"{at.address}:money:{n}", (actor, action, target, status, bool(negated))
        yield Sum(id_, quote, value, low, high, bool(approx), currency, *of_event, at)


# Ids are looked up by their beginning; only for what is none, all sources are gone through.
_OF_ID = "SELECT c.key, c.page FROM current c WHERE c.page >= ?1 AND c.page < ?1 || 'g'"
_OF_SOURCE = """SELECT c.key, c.page FROM (SELECT DISTINCT page FROM sources
  WHERE source = ?1 OR source LIKE '%/' || ?1) s CROSS JOIN current c ON c.page = s.page"""


def page_key(db: sqlite3.Connection, page: str) -> int:
    """The current reading of the page with this id, beginning of an id, or source.

    Raises `SagwanError`: `ledger.no_page`, or `ledger.which_page` where several begin like this.
    """
    rows = db.execute(_OF_ID, (page,)).fetchall() or db.execute(_OF_SOURCE, (page,)).fetchall()
    if not rows or not page:
        repair = "지면 id의 앞부분이나 파일 이름을 적으십시오"
        raise SagwanError("ledger.no_page", "장부에 그런 지면이 없습니다", page, repair)
    if len(rows) > 1:
        few = ", ".join(str(id_)[:16] for _, id_ in rows[:4])
        what = f"{len(rows)}개의 지면이 들어맞습니다: {few} …"
        raise SagwanError("ledger.which_page", what, page, "더 길게 적으십시오")
    return int(rows[0][0])


@dataclass(frozen=True, slots=True)
class Address:
    """Where one record is kept: the key of its reading, its article, its kind and its number there."""

    reading: int
    article: int
    kind: str
    n: int


_TABLES = {"statement": "statements", "event": "events", "entity": "entities"}
KINDS = ("entity", "statement", "event", "money", "share", "count", "time")


def locate(db: sqlite3.Connection, record: str) -> Address:
    """Where a record is, by its id (`statement-…`) or its address (`PAGE:ARTICLE:money:N`).

    Raises `SagwanError` (`ledger.no_record`).
    """
    for kind, table in _TABLES.items():
        sql = f"SELECT r.reading, r.article, r.n FROM {table} r JOIN current c ON c.key = r.reading WHERE r.id = ?"
        found = db.execute(sql, (record,)).fetchone()
        if found is not None:
            return Address(found[0], found[1], kind, found[2])
    parts = record.split(":")
    if len(parts) == 4 and parts[1].isdigit() and parts[2] in KINDS and parts[3].isdigit():  # noqa: PLR2004 — its parts
        return Address(page_key(db, parts[0]), int(parts[1]), parts[2], int(parts[3]))
    raise SagwanError(
        "ledger.no_record", "장부에 그런 기록이 없습니다", record, "다른 명령이 보여 주는 id를 그대로 적으십시오"
    )


def most_quoted(db: sqlite3.Connection) -> str | None:
    """The person to whom most statements are given."""
    row = db.execute(
        """SELECT e.name FROM entities e JOIN statements s ON s.reading = e.reading AND s.speaker = e.id
        WHERE e.kind = 'person' GROUP BY e.name ORDER BY count(*) DESC, e.name LIMIT 1"""
    ).fetchone()
    return row[0] if row else None


def run_of(db: sqlite3.Connection, reading: int) -> Run:
    """What made a reading."""
    sql = "SELECT u.version, u.lexicon, u.models FROM readings r JOIN runs u ON u.key = r.run WHERE r.key = ?"
    return Run(*db.execute(sql, (reading,)).fetchone())
