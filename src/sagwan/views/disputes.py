"""What is in dispute: a claim, who denies it, who else speaks to it, and whether it is still open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.ledger import acts
from sagwan.views.asof import told_by
from sagwan.views.bearing import bearings
from sagwan.views.cast import bearers_of, read_cast
from sagwan.views.cited import Cited, cite, folded, text_order
from sagwan.views.contrary import contraries, teller

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from sagwan.ledger.acts import Deed, Word
    from sagwan.lexicon import Lexicon
    from sagwan.views.cast import Cast
    from sagwan.views.contrary import Contrary


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

    `basis`: `answer`, a statement denies another that it answers; `act`, reports of one act contradict each other.
    `state`: `withdrawn` where the claimant or the denier takes his words back, else `open`: no outcome is inferred.
    """

    basis: str
    state: str
    withdrawn_by: Cited | None
    positions: tuple[Position, ...]


def disputes(
    db: sqlite3.Connection, lexicon: Lexicon, name: str | None = None, as_of: str | None = None
) -> tuple[Dispute, ...]:
    """Every dispute, or those in which somebody of that name speaks, by the day of their first report.

    `as_of`: an ISO 8601 day by which it was told. Raises `SagwanError` (`ledger.no_name`).
    """
    cast = read_cast(db, lexicon)
    found = disputes_in(told_by(acts.words(db), as_of), told_by(acts.deeds(db), as_of), cast, lexicon)
    if name is None:
        return found
    names = {cast.names[id_] for id_, key in cast.person.items() if key in bearers_of(db, name, cast)}
    return tuple(one for one in found if any(p.speaker in names for p in one.positions))


def disputes_in(words: Iterable[Word], deeds: Iterable[Deed], cast: Cast, lexicon: Lexicon) -> tuple[Dispute, ...]:
    """The disputes among statements and events, given in any order."""
    ordered = sorted(words, key=lambda w: (text_order(w.told), w.id))
    found = [*_Debate(ordered, cast, lexicon).disputes(), *(_of_act(one, cast) for one in _between(deeds, cast))]
    return tuple(sorted(found, key=_first))


def _first(one: Dispute) -> tuple[str, str, int, str]:
    at = one.positions[0].evidence
    return at.place.published or "9999", at.place.address, at.start, one.basis


class _Debate:
    """The statements of a ledger by what they answer, take back and stand beside."""

    def __init__(self, words: list[Word], cast: Cast, lexicon: Lexicon) -> None:
        self._cast = cast
        self._bearings = bearings(lexicon)
        self._words = words
        self._by_id = {word.id: word for word in words}
        self._said_with: dict[object, list[Word]] = defaultdict(list)
        self._taken_back: dict[str, Word] = {}
        self._answers: dict[str, list[Word]] = defaultdict(list)
        for word in words:
            self._said_with[_saying(word)].append(word)
            if word.reverses is not None:
                self._taken_back.setdefault(word.reverses, word)
            if (root := self._root(word)) is not word:
                self._answers[root.id].append(word)

    def disputes(self) -> Iterator[Dispute]:
        """One for each claim that somebody denies; the same words in several articles are one claim."""
        merged: dict[tuple[str | None, str], list[Word]] = defaultdict(list)
        for claim in self._words:
            if any(self._denies(word) for word in self._answers.get(claim.id, ())):
                merged[(self._cast.speaker(claim), folded(claim.quote))].append(claim)
        for told in merged.values():
            yield self._dispute(told)

    def _root(self, word: Word) -> Word:
        """The statement from which the chain of answers starts."""
        passed = {word.id}
        while word.responds_to in self._by_id and word.responds_to not in passed:
            word = self._by_id[word.responds_to]
            passed.add(word.id)
        return word

    def _denies(self, word: Word) -> bool:
        """Whether it disputes what it answers. Nobody disputes himself or the house that he speaks for."""
        bearing, answered = self._bearings.get(word.stance), self._by_id.get(word.responds_to or "")
        if bearing is None or not bearing.denies or answered is None:
            return False
        one, other = self._cast.voice(word), self._cast.voice(answered)
        apart = one is not None and other is not None and one != other
        return apart and self._claims(answered) and not self._cast.of_house(word.speaker, answered.speaker)

    def _claims(self, word: Word) -> bool:
        """Whether something was said there that can be denied: who declines to answer says nothing."""
        stances = {said.stance for said in self._said_with[_saying(word)]}
        return any(stance not in self._bearings or self._bearings[stance].claims for stance in stances)

    def _dispute(self, told: list[Word]) -> Dispute:
        """One dispute as one or several articles tell it."""
        said: dict[tuple[str, str | None, str], list[Word]] = defaultdict(list)
        for claim in told:
            for part, word in self._parts(claim):
                said[(part, self._cast.speaker(word), folded(word.quote))].append(word)
        positions = [
            Position(part, speaker, same[0].stance, cite(same[0]), tuple(cite(w) for w in same[1:]))
            for (part, speaker, _), same in said.items()
        ]
        sides = [word.id for (part, _, _), same in said.items() if part in ("claim", "denial") for word in same]
        back = next((self._taken_back[id_] for id_ in sides if id_ in self._taken_back), None)
        state = "open" if back is None else "withdrawn"
        positions.sort(key=lambda p: p.part != "claim")
        return Dispute("answer", state, cite(back) if back else None, tuple(positions))

    def _parts(self, claim: Word) -> Iterator[tuple[str, Word]]:
        """The claim with all that is quoted under its reporting words, since who answers it answers the whole."""
        for word in self._said_with[_saying(claim)]:
            yield "claim", word
        for word in self._answers[claim.id]:
            own = self._cast.voice(word) == self._cast.voice(claim)
            yield "reply" if own else "denial" if self._denies(word) else "third", word


def _saying(word: Word) -> object:
    """One act of saying: speaker and reporting words; a statement without them stands alone."""
    if word.cue is None:
        return word.id
    return word.told.page, word.told.article, word.speaker, word.label, word.cue


def _between(deeds: Iterable[Deed], cast: Cast) -> Iterator[Contrary]:
    """Acts on which two tell the contrary; one who contradicts himself is no dispute."""
    for one in contraries(deeds, cast):
        if {teller(d, cast) for d in one.affirmed} != {teller(d, cast) for d in one.denied}:
            yield one


def _of_act(one: Contrary, cast: Cast) -> Dispute:
    def position(part: str, deed: Deed) -> Position:
        return Position(part, cast.names.get(deed.source or ""), deed.status, cite(deed))

    told = [*(position("claim", d) for d in one.affirmed), *(position("denial", d) for d in one.denied)]
    return Dispute("act", "open", None, tuple(told))
