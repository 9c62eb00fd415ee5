"""Somebody does something to somebody, and how sure the text is of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.core.statement import Found


class Status(StrEnum):
    """How an event stands in the text (after factuality: FactBank, Saurí and Pustejovsky 2009)."""

    HAPPENED = "happened"
    PLANNED = "planned"
    REQUESTED = "requested"
    CLAIMED = "claimed"
    DENIED = "denied"
    REFUSED = "refused"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Argument:
    """One filled role of an event: the role's name in its frame, the words, and the entity if they name one."""

    role: str
    span: Span
    entity: str | None = None
    found: Found = Found.WRITTEN


@dataclass(frozen=True, slots=True)
class Event:
    """One report of an action. `span` runs to the end of the predicate's ending.

    `frame` is the id of the lexicon's entry, `action` the lemma as read; `source` the entity on whose word it
    stands, None for the reporter's own. `amount` and `time` are indices into the article's money and times.
    """

    id: str
    frame: str
    action: str
    span: Span
    status: Status
    negated: bool = False
    arguments: tuple[Argument, ...] = ()
    actor: str | None = None
    target: str | None = None
    amount: int | None = None
    time: int | None = None
    source: str | None = None
    statement: str | None = None
    same_as: str | None = None
    reason: Reason | None = None
