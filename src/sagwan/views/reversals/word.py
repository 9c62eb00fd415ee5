"""Two statements of one speaker that do not go together, by figure or by stance, where no text says that he changed."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.statement import Stance
from sagwan.lexicon.schema.value import TimeWord
from sagwan.views.bearing import bearings
from sagwan.views.reversals.reversal import reversal_of
from sagwan.views.subject import subject, topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sagwan.ledger.acts import Word
    from sagwan.ledger.figures import Figure
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.relation import Bearing
    from sagwan.views.cast import Cast
    from sagwan.views.reversals.reversal import Reversal

# Words that two statements of one speaker must share to be on one matter.
_SHARED = 2
# Figures exclude each other where nothing lies in both and one is half as much again: less is a forecast refined.
_APART = 3, 2
AHEAD = (Stance.FORECAST, Stance.PROMISE)


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
            yield reversal_of(cast.name(one.speaker) or "", basis, one, other)


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
