"""Who said what, narrowed by what it is about, since when, and how it was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.ledger import query
from sagwan.ledger.query import Which
from sagwan.lexicon import load_default
from sagwan.views.index import pick
from sagwan.views.index.open import index_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sagwan.lexicon import Lexicon
    from sagwan.views.index.open import Index


def said_by(
    db: sqlite3.Connection,
    name: str | None = None,
    about: str | None = None,
    since: str | None = None,
    stance: str | None = None,
    *,
    as_of: str | None = None,
    lexicon: Lexicon | None = None,
) -> Iterator[query.Said]:
    """Statements by their publication, the earliest first.

    `name`: a speaker, under all names that the articles give, or the label of an unnamed source. `about`: a name that
    they are about, or words in them. `since` and `as_of`: ISO 8601 days, both included; an article without a date is
    then left out. Raises `SagwanError` (`ledger.no_name`) where no speaker and no source has the name.
    """
    index = index_of(db, lexicon or load_default())
    conditions, values = ["true"], []
    if about is not None:
        subjects = pick.about(index.known(about), as_of)
        conditions.append(f"(instr(r.quote, ?) > 0 OR (r.reading, r.article, r.n) IN ({subjects.sql}))")
        values += [about, *subjects.values]
    if stance is not None:
        conditions.append("r.stance = ?")
        values.append(stance)
    which = _by(index, name, since, as_of) if name is not None else _of_all(since, as_of)
    return query.said(db, " AND ".join(conditions), tuple(values), which)


def _of_all(since: str | None, as_of: str | None) -> Which:
    return pick.told_since("words", since, as_of) if since is not None else pick.all_of("words", as_of)


def _by(index: Index, name: str, since: str | None, as_of: str | None) -> Which:
    """Statements of a person or body of that name, and of an unnamed source labelled so."""
    bearers = index.known(name) if index.is_label(name) else index.bearers(name)
    named, called = pick.said_by(bearers, as_of, since), pick.labelled(name, as_of, since)
    return Which(f"{named.sql} UNION {called.sql}", (*named.values, *called.values))
