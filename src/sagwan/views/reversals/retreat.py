"""What somebody set out to do and then took back: an offer withdrawn, a plan given up (철회, 백지화, 번복)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.frame import Frame, StatusCue
from sagwan.lexicon.schema.relation import Retreat
from sagwan.views.cited import cite
from sagwan.views.reversals.reversal import Reversal
from sagwan.views.subject import share

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
            before = (one for one in near.values() if _before(one, deed, cast))
            alike = (one for one in before if _one_matter(one, deed, cast) or _whole(one, deed, lexicon, wording))
            first = min(alike, key=_when, default=None)
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


@cache
def _of_plans(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(noun for one in lexicon.all(StatusCue) if one.effect == "planned" for noun in one.nouns)


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
    """Whether it was told before, on one's own word or the reporter's."""
    if one.source is not None and not _own(one.source, one.who("actor"), cast):
        return False
    if one.told.place == back.told.place:
        return one.told.start < back.told.start
    return (one.told.place.published or "9999") < (back.told.place.published or "")


def _own(source: str, actor: str | None, cast: Cast) -> bool:
    return cast.person.get(source) == cast.person.get(actor or "") or cast.of_house(source, actor)


def _one_matter(one: Deed, back: Deed, cast: Cast) -> bool:
    a, b = one.who("target"), back.who("target")
    if a is not None and b is not None:
        return cast.person[a] == cast.person[b]
    actors = {cast.names[id_] for id_ in (one.who("actor"), back.who("actor")) if id_ is not None}
    names = tuple(sorted(actors | {house for name in actors for house in cast.houses.get(name, ())}))
    return share((one.sentence,), (back.sentence,), names, _SHARED)


def _whole(one: Deed, back: Deed, lexicon: Lexicon, wording: Mapping[str, Wording]) -> bool:
    """Whether both name the act and nothing that it is done to, of an act that binds no other: 상장을 추진했다, 상장
    계획은 철회했다.
    """
    frame = next((frame for frame in lexicon.all(Frame) if frame.id == one.frame), None)
    said = wording.get(one.id)
    alone = one.who("target") is None and one.amount is None and not (said and said.of("target", "theme"))
    words = (told.of("target", "theme") if (told := wording.get(back.id)) else None) or ""
    plain = set(words.split()) <= _of_nouns(lexicon).keys() | _of_plans(lexicon)
    return frame is not None and frame.tie is None and alone and back.who("target") is None and plain


def _when(deed: Deed) -> tuple[str, bool, int, str]:
    """The earliest first; a headline, which leaves out 예정 and 계획, behind what the articles of its day tell."""
    return deed.told.place.published or "9999", deed.headline, deed.told.start, deed.id


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
