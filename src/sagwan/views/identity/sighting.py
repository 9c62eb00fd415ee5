"""One entity as one article shows it: what identity is decided on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind

if TYPE_CHECKING:
    pass

# Kinds that one article may take for another's: a company and its product, a project run as a company.
_NEAR = (
    frozenset({Kind.ORG, Kind.PROJECT, Kind.PRODUCT}),
    frozenset({Kind.ORG, Kind.PLACE}),
    frozenset({Kind.EVENT, Kind.PROJECT}),
)


@dataclass(frozen=True, slots=True)
class Post:
    """A title and the organisation it is held at, as written."""

    title: str
    org: str | None

    @property
    def in_one_word(self) -> str:
        """The post as an article writes it that does not name the place apart: 물빛시 and 시장 are 물빛시장."""
        org = self.org or ""
        return org + (self.title[1:] if org.endswith(self.title[:1]) else self.title)


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entity of one article: its names there, its posts, and the names of the others in the article."""

    id: str
    kind: Kind
    name: str
    names: frozenset[str]
    posts: frozenset[Post]
    beside: frozenset[str]
    article: str


def compatible(one: Kind, other: Kind) -> bool:
    """Whether the two kinds may be one thing's."""
    return one == other or any({one, other} <= near for near in _NEAR)
