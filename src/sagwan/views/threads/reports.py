"""Articles as threads see them: day, whom they are about, what nouns they hold, what they are known by."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.views.index.open import TOLD_BY, listed
from sagwan.views.search.shelve import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sagwan.views.index.open import Index

# Numbers that say which matter it is: not those that count a few, nor years.
_LEAST, _YEARS = 100, (1900, 2100)
_MAIN = 6  # identities that an article may be about
_TELLING = ("person", "org", "product", "project", "law", "event")  # a place is in every article


@dataclass(frozen=True, slots=True)
class Report:
    """One article: `number` is that of the side file and in no answer; `at` orders it (day, clock, page, number on the
    page); `cast` are those it is about, those in the headline and those named most; `figures` are the numbers
    of a hundred and more that are no years (2500만 달러).
    """

    number: int
    day: str | None
    at: tuple[str, str, str, int]
    cast: frozenset[str]
    nouns: frozenset[str]
    figures: frozenset[str]
    minima: bytes


def reports(index: Index, articles: Iterable[int] | None = None, as_of: str | None = None) -> tuple[Report, ...]:
    """Main articles, those given or all, in the order of their publication; the undated ones last."""
    which = "" if articles is None else "AND a.id IN (SELECT value FROM json_each(?))"
    values = (as_of, as_of, *(() if articles is None else (listed(articles),)))
    rows = index.db.execute(
        f"""SELECT a.id, a.published, coalesce(m.clock, '99:99'), a.page, a.n, h.head, h.terms, g.minima,
          coalesce(m.headline_quote, '')
        FROM side.articles a JOIN main.articles m ON m.reading = a.reading AND m.n = a.n
        JOIN side.shelved h ON h.article = a.id JOIN side.signed g ON g.article = a.id
        WHERE {TOLD_BY} AND a.part = 'main' {which}""",
        values,
    ).fetchall()
    casts = _casts(index, {row[0]: row[8] for row in rows}, whole=articles is None)
    found = [_report(row, casts.get(row[0], frozenset())) for row in rows]
    return tuple(sorted(found, key=lambda one: one.at))


def _report(row: tuple[int, str | None, str, str, int, int, bytes, bytes, str], cast: frozenset[str]) -> Report:
    number, day, clock, page, n, head, packed, minima, _ = row
    shelved, _ = unpacked(head, packed)
    forms = frozenset(term.form for term in shelved.pieces if not term.form.endswith("다"))
    numbers = frozenset(form for form in forms if form.isdigit())
    figures = frozenset(form for form in numbers if int(form) >= _LEAST and not _YEARS[0] <= int(form) <= _YEARS[1])
    return Report(number, day, (day or "9999", clock, page, n), cast, forms - numbers, figures, minima)


def _casts(index: Index, headlines: dict[int, str], *, whole: bool) -> dict[int, frozenset[str]]:
    where = "" if whole else "AND s.article IN (SELECT value FROM json_each(?))"
    rows = index.db.execute(
        f"""SELECT s.article, h.id, s.name, s.mentions, s.also FROM side.sightings s
        JOIN side.sightings h ON h.sid = s.identity WHERE s.kind IN {_TELLING} {where}""",
        () if whole else (listed(headlines),),
    )
    seen: dict[int, list[tuple[bool, int, str]]] = defaultdict(list)
    for article, id_, name, mentions, also in rows:
        if article in headlines:
            names = [name, *json.loads(also or "[]")]
            seen[article].append((any(one in headlines[article] for one in names), mentions, id_))
    return {
        article: frozenset(id_ for _, _, id_ in sorted(who, key=lambda w: (not w[0], -w[1], w[2]))[:_MAIN])
        for article, who in seen.items()
    }
