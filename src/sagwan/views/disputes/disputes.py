"""What is in dispute: a claim, who denies it, who else speaks to it, and whether it is still open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.relation import Settlement
from sagwan.views.bearing import Standing, standing
from sagwan.views.cited import Cited, cite, folded, text_order
from sagwan.views.contrary import contraries, teller
from sagwan.views.disputes.debate import Debate
from sagwan.views.disputes.told import ToldDenials
from sagwan.views.index.leaf import telling_of
from sagwan.views.index.open import index_of
from sagwan.views.index.scene import scene_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Deed, Word
    from sagwan.ledger.wording import Wording
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast
    from sagwan.views.contrary import Contrary
    from sagwan.views.disputes.debate import Quarrel


@dataclass(frozen=True, slots=True)
class Position:
    """Where one speaker stands: `claim`, `denial`, `reply` (the claimant's own answer) or `third`.

    `speaker` is None where the reporter speaks. `again`: the same words in other articles.
    """

    part: str
    speaker: str | None
    stance: str
    evidence: Cited
    again: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question and every position on it, the claim first; none is ever left out.

    `basis`: `answer`, a statement denies another that it answers; `act`, reports of one act contradict each other;
    `across`, a denial fits what another said of its speaker, in one article or in two, and no word ties the two.
    `state`: `withdrawn` where the claimant or the denier takes his words back (`withdrawn_by`); `settled` where a
    later act between the two ends such disputes (`settled_by`; whether it ends this one the reader judges); else
    `open`.
    """

    basis: str
    state: str
    withdrawn_by: Cited | None
    positions: tuple[Position, ...]
    settled_by: Cited | None = None


def disputes(
    db: sqlite3.Connection,
    lexicon: Lexicon,
    name: str | None = None,
    as_of: str | None = None,
    *,
    told_since: str | None = None,
) -> tuple[Dispute, ...]:
    """Every dispute, or those in which somebody of that name speaks, by the day of their first report.

    `as_of`: an ISO 8601 day by which it was told. `told_since`: only what came out on that day or later. Raises
    `SagwanError` (`ledger.no_name`).
    """
    scene = scene_of(db, lexicon, name, as_of, told_since)
    if name is None:
        return disputes_in(scene.words, scene.deeds, scene.cast, lexicon, wording=scene.wording)
    # What settles a dispute may be told of the two houses in an article that does not name who spoke for them.
    known = {deed.id for deed in scene.deeds}
    settling = _settling(lexicon)

    def ends() -> tuple[Deed, ...]:
        told = telling_of(index_of(db, lexicon), settling, as_of, told_since).deeds
        return tuple(deed for deed in told if deed.frame in settling and deed.id not in known)

    found = disputes_in(scene.words, scene.deeds, scene.cast, lexicon, ends, wording=scene.wording)
    names = scene.called
    return tuple(one for one in found if any(p.speaker in names for p in one.positions))


def _settling(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(frame for one in lexicon.all(Settlement) for frame in one.frames)


def disputes_in(
    words: Iterable[Word],
    deeds: Iterable[Deed],
    cast: Cast,
    lexicon: Lexicon,
    ends: Callable[[], tuple[Deed, ...]] = tuple,
    *,
    wording: Mapping[str, Wording] = MappingProxyType({}),
) -> tuple[Dispute, ...]:
    """The disputes among statements and events, given in any order; `ends` gives more acts that may settle them, and is
    asked where there is one to settle; `wording` is what events say in words alone.
    """
    words, deeds = tuple(words), tuple(deeds)
    told = tuple(ToldDenials(words, cast, lexicon, wording).among(deeds))
    acts = {word.id: deed for word, deed in told}
    debate = Debate((*words, *(word for word, _ in told)), cast, lexicon)
    peace = _Peace(lambda: (*deeds, *ends()), cast, lexicon)
    found = [peace.settle(_dispute(one, debate, acts, cast), one) for one in debate.quarrels()]
    found += [_of_act(one, cast) for one in _between(deeds, cast)]
    return tuple(sorted(found, key=_first))


def _first(one: Dispute) -> tuple[str, str, int, str]:
    at = one.positions[0].evidence
    return at.place.published or "9999", at.place.address, at.start, one.basis


def _dispute(quarrel: Quarrel, debate: Debate, acts: Mapping[str, Deed], cast: Cast) -> Dispute:
    """One dispute as one or several articles tell it; `acts` tell of denials that are not quoted."""
    said: dict[tuple[str, str | None, str], list[Word]] = defaultdict(list)
    for part, word in quarrel.said:
        said[(part, cast.speaker(word), folded(word.quote))].append(word)
    positions = [
        Position(part, speaker, same[0].stance, *_cite_all(same, acts)) for (part, speaker, _), same in said.items()
    ]
    sides = [word.id for (part, _, _), same in said.items() if part in ("claim", "denial") for word in same]
    back = next((debate.taken_back[id_] for id_ in sides if id_ in debate.taken_back), None)
    state = "open" if back is None else "withdrawn"
    positions.sort(key=lambda p: p.part != "claim")
    return Dispute(quarrel.basis, state, cite(back) if back else None, tuple(positions))


def _cite_all(same: Iterable[Word], acts: Mapping[str, Deed]) -> tuple[Cited, tuple[Cited, ...]]:
    first, *again = (cite(acts.get(word.id, word)) for word in same)
    return first, tuple(again)


class _Peace:
    """Acts that end disputes, by the day on which they were told."""

    def __init__(self, deeds: Callable[[], Iterable[Deed]], cast: Cast, lexicon: Lexicon) -> None:
        self._deeds = deeds
        self._cast = cast
        self._frames = _settling(lexicon)

    @cached_property
    def _acts(self) -> list[tuple[Deed, Cited]]:
        told = (d for d in self._deeds() if d.frame in self._frames and d.told.place.published)
        return [(deed, cite(deed)) for deed in _in_order(d for d in told if standing(d) is Standing.DONE)]

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        """The names of each identity."""
        called: dict[str, set[str]] = defaultdict(set)
        for id_, name in self._cast.names.items():
            called[self._cast.person[id_]].add(name)
        return called

    def settle(self, one: Dispute, quarrel: Quarrel) -> Dispute:
        """The dispute, settled where an act that came out later names both sides."""
        days = [word.told.place.published for part, word in quarrel.said if part in ("claim", "denial")]
        if one.state != "open" or not days or None in days:
            return one
        last = max(str(day) for day in days)
        for deed, cited in self._acts:
            later = (cited.place.published or "") > last
            if later and all(self._in(side, deed, cited) for side in (quarrel.claimants, quarrel.deniers)):
                return replace(one, state="settled", settled_by=cited)
        return one

    def _in(self, side: frozenset[str], deed: Deed, cited: Cited) -> bool:
        """Whether one of a side is in a role of the act, or his name in its sentence."""
        if any(self._cast.person.get(id_) in side for _, id_ in deed.roles):
            return True
        return any(name in (cited.sentence or "") for key in side for name in self._called.get(key, ()))


def _in_order(deeds: Iterable[Deed]) -> list[Deed]:
    return sorted(deeds, key=lambda d: (text_order(d.told), d.id))


def _between(deeds: Iterable[Deed], cast: Cast) -> Iterator[Contrary]:
    """Acts on which two tell the contrary; one who contradicts himself is no dispute."""
    for one in contraries(deeds, cast):
        if {teller(d, cast) for d in one.affirmed} != {teller(d, cast) for d in one.denied}:
            yield one


def _of_act(one: Contrary, cast: Cast) -> Dispute:
    def position(part: str, deed: Deed) -> Position:
        return Position(part, cast.name(deed.source), deed.status, cite(deed))

    told = [*(position("claim", d) for d in one.affirmed), *(position("denial", d) for d in one.denied)]
    return Dispute("act", "open", None, tuple(told))
