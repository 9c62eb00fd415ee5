"""From evidence to entities: kinds decided, names joined, mentions collected, roles given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sagwan.core.entity import Entity, Kind, Mention
from sagwan.core.ids import content_id
from sagwan.core.reason import Reason
from sagwan.core.span import Span
from sagwan.extract.names.abbreviation import abbreviations
from sagwan.extract.names.address import (
    join_bare_titles,
    join_family_names,
    join_given_names,
    join_hanja,
    join_shared_names,
    name_anonymous,
)
from sagwan.extract.names.declared import declared
from sagwan.extract.names.holding import org_of
from sagwan.extract.names.joining import join_names
from sagwan.extract.names.metonym import clubs_by_city, clubs_by_first_word, join_bare_heads, means_club
from sagwan.extract.names.places import places
from sagwan.extract.names.role import give_roles, name_signs, roles
from sagwan.extract.names.roster import Draft, Roster

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sagwan.extract.names.census import Census
    from sagwan.extract.names.holding import Holding
    from sagwan.extract.names.knowledge import Famous, Knowledge
    from sagwan.extract.names.learned import Learned
    from sagwan.extract.names.unit import Unit
    from sagwan.korean.passage import Passage


# Endings and particles: no name begins within a word where one does (감사드+린다).
_HANGING = frozenset("EJ")


@dataclass(slots=True)
class Heard:
    """All that the rows of a page say: evidence by surface, where names may end, names that the page tells by their
    place, titles, bracketed asides, endings that stand alone.
    """

    census: Census
    ends: set[int]
    learned: Learned
    told: Mapping[int, Famous]
    held: list[Holding] = field(default_factory=list)
    asides: list[tuple[int, list[Unit]]] = field(default_factory=list)
    bare: list[Unit] = field(default_factory=list)


def build(passage: Passage, heard: Heard, known: Knowledge) -> tuple[Entity, ...]:
    """Everything the page names, ordered by first mention."""
    chars = passage.text.chars
    held = [_settle(h, heard.census, chars) for h in heard.held]
    roster = _mentions(passage, heard, known)
    name_signs(roster, held)
    give_roles(roster, held)
    join_shared_names(roster, held)
    join_family_names(roster, held, passage)
    join_hanja(roster, passage, known)
    join_given_names(roster, passage, known)
    join_bare_heads(roster, heard.bare, chars, known)
    join_bare_titles(roster, held)
    return _finish(passage, roster, heard.learned)


def _settle(h: Holding, census: Census, chars: str) -> Holding:
    """Tell the organisation from the holder where the words before a title could be either."""
    if not h.unsure or not h.people:
        return h
    name = h.people[0]
    surface = chars[name[0].start : name[-1].end]
    if max(census.weight(surface, Kind.ORG), census.weight(surface, Kind.PLACE)) > census.weight(surface, Kind.PERSON):
        return replace(h, people=(), org=name, unsure=False)
    return h


def _mentions(passage: Passage, heard: Heard, known: Knowledge) -> Roster:
    """Every place of every name that the evidence is enough for, joined into entities in the making."""
    chars = passage.text.chars
    kinds, rules = heard.census.decide()
    pairs = list(declared(heard.asides, kinds, chars, known))
    for full, short in pairs:
        kinds[short], rules[short] = kinds[full], "declared"
    for full, short in list(abbreviations(kinds, heard.census, known)):
        kinds[short], rules[short] = Kind.ORG, "abbreviation"
        pairs.append((full, short))
    union = join_names(kinds, pairs, chars, known)
    heads = dict.fromkeys(map(union.head, kinds))
    clubs = clubs_by_city(heads, kinds, known)
    for word, club in clubs_by_first_word(heads, kinds, known).items():
        if not _is_firm(word, heard.held, chars):
            union.add(word)
            union.join(club, word, "short-form")
            kinds[word], rules[word] = Kind.ORG, "short-form"
    starts = frozenset([m.start for s in passage.sentences for m in s.morphemes if m.tag[0] not in _HANGING])
    roster = Roster()
    name_anonymous(roster, passage)
    for start, one in heard.told.items():
        if one.weak:  # 물빛+시장
            head = union.head(one.full)
            draft = roster.by_name.get(head) or Draft(head, kinds[head], rules[head])
            roster.mention(draft, Span(start, start + len(one.form)), one.form)
    for start, end, surface in places(passage, [*kinds, *clubs], starts, heard.ends):
        name = surface
        if surface in clubs and means_club(chars, end):
            name = clubs[surface]
        elif surface not in kinds:
            continue
        head = union.head(name)
        draft = roster.by_name.get(head) or Draft(head, kinds[head], rules[head])
        roster.mention(draft, Span(start, end), surface)
    return roster


def _is_firm(name: str, held: Sequence[Holding], chars: str) -> bool:
    """Whether somebody on the page has a post in business there, so that the name is not only a club's."""
    at = (org_of(h) for h in held if h.post.field == "business")
    return any(place is not None and chars[place.start : place.end] == name for place in at)


def _finish(passage: Passage, roster: Roster, learned: Learned) -> tuple[Entity, ...]:
    ordered = sorted(roster.by_name.values(), key=lambda d: (d.first, d.name))
    ids = {d.name: content_id("entity", passage.text.id, d.name, d.kind, d.first.start) for d in ordered}
    by_place = {span: ids[d.name] for span, d in roster.by_place.items()}
    return tuple(
        Entity(
            id=ids[d.name],
            name=d.name,
            kind=d.kind,
            mentions=_mentions_of(d, learned),
            aliases=tuple(dict.fromkeys(s for _, s in sorted(d.spans.items()) if s != d.name)),
            roles=tuple(roles(d, by_place)),
            reason=Reason(d.rule, d.first),
        )
        for d in ordered
    )


def _mentions_of(draft: Draft, learned: Learned) -> tuple[Mention, ...]:
    named = [_mention(span, draft, learned) for span in draft.spans]
    titled = [Mention(span, form="title") for span in draft.titles]
    return tuple(sorted([*named, *titled], key=lambda m: m.span))


def _mention(span: Span, draft: Draft, learned: Learned) -> Mention:
    """Say who found it. The confidence is the tagger's; a rule alone gives none."""
    said = learned.says(span)
    if said is None or said[0] is not draft.kind:
        return Mention(span)
    return Mention(span, "tagger" if draft.rule == "tagger" else "both", said[1])
