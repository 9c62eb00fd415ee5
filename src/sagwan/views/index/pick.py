"""Which records of the ledger a question is about, as the side file points at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.ledger.query import Which
from sagwan.views.index.open import TOLD_BY, TOLD_FROM, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEY = "SELECT DISTINCT a.reading, a.n AS article, r.n"
_SEEN = "json_each(?) j CROSS JOIN side.sightings s ON s.identity = j.value"
_HOME = f"CROSS JOIN side.articles a ON a.id = r.article WHERE {TOLD_BY}"


def said_by(identities: Iterable[int], as_of: str | None, since: str | None = None) -> Which:
    """Statements of theirs."""
    sql = f"{_KEY} FROM {_SEEN} CROSS JOIN side.words r ON r.speaker = s.sid {_HOME} AND {TOLD_FROM}"
    return Which(sql, (listed(identities), as_of, as_of, since, since))


def labelled(label: str, as_of: str | None, since: str | None = None) -> Which:
    """Statements of an unnamed source by the words for it."""
    sql = f"{_KEY} FROM side.words r {_HOME} AND {TOLD_FROM} AND r.label = ?"
    return Which(sql, (as_of, as_of, since, since, label))


def about(identities: Iterable[int], as_of: str | None) -> Which:
    """Statements about them."""
    sql = f"{_KEY} FROM {_SEEN} CROSS JOIN side.abouts r ON r.sid = s.sid {_HOME}"
    return Which(sql, (listed(identities), as_of, as_of))


def acted(identities: Iterable[int], as_of: str | None, since: str | None = None, *, paid: bool = False) -> Which:
    """Events of which they are actor or target; with `paid` those with a sum, and the sum in place of the event."""
    n = "d.amount AS n" if paid else "d.n"
    sql = f"""SELECT DISTINCT a.reading, a.n AS article, {n} FROM {_SEEN}
      CROSS JOIN side.parts r ON r.sid = s.sid
      CROSS JOIN side.deeds d ON d.article = r.article AND d.n = r.n AND (d.actor = s.sid OR d.target = s.sid)
      {_HOME} AND {TOLD_FROM} {"AND d.amount IS NOT NULL" if paid else ""}"""
    return Which(sql, (listed(identities), as_of, as_of, since, since))


def told_since(table: str, since: str, as_of: str | None) -> Which:
    """All `words`, `deeds` or `coins` of articles that came out on a day or later."""
    sql = f"""SELECT a.reading, a.n AS article, r.n FROM side.articles a CROSS JOIN side.{table} r ON r.article = a.id
      WHERE a.published >= ? AND {TOLD_BY}"""
    return Which(sql, (since, as_of, as_of))


def all_of(table: str, as_of: str | None) -> Which:
    """All `words`, `deeds` or `coins` of the ledger."""
    return Which(f"SELECT a.reading, a.n AS article, r.n FROM side.{table} r {_HOME}", (as_of, as_of))
