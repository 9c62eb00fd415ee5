"""A position and its opposite by one speaker in two articles, where no text says that he changed it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.core.statement import Stance
from sagwan.lexicon.schema.value import TimeWord
from sagwan.views.bearing import bearings, meanings
from sagwan.views.cited import Cited, cite
from sagwan.views.contrary import teller
from sagwan.views.subject import subject, topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sagwan.ledger.acts import Deed, Word
    from sagwan.ledger.figures import Figure
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.relation import Bearing
    from sagwan.views.cast import Cast

# Words that two statements of one speaker must share to be on one matter.
_SHARED = 2
# Figures exclude each other where nothing lies in both and one is half as much again: less is a forecast refined.
_APART = 3, 2
AHEAD = (Stance.FORECAST, Stance.PROMISE)


@dataclass(frozen=True, slots=True)
class Reversal:
    """What somebody said first and what he said then.

    `basis`: `marked`, the text itself calls it a change (수정했다), with `mark` the words that do; `act`, he is
    quoted both with an act and with its denial; `will`, he would not and then would, or did, or
    the other way round, or took back what he set out to do (`mark` then has the words);
    `value`, he foretells or promises of one matter figures that exclude each other; `stance`, he blames and then
    praises one in one matter. `teaser`: one of the two was read in a teaser only. `ordered` is
    False where nothing says which of the two came first.
    """

    speaker: str
    basis: str
    mark: str | None
    ordered: bool
    teaser: bool
    before: tuple[Cited, ...]
    after: tuple[Cited, ...]


def turns_of_will(deeds: Iterable[Deed], cast: Cast, lexicon: Lexicon) -> Iterator[Reversal]:
    """Who said that he would not do something to somebody, and later would or did; and the other way round.

    The same frame, actor and target, in two articles of two days; the first stands on his own word, the other on his
    own or, where it was done, on the reporter's.
    """
    known = meanings(lexicon)
    by_act: dict[tuple[str, str, str], list[Deed]] = defaultdict(list)
    for deed in deeds:
        actor, target = deed.who("actor"), deed.who("target")
        if actor is not None and target is not None and deed.frame in known and deed.told.place.published:
            by_act[(deed.frame, cast.person[actor], cast.person[target])].append(deed)
    for (_, actor, _), told in sorted(by_act.items()):
        told.sort(key=lambda d: (d.told.place.published or "", d.id))
        first = next((d for d in told if _own(d, actor, cast) and (_wills(d) or _will_not(d))), None)
        turn = first and next((d for d in told if _turns(first, d, actor, cast)), None)
        if first and turn:
            yield _reversal(cast.name(first.who("actor")) or "", "will", first, turn)


def _turns(first: Deed, then: Deed, actor: str, cast: Cast) -> bool:
    if (then.told.place.published or "") <= (first.told.place.published or ""):
        return False
    if _will_not(first):
        did = then.status == Status.HAPPENED and not then.negated
        return did or (_wills(then) and _own(then, actor, cast))
    return _will_not(then) and _own(then, actor, cast)


def _wills(deed: Deed) -> bool:
    return deed.status == Status.PLANNED and not deed.negated


def _will_not(deed: Deed) -> bool:
    return deed.status in (Status.REFUSED, Status.DENIED) or (deed.status == Status.PLANNED and deed.negated)


def _own(deed: Deed, actor: str, cast: Cast) -> bool:
    """Whether he himself says so, or somebody who holds a post with him; a refusal is his own word."""
    if deed.source is None:
        return deed.status == Status.REFUSED
    return teller(deed, cast) == actor or cast.of_house(deed.source, deed.who("actor"))


def turns_of_word(
    words: Iterable[Word], told: Mapping[str, tuple[Figure, ...]], cast: Cast, lexicon: Lexicon
) -> Iterator[Reversal]:
    """Two statements of one speaker on one matter, of two days, that do not go together by figure or by stance."""
    known = bearings(lexicon)
    by_voice: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        bent = known.get(word.stance)
        if word.speaker is not None and word.told.place.published and ((bent and bent.sign) or _foretells(word, told)):
            by_voice[cast.person[word.speaker]].append(word)
    for _, said in sorted(by_voice.items()):
        said.sort(key=lambda w: (w.told.place.published or "", w.id))
        yield from _pairs(said, told, cast, lexicon)


def _foretells(word: Word, told: Mapping[str, tuple[Figure, ...]]) -> bool:
    return word.stance in AHEAD and word.id in told


def _pairs(
    said: Sequence[Word], told: Mapping[str, tuple[Figure, ...]], cast: Cast, lexicon: Lexicon
) -> Iterator[Reversal]:
    used: set[str] = set()
    known = bearings(lexicon)
    for one, other in _near(said, told, cast, known):
        if one.told.place.published == other.told.place.published or {one.id, other.id} & used:
            continue
        basis = _excludes(one, other, told) or _opposes(one, other, cast, known)
        if basis is not None and _one_matter(one, other, basis, cast, lexicon):
            used |= {one.id, other.id}
            yield _reversal(cast.name(one.speaker) or "", basis, one, other)


def _near(
    said: Sequence[Word], told: Mapping[str, tuple[Figure, ...]], cast: Cast, known: Mapping[str, Bearing]
) -> Iterator[tuple[Word, Word]]:
    """The pairs that may be at odds, in the order of the first and then of the other."""
    places: dict[object, list[int]] = defaultdict(list)
    sides = [tuple(_sides(word, told, cast, known)) for word in said]
    for place, own in enumerate(sides):
        for side, _ in own:
            places[side].append(place)
    for place, own in enumerate(sides):
        for other in sorted({k for _, against in own for k in places[against] if k > place}):
            yield said[place], said[other]


def _sides(
    word: Word, told: Mapping[str, tuple[Figure, ...]], cast: Cast, known: Mapping[str, Bearing]
) -> Iterator[tuple[object, object]]:
    """Where a statement stands, and where what is at odds with it stands."""
    if _foretells(word, told):
        for figure in told[word.id]:
            yield (figure.kind, figure.unit), (figure.kind, figure.unit)
    bent = known.get(word.stance)
    if bent and bent.sign and "about" in bent.toward and len(word.about) == 1:
        yield (cast.person[word.about[0]], bent.sign), (cast.person[word.about[0]], -bent.sign)


def _excludes(one: Word, other: Word, told: Mapping[str, tuple[Figure, ...]]) -> str | None:
    if not (_foretells(one, told) and _foretells(other, told)):
        return None
    a, b = ({(f.kind, f.unit): f for f in told[word.id]} for word in (one, other))
    alone = len(a) == len(told[one.id]) and len(b) == len(told[other.id])  # of two sums nobody knows which is meant
    return "value" if alone and any(_apart(a[key], b[key]) for key in a.keys() & b.keys()) else None


def _apart(one: Figure, other: Figure) -> bool:
    low, high = (one, other) if one.high <= other.low else (other, one)
    times, of = _APART
    return high.low > low.high and high.low * of >= low.high * times


def _opposes(one: Word, other: Word, cast: Cast, known: Mapping[str, Bearing]) -> str | None:
    if len(one.about) != 1 or len(other.about) != 1 or cast.person[one.about[0]] != cast.person[other.about[0]]:
        return None
    signs = [
        known[word.stance].sign if "about" in known[word.stance].toward else 0
        for word in (one, other)
        if word.stance in known
    ]
    return "stance" if sorted(signs) == [-1, 1] else None


def _one_matter(one: Word, other: Word, basis: str, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether they share enough words; figures of one topic that is no name and no time need no other (공장은 3년)."""
    names = tuple(cast.names[id_] for id_ in (one.speaker, *one.about) if id_ is not None)
    common = subject((one.quote,), names) & subject((other.quote,), names)
    if len(common) >= _SHARED or basis != "value" or common <= _times(lexicon):
        return len(common) >= _SHARED
    return topic(one.quote) == topic(other.quote) == common


@cache
def _times(lexicon: Lexicon) -> frozenset[str]:
    """Words that say when (올해, 내년): what two forecasts have in common if they share one of these is no matter."""
    return frozenset(word for one in lexicon.all(TimeWord) for word in one.words)


def _reversal(speaker: str, basis: str, before: Deed | Word, after: Deed | Word) -> Reversal:
    teaser = before.told.teaser or after.told.teaser
    return Reversal(
        speaker=speaker,
        basis=basis,
        mark=None,
        ordered=True,
        teaser=teaser,
        before=(cite(before),),
        after=(cite(after),),
    )
