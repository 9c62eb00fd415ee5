"""What somebody set out to do and then took back: an offer withdrawn, a plan given up (철회, 백지화, 번복)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.frame import Frame
from sagwan.lexicon.schema.relation import Retreat
from sagwan.views.cited import cite
from sagwan.views.subject import share
from sagwan.views.turn import Reversal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sagwan.ledger.acts import Deed
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast

# Words that two sentences must share to tell of one matter, where not both name upon whom.
_SHARED = 2
# Who acts, for whom he acts, or who acts for him, under each frame.
Seat = tuple[str, str, str]


def retreats(deeds: Iterable[Deed], cast: Cast, lexicon: Lexicon, wording: Mapping[str, Wording]) -> Iterator[Reversal]:
    """Each act that its own man, or the house that he speaks for, takes back; however many report it.

    The act was told before: on an earlier day, or earlier in the article. Frame and matter are the same.
    """
    told = tuple(deeds)
    begun: dict[Seat, list[Deed]] = defaultdict(list)
    for deed in told:
        if not deed.negated and not _back(deed, lexicon):
            for seat in _seats(deed, cast):
                begun[(deed.frame, *seat)].append(deed)
    found: dict[str, tuple[Deed, list[Deed]]] = {}
    for deed in told:
        if _back(deed, lexicon):
            near = {one.id: one for seat in _sought(deed, cast, lexicon, wording) for one in begun.get(seat, ())}
            first = min((one for one in near.values() if _before(one, deed, cast)), key=_when, default=None)
            if first is not None:
                found.setdefault(first.id, (first, []))[1].append(deed)
    for first, after in found.values():
        yield _reversal(first, after, cast)


@cache
def _verbs(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(verb for one in lexicon.all(Retreat) for verb in one.verbs)


@cache
def _of_nouns(lexicon: Lexicon) -> Mapping[str, str]:
    return {noun: frame.id for frame in lexicon.all(Frame) for noun in frame.nouns}


def _back(deed: Deed, lexicon: Lexicon) -> bool:
    """Whether it takes back what it names: 제안을 철회하다."""
    last = deed.action.rpartition(" ")[2]
    return deed.who("actor") is not None and last.startswith(_verbs(lexicon))


def _seats(deed: Deed, cast: Cast) -> Iterator[tuple[str, str]]:
    actor = deed.who("actor")
    if actor is not None:
        yield "one", cast.person[actor]
        yield "name", cast.names[actor]
        yield from (("house", house) for house in sorted(cast.houses.get(actor, ())))


def _sought(deed: Deed, cast: Cast, lexicon: Lexicon, wording: Mapping[str, Wording]) -> Iterator[Seat]:
    """Where the acts stand that it may take back: of one who acts, of his house, of who speaks for it."""
    actor = deed.who("actor") or ""
    who = [("one", cast.person[actor]), ("house", cast.names[actor])]
    who += [("name", house) for house in sorted(cast.houses.get(actor, ()))]
    for frame in sorted(_frames(deed, lexicon, wording)):
        yield from ((frame, *seat) for seat in who)


def _frames(deed: Deed, lexicon: Lexicon, wording: Mapping[str, Wording]) -> set[str]:
    """The act that was taken back: that of the event itself (제안을 철회했다), and what its words name (인수 제안)."""
    nouns = _of_nouns(lexicon)
    said = wording.get(deed.id)
    words = (said.of("theme", "target") if said else None) or ""
    named = {nouns[word] for word in words.split() if word in nouns}
    return named | ({deed.frame} if deed.negated else set())


def _before(one: Deed, back: Deed, cast: Cast) -> bool:
    """Whether it was told before and is of the same matter; told on one's own word or the reporter's."""
    if one.source is not None and not _own(one.source, one.who("actor"), cast):
        return False
    if one.told.place == back.told.place:
        earlier = one.told.start < back.told.start
    else:
        earlier = (one.told.place.published or "9999") < (back.told.place.published or "")
    return earlier and _one_matter(one, back, cast)


def _own(source: str, actor: str | None, cast: Cast) -> bool:
    return cast.person.get(source) == cast.person.get(actor or "") or cast.of_house(source, actor)


def _one_matter(one: Deed, back: Deed, cast: Cast) -> bool:
    a, b = one.who("target"), back.who("target")
    if a is not None and b is not None:
        return cast.person[a] == cast.person[b]
    actors = {cast.names[id_] for id_ in (one.who("actor"), back.who("actor")) if id_ is not None}
    names = tuple(sorted(actors | {house for name in actors for house in cast.houses.get(name, ())}))
    return share((one.sentence,), (back.sentence,), names, _SHARED)


def _when(deed: Deed) -> tuple[str, int, str]:
    return deed.told.place.published or "9999", deed.told.start, deed.id


def _reversal(first: Deed, after: Sequence[Deed], cast: Cast) -> Reversal:
    back = sorted(after, key=_when)
    return Reversal(
        speaker=cast.name(back[0].who("actor")) or "",
        basis="will",
        mark=back[0].quote,
        ordered=True,
        teaser=any(deed.told.teaser for deed in (first, *back)),
        before=(cite(first),),
        after=tuple(cite(deed) for deed in back),
    )
