"""The identities behind a name, with what joined them and where each was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.identity import IdentityRule
from sagwan.views.identity.resolve import resolve
from sagwan.views.identity.sighting import sighting_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sagwan.core.entity import Judgement
    from sagwan.ledger.acts import Seen
    from sagwan.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Shown:
    """One sighting: its id, the name and posts of its article, and the article."""

    id: str
    name: str
    posts: tuple[tuple[str, str | None], ...]
    article: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One identity: the sightings that are it, and the rules that joined them, the surest last word first."""

    name: str
    kind: str
    sightings: tuple[Shown, ...]
    because: tuple[tuple[str, float], ...]


def identities_of(
    name: str, seen: Iterable[Seen], judgements: Sequence[Judgement], lexicon: Lexicon
) -> tuple[Listed, ...]:
    """Every identity that goes by `name` somewhere; more than one is an open question for a reader."""
    by_id = {one.id: one for one in seen}
    found = resolve((sighting_of(one) for one in by_id.values()), judgements, lexicon)
    labels = {rule.id: rule.label for rule in lexicon.all(IdentityRule)}
    return tuple(
        Listed(
            identity.name,
            identity.kind.value,
            tuple(_shown(by_id[id_]) for id_ in identity.sightings),
            tuple(sorted({(labels[j.rule], j.confidence) for j in identity.joined}, key=lambda j: (-j[1], j[0]))),
        )
        for identity in found.identities
        if any(name in by_id[id_].names for id_ in identity.sightings)
    )


def _shown(one: Seen) -> Shown:
    return Shown(one.id, one.name, tuple(sorted(one.posts, key=lambda p: (p[0], p[1] or ""))), one.article)
