"""The roles of each person: titles with their organisations, none twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.entity import Kind, Role
from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.extract.names.holding import org_of
from sagwan.extract.names.roster import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sagwan.extract.names.holding import Holding
    from sagwan.extract.names.roster import Roster


def give_roles(roster: Roster, held: Iterable[Holding]) -> None:
    """Hand each title to the person who stands beside it."""
    for h in held:
        org = org_of(h)
        for name in h.people:
            draft = roster.by_place.get(Span(name[0].start, name[-1].end))
            if draft is not None and draft.kind is Kind.PERSON:
                draft.roles.append((h, org))


def name_signs(roster: Roster, held: Iterable[Holding]) -> None:
    """Give the sign before a post to its country: 미 국방장관 is the United States' minister."""
    for h in held:
        if len(h.org) != 1 or not h.post.realm:
            continue
        sign = h.org[0]
        if sign.famous is not None and sign.famous.weak and sign.kind is Kind.PLACE and len(sign.text) == 1:
            full = sign.famous.full
            draft = roster.by_name.get(full) or Draft(full, Kind.PLACE, sign.rule)
            roster.mention(draft, Span(sign.start, sign.end), sign.text)


def roles(draft: Draft, by_place: Mapping[Span, str]) -> list[Role]:
    """The titles of one person in text order. The same title said again, or shorter, adds nothing unless another
    organisation stands with it.
    """
    done: list[Role] = []
    for h, org in sorted(draft.roles, key=lambda r: (r[1] is None, -len(r[0].title), r[0].start)):
        if not h.post.role:
            continue
        ident = by_place.get(org) if org else None
        same = [r for r in done if r.title.endswith(h.title) and h.sense in (None, "current", r.sense)]
        if not any(ident is None or r.org == ident for r in same):
            span = Span(h.start, h.end)
            done.append(Role(h.title, span, ident, h.sense, Reason(h.rule, span)))
    return sorted(done, key=lambda r: r.span)
