"""From evidence to entities: kinds decided, names joined, mentions collected, roles given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.entity import Entity, Kind, Mention, Role
from sagwan.core.ids import content_id
from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.extract.names.joining import join_names
from sagwan.extract.names.places import places
from sagwan.extract.names.unit import Looks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.extract.names.census import Census
    from sagwan.extract.names.holding import Holding
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.unit import Unit
    from sagwan.korean.passage import Passage


class _Draft:
    """An entity in the making."""

    def __init__(self, name: str, kind: Kind, rule: str) -> None:
        self.name = name
        self.kind = kind
        self.rule = rule
        self.spans: dict[Span, str] = {}
        self.surfaces: dict[str, None] = {}
        self.roles: list[tuple[Holding, Span | None]] = []


def build(
    passage: Passage,
    census: Census,
    held: Sequence[Holding],
    asides: Sequence[tuple[int, list[Unit]]],
    known: Knowledge,
    starts: frozenset[int],
    ends: frozenset[int],
) -> tuple[Entity, ...]:
    """Everything the page names, ordered by first mention."""
    chars = passage.text.chars
    settled = [settle(h, census, chars) for h in held]
    kinds: dict[str, Kind] = {}
    rules: dict[str, str] = {}
    for surface in census.weights:
        told = census.kind(surface)
        if told:
            kinds[surface], rules[surface] = told
    _add_parts(kinds, rules, census)
    declared = list(_declared(asides, kinds, chars, known))
    for full, short in declared:
        kinds[short] = kinds[full]
    union = join_names(kinds, declared, known)
    drafts: dict[str, _Draft] = {}
    for start, end, surface in places(passage, kinds, starts, ends):
        head = union.head(surface)
        draft = drafts.setdefault(head, _Draft(head, kinds[head], rules.get(head, "declared")))
        draft.spans[Span(start, end)] = surface
        draft.surfaces[surface] = None
    _add_roles(drafts, settled)
    _add_family_names(drafts, settled)
    return _finish(passage, drafts)


def settle(h: Holding, census: Census, chars: str) -> Holding:
    """Tell the organisation from the holder where the words before a title could be either."""
    if not h.unsure or not h.people:
        return h
    name = h.people[0]
    surface = chars[name[0].start : name[-1].end]
    if census.weight(surface, Kind.ORG) > census.weight(surface, Kind.PERSON):
        return _moved(h, (), name)
    return h


def _moved(h: Holding, people: tuple[tuple[Unit, ...], ...], org: tuple[Unit, ...]) -> Holding:
    from dataclasses import replace

    return replace(h, people=people, org=org, unsure=False)


def _add_parts(kinds: dict[str, Kind], rules: dict[str, str], census: Census) -> None:
    """A word of a full name that also stands alone names the same person."""
    for full in [s for s, k in kinds.items() if k is Kind.PERSON and " " in s]:
        for part in full.split():
            if part in census.seen and part not in kinds and len(part) > 1:
                kinds[part] = Kind.PERSON
                rules[part] = "part of the name"


def _declared(
    asides: Sequence[tuple[int, list[Unit]]], kinds: dict[str, Kind], chars: str, known: Knowledge
) -> Iterator[tuple[str, str]]:
    for host, us in asides:
        full = next((chars[at:host] for at in range(max(0, host - 20), host) if chars[at:host] in kinds), None)
        if full is None or kinds[full] in (Kind.PLACE,):
            continue
        said = us[0].text == "이하" or us[0].looks is Looks.SENSE
        names = us[1:] if said else us
        for i, u in enumerate(names):
            if (i and u.link != "·") or (u.tail not in (")", "", "·") and not u.tail.startswith((")", "·", "·"))):
                break
            if u.looks in (Looks.TITLE, Looks.SENSE) or u.text in known.no_names or (u.kind is Kind.PLACE):
                break
            if kinds[full] is Kind.PERSON and not said and u.looks is not Looks.PROPER:
                break
            if u.famous and not u.famous.weak and u.famous.full != full and not said:
                break
            if u.looks is Looks.PERSON and kinds[full] is not Kind.PERSON and not _abbreviates(u.text, full):
                break
            yield full, u.text


def _abbreviates(short: str, full: str) -> bool:
    """Whether the characters of `short` stand in `full` in this order."""
    rest = iter(full)
    return all(c in rest for c in short)


def _add_family_names(drafts: dict[str, _Draft], held: Sequence[Holding]) -> None:
    people = [d for d in drafts.values() if d.kind is Kind.PERSON]
    for h in held:
        if not h.people or h.people[0][0].looks is not Looks.FAMILY:
            continue
        unit = h.people[0][0]
        fitting = [d for d in people if d.name.startswith(unit.text) or d.name.split()[-1] == unit.text]
        if not fitting:
            continue
        chosen = max(fitting, key=lambda d: _fit(d, h, unit.start))
        chosen.spans[Span(unit.start, unit.end)] = unit.text
        chosen.surfaces[unit.text] = None
        chosen.roles.append((h, Span(h.org[0].start, h.org[-1].end) if h.org else None))


def _fit(draft: _Draft, h: Holding, at: int) -> tuple[int, int]:
    """How well somebody fits a family name with a title: introduced with it, addressed with it, named last."""
    alike = [org for r, org in draft.roles if r.title.endswith(h.title) or h.title.endswith(r.title)]
    introduced = 2 if any(alike) else 1 if alike else 0
    return introduced, max((s.start for s in draft.spans if s.start < at), default=-1)


def _add_roles(drafts: dict[str, _Draft], held: Sequence[Holding]) -> None:
    by_place = {span: d for d in drafts.values() for span in d.spans}
    for h in held:
        for name in h.people:
            place = Span(name[0].start, name[-1].end)
            draft = by_place.get(place)
            if draft is not None and draft.kind is Kind.PERSON:
                org = Span(h.org[0].start, h.org[-1].end) if h.org else None
                draft.roles = [r for r in draft.roles if r[0] is not h]
                draft.roles.append((h, org))


def _finish(passage: Passage, drafts: dict[str, _Draft]) -> tuple[Entity, ...]:
    text_id = passage.text.id
    ordered = sorted(drafts.values(), key=lambda d: (min(d.spans), d.name))
    ids = {id(d): content_id("entity", text_id, d.name, d.kind, min(d.spans).start) for d in ordered}
    by_place = {span: ids[id(d)] for d in ordered for span in d.spans}
    return tuple(
        Entity(
            id=ids[id(d)],
            name=d.name,
            kind=d.kind,
            mentions=tuple(Mention(span) for span in sorted(d.spans)),
            aliases=tuple(s for s in d.surfaces if s != d.name),
            roles=tuple(_roles(d, by_place)),
            reason=Reason(d.rule, min(d.spans)),
        )
        for d in ordered
    )


def _roles(draft: _Draft, by_place: dict[Span, str]) -> Iterator[Role]:
    done: list[Role] = []
    for h, org in sorted(draft.roles, key=lambda r: (r[1] is None, -len(r[0].title), r[0].start)):
        if not h.post.role:
            continue
        ident = by_place.get(org) if org else None
        same = [r for r in done if r.title.endswith(h.title)]
        if any(ident is None or r.org == ident for r in same):
            continue
        done.append(Role(h.title, Span(h.start, h.end), ident, h.sense, Reason(h.rule, Span(h.start, h.end))))
    yield from sorted(done, key=lambda r: r.span)
