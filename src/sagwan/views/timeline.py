"""Events in the order of their time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.ledger import query
from sagwan.views.around import sentence_around

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Moment:
    """An event at its time. `basis`: `event`, the text's own time; `published`, the day of the article; else None.

    `sentence` is the one that reports it, and `at_words` the range of the predicate in it.
    """

    at: str | None
    basis: str | None
    event: query.Done
    sentence: str
    at_words: tuple[int, int]


def timeline(db: sqlite3.Connection, name: str | None = None, since: str | None = None) -> tuple[Moment, ...]:
    """All events, or those whose actor or target goes by `name`, the earliest first, those without a time last.

    `since`: an ISO 8601 day; what has no time of any kind is left out then.
    """
    if name is None:
        events = query.done(db)
    else:
        ids = json.dumps([one.id for one in query.named(db, name)])
        who = "SELECT value FROM json_each(?)"
        events = query.done(db, f"(r.actor IN ({who}) OR r.target IN ({who}))", (ids, ids))
    moments = [_moment(event) for event in events]
    moments.sort(key=lambda m: (m.at is None, m.at or ""))
    return tuple(m for m in moments if since is None or (m.at is not None and m.at >= since))


def _moment(event: query.Done) -> Moment:
    words = Span(event.offset, event.offset + len(event.quote))
    sentence = sentence_around(event.around, words)
    cut = event.around[sentence.start : sentence.end].replace("\n", " ")
    at_words = (words.start - sentence.start, words.end - sentence.start)
    if event.time is not None and event.time[:4].isdigit():
        return Moment(event.time, "event", event, cut, at_words)
    if event.place.published is not None:
        return Moment(event.place.published, "published", event, cut, at_words)
    return Moment(None, None, event, cut, at_words)
