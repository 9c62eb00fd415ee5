"""People named by less than their name: 김 대표, 文, 도현이, and "대통령은" for a president of the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.core.span import Span
from sagwan.extract.names.holding import org_of
from sagwan.extract.names.look import Looks
from sagwan.extract.names.roster import Draft
from sagwan.extract.names.shape import is_korean_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sagwan.extract.names.holding import Holding
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.roster import Roster
    from sagwan.korean.passage import Passage

# 도현이, 도현아, but not within a word.
_CALLED = re.compile(r"(?<!\w)([가-힣]{2})(?=이(?:에게|가|는|를|도|와|의|랑)|[아야씨](?![가-힣]))")
_ANONYMOUS = re.compile(
    r"(?<![\w])(?:([A-Z])|([가-힣]\s?모))(?:\s?\([^()\n]{1,20}\))?\s?(씨|군|양)(?:(?![가-힣]{3})|(?=에게|로부터))"
)
_FULL = 3
_TWO = 2


def join_family_names(roster: Roster, held: Sequence[Holding], passage: Passage) -> None:
    """Give 김 대표 to the person of that family name whom the title fits best, else who was named last; to nobody
    where two fit alike and stand in one sentence.
    """
    people = roster.of(Kind.PERSON)
    chars = passage.text.chars
    begins = [s.span.start for s in passage.sentences]
    for h in sorted(held, key=lambda h: h.rule != "family-title"):
        if not h.people or h.people[0][0].looks is not Looks.FAMILY:
            continue
        unit = h.people[0][0]
        span = Span(unit.start, unit.end)
        fitting = [d for d in people if _bears(d.name, unit.text) and not _comes_later(d, h, unit.start)]
        chosen = roster.by_place.get(span) or _best(fitting, h, roster, begins)
        if chosen is None:
            continue
        roster.mention(chosen, span, chars[unit.start : unit.end])
        chosen.roles.append((h, org_of(h)))


def _best(fitting: list[Draft], h: Holding, roster: Roster, begins: list[int]) -> Draft | None:
    ranks = {d.name: _rank(d, h, roster) for d in fitting}
    ranked = sorted(fitting, key=lambda d: (ranks[d.name], d.last_before(h.start)), reverse=True)
    if len(ranked) > 1 and ranks[ranked[0].name] == ranks[ranked[1].name]:
        one, other = (bisect_right(begins, d.last_before(h.start)) for d in ranked[:2])
        if one == other:
            return None
    return ranked[0] if ranked else None


def _bears(name: str, family: str) -> bool:
    words = name.split()
    return words[-1] == family or (len(words) == 1 and name.startswith(family))


def _comes_later(draft: Draft, h: Holding, at: int) -> bool:
    """Whether somebody is introduced only behind `at`, and with other titles: 윤 대표 is no mayor 윤 yet to come."""
    titles = [r.title for r, _ in draft.roles if r.start != h.start]
    alike = any(t.endswith(h.title) or h.title.endswith(t) for t in titles)
    return draft.first.start > at and bool(titles) and not alike


def _rank(draft: Draft, h: Holding, roster: Roster) -> tuple[int, bool, bool]:
    """A title that fits goes before having been named already, and this before being called so later (이경수 씨)."""
    called_later = any(_is_alike(r, h) for r, _ in draft.roles)
    return _fit(draft, h, roster), draft.first.start < h.start, called_later


def _fit(draft: Draft, h: Holding, roster: Roster) -> int:
    """How well somebody fits a family name with a title: has it in the same organisation, was introduced with it, was
    addressed with it.
    """
    place = org_of(h)
    named = roster.by_place.get(place) if place else None
    alike = [org for r, org in draft.roles if _is_known_as(r, h)]
    if named is not None and any(org is not None and roster.by_place.get(org) is named for org in alike):
        return 3
    return 2 if any(alike) else 1 if alike else 0


def _is_known_as(before: Holding, h: Holding) -> bool:
    """Whether somebody has the title of `h` or one like it by `before`; 씨 tells nobody apart before it is said."""
    return (before.post.role or before.start < h.start) and _is_alike(before, h)


def _is_alike(one: Holding, other: Holding) -> bool:
    return one.title.endswith(other.title) or other.title.endswith(one.title)


def join_shared_names(roster: Roster, held: Sequence[Holding]) -> None:
    """Give 보렐 대통령 and 보렐 여사 to those two of the page who are called 보렐 and of whom each was introduced so;
    what stands without a title is whoever is named most.
    """
    people = roster.of(Kind.PERSON)
    titled = {Span(h.people[0][0].start, h.people[0][-1].end): h for h in held if h.people}
    for short in people:
        sharing = [d for d in people if d is not short and d.name.split()[-1] == short.name]
        if len(sharing) < _TWO:
            continue
        for span in sorted(short.spans, key=lambda s: (s not in titled, s)):
            h = titled.get(span)
            bearers = [d for d in sharing if any(_is_known_as(r, h) for r, _ in d.roles)] if h else sharing
            chosen = max(bearers, key=lambda d: (len(d.spans), -d.first.start), default=None)
            if chosen is not None and (h is None or len(bearers) == 1):
                roster.give(span, short, chosen)


def join_hanja(roster: Roster, passage: Passage, known: Knowledge) -> None:
    """Give 文, 尹, 李 to the one person of the page who has that family name."""
    signs = known.hanja_names
    people = roster.of(Kind.PERSON)
    chars = passage.text.chars
    for sentence in passage.sentences:
        for m in sentence.morphemes:
            if m.tag != "SH" or m.end - m.start != 1 or chars[m.start] not in signs:
                continue
            bearers = [d for d in people if len(d.name) == _FULL and d.name.startswith(signs[chars[m.start]])]
            bearers = _leaders(bearers) or bearers
            if len(bearers) == 1:
                roster.mention(bearers[0], Span(m.start, m.end), chars[m.start])


def _leaders(people: list[Draft]) -> list[Draft]:
    """Headlines shorten heads of state and party to one sign, nobody else."""
    return [d for d in people if any(r.post.field == "politics" for r, _ in d.roles)]


def join_given_names(roster: Roster, passage: Passage, known: Knowledge) -> None:
    """Give 도현이, 도현아 to the one person of the page with that given name."""
    given: dict[str, list[Draft]] = {}
    for d in roster.of(Kind.PERSON):
        if len(d.name) == _FULL and is_korean_name(d.name, known):
            given.setdefault(d.name[1:], []).append(d)
    single = {name: found[0] for name, found in given.items() if len(found) == 1}
    if not single:
        return
    for sentence in passage.sentences:
        for found in _CALLED.finditer(passage.text.chars, sentence.span.start, sentence.span.end):
            if found[1] in single:
                roster.mention(single[found[1]], Span(*found.span()), found[1])


def name_anonymous(roster: Roster, passage: Passage) -> None:
    """Take A씨, 김모씨 for people; the letter or the family name with 모 is where they stand."""
    for sentence in passage.sentences:
        for found in _ANONYMOUS.finditer(passage.text.chars, sentence.span.start, sentence.span.end):
            group = 1 if found[1] else 2
            name = "".join(found[group].split()) + found[3]
            draft = roster.by_name.get(name) or Draft(name, Kind.PERSON, "anonymous")
            roster.mention(draft, Span(*found.span(group)), found[group])


def join_bare_titles(roster: Roster, held: Iterable[Holding]) -> None:
    """Note "대통령은" with the one person of the page who holds that title at the time."""
    people = roster.of(Kind.PERSON)
    for h in held:
        if h.people or h.org or not h.post.bare or h.sense:
            continue
        holders = [d for d in people if any(r.title == h.title and not r.sense for r, _ in d.roles)]
        if len(holders) == 1 and holders[0].first.start < h.start:
            holders[0].titles[Span(h.start, h.end)] = h.title
