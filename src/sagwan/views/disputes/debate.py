"""Who denies what whom: statements by what they answer, within an article and across articles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sagwan.views.bearing import bearings
from sagwan.views.cited import folded, text_order
from sagwan.views.subject import share
from sagwan.views.times import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.ledger.acts import Word
    from sagwan.lexicon import Lexicon
    from sagwan.lexicon.schema.relation import Bearing
    from sagwan.views.cast import Cast

# Words that two quotations must share to be on one matter, beside being said by the same two.
_SHARED = 2
# What is told within weeks is more likely one question than what comes up again later, which must share more.
_WEEKS, _SHARED_LATER = 60, 4
# A denial in another article answers what came out so many days before it, or on its own day.
_DAYS = 14


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A claim with all that is said to it, each with its part: `claim`, `denial`, `reply` or `third`.

    `claimants` and `deniers` are identities: those who speak and the houses that they speak for.
    """

    basis: str
    said: tuple[tuple[str, Word], ...]
    claimants: frozenset[str]
    deniers: frozenset[str]


class Debate:
    """The statements of a ledger by what they answer, take back and stand beside."""

    def __init__(self, words: Iterable[Word], cast: Cast, lexicon: Lexicon) -> None:
        self._cast = cast
        self._bearings: Mapping[str, Bearing] = bearings(lexicon)
        self._words = sorted(words, key=lambda w: (text_order(w.told), w.id))
        self._called: dict[str, set[str]] = defaultdict(set)
        self._names_of: dict[str, set[str]] = defaultdict(set)
        for id_, name in cast.names.items():
            self._called[name].add(cast.person[id_])
            self._names_of[cast.person[id_]].add(name)
        self._by_id = {word.id: word for word in self._words}
        self._said_with: dict[object, list[Word]] = defaultdict(list)
        self._answers: dict[str, list[Word]] = defaultdict(list)
        self.taken_back: dict[str, Word] = {}
        for word in self._words:
            self._said_with[_saying(word)].append(word)
            if word.reverses is not None:
                self.taken_back.setdefault(word.reverses, word)
            if (root := self._root(word)) is not word:
                self._answers[root.id].append(word)

    def quarrels(self) -> tuple[Quarrel, ...]:
        """One for each question: a claim that somebody denies. The same words in several articles are one claim; so
        are claims of one matter between the same two.
        """
        merged: dict[tuple[str | None, str], list[tuple[str, Word]]] = defaultdict(list)
        for claim in self._words:
            if any(self._denies(word) for word in self._answers.get(claim.id, ())):
                merged[(self._cast.speaker(claim), folded(claim.quote))] += self._parts(claim)
        found = [self._quarrel("answer", said) for said in merged.values()]
        used = {word.id for one in found for _, word in one.said}
        found += [self._quarrel("across", pair) for pair in self._across(used)]
        joined = self._joined(sorted(found, key=lambda one: text_order(one.said[0][1].told)))
        return tuple(self._told_again(joined))

    def _root(self, word: Word) -> Word:
        """The statement from which the chain of answers starts."""
        passed = {word.id}
        while word.responds_to in self._by_id and word.responds_to not in passed:
            word = self._by_id[word.responds_to]
            passed.add(word.id)
        return word

    def _denies(self, word: Word) -> bool:
        """Whether it disputes what it answers. Nobody disputes himself or the house that he speaks for."""
        answered = self._by_id.get(word.responds_to or "")
        if answered is None or not self._denying(word):
            return False
        return self._apart(word, answered) and self._claims(answered) and self._meets(word, answered)

    def _meets(self, word: Word, answered: Word) -> bool:
        """Two of one house that are not said to speak of each other rather stand side by side (한 당의 두 의원)."""
        if not self._cast.one_house(word.speaker or "", answered.speaker or ""):
            return True
        return word.speaker in answered.about or answered.speaker in word.about

    def _denying(self, word: Word) -> bool:
        bearing = self._bearings.get(word.stance)
        return bearing is not None and bearing.denies

    def _apart(self, word: Word, answered: Word) -> bool:
        one, other = self._cast.voice(word), self._cast.voice(answered)
        apart = one is not None and other is not None and one != other
        return apart and not self._cast.of_house(word.speaker, answered.speaker)

    def _claims(self, word: Word) -> bool:
        """Whether something was said there that can be denied: who declines to answer says nothing."""
        stances = {said.stance for said in self._said_with[_saying(word)]}
        return any(stance not in self._bearings or self._bearings[stance].claims for stance in stances)

    def _parts(self, claim: Word) -> Iterator[tuple[str, Word]]:
        """The claim with all that is quoted under its reporting words, since who answers it answers the whole."""
        for word in self._said_with[_saying(claim)]:
            yield "claim", word
        for word in self._answers[claim.id]:
            own = self._cast.voice(word) == self._cast.voice(claim)
            yield "reply" if own else "denial" if self._denies(word) else "third", word

    def _quarrel(self, basis: str, said: Iterable[tuple[str, Word]]) -> Quarrel:
        told = tuple(said)
        sides = {"claim": set[str](), "denial": set[str]()}
        for part, word in told:
            if part in sides:
                sides[part] |= self._side(word)
        return Quarrel(basis, told, frozenset(sides["claim"]), frozenset(sides["denial"] - sides["claim"]))

    def _side(self, word: Word) -> set[str]:
        """Who speaks, and for which house."""
        voice = self._cast.voice(word)
        houses = self._cast.houses.get(word.speaker or "", frozenset())
        keys = {key for name in houses for key in self._called.get(name, ())}
        return keys | ({voice} if voice is not None else set())

    def _across(self, used: set[str]) -> Iterator[list[tuple[str, Word]]]:
        """A denial that the text ties to nothing, with the claims of others about its speaker that fit it: told before
        it in its own article, or shortly before in another, on the same matter.
        """
        about: dict[str, list[Word]] = defaultdict(list)
        for word in self._words:
            if word.speaker is not None and not self._denying(word) and self._claims(word):
                for key in {self._cast.person[id_] for id_ in (*word.about, word.addressee) if id_ is not None}:
                    about[key].append(word)
        for denial in self._words:
            if denial.id in used or denial.responds_to is not None or not self._denying(denial):
                continue
            near = {word.id: word for key in self._side(denial) for word in about.get(key, ())}
            fits = [word for word in near.values() if self._answers_across(denial, word)]
            if fits:
                fits.sort(key=lambda w: (text_order(w.told), w.id))
                said = [*(("claim", word) for word in fits), ("denial", denial)]
                claimants = {self._cast.voice(word) for word in fits}
                answers = [word for one in (*fits, denial) for word in self._answers[one.id]]
                yield said + [("reply" if self._cast.voice(w) in claimants else "third", w) for w in answers]

    def _answers_across(self, denial: Word, claim: Word) -> bool:
        if not _before(claim, denial) or not self._apart(denial, claim):
            return False
        names = self._names(self._side(denial) | self._side(claim))
        one, other = ((said.quote for said in self._said_with[_saying(word)]) for word in (denial, claim))
        return share(one, other, names, _SHARED)

    def _joined(self, quarrels: list[Quarrel]) -> list[Quarrel]:
        """Those between the same two on one matter in one, as the first turns it."""
        found: list[Quarrel] = []
        between: dict[frozenset[str], set[int]] = defaultdict(set)
        for one in quarrels:
            pairs = [frozenset((a, b)) for a in one.claimants for b in one.deniers]
            near = sorted(set[int]().union(*(between[pair] for pair in pairs)))
            home = next((n for n in near if self._one_matter(found[n], one)), len(found))
            if home == len(found):
                found.append(one)
            else:
                found[home] = self._join(found[home], one)
            for pair in pairs:
                between[pair].add(home)
        return found

    def _one_matter(self, one: Quarrel, other: Quarrel) -> bool:
        straight = one.claimants & other.claimants and one.deniers & other.deniers
        if not straight and not (one.claimants & other.deniers and one.deniers & other.claimants):
            return False
        if not {word.id for _, word in one.said}.isdisjoint(word.id for _, word in other.said):
            return True
        homes = ({word.told.place.address for _, word in quarrel.said} for quarrel in (one, other))
        if not set.isdisjoint(*homes):
            return False  # an article tells its own questions apart
        names = self._names(one.claimants | one.deniers | other.claimants | other.deniers)
        least = _SHARED if _close(one, other) else _SHARED_LATER
        return share(_claimed(one), _claimed(other), names, least)

    def _join(self, one: Quarrel, other: Quarrel) -> Quarrel:
        turned = not (one.claimants & other.claimants and one.deniers & other.deniers)
        turn = {"claim": "denial", "denial": "reply"} if turned else {}
        known = {word.id for _, word in one.said}
        more = ((turn.get(part, part), word) for part, word in other.said if word.id not in known)
        said = (*one.said, *more)
        basis = one.basis if one.basis == other.basis else "answer"
        claimants, deniers = (other.deniers, other.claimants) if turned else (other.claimants, other.deniers)
        return Quarrel(basis, said, one.claimants | claimants, one.deniers | deniers)

    def _told_again(self, quarrels: list[Quarrel]) -> Iterator[Quarrel]:
        """With the same claim as other articles tell it and let third ones answer it, who deny nothing."""
        used = {word.id for one in quarrels for _, word in one.said}
        answered: dict[str | None, list[Word]] = defaultdict(list)
        for word in self._words:
            if word.id in self._answers and word.id not in used and self._claims(word):
                answered[self._cast.voice(word)].append(word)
        for one in quarrels:
            again = [
                word for key in sorted(one.claimants) for word in answered.get(key, ()) if self._repeats(word, one)
            ]
            yield replace(one, said=(*one.said, *(part for word in again for part in self._parts(word))))

    def _repeats(self, word: Word, quarrel: Quarrel) -> bool:
        """Whether it claims of those who deny, within weeks, what the quarrel is about."""
        if quarrel.deniers.isdisjoint(self._cast.person[id_] for id_ in word.about):
            return False
        names = self._names(quarrel.claimants | quarrel.deniers)
        claims = (said.quote for part, said in quarrel.said if part == "claim")
        own = replace(quarrel, said=(("claim", word),))
        return _close(own, quarrel) and share((word.quote,), claims, names, _SHARED)

    def _names(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({name for key in keys for name in self._names_of.get(key, ())}))


def _claimed(quarrel: Quarrel) -> list[str]:
    return [word.quote for part, word in quarrel.said if part in ("claim", "denial")]


def _saying(word: Word) -> object:
    """One act of saying: speaker and reporting words; a statement without them stands alone."""
    if word.cue is None:
        return word.id
    return word.told.page, word.told.article, word.speaker, word.label, word.cue


def _close(one: Quarrel, other: Quarrel) -> bool:
    """Whether some words of the two came out within weeks of each other."""
    a, b = (
        [ordinal(day) for _, word in quarrel.said if (day := word.told.place.published)] for quarrel in (one, other)
    )
    return any(abs(x - y) <= _WEEKS for x in a for y in b)


def _before(claim: Word, denial: Word) -> bool:
    """Whether the claim stands before the denial in one article, or came out shortly before it in another."""
    if claim.told.place == denial.told.place:
        return claim.told.start < denial.told.start
    earlier, later = claim.told.place.published, denial.told.place.published
    if earlier is None or later is None:
        return False
    return 0 <= ordinal(later) - ordinal(earlier) <= _DAYS
