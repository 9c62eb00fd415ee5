"""Names in a text, who they are, and judgements on who is the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sagwan.core.reason import Reason
from sagwan.core.span import Span


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    PRODUCT = "product"
    PROJECT = "project"
    LAW = "law"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands, without its particle or title. `by`: `rule`, `tagger` or `both`.

    `form`: `name`, or `title` where a bare title ("대통령은") stands for its holder.
    """

    span: Span
    by: str = "rule"
    confidence: float | None = None
    form: str = "name"


@dataclass(frozen=True, slots=True)
class Role:
    """A title as the text gives it, at its place; `org` is the id of the organisation or country, if named.

    `sense`: `former`, `designate`, `acting` … where the text says so, else None.
    """

    title: str
    span: Span
    org: str | None = None
    sense: str | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or thing within one article: every mention of it, and its roles."""

    id: str
    name: str
    kind: Kind
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A word that stands for somebody named before (그, 이 회사, 양사), at its place.

    `entities` holds the ids of whom it means, several for 양사 and 두 사람; empty where that stays open, and then
    `candidates` holds the ids that fit equally well, the nearest first. It is no mention and no alias.
    """

    span: Span
    entities: tuple[str, ...]
    candidates: tuple[str, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Somebody's ruling that two entities are, or are not, the same; a later one may take it back."""

    left: str
    right: str
    same: bool
    by: str
    because: str


@dataclass(frozen=True, slots=True)
class Naming:
    """Somebody's ruling on the name that whoever an entity shows goes under; None takes earlier ones back.

    `at`: ISO 8601. Of several on one identity the last holds.
    """

    entity: str
    name: str | None
    by: str
    because: str
    at: str
